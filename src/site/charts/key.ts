import type { Qualifier } from '../../rules/vocabulary.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { WindowField } from '../../rules/window-field.ts';
import {
  DIFFER_SIGN,
  PASSED_SIGN,
  reachOf,
  reachStrokes,
  stageSign,
  VALUE_SIGN,
  type Mark,
  type Reach,
  type Stroke,
} from './marks.ts';
import { extentOf } from './measured.ts';
import { BREAK, type TimeChart, type TimeFigure } from './time.ts';
import { ON, STOP, type Term } from './rows.ts';

/** What a sign means. Its marks are drawn within `KEY_BOX`. */
export interface KeyItem {
  marks: Mark[];
  text: string;
}

/** Size of the drawing beside a meaning, in pixels. */
export const KEY_BOX = { width: 32, height: 34 };
const [CENTRE, LEVEL] = [50, KEY_BOX.height / 2];

const item = (text: string, ...marks: Mark[]): KeyItem => ({ marks, text });
const sign = (...strokes: Stroke[]): Mark => ({ sign: strokes, x: CENTRE, y: LEVEL });

/** Limits that stand for each way of showing one. */
const LIMITS: [Exclude<Reach, 'none'>, Qualifier][] = [
  ['soft', 'about'],
  ['above', 'more-than'],
  ['below', 'up-to'],
];

/** The signs of a time chart, of those only that it shows. */
export function timeKey({ places, pairs }: TimeChart, t: Dictionary): KeyItem[] {
  const { key } = t.charts;
  const figures = places.map(({ figure }) => figure);
  const stages = [...new Set(figures.map(({ stage }) => stage))];
  const named = (stage: TimeFigure['stage']) =>
    stage === 'collected' || stage === 'sent' || stage === 'aimed' ? key[stage] : t.stages[stage].title;
  const has = (check: (figure: TimeFigure) => boolean) => figures.some(check);
  return [
    ...(stages.length > 1 ? stages.map((stage) => item(named(stage), sign(stageSign(stage)))) : []),
    ...LIMITS.filter(([reach]) => has(({ qualifier }) => reachOf(qualifier) === reach)).map(
      ([reach, limit]) => {
        const stem: Mark = { line: [CENTRE, KEY_BOX.height, CENTRE, LEVEL], role: 'reach' };
        const strokes = sign(...reachStrokes(limit, true), stageSign(stages[0] ?? 'sent'));
        return item(key[reach], ...(reach === 'below' ? [stem] : []), strokes);
      },
    ),
    ...(has((figure) => extentOf(figure)[0] < extentOf(figure)[1])
      ? [item(key.range, { line: [CENTRE, 6, CENTRE, 28], role: 'bar' })]
      : []),
    ...(has(({ period }) => period !== undefined)
      ? [item(key.period, { line: [0, LEVEL, CENTRE, LEVEL], role: 'thin' }, sign(stageSign('sent')))]
      : []),
    ...(pairs.length > 0
      ? [item(key.differ, { line: [0, LEVEL, 100, LEVEL], role: 'differ' }, sign(...DIFFER_SIGN))]
      : []),
    ...(places.some(({ isOff }) => isOff)
      ? [item(key.off, { sign: [BREAK, stageSign('sent')], x: CENTRE, y: 11 })]
      : []),
  ];
}

/** The signs of a chart of ranges, of those only that it shows. */
export function rangesKey(
  figures: readonly { qualifier: Qualifier; range?: { from: number; to: number } | undefined }[],
  { charts: { key } }: Dictionary,
): KeyItem[] {
  const shown = LIMITS.filter(([reach]) =>
    figures.some(({ qualifier, range }) => range === undefined && reachOf(qualifier) === reach),
  );
  return [
    ...shown.map(([reach, limit]) => {
      const stem: Mark = { line: [0, LEVEL, CENTRE, LEVEL], role: 'reach' };
      const strokes = sign(...reachStrokes(limit, false), VALUE_SIGN);
      return item(key[reach], ...(reach === 'below' ? [stem] : []), strokes);
    }),
    ...(figures.some(({ range }) => range)
      ? [item(key.range, { box: [0, LEVEL - 5, 100, 10], role: 'fill' })]
      : []),
  ];
}

/** What the outline of a share means. */
export function sharesKey({ charts: { key } }: Dictionary): KeyItem[] {
  return [
    item(
      key.whole,
      { box: [2, LEVEL - 6, 96, 12], role: 'grid' },
      { box: [2, LEVEL - 6, 50, 12], role: 'fill' },
    ),
  ];
}

/** The signs of the terms of laws, of those only that are shown. */
export function termsKey(laws: readonly Term[], { charts: { key } }: Dictionary): KeyItem[] {
  const bar = (role: 'bar' | 'broken', end: Stroke): Mark[] => [
    { line: [0, LEVEL, 70, LEVEL], role },
    { sign: [end], x: 70, y: LEVEL },
  ];
  const has = (check: (law: Term) => boolean) => laws.some(check);
  return [
    ...(has(({ until }) => until === undefined) ? [item(key.force, ...bar('bar', ON))] : []),
    ...(has(({ until }) => until !== undefined) ? [item(key.until, ...bar('bar', STOP))] : []),
    ...(has(({ from }) => from === undefined) ? [item(key.broken, ...bar('broken', ON))] : []),
    ...(has(({ passed }) => passed !== undefined) ? [item(key.passed, sign(PASSED_SIGN))] : []),
  ];
}

/** The kinds of windows, each with how many there are. */
export function fieldKey({ agreed, disputed, aimed }: WindowField, { field }: Dictionary): KeyItem[] {
  const kinds = [
    ['lit', `${agreed}: ${field.agreed}`],
    ['hatched', `${disputed}: ${field.disputed}`],
    ['empty', `${aimed}: ${field.aimed}`],
  ] as const;
  return kinds.map(([role, text]) =>
    item(text, { sign: [{ d: 'M-7-10H7V10H-7Z', role }], x: CENTRE, y: LEVEL }),
  );
}
