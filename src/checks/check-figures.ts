import { words } from '../i18n/dictionary.ts';
import { figuresInFinding, findingText, isMore, withoutNumbers } from '../rules/finding.ts';
import type { Amount } from '../rules/statement.ts';
import { STAGES, UNITS } from '../rules/vocabulary.ts';
import { defaultLanguage } from '../site.ts';
import { futureFault } from './check-dates.ts';
import { nearMiss, quoted } from './problems.ts';
import { asRecord, records, reportFaults, strings, type Entry, type Faults } from './read-entries.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';

type ById = ReadonlyMap<unknown, Entry>;

/** Fields of a figure that are read as prose. */
const PROSE = ['label', 'counted', 'method', 'notMeaning', 'formula', 'conflictNote', 'dateNote'];

/** Checks what figures say of each other: conflicts, sums, units, days to come. */
export function checkFigures(figures: readonly Entry[], today: string): void {
  const byId: ById = new Map(figures.map((entry) => [entry.id, entry]));
  for (const figure of figures) {
    const { data } = figure;
    const { from, to } = asRecord(data['period']);
    // A figure is of the past; an aim may lie ahead.
    const ahead = (date: unknown) => data['stage'] !== 'aimed' && futureFault(date, today);
    reportFaults(figure, typedIn(data, PROSE, sayInWords('in conflicts or crossChecks')));
    reportFaults(figure, {
      conflicts: strings(data['conflicts']).map((id) => conflictFault(figure, byId.get(id))),
      parts: sumFault(figure, byId),
      measure: measureFault(figure, figures),
      crossChecks: records(data['crossChecks']).map((check) => crossCheckFaults(figure, check, byId)),
      checked: futureFault(data['checked'], today),
      asOf: ahead(data['asOf']),
      period: { from: ahead(from), to: ahead(to) },
    });
  }
}

/** Checks what charts say of their figures: units, and whether the finding that is their title holds. */
export function checkCharts(
  charts: readonly Entry[],
  figures: readonly Entry[],
  laws: readonly Entry[],
): void {
  const byId: ById = new Map(figures.map((entry) => [entry.id, entry]));
  const statuses = new Map(laws.map(({ id, data }) => [id, data['status']]));
  for (const chart of charts) {
    const { title, holds } = chart.data;
    const read = { ...chart.data, title: typeof title === 'string' ? withoutNumbers(title) : title };
    reportFaults(chart, typedIn(read, ['title', 'description'], sayInWords('in the title in braces')));
    reportFaults(chart, {
      title: typeof title === 'string' && findingFault(title, byId),
      holds: records(holds).map((one) => holdsFault(one, byId, statuses)),
      figures: memberFaults(chart, byId),
      contested: markedFaults(chart, 'contested'),
      offScale: offScaleFaults(chart) || markedFaults(chart, 'offScale'),
    });
  }
}

/** Checks the sentences of what people ask. */
export function checkQuestions(questions: readonly Entry[]): void {
  for (const question of questions)
    reportFaults(question, typedIn(question.data, ['question', 'sentence'], sayInWords('in “figure”')));
}

const amountOf = (entry: Entry): Amount => entry.data as unknown as Amount;

/** A number that a finding names must be that of a figure, and of two figures the first the larger. */
function findingFault(finding: string, byId: ById): string | undefined {
  const lacking = figuresInFinding(finding).find((id) => !byId.has(id));
  if (lacking !== undefined)
    return `there is no figure ${quoted(lacking)}.${nearMiss(lacking, [...byId.keys()].map(String))} Name one in the braces.`;
  try {
    findingText(finding, (id) => amountOf(byId.get(id) as Entry), words(defaultLanguage));
    return undefined;
  } catch (error) {
    return `${String((error as Error).message)} Write the title anew, so that it holds.`;
  }
}

/** What a finding rests on. What does not exist is reported by the check of references. */
function holdsFault(one: Entry['data'], byId: ById, statuses: ReadonlyMap<unknown, unknown>): Faults {
  const { more, than, law, status } = one;
  const NO_LONGER = 'Write the title anew, so that it is true, and what it rests on.';
  if (law !== undefined && statuses.has(law))
    return (
      statuses.get(law) !== status &&
      `the law ${quoted(String(law))} has the status ${quoted(String(statuses.get(law)))}. ${NO_LONGER}`
    );
  const amounts = (ids: unknown) =>
    strings(ids)
      .flatMap((id) => byId.get(id) ?? [])
      .map(amountOf);
  const isKnown = [...strings(more), ...strings(than)].every((id) => byId.has(id));
  if (law !== undefined || !isKnown) return undefined;
  return !isMore(amounts(more), amounts(than)) && `by these figures this does not hold. ${NO_LONGER}`;
}

function conflictFault(figure: Entry, other: Entry | undefined): Faults {
  if (other === figure) return 'A figure does not conflict with itself. Name the other figure.';
  return (
    other &&
    !strings(other.data['conflicts']).includes(figure.id) &&
    `“${other.id}” does not name “${figure.id}” in its own conflicts. A conflict is named on both sides.`
  );
}

/** A measure is what several figures tell of. */
function measureFault(figure: Entry, figures: readonly Entry[]): Faults {
  const { measure, stage } = figure.data;
  if (typeof measure !== 'string') return undefined;
  const [other, ...others] = figures.filter((one) => one !== figure && one.data['measure'] === measure);
  if (!other) {
    const near = nearMiss(
      measure,
      figures.map(({ data }) => String(data['measure'] ?? '')).filter((one) => one !== measure),
    );
    return `no other figure has ${quoted(measure)}.${near} Give it to each figure that tells of the same thing, or leave it out.`;
  }
  return (
    [other, ...others].every(({ data }) => data['stage'] !== stage) &&
    `the other figures of ${quoted(measure)} have the stage ${quoted(String(other.data['stage']))}. Figures of one measure count the same thing.`
  );
}

function crossCheckFaults({ id }: Entry, { sum, times }: Entry['data'], byId: ById): Faults {
  const self = (one: unknown) => one === id && 'A figure is not worked out from itself. Name other figures.';
  const units = unitsOf(strings(sum), byId);
  const mixed =
    units.length > 1 &&
    `figures that are added up have one unit; these have ${units.join(' and ')}. Take out those of another unit.`;
  return { sum: mixed || strings(sum).map(self), times: self(times) };
}

/** The units of figures. Drives are devices: reports count either, and both may stand together. */
function unitsOf(ids: readonly string[], byId: ById): string[] {
  const found = new Set(ids.map((id) => byId.get(id)?.data['unit']));
  return UNITS.filter((unit) => found.has(unit) && !(unit === 'drives' && found.has('devices')));
}

function sumFault(figure: Entry, byId: ById): Faults {
  const names = strings(figure.data['parts']);
  const parts = names.flatMap((id) => byId.get(id) ?? []);
  const { value, unit } = figure.data;
  // A part that does not exist is reported already.
  if (parts.length === 0 || parts.length < names.length) return undefined;
  const values = parts.map((part) => part.data['value']).filter((part) => typeof part === 'number');
  if (parts.includes(figure)) return 'A figure is not a part of itself. Take its id out of the list.';
  if (typeof value !== 'number' || values.length < parts.length)
    return 'Only figures with a value can be added up, not ranges. Take out the list of parts.';
  if (parts.some((part) => part.data['unit'] !== unit))
    return `The parts of a sum have its unit, which is ${quoted(String(unit))}. Correct the units or the parts.`;
  const sum = values.reduce((total, part) => total + part, 0);
  return (
    Math.abs(sum - value) > 1e-9 * Math.max(1, value) &&
    `The parts make ${sum}, the figure says ${value}. Correct one of them, or the list of parts.`
  );
}

/** What is wrong with the figures of a chart. */
function memberFaults({ data: { figures, form } }: Entry, byId: ById): Faults {
  const ids = strings(figures);
  if (form === 'windows') return ids.map((id) => windowFault(id, byId.get(id)?.data));
  const units = unitsOf(ids, byId);
  return (
    units.length > 1 &&
    `The figures of a chart have one unit; these have ${units.join(' and ')}. Take out those of another unit.`
  );
}

/** A window stands for drives or devices that were sent, or that are aimed at. */
function windowFault(id: string, { stage, unit }: Entry['data'] = {}): Faults {
  // What is no stage or unit at all is reported at the figure.
  const isOther =
    STAGES.some((one) => one === stage && one !== 'sent' && one !== 'aimed') ||
    UNITS.some((one) => one === unit && one !== 'drives' && one !== 'devices');
  return (
    isOther &&
    `A window stands for a thousand drives or devices, sent or aimed at; ${quoted(id)} has the stage ${quoted(String(stage))} and the unit ${quoted(String(unit))}. Take it out, or draw the chart as bars.`
  );
}

/** Only figures of bars are told apart, and only those of the chart. */
function markedFaults({ data }: Entry, field: 'contested' | 'offScale'): Faults {
  const [members, marked] = [strings(data['figures']), strings(data[field])];
  if (marked.length > 0 && data['form'] !== 'bars')
    return `Only charts of the form “bars” tell figures apart. Remove ${field}.`;
  return marked.map(
    (id) =>
      !members.includes(id) &&
      `${quoted(id)} is not among the figures of this chart.${nearMiss(id, members)} Name one of them, or take it out.`,
  );
}

/** A scale needs figures. */
function offScaleFaults({ data: { figures, offScale } }: Entry): string | false {
  const [members, above] = [strings(figures), strings(offScale)];
  return (
    above.length > 0 &&
    members.every((id) => above.includes(id)) &&
    'Some figures of the chart must stand on the scale. Take one out of offScale.'
  );
}
