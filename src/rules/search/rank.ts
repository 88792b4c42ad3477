import { ascending } from '../dates.ts';

/** What is put in order. */
interface Ranked {
  kind: 'page' | 'category' | 'news' | 'figure' | 'chart';
  date?: string | undefined;
}

/** Kinds in the order in which they matter. */
const RANKS: readonly (readonly Ranked['kind'][])[] = [['page', 'category'], ['news'], ['figure'], ['chart']];
/** An entry so much worse than the best one of the figures counts less than its age. */
const ALIKE = 0.6;

/** Pages before reports, reports before figures and charts; of figures that fit alike the newest first. */
export function inOrder<Entry extends Ranked>(
  hits: readonly { entry: Entry | undefined; score: number }[],
): Entry[] {
  const found = hits.flatMap(({ entry, score }) => (entry ? [{ entry, score }] : []));
  return RANKS.flatMap((kinds) => {
    const group = found.filter(({ entry: { kind } }) => kinds.includes(kind));
    if (!kinds.includes('figure')) return group;
    const best = Math.max(...group.map(({ score }) => score));
    const isAlike = ({ score }: { score: number }) => score >= best * ALIKE;
    const newestFirst = group.toSorted((a, b) => ascending(b.entry.date ?? '', a.entry.date ?? ''));
    return [...newestFirst.filter(isAlike), ...newestFirst.filter((one) => !isAlike(one))];
  }).map(({ entry }) => entry);
}
