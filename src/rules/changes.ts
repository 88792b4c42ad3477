import type { Dictionary } from '../i18n/dictionary.ts';
import { ascending, newestFirst } from './dates.ts';
import { formatStated, formatWhen } from './format.ts';
import type { Change, ChangedFigure, Statement } from './statement.ts';
import { figureStates } from './versions.ts';
import { CHANGE_KINDS } from './vocabulary.ts';

/** A text with its changes. */
interface ChangedText {
  address: string;
  data: { title: string; changes: readonly Change[] };
}

/** A change with what it was made to. */
export interface ListedChange<Figure = ChangedFigure> extends Change {
  /** Title of the text, or label of the figure. */
  title: string;
  /** Address of the change itself: that of the text or figure, with an anchor. */
  address: string;
  /** Tells it from others where several have one address. */
  id?: string;
  /** The figure as it stood before the change and after it, where a figure was changed. */
  figure?: { before: Figure; after: Figure };
}

const byDayAndKind = (a: Change, b: Change) =>
  newestFirst(a.date, b.date) || CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind);

/** The changes of one text or figure, newest first. */
export function inChangeOrder<T extends Change>(changes: readonly T[]): T[] {
  return changes.toSorted(byDayAndKind);
}

/**
 * Gives each change its anchor on the page: `change-2026-03-14-1`, the number counting the
 * changes of that day. A new change is written below the others, so an anchor never changes.
 */
export function withAnchors<T extends Change>(changes: readonly T[]): (T & { anchor: string })[] {
  return changes.map((change, index) => {
    const ofDay = changes.slice(0, index + 1).filter(({ date }) => date === change.date);
    return { ...change, anchor: `change-${change.date}-${ofDay.length}` };
  });
}

/**
 * The changes of substance to texts, figures and records of other lists, newest first; those of one day and kind by address. Each
 * list stands in the order of its days, as the check demands; of one page, the last that
 * was made comes first.
 */
export function changesOf<Figure extends ChangedFigure>(
  texts: readonly ChangedText[],
  figures: readonly Figure[],
  records: readonly (ChangedText & { id: string })[] = [],
): ListedChange<Figure>[] {
  return [
    ...texts.flatMap(changesOfText),
    // Their pages list no changes, so no anchor leads to one.
    ...records.flatMap(({ id, address, data }) =>
      changesOfText({ address: id, data }).map((one) => ({ ...one, id: one.address, address })),
    ),
    ...figures.flatMap(changesOfFigure<Figure>),
  ]
    .filter(({ kind }) => kind !== 'rewording')
    .toSorted((a, b) => byDayAndKind(a, b) || ascending(pageOf(a), pageOf(b)));
}

const pageOf = ({ address }: ListedChange<unknown>) => address.replace(/#.*/, '');

const changesOfText = ({ address, data: { title, changes } }: ChangedText) =>
  withAnchors(changes)
    .toReversed()
    .map(({ date, kind, what, anchor }) => ({ date, kind, what, title, address: `${address}#${anchor}` }));

/** The changes of a figure, each with the figure before and after it. */
function changesOfFigure<Figure extends ChangedFigure>(figure: Figure): ListedChange<Figure>[] {
  const { address, label: title, changes } = figure;
  const states = figureStates(figure);
  return changesOfText({ address, data: { title, changes } }).map((change, index) => ({
    ...change,
    figure: { before: states[index + 1] ?? figure, after: states[index] ?? figure },
  }));
}

/** What a figure stated before a change and states after it, in the words of the site; the value comes first. */
export function differences(before: Statement, after: Statement, t: Dictionary) {
  const quoted = (text: string | undefined) =>
    text === undefined ? t.changes.nothing : t.changes.quoted({ text });
  const rows: [name: string, tell: (figure: Statement) => string][] = [
    [t.changes.value, (figure) => formatStated(figure, t)],
    [t.statistics.when, (figure) => formatWhen(figure, t)],
    [t.changes.dateNote, ({ dateNote }) => quoted(dateNote)],
    [t.changes.label, ({ label }) => quoted(label)],
    [t.changes.stage, ({ stage }) => t.stages[stage].title],
    [t.changes.counted, ({ counted }) => quoted(counted)],
    [t.statistics.by, ({ reportedBy }) => reportedBy],
    [t.statistics.method, ({ method }) => quoted(method)],
    [t.statistics.not, ({ notMeaning }) => quoted(notMeaning)],
    [t.statistics.formula, ({ formula }) => quoted(formula)],
    [t.statistics.sources, ({ sources = [] }) => sources.join(', ')],
    [t.statistics.sure, ({ certainty }) => t.certainty[certainty]],
  ];
  return rows
    .map(([name, tell]) => ({ name, was: tell(before), now: tell(after) }))
    .filter(({ was, now }) => was !== now);
}

/** The days that a text or figure carries. */
export interface Dated {
  added?: string;
  updated?: string;
  checked?: string;
  changes: readonly { date: string }[];
}

/** The newest day on which a text or figure was added, rewritten, checked or changed. */
export function lastChange({ added, updated, checked, changes }: Dated): string {
  return newestDay([added, updated, checked, ...changes.map(({ date }) => date)]);
}

/** The newest of some days; an empty text where there is none. */
export function newestDay(days: readonly (string | undefined)[]): string {
  return days.reduce<string>((newest, day = '') => (day > newest ? day : newest), '');
}
