import { dictionaryFor } from '../i18n/dictionary.ts';
import { figuresInFinding, findingText, isMore } from '../rules/finding.ts';
import type { Amount } from '../rules/statement.ts';
import { STAGES, UNITS } from '../rules/vocabulary.ts';
import { defaultLanguage } from '../site.ts';
import { daysAhead, isBefore } from './check-dates.ts';
import { nearMiss, quoted } from './problems.ts';
import { asRecord, records, strings, type Entry, type Faults } from './read-entries.ts';
import type { Lists } from './targets.ts';

/** Whether a figure is a result of a survey. */
export const isShare = ({ data: { stage, unit } }: Entry) => stage === 'share' && unit === 'percent';

/** What figures say of each other: conflicts, sums, units, days to come. */
export function figureFaults(figure: Entry, lists: Lists): Faults {
  const { id, data } = figure;
  return {
    id:
      isShare(figure) &&
      id !== '' &&
      !lists.surveyOf(id) &&
      `no survey names the share ${quoted(id)}, so nobody is told who was asked. Add it to the results of its survey in content/data/surveys.json.`,
    conflicts: strings(data['conflicts']).map((other) => conflictFault(figure, lists.find('figures', other))),
    parts: sumFault(figure, lists),
    measure: measureFault(figure, lists.data.figures),
    crossChecks: records(data['crossChecks']).map((check) => crossCheckFaults(figure, check, lists)),
    sources: data['stage'] !== 'aimed' && olderFault(figure, lists),
    // A figure is of the past; an aim may lie ahead.
    ...daysAhead(data, data['stage'] === 'aimed' ? ['checked'] : ['checked', 'asOf', 'period'], lists.today),
  };
}

/** No source tells what came after it; of one without a date nobody knows. */
function olderFault({ data: { sources, asOf, period } }: Entry, { known, today }: Lists): Faults {
  const when = asOf ?? asRecord(period)['to'];
  const dates = strings(sources).map((id) => known.sourceDates.get(id));
  const newest = dates.toSorted().at(-1);
  return (
    dates.length > 0 &&
    // Of a day to come another sentence tells.
    String(when) <= today &&
    dates.every((date) => isBefore(date, when)) &&
    `the figure is of ${String(when)}, and its newest source was published before, in ${String(newest)}. Name the source that tells it, or correct the date of the figure.`
  );
}

/** What charts say of their figures: units, and whether the finding that is their title holds. */
export function chartFaults(chart: Entry, lists: Lists): Faults {
  const { title, holds } = chart.data;
  return {
    title: typeof title === 'string' && findingFault(title, lists),
    holds: records(holds).map((one) => holdsFault(one, lists)),
    figures: memberFaults(chart, lists),
    contested: markedFaults(chart, 'contested'),
    offScale: markedFaults(chart, 'offScale'),
  };
}

/** What a question says of the figures that its answer names. */
export const questionFaults = ({ data: { answer } }: Entry, lists: Lists): Faults => ({
  answer: typeof answer === 'string' && findingFault(answer, lists),
});

const amountOf = (entry: Entry): Amount => entry.data as unknown as Amount;

/** A number that a finding names must be that of a figure, and of two figures the first the larger. */
function findingFault(finding: string, { find, known: { ids } }: Lists): string | undefined {
  const lacking = figuresInFinding(finding).find((id) => !find('figures', id));
  if (lacking !== undefined)
    return `there is no figure ${quoted(lacking)}.${nearMiss(lacking, ids.figures)} Name one in the braces.`;
  try {
    findingText(finding, (id) => amountOf(find('figures', id) as Entry), dictionaryFor(defaultLanguage));
    return undefined;
  } catch (error) {
    return `${String((error as Error).message)} Write it anew, so that it holds.`;
  }
}

const NO_LONGER = 'Write the title anew, so that it is true, and what it rests on.';

/** The figures that a field names; nothing where one does not exist, which is reported by the check of references. */
function figuresNamed(ids: unknown, { find }: Lists): Entry[] | undefined {
  const figures = strings(ids).map((id) => find('figures', id));
  return figures.every((figure) => figure !== undefined) ? figures : undefined;
}

function holdsFault({ more, than, law: id, status }: Entry['data'], lists: Lists): Faults {
  const law = lists.find('laws', id);
  if (law)
    return (
      law.data['status'] !== status &&
      `the law ${quoted(law.id)} has the status ${quoted(String(law.data['status']))}. ${NO_LONGER}`
    );
  const [larger, smaller] = [more, than].map((ids) => figuresNamed(ids, lists)?.map(amountOf));
  const isKnown = id === undefined && larger && smaller;
  return isKnown && !isMore(larger, smaller) && `by these figures this does not hold. ${NO_LONGER}`;
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

function crossCheckFaults({ id }: Entry, { sum, times }: Entry['data'], lists: Lists): Faults {
  const self = (one: unknown) => one === id && 'A figure is not worked out from itself. Name other figures.';
  const mixed = mixedFault('figures that are added up', strings(sum), lists);
  return { sum: mixed || strings(sum).map(self), times: self(times) };
}

/** What is wrong with figures of several units. Drives are devices: reports count either, and both may stand together. */
function mixedFault(which: string, ids: readonly string[], { find }: Lists): Faults {
  const found = new Set(ids.map((id) => find('figures', id)?.data['unit']));
  const units = UNITS.filter((unit) => found.has(unit) && !(unit === 'drives' && found.has('devices')));
  return (
    units.length > 1 &&
    `${which} have one unit; these have ${units.join(' and ')}. Take out those of another unit.`
  );
}

function sumFault(figure: Entry, lists: Lists): Faults {
  const { parts: names, value, unit } = figure.data;
  const parts = figuresNamed(names, lists);
  if (!parts?.length) return undefined;
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

function memberFaults({ data: { figures, form } }: Entry, lists: Lists): Faults {
  const ids = strings(figures);
  return form === 'windows'
    ? ids.map((id) => windowFault(id, lists.find('figures', id)?.data))
    : mixedFault('The figures of a chart', ids, lists);
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
  // A scale needs figures.
  if (field === 'offScale' && marked.length > 0 && members.every((id) => marked.includes(id)))
    return 'Some figures of the chart must stand on the scale. Take one out of offScale.';
  return marked.map(
    (id) =>
      !members.includes(id) &&
      `${quoted(id)} is not among the figures of this chart.${nearMiss(id, members)} Name one of them, or take it out.`,
  );
}
