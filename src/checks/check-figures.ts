import { isPartialDate, UNDATED } from '../rules/dates.ts';
import { STAGES, UNITS } from '../rules/vocabulary.ts';
import { futureFault } from './check-dates.ts';
import { nearMiss, quoted } from './problems.ts';
import { asRecord, records, reportFaults, strings, type Entry, type Faults } from './read-entries.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';

type ById = ReadonlyMap<unknown, Entry>;

/** Fields of a figure that are read as prose. */
const PROSE = ['label', 'counted', 'method', 'notMeaning', 'formula', 'conflictNote', 'dateNote'];

/** Checks what figures and charts say of each other: conflicts, sums, units, order, days to come. */
export function checkFigures(figures: readonly Entry[], charts: readonly Entry[], today: string): void {
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
  for (const chart of charts) {
    reportFaults(chart, typedIn(chart.data, ['title', 'description'], sayInWords('in the list “figures”')));
    reportFaults(chart, { figures: memberFaults(chart, byId), offScale: offScaleFaults(chart) });
  }
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
  if (units.length > 1)
    return `The figures of a chart have one unit; these have ${units.join(' and ')}. Take out those of another unit.`;
  return form === 'time' && timeFaults(ids.map((id) => byId.get(id)?.data ?? {}));
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

/** Sorts after every date. */
const AFTER_ALL = '9999';

/** A time axis needs a date, and figures in the order of their dates. */
function timeFaults(members: readonly Entry['data'][]): Faults {
  if (members.length > 0 && members.every(({ asOf }) => asOf === UNDATED))
    return 'No figure of this chart has a date, so there is no time axis. Draw it as bars or ranges.';
  let last = '';
  return members.map(({ asOf, period }) => {
    const end = String(asRecord(period)['to'] ?? asOf ?? '');
    // A date that is missing or wrong is reported at the figure.
    if (!isPartialDate(end) && asOf !== UNDATED) return undefined;
    // A year is drawn in its middle, a month too, as in src/site/charts/measured.ts.
    const middle = { 4: '-07-01', 7: '-15' }[end.length] ?? '';
    const key = asOf === UNDATED ? AFTER_ALL : end + middle;
    const isEarlier = key < last;
    last = key;
    return (
      isEarlier &&
      'Figures along a time axis stand in the order of their dates. Move this one up; undated ones stand last.'
    );
  });
}

/** Figures above the scale are figures of the chart, and only a time chart has such a place. */
function offScaleFaults({ data: { figures, offScale, form } }: Entry): Faults {
  const [members, above] = [strings(figures), strings(offScale)];
  if (above.length === 0) return undefined;
  if (form !== 'time') return 'Only charts of the form “time” have figures above the scale. Remove offScale.';
  if (members.every((id) => above.includes(id)))
    return 'Some figures of the chart must stand on the scale. Take one out of offScale.';
  return above.map(
    (id) =>
      !members.includes(id) &&
      `${quoted(id)} is not among the figures of this chart.${nearMiss(id, members)} Name one of them, or take it out.`,
  );
}
