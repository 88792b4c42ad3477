/** The part of a figure that the field of windows looks at. */
export interface Total {
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
    .filter(({ asOf }) => asOf !== undefined && asOf !== 'undated')
    .map(({ value }) => windows(value))
    .toSorted((a, b) => b - a);
  const agreed = dated[1] ?? 0;
  return {
    agreed,
    disputed: Math.max(0, ...sent.map(({ value }) => windows(value))) - agreed,
    aimed: Math.max(0, ...totals.filter(({ stage }) => stage === 'aimed').map(({ value }) => windows(value))),
  };
}

/** How the field is laid out, in pixels of a drawing of `FIELD_WIDTH`. */
const COLUMNS = 27;
const CELL = { width: 20, height: 26 };
const GAP = 3;
export const FIELD_WIDTH = COLUMNS * CELL.width;

/** The field as paths, the aim below what was sent. */
export function fieldPaths({ agreed, disputed, aimed }: WindowField) {
  const rows = (windows: number) => Math.ceil(windows / COLUMNS) * CELL.height;
  const top = rows(agreed + disputed) + CELL.height / 2;
  const path = (from: number, to: number) => windowPath(from, to, COLUMNS, CELL, GAP);
  return {
    height: top + rows(aimed),
    lit: path(0, agreed),
    bars: barsPath(0, agreed, COLUMNS, CELL, GAP),
    hatched: path(agreed, agreed + disputed),
    aimed: { top, d: path(0, aimed) },
  };
}

/** The size of a cell, in pixels. */
interface Cell {
  width: number;
  height: number;
}

/** A path of rectangles, one for each cell from `from` up to `to`, in rows of `columns`. */
export function windowPath(from: number, to: number, columns: number, cell: Cell, gap: number): string {
  const [width, height] = [cell.width - 2 * gap, cell.height - 2 * gap];
  return eachCell(
    { from, to, columns, cell },
    (x, y) => `M${x + gap} ${y + gap}h${width}v${height}h${-width}z`,
  );
}

/** The bars of the lit windows: a cross in each cell from `from` up to `to`. */
export function barsPath(from: number, to: number, columns: number, cell: Cell, gap: number): string {
  const { width, height } = cell;
  return eachCell(
    { from, to, columns, cell },
    (x, y) =>
      `M${x + width / 2} ${y + gap}v${height - 2 * gap}M${x + gap} ${y + height / 2}h${width - 2 * gap}`,
  );
}

/** What `draw` makes of the left and upper edge of each cell. */
function eachCell(
  { from, to, columns, cell }: { from: number; to: number; columns: number; cell: Cell },
  draw: (x: number, y: number) => string,
): string {
  return Array.from({ length: to - from }, (_, index) => {
    const place = from + index;
    return draw((place % columns) * cell.width, Math.floor(place / columns) * cell.height);
  }).join('');
}
