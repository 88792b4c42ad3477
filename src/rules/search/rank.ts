import { ascending } from '../dates.ts';
import type { QuickEntry, QuickKind } from './quick-search.ts';

/** An entry so much worse than the best one of the figures counts less than its age. */
const ALIKE = 0.6;

/** Pages before reports, reports before figures and charts; of figures that fit alike the newest first. */
export function inOrder(hits: readonly { entry: QuickEntry | undefined; score: number }[]): QuickEntry[] {
  const found = hits.filter((hit): hit is { entry: QuickEntry; score: number } => hit.entry !== undefined);
  return RANKS.flatMap((kinds) => {
    const group = found.filter(({ entry: { kind } }) => kinds.includes(kind));
    if (!kinds.includes('figure')) return group;
    const best = Math.max(...group.map(({ score }) => score));
    const dateOf = ({ entry: { date = '' } }: (typeof found)[number]) => date;
    const [alike, others] = [
      group.filter(({ score }) => score >= best * ALIKE),
      group.filter(({ score }) => score < best * ALIKE),
    ];
    return [alike, others].flatMap((part) => part.toSorted((a, b) => ascending(dateOf(b), dateOf(a))));
  }).map(({ entry }) => entry);
}

const RANKS: readonly (readonly QuickKind[])[] = [['page', 'category'], ['news'], ['figure'], ['chart']];
