/** Kinds of pages in the order in which they matter, those that matter alike together. */
const RANKS = [['page', 'category'], ['news'], ['figure'], ['chart']] as const;
export const QUICK_KINDS = RANKS.flat();
export type QuickKind = (typeof QUICK_KINDS)[number];

/** An entry so much worse than the best one of the figures counts less than its age. */
const ALIKE = 0.6;

/** Pages before reports, reports before figures and charts; of figures that fit alike the newest first. */
export function inOrder<Entry extends { kind: QuickKind; date?: string | undefined }>(
  hits: readonly { entry: Entry; score: number }[],
): Entry[] {
  return RANKS.flatMap((kinds) => {
    const group = hits.filter(({ entry }) => kinds.some((kind) => kind === entry.kind));
    if (kinds[0] !== 'figure') return group;
    const best = Math.max(...group.map(({ score }) => score));
    const isWorse = ({ score }: { score: number }) => score < best * ALIKE;
    return group.toSorted(
      (a, b) =>
        Number(isWorse(a)) - Number(isWorse(b)) || (b.entry.date ?? '').localeCompare(a.entry.date ?? ''),
    );
  }).map(({ entry }) => entry);
}
