import { UNDATED } from './dates.ts';

/** The part of a figure that the field of windows looks at. */
interface Total {
  stage: string;
  value?: number | undefined;
  asOf?: string | undefined;
}

/** How many windows of each kind the field has. One window stands for `DRIVES_A_WINDOW` drives. */
export interface WindowField {
  /** Two dated accounts put the running total at least so high. */
  agreed: number;
  /** Only one dated account, or an undated one, goes so high. */
  disputed: number;
  /** Announced as an aim and not reported as met. */
  aimed: number;
}

export const DRIVES_A_WINDOW = 1000;

/**
 * Counts the windows: filled up to the second highest of the dated totals,
 * hatched from there to the highest total of all, outlined for an aim.
 */
export function windowField(totals: readonly Total[]): WindowField {
  const windows = (value: number | undefined) => Math.floor((value ?? 0) / DRIVES_A_WINDOW);
  const sent = totals.filter(({ stage }) => stage === 'sent');
  const dated = sent
    .filter(({ asOf }) => asOf !== undefined && asOf !== UNDATED)
    .map(({ value }) => windows(value))
    .toSorted((a, b) => b - a);
  const agreed = dated[1] ?? 0;
  return {
    agreed,
    disputed: Math.max(0, ...sent.map(({ value }) => windows(value))) - agreed,
    aimed: Math.max(0, ...totals.filter(({ stage }) => stage === 'aimed').map(({ value }) => windows(value))),
  };
}

/** Windows in rows. A cell is a window with the gap around it; lengths are in pixels. */
export interface WindowGrid {
  columns: number;
  width: number;
  height: number;
  gap: number;
}

const GRID: WindowGrid = { columns: 27, width: 20, height: 26, gap: 3 };
/** Width of the drawing of the field, in pixels. */
export const FIELD_WIDTH = GRID.columns * GRID.width;

/** The field as paths, the aim below what was sent. */
export function fieldPaths({ agreed, disputed, aimed }: WindowField) {
  const rows = (windows: number) => Math.ceil(windows / GRID.columns) * GRID.height;
  const top = rows(agreed + disputed) + GRID.height / 2;
  const lit = windowPaths(0, agreed, GRID);
  return {
    height: top + rows(aimed),
    lit: lit.panes,
    bars: lit.bars,
    hatched: windowPaths(agreed, agreed + disputed, GRID).panes,
    aimed: { top, d: windowPaths(0, aimed, GRID).panes },
  };
}

/** Paths of the windows from `from` up to `to`: a rectangle for each, and the cross of its bars. */
export function windowPaths(from: number, to: number, { columns, width, height, gap }: WindowGrid) {
  const [across, down] = [width - 2 * gap, height - 2 * gap];
  let [panes, bars] = ['', ''];
  for (let index = from; index < to; index++) {
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
    panes += `M${x + gap} ${y + gap}h${across}v${down}h${-across}z`;
    bars += `M${x + width / 2} ${y + gap}v${down}M${x + gap} ${y + height / 2}h${across}`;
  }
  return { panes, bars };
}
