import type { Qualifier } from '../../rules/vocabulary.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { WindowField } from '../../rules/window-field.ts';
import {
  box,
  DIFFER_SIGN,
  line,
  PASSED_SIGN,
  reachOf,
  reachStrokes,
  sign,
  stageSign,
  VALUE_SIGN,
  when,
  type Mark,
  type Reach,
  type Role,
  type Stroke,
} from './marks.ts';
import { extentOf } from './measured.ts';
import { BREAK, type TimeChart, type TimeFigure } from './time.ts';
import { ON, STOP, type LawTimes } from './rows.ts';

/** What a sign means. Its marks are drawn within `KEY_BOX`. */
export interface KeyItem {
  marks: Mark[];
  text: string;
}

/** Size of the drawing beside a meaning, in pixels. */
export const KEY_BOX = { width: 32, height: 34 };
const [CENTRE, LEVEL] = [50, KEY_BOX.height / 2];

const item = (text: string, ...marks: Mark[]): KeyItem => ({ marks, text });
const atCentre = (...strokes: readonly Stroke[]) => sign(CENTRE, LEVEL, ...strokes);

/**
 * What the limits of some figures mean, each way of showing one once.
 * @param stem the line from zero that an upper limit has
 */
function limits(
  figures: readonly { qualifier: Qualifier }[],
  value: Stroke,
  stem: Mark,
  t: Dictionary,
): KeyItem[] {
  const upright = value !== VALUE_SIGN;
  const ways: [Exclude<Reach, 'none'>, Qualifier][] = [
    ['soft', 'about'],
    ['above', 'more-than'],
    ['below', 'up-to'],
  ];
  return ways
    .filter(([reach]) => figures.some(({ qualifier }) => reachOf(qualifier) === reach))
    .map(([reach, limit]) =>
      item(
        t.charts.key[reach],
        ...when(reach === 'below', stem),
        atCentre(...reachStrokes(limit, upright), value),
      ),
    );
}

/** The signs of a time chart, of those only that it shows. */
export function timeKey({ points, pairs }: TimeChart, t: Dictionary): KeyItem[] {
  const { key } = t.charts;
  const figures = points.map(({ figure }) => figure);
  const stages = [...new Set(figures.map(({ stage }) => stage))];
  const named = (stage: TimeFigure['stage']) =>
    stage === 'collected' || stage === 'sent' || stage === 'aimed' ? key[stage] : t.stages[stage].title;
  const isRange = (figure: TimeFigure) => extentOf(figure)[0] < extentOf(figure)[1];
  const sent = stageSign('sent');
  const stem = line('reach', CENTRE, KEY_BOX.height, CENTRE, LEVEL);
  const period = [line('thin', 0, LEVEL, CENTRE, LEVEL), atCentre(sent)];
  const differ = [line('differ', 0, LEVEL, 100, LEVEL), atCentre(...DIFFER_SIGN)];
  return [
    ...when(stages.length > 1, ...stages.map((stage) => item(named(stage), atCentre(stageSign(stage))))),
    ...limits(figures, stageSign(stages[0] ?? 'sent'), stem, t),
    ...when(figures.some(isRange), item(key.range, line('bar', CENTRE, 6, CENTRE, 28))),
    ...when(
      figures.some(({ period }) => period !== undefined),
      item(key.period, ...period),
    ),
    ...when(pairs.length > 0, item(key.differ, ...differ)),
    ...when(
      points.some(({ isOff }) => isOff),
      item(key.off, sign(CENTRE, 11, BREAK, sent)),
    ),
  ];
}

/** The signs of a chart of ranges, of those only that it shows. */
export function rangesKey(
  figures: readonly { qualifier: Qualifier; range?: { from: number; to: number } | undefined }[],
  t: Dictionary,
): KeyItem[] {
  const points = figures.filter(({ range }) => range === undefined);
  return [
    ...limits(points, VALUE_SIGN, line('reach', 0, LEVEL, CENTRE, LEVEL), t),
    ...when(points.length < figures.length, item(t.charts.key.range, box('fill', 0, LEVEL - 5, 100, 10))),
  ];
}

/** What the outline of a share means. */
export const sharesKey = ({ charts: { key } }: Dictionary): KeyItem[] => [
  item(key.whole, box('grid', 2, LEVEL - 6, 96, 12), box('fill', 2, LEVEL - 6, 50, 12)),
];

/** The signs of the terms of laws, of those only that are shown. */
export function lawsKey(laws: readonly LawTimes[], { charts: { key } }: Dictionary): KeyItem[] {
  const bar = (text: string, role: Role, end: Stroke) =>
    item(text, line(role, 0, LEVEL, 70, LEVEL), sign(70, LEVEL, end));
  const has = (field: keyof LawTimes) => laws.some((law) => law[field] !== undefined);
  const lacks = (field: keyof LawTimes) => laws.some((law) => law[field] === undefined);
  return [
    ...when(lacks('until'), bar(key.force, 'bar', ON)),
    ...when(has('until'), bar(key.until, 'bar', STOP)),
    ...when(lacks('from'), bar(key.broken, 'broken', ON)),
    ...when(has('passed'), item(key.passed, atCentre(PASSED_SIGN))),
  ];
}

/** The kinds of windows, each with how many there are. */
export function fieldKey({ agreed, disputed, aimed }: WindowField, { field }: Dictionary): KeyItem[] {
  const kind = (role: Role, text: string) => item(text, atCentre({ d: 'M-7-10H7V10H-7Z', role }));
  return [
    kind('lit', field.agreed({ count: agreed })),
    kind('hatched', field.disputed({ count: disputed })),
    kind('empty', field.aimed({ count: aimed })),
  ];
}
