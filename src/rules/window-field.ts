import { UNDATED } from './dates.ts';

/** The part of a figure that the field of windows looks at. */
export interface Total {
  stage: string;
  value?: number | undefined;
  asOf?: string | undefined;
}

/** How many windows of each kind the field has. One window stands for `DRIVES_A_WINDOW` drives. */
export interface WindowField {
  /** The newest total reaches so far: all windows but those of the aim. */
  newest: number;
  /** Two dated accounts put the running total at least so high. */
  agreed: number;
  /** What the newest total has besides: only it, or it and one dated account, go so high. */
  disputed: number;
  /** Announced as an aim and not reported as met. */
  aimed: number;
}

export const DRIVES_A_WINDOW = 1000;

/**
 * The highest of some running totals of what was sent, or of aims. A running total never falls,
 * so it is the newest too, also where its source prints no date.
 */
export const highest = <One extends Total>(
  totals: readonly One[],
  stage: 'sent' | 'aimed',
): One | undefined =>
  totals.filter((one) => one.stage === stage).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];

/**
 * Counts the windows: filled up to the second highest of the dated totals,
 * hatched from there to the newest total, outlined for an aim.
 */
export function windowField(totals: readonly Total[]): WindowField {
  const windows = (total: Total | undefined) => Math.floor((total?.value ?? 0) / DRIVES_A_WINDOW);
  const dated = totals
    .filter(({ stage, asOf }) => stage === 'sent' && asOf !== undefined && asOf !== UNDATED)
    .map(windows)
    .toSorted((a, b) => b - a);
  const newest = windows(highest(totals, 'sent'));
  const agreed = dated[1] ?? 0;
  return { newest, agreed, disputed: newest - agreed, aimed: windows(highest(totals, 'aimed')) };
}

/** Windows in rows. A cell is a window with the gap around it; lengths are in pixels. */
export interface WindowGrid {
  columns: number;
  width: number;
  height: number;
  gap: number;
  /** Where windows stand in groups: after so many of them follows a gap of the width of half a window. */
  group?: number;
}

const GRID = { columns: 25, width: 20, height: 30, gap: 3, group: 10 } as const satisfies WindowGrid;
/** The aim is no part of the count: its windows are half as large. */
const AIM_GRID = { ...GRID, width: 10, height: 14, gap: 1.5 };

/** Width of a row of a grid, in pixels. */
const widthOf = ({ columns, width, group = columns }: WindowGrid) =>
  columns * width + (Math.ceil(columns / group) - 1) * (width / 2);

/** Windows of one size as paths; lengths are in pixels. */
export interface FieldPart {
  width: number;
  height: number;
  /** How many windows stand there when a row ends. */
  rows: readonly number[];
}

/** The field as paths: what was sent, and apart from it the aim. */
export function fieldPaths({ newest, agreed, aimed }: WindowField) {
  const part = (grid: WindowGrid, windows: number): FieldPart => {
    const rows = Math.ceil(windows / grid.columns);
    return {
      width: widthOf(grid),
      height: rows * grid.height,
      rows: Array.from({ length: rows }, (_, row) => Math.min(windows, (row + 1) * grid.columns)),
    };
  };
  const lit = windowPaths(0, agreed, GRID);
  return {
    sent: {
      ...part(GRID, newest),
      lit: lit.panes,
      bars: lit.bars,
      hatched: windowPaths(agreed, newest, GRID).panes,
    },
    aim: { ...part(AIM_GRID, aimed), open: windowPaths(0, aimed, AIM_GRID).panes },
  };
}

/**
 * Paths of the windows from `from` up to `to`: a rectangle for each, and the cross of its bars.
 * Each leads to the next by a relative step, so that a page with many of them stays small.
 */
export function windowPaths(from: number, to: number, grid: WindowGrid) {
  const { columns, width, height, gap, group = columns } = grid;
  const [across, down] = [width - 2 * gap, height - 2 * gap];
  const corner = (index: number): [x: number, y: number] => {
    const column = index % columns;
    const x = column * width + Math.floor(column / group) * (width / 2);
    return [x + gap, Math.floor(index / columns) * height + gap];
  };
  let [panes, bars] = ['', ''];
  for (let index = from; index < to; index++) {
    const [x, y] = corner(index);
    const [before, above] = corner(index - 1);
    const isFirst = index === from;
    panes += isFirst ? `M${x} ${y}` : `m${x - before} ${y - above}`;
    panes += `h${across}v${down}h${-across}z`;
    // The bars of a window end at the middle of its right edge.
    bars += isFirst ? `M${x + across / 2} ${y}` : `m${x - before - across / 2} ${y - above - down / 2}`;
    bars += `v${down}m${-across / 2} ${-down / 2}h${across}`;
  }
  return { panes, bars };
}
