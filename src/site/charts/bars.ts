import { scaleLinear, scaleUtc } from 'd3-scale';
import type { DrawingLook } from '../../rules/drawing-shapes.ts';
import type { Stage } from '../../rules/vocabulary.ts';
import { sortKey, UNDATED } from '../../rules/dates.ts';
import { endOf } from '../../rules/figure-order.ts';
import type { Amount, When } from '../../rules/statement.ts';
import { firstDate, type LawDates } from '../../rules/timeline.ts';

/*
 * Every chart is a table whose rows each have a bar, all on one scale. Places are in
 * percent of the scale.
 */

/** A piece of a bar. */
export interface Piece {
  /** How sure it is, as in the drawings: counted; contested; aim or estimate; not observed. */
  look: DrawingLook;
  from: number;
  to: number;
}

/** The part of a figure that a bar draws. */
export interface Measured extends Pick<Amount, 'value' | 'range'>, When {
  id: string;
  stage: Stage;
  measure?: string | undefined;
  crossChecks?: readonly { sum: readonly string[]; times?: string | undefined }[];
}

/** What an editor says of the figures of a chart. */
interface Marked {
  /** Ids of figures that other accounts do not bear out. */
  contested?: readonly string[];
  /** Ids of figures that would flatten all others; their bars are cut. */
  offScale?: readonly string[];
}

/** A place on a scale, to a tenth of a percent. */
const round = (value: number) => Math.round(value * 10) / 10;

/** Lowest and highest value of a figure; the same number twice where it is one value. */
export function extentOf({ value, range }: Pick<Amount, 'value' | 'range'>): [number, number] {
  return range ? [range.from, range.to] : [value ?? 0, value ?? 0];
}

const top = (figure: Measured) => extentOf(figure)[1];

/**
 * A scale that begins at zero and ends with its last tick; its ticks stand at equal distances.
 * What lies above it has its place at its end.
 */
export function scaleFor(highest: number) {
  const scale = scaleLinear([0, highest || 1], [0, 100])
    .nice(3)
    .clamp(true);
  return { ticks: scale.ticks(3), at: (value: number) => round(scale(value)) };
}

/** The bars of figures, and their scale. */
export function barsOf(figures: readonly Measured[], marked: Marked = {}) {
  const isOff = ({ id }: Measured) => marked.offScale?.includes(id) ?? false;
  const scale = scaleFor(Math.max(...figures.filter((one) => !isOff(one)).map(top)));
  const bars = figures.map((figure): Piece[] => {
    const [low, high] = extentOf(figure).map(scale.at) as [number, number];
    const sure = Math.min(low, scale.at(borneOut(figure, figures, marked)));
    const look = lookOf(figure);
    const pieces: Piece[] = [
      ...steps(figure, figures).map(([from, to]) => ({
        look,
        from: scale.at(from),
        to: Math.min(scale.at(to), sure),
      })),
      { look: 'hatched', from: sure, to: low },
      { look: 'outline', from: low, to: high },
    ];
    return (isOff(figure) ? pieces.flatMap(cut) : pieces).filter(({ from, to }) => to > from);
  });
  return { bars, scale };
}

/** How many times as high as the next an account is whose bar is cut where no editor has chosen. */
const FLATTENS = 4;

/** The bars of all accounts of one thing, that of one figure lit, and their scale. */
export function accountBars(figures: readonly Measured[], own: string) {
  const [highest, next] = figures.toSorted((a, b) => top(b) - top(a));
  const isFar = highest && next && top(highest) > FLATTENS * top(next);
  const alone = figures.map((figure) => ({ ...figure, crossChecks: [] }));
  const { bars, scale } = barsOf(alone, { offScale: isFar ? [highest.id] : [] });
  const told = figures.map(({ id, range }, index) =>
    (bars[index] ?? []).map((piece) => {
      const isOpen = range !== undefined && piece.from > 0;
      return { ...piece, look: isOpen ? 'outline' : id === own ? 'lit' : 'plain' } satisfies Piece;
    }),
  );
  return { scale, bars: told };
}

/** An aim, and what was multiplied and not counted, is an outline. */
const lookOf = ({ stage }: Measured): DrawingLook =>
  stage === 'aimed' || stage === 'reached' || stage === 'hours' ? 'outline' : 'lit';

/** The gap that cuts the bar of what lies far above the scale. */
const [CUT, CUT_END] = [92, 94];
const cut = (piece: Piece): Piece[] => [
  { ...piece, to: Math.min(piece.to, CUT) },
  { ...piece, from: Math.max(piece.from, CUT_END) },
];

/**
 * How far a contested figure is borne out by others: by the highest account of
 * the same thing that is not contested and not later, or by the sum that it should be. What a
 * running total came to says nothing of what it was before.
 */
export function borneOut(figure: Measured, figures: readonly Measured[], { contested = [] }: Marked): number {
  if (!contested.includes(figure.id)) return Infinity;
  const others = figures.filter(
    (one) =>
      one.measure && one.measure === figure.measure && !contested.includes(one.id) && isNoLater(one, figure),
  );
  const sum = partsOf(figure, figures).reduce((total, part) => total + top(part), 0);
  return Math.max(0, ...others.map(top), sum);
}

/** Whether a figure stood before another, or when it did; one without a date may be later than any. */
function isNoLater(one: When, than: When): boolean {
  const [end, limit] = [endOf(one), endOf(than)];
  return limit === UNDATED || (end !== UNDATED && sortKey(end) <= sortKey(limit));
}

/** The figures of a chart that should add up to one of them. */
export function partsOf<Figure extends Measured>(
  { crossChecks = [] }: Figure,
  figures: readonly Figure[],
): Figure[] {
  const check = crossChecks.find(
    ({ sum, times }) => times === undefined && sum.every((id) => figures.some((one) => one.id === id)),
  );
  return (check?.sum ?? []).flatMap((id) => figures.find((one) => one.id === id) ?? []);
}

/** What is known of a figure, in the steps of those that should add up to it: from where to where each goes. */
function steps(figure: Measured, figures: readonly Measured[]): [from: number, to: number][] {
  let sum = 0;
  const parts = partsOf(figure, figures).map((part): [number, number] => [sum, (sum += top(part))]);
  return [...parts, [sum, Infinity]];
}

/** The bar of a share, within the outline of all who were asked. */
export function shareOf(figure: Pick<Amount, 'value' | 'range'>): Piece[] {
  const [low, high] = extentOf(figure).map(round) as [number, number];
  const pieces: Piece[] = [
    { look: 'lit', from: 0, to: low },
    { look: 'hatched', from: low, to: high },
    { look: 'outline', from: high, to: 100 },
  ];
  return pieces.filter(({ from, to }) => to > from);
}

/** The middle of a month or year, or the day. */
const dayIn = (date: string): Date =>
  new Date(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date);

/** Years on a scale have equal distances, and as many labels as have room on a phone. */
const MOST_YEARS = 5;

/**
 * When each law was in force, as far as is known, and the years of the scale, which end after
 * the last that is named.
 * @param known the day up to which laws are known: a law without an end reaches it, and no further
 */
export function lawBars(laws: readonly Omit<LawDates, 'status'>[], known: string) {
  const named = [
    known,
    ...laws.flatMap(({ passed, from, described, until }) => [passed, from, described, until]),
  ].flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  const first = Math.min(...named);
  const step = Math.ceil((Math.max(...named) + 1 - first) / MOST_YEARS);
  const ticks = [first];
  while ((ticks.at(-1) ?? 0) <= Math.max(...named)) ticks.push((ticks.at(-1) ?? 0) + step);
  const scale = scaleUtc([Date.UTC(first, 0), Date.UTC(ticks.at(-1) ?? first, 0)], [0, 100]);
  const at = (date: string) => round(scale(dayIn(date)));
  return {
    ticks,
    bars: laws.map(({ passed, from, described, until }): Piece[] => [
      {
        // What a source describes as in force was so from then on, whenever it began.
        look: (from ?? described) === undefined ? 'dotted' : 'lit',
        from: at(from ?? described ?? firstDate({ passed })),
        to: at(until ?? known),
      },
    ]),
  };
}
