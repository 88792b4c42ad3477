import type { Change, ChangedFigure, Statement, Was } from './statement.ts';

/*
 * The versions of a page. The first is what was published; each change makes a further
 * one. Changes stand in the order in which they were made, so a version keeps its number.
 */

export interface Version<C = Change> {
  /** Counted from 1. */
  number: number;
  /** Day from which it stood; not known of the first version of a page that was changed since. */
  day: string | undefined;
  /** Day on which the next one took its place; the newest has none. */
  until: string | undefined;
  /** The change that made it; the first has none. */
  change: C | undefined;
}

/**
 * The versions of a page, newest first.
 * @param firstDay the day on which it was published, where that is known
 */
export function versionsOf<C extends { date: string }>(
  changes: readonly C[],
  firstDay: string | undefined,
): Version<C>[] {
  const days = [firstDay, ...changes.map(({ date }) => date)];
  return days
    .map((day, index) => ({ number: index + 1, day, until: days[index + 1], change: changes[index - 1] }))
    .toReversed();
}

/** A figure as it stands now, with the changes from which its earlier versions follow. */
export interface VersionedFigure extends Omit<ChangedFigure, 'address'> {
  /** YYYY-MM-DD */
  checked: string;
}

/**
 * A figure as it stood before a change. A value takes the place of a range and a day that
 * of a period, and the reverse.
 */
function beforeChange<Figure extends Statement>(after: Figure, was: Was): Figure {
  return {
    ...after,
    ...(was.value !== undefined && { range: undefined }),
    ...(was.range !== undefined && { value: undefined }),
    ...(was.asOf !== undefined && { period: undefined }),
    ...(was.period !== undefined && { asOf: undefined }),
    ...(Object.fromEntries(
      Object.entries(was).map(([field, value]) => [field, value ?? undefined]),
    ) as Partial<Figure>),
  };
}

/** A figure as it stands, and as it stood before each of its changes, the newest first. */
export function figureStates<F extends Omit<ChangedFigure, 'address'>>(figure: F): F[] {
  let stood = figure;
  return [figure, ...figure.changes.toReversed().map(({ was = {} }) => (stood = beforeChange(stood, was)))];
}

/**
 * The versions of a figure as it stood in each, newest first, made by undoing its changes one after the other.
 * @param published the day of its first version, where that is on record: the day of its
 *   check is the same only as long as there is no other
 */
export function figureVersions<F extends VersionedFigure>(figure: F, published?: string) {
  const states = figureStates(figure);
  const firstDay = published ?? (figure.changes.length === 0 ? figure.checked : undefined);
  return versionsOf<F['changes'][number]>(figure.changes, firstDay).map((version, index) => ({
    ...version,
    figure: states[index] ?? figure,
  }));
}

/**
 * A figure as it may have stood when a version of a text was written, the likeliest first, so that what the version
 * says is not changed by what becomes of the figure later. Changes tell no hour: of those of its day each may
 * have come before it or after. Most come before; where the next version is of the same day, after.
 */
export function figureStatesIn<F extends VersionedFigure>(
  { day, until }: Pick<Version<unknown>, 'day' | 'until'>,
  figure: F,
): F[] {
  const at = day ?? until;
  if (at === undefined) return [figure];
  const states = figureVersions(figure)
    .filter((state) => (!state.change || state.change.date <= at) && (!state.until || state.until >= at))
    .map((state) => state.figure);
  return day === undefined || day === until ? states.toReversed() : states;
}

/** More ways in which something may have stood are not tried. */
const MOST_CHOICES = 1_000;

/** The choices of one of each list, those with the first of them before others. Of very many only the first. */
export const choices = <T>(lists: readonly (readonly T[])[]) => allChoices(lists).take(MOST_CHOICES);

function* allChoices<T>([list, ...others]: readonly (readonly T[])[]): Generator<T[]> {
  for (const one of list ?? []) for (const rest of allChoices(others)) yield [one, ...rest];
  if (!list) yield [];
}

/** A change of a text: the passage as it stood, and as it stands now. */
interface TextChange extends Change {
  was?: string | undefined;
  now?: string | undefined;
}

/** A version of a text: its source as it then stood, or the change that kept no passage of it. */
export interface TextVersion extends Version<TextChange> {
  body?: string;
  lostBy?: TextChange;
}

/** How often a passage stands in a text. */
export const timesIn = (body: string, passage: string) => body.split(passage.trim()).length - 1;

/** A text with a passage put back, where the change keeps it. */
export function putBack(body: string, { was, now }: Pick<TextChange, 'was' | 'now'>): string | undefined {
  return was === undefined || now === undefined ? undefined : body.replace(now.trim(), () => was.trim());
}

/**
 * What a text said in each of its versions. Each passage that was changed is put back, the
 * newest first; older than a change that keeps no passage, as one that was made for
 * somebody's safety, no version is kept, unless it is known to have had the same body.
 * @param body the source of the text as it stands now, without its front matter; the
 *   check has found each passage in it once
 * @param versions as `versionsOf` gives them
 * @param isAsPublished whether a version with this body says what was published as that version
 */
export function textVersions(
  body: string,
  versions: readonly Version<TextChange>[],
  isAsPublished: (version: TextVersion) => boolean = () => false,
): TextVersion[] {
  let stood: { body: string } | { lostBy: TextChange } = { body };
  return versions.map((version, index, all) => {
    const found = { ...version, ...stood };
    const older = all[index + 1];
    if (version.change && older && 'body' in stood) {
      const before = putBack(stood.body, version.change);
      if (before !== undefined) stood = { body: before };
      else if (!isAsPublished({ ...older, ...stood })) stood = { lostBy: version.change };
    }
    return found;
  });
}
