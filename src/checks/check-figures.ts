import { isPartialDate, UNDATED } from '../rules/dates.ts';
import { STAGES, UNITS } from '../rules/vocabulary.ts';
import { checkPast } from './check-dates.ts';
import { asRecord, records, reportAt, strings, type Entry } from './read-entries.ts';
import { nearMiss, quoted } from './problems.ts';
import { checkProse, sayInWords } from './check-prose.ts';

/** Checks what figures and charts say of each other: conflicts, sums, units, order, days to come. */
export function checkFigures(figures: readonly Entry[], charts: readonly Entry[], today: string): void {
  const byId = new Map(figures.map((entry) => [entry.id, entry]));
  for (const entry of figures) {
    checkConflicts(entry, byId);
    checkSum(entry, byId);
    checkMeasure(entry, figures);
    checkCrossChecks(entry, byId);
    checkProse(entry, PROSE, sayInWords('in conflicts or crossChecks'));
    checkToday(entry, today);
  }
  for (const entry of charts) {
    checkChart(entry, byId);
    checkProse(entry, ['title', 'description'], sayInWords('in the list “figures”'));
  }
}

/** Fields of a figure that are read as prose. */
const PROSE = ['label', 'counted', 'method', 'notMeaning', 'formula', 'conflictNote', 'dateNote'];

/** A measure is what several figures tell of. */
function checkMeasure(entry: Entry, figures: readonly Entry[]): void {
  const { measure, stage } = entry.data;
  if (typeof measure !== 'string') return;
  const others = figures.filter((other) => other !== entry && other.data['measure'] === measure);
  const place = entry.source.place([...entry.base, 'measure']);
  const measures = figures.flatMap(({ data }) =>
    typeof data['measure'] === 'string' ? data['measure'] : [],
  );
  if (others.length === 0)
    entry.report(
      place,
      `measure: no other figure has ${quoted(measure)}.${nearMiss(
        measure,
        measures.filter((other) => other !== measure),
      )} Give it to each figure that tells of the same thing, or leave it out.`,
    );
  else if (others[0] && others.every(({ data }) => data['stage'] !== stage))
    entry.report(
      place,
      `measure: the other figures of ${quoted(measure)} have the stage ${quoted(String(others[0].data['stage']))}. Figures of one measure count the same thing.`,
    );
}

function checkCrossChecks(entry: Entry, byId: ReadonlyMap<string, Entry>): void {
  for (const { id, path } of entry.references)
    if (path[0] === 'crossChecks' && id === entry.id)
      reportAt(entry, [...path], 'A figure is not worked out from itself. Name other figures.');
  for (const [index, { sum }] of records(entry.data['crossChecks']).entries()) {
    const added = strings(sum).flatMap((id) => byId.get(id) ?? []);
    const kinds = unitsOf(added);
    if (kinds.length > 1)
      reportAt(
        entry,
        ['crossChecks', index, 'sum'],
        `sum: figures that are added up have one unit; these have ${kinds.join(' and ')}. Take out those of another unit.`,
      );
  }
}

/** The units of figures. Drives are devices: reports count either, and both may stand together. */
function unitsOf(figures: readonly Entry[]): string[] {
  const units = UNITS.filter((unit) => figures.some(({ data }) => data['unit'] === unit));
  return units.filter((unit) => unit !== 'drives' || !units.includes('devices'));
}

function checkConflicts(entry: Entry, byId: ReadonlyMap<string, Entry>): void {
  for (const [index, id] of strings(entry.data['conflicts']).entries()) {
    const place = entry.source.place([...entry.base, 'conflicts', index]);
    if (id === entry.id)
      entry.report(place, 'A figure does not conflict with itself. Name the other figure.');
    const other = byId.get(id);
    if (other && id !== entry.id && !strings(other.data['conflicts']).includes(entry.id)) {
      entry.report(
        place,
        `“${id}” does not name “${entry.id}” in its own conflicts. A conflict is named on both sides.`,
      );
    }
  }
}

function checkSum(entry: Entry, byId: ReadonlyMap<string, Entry>): void {
  const names = strings(entry.data['parts']);
  const parts = names.flatMap((id) => byId.get(id) ?? []);
  const { value, unit } = entry.data;
  // A part that does not exist is told already.
  if (parts.length === 0 || parts.length < names.length) return;
  const fail = (message: string) => reportAt(entry, ['parts'], message);
  const values = parts.map((part) => part.data['value']).filter((part) => typeof part === 'number');
  if (parts.includes(entry)) return fail('A figure is no part of itself. Take its id out of the list.');
  if (typeof value !== 'number' || values.length < parts.length)
    return fail('Only figures with a value can be added up, not ranges. Take out the list of parts.');
  if (parts.some((part) => part.data['unit'] !== unit))
    return fail(
      `The parts of a sum have its unit, which is ${quoted(String(unit))}. Correct the units or the parts.`,
    );
  const sum = values.reduce((total, part) => total + part, 0);
  if (Math.abs(sum - value) > 1e-9 * Math.max(1, value))
    fail(`The parts make ${sum}, the figure says ${value}. Correct one of them, or the list of parts.`);
}

/** A figure is of the past; an aim may lie ahead. */
function checkToday(entry: Entry, today: string): void {
  checkPast(entry, { checked: entry.data['checked'] }, [], today);
  if (entry.data['stage'] === 'aimed') return;
  const { from, to } = asRecord(entry.data['period']);
  checkPast(entry, { asOf: entry.data['asOf'] }, [], today);
  checkPast(entry, { from, to }, ['period'], today);
}

/** Sorts behind every date. */
const AFTER_ALL = '9999';

function checkChart(entry: Entry, byId: ReadonlyMap<string, Entry>): void {
  const members = strings(entry.data['figures']).flatMap((id) => byId.get(id) ?? []);
  const at = (index?: number) =>
    entry.source.place([...entry.base, 'figures', ...(index === undefined ? [] : [index])]);
  const kinds = unitsOf(members);
  if (entry.data['form'] === 'windows') checkWindows(entry, byId);
  else if (kinds.length > 1)
    entry.report(
      at(),
      `The figures of a chart have one unit; these have ${kinds.join(' and ')}. Take out those of another unit.`,
    );
  checkOffScale(entry);
  if (entry.data['form'] !== 'time') return;
  checkDated(entry, members);
  let last = '';
  for (const [index, figure] of members.entries()) {
    const end = String(asRecord(figure.data['period'])['to'] ?? figure.data['asOf'] ?? '');
    if (!isPartialDate(end)) {
      // An undated figure stands at the edge; a date that is missing or wrong is told at the figure.
      if (figure.data['asOf'] === UNDATED) last = AFTER_ALL;
      continue;
    }
    // A year is drawn in its middle, a month too, as in src/site/charts/measured.ts.
    const key = end.length === 4 ? `${end}-07-01` : end.length === 7 ? `${end}-15` : end;
    if (key < last)
      entry.report(
        at(index),
        'Figures along a time axis stand in the order of their dates. Move this one up; undated ones stand last.',
      );
    last = key;
  }
}

/** A window stands for drives or devices that were sent, or that are aimed at. */
function checkWindows(entry: Entry, byId: ReadonlyMap<string, Entry>): void {
  for (const [index, id] of strings(entry.data['figures']).entries()) {
    const { stage, unit } = byId.get(id)?.data ?? {};
    // What is no stage or unit at all is told at the figure.
    const isOther =
      STAGES.some((one) => one === stage && one !== 'sent' && one !== 'aimed') ||
      UNITS.some((one) => one === unit && one !== 'drives' && one !== 'devices');
    if (isOther)
      reportAt(
        entry,
        ['figures', index],
        `A window stands for a thousand drives or devices, sent or aimed at; ${quoted(id)} has the stage ${quoted(String(stage))} and the unit ${quoted(String(unit))}. Take it out, or draw the chart as bars.`,
      );
  }
}

/** A time axis needs a figure with a date. */
function checkDated(entry: Entry, members: readonly Entry[]): void {
  if (members.length > 0 && members.every(({ data }) => data['asOf'] === UNDATED))
    reportAt(
      entry,
      ['figures'],
      'No figure of this chart has a date, so there is no time axis. Draw it as bars or ranges.',
    );
}

/** Figures above the scale are figures of the chart, and only a time chart has such a place. */
function checkOffScale(entry: Entry): void {
  const members = strings(entry.data['figures']);
  const offScale = strings(entry.data['offScale']);
  const at = (...path: number[]) => entry.source.place([...entry.base, 'offScale', ...path]);
  if (offScale.length > 0 && entry.data['form'] !== 'time')
    return entry.report(
      at(),
      'Only charts of the form “time” have figures above the scale. Remove offScale.',
    );
  for (const [index, id] of offScale.entries()) {
    if (!members.includes(id))
      entry.report(
        at(index),
        `${quoted(id)} is not among the figures of this chart.${nearMiss(id, new Set(members))} Name one of them, or take it out.`,
      );
  }
  if (offScale.length > 0 && members.every((id) => offScale.includes(id)))
    entry.report(at(), 'Some figures of the chart must stand on the scale. Take one out of offScale.');
}
