import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Shape, Sign } from '../../rules/drawing-shapes.ts';
import { EVENT_KINDS, type EventKind } from '../../rules/vocabulary.ts';
import { escapeXml } from '../../rules/xml.ts';
import { balanced, stacked, wrapped } from '../lettering.ts';
import type { DrawingStep } from './drawing.ts';

/*
 * Events along the years, with a lane for each kind: lying for wide screens and files,
 * standing beside a list for narrow ones. Lengths are in pixels.
 */

export const BAND_WIDTH = 1080;
const LEFT = 122;
const LANE = 126;
const TOP = 30;
const LABEL = { width: 116, size: 13, face: 'label', leading: 16 } as const;

/** A text of a band in SVG, so far below the top of the band. */
export const svgText = ({ text, x, y, anchor }: ReturnType<typeof lyingBand>['texts'][number], top = 0) =>
  `<text x="${x}" y="${Math.round(top + y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`;

const laneOf = (kind: EventKind) => EVENT_KINDS.indexOf(kind);
const mark = (x: number, y: number): Shape => ({ look: 'solid', d: `M${x - 5} ${y - 7}h10v14h-10z` });

/** The band lying: a window for each event, its date and title beside it, above and below in turn. */
export function lyingBand(steps: readonly DrawingStep[], t: Dictionary) {
  const events = steps.flatMap(({ title, event }) => (event ? [{ title, ...event }] : []));
  const years = events.map(({ year }) => Math.floor(year));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const x = (year: number) =>
    Math.round(LEFT + ((year - first) / (last - first)) * (BAND_WIDTH - LEFT - LABEL.width / 2));
  const y = (lane: number) => TOP + lane * LANE + LANE / 2;
  const height = TOP + EVENT_KINDS.length * LANE;
  const lanes: Shape[] = EVENT_KINDS.map((_, lane) => ({
    look: 'lane',
    d: `M${LEFT} ${y(lane)}H${BAND_WIDTH}`,
  }));
  const ticks = Array.from({ length: last - first }, (_, index) => first + index).filter(
    (year) => year === first || year % 5 === 0,
  );
  return {
    width: BAND_WIDTH,
    height,
    shapes: [
      ...lanes,
      {
        look: 'lane' as const,
        d: ticks
          .map((year) => EVENT_KINDS.map((_, lane) => `M${x(year)} ${y(lane) - 4}v8`).join(''))
          .join(''),
      },
      ...events.map(({ kind, year }) => mark(x(year), y(laneOf(kind)))),
    ],
    texts: [
      ...EVENT_KINDS.flatMap((kind, lane) => {
        const lines = wrapped(t.timeline.kinds[kind].name, LEFT - 20, LABEL, 3);
        const start = y(lane) + 4 - ((lines.length - 1) * LABEL.leading) / 2;
        return stacked(lines, { anchor: 'start' } as const, 0, start, LABEL.leading);
      }),
      ...ticks.map((year) => ({ text: String(year), x: x(year), y: 14, anchor: 'middle' }) as const),
      ...EVENT_KINDS.flatMap((kind) =>
        events
          .filter((event) => event.kind === kind)
          .flatMap(({ title: words, when, year }, index) => {
            // Narrow, so that it keeps clear of its neighbours in wider fonts too.
            const title = balanced(wrapped(words, LABEL.width, LABEL, 2), LABEL, LABEL.width);
            const lines = [when, ...title];
            const middle = y(laneOf(kind));
            const start = index % 2 ? middle + 22 : middle - 14 - (lines.length - 1) * LABEL.leading;
            return stacked(lines, { anchor: 'middle' } as const, x(year), start, LABEL.leading);
          }),
      ),
    ],
  };
}

/** A piece of the band standing, beside an event of its list: the lanes, and its window on one. */
export function standingPiece(kind: EventKind): Sign {
  const x = (lane: number) => 8 + lane * 16;
  const lanes: Shape[] = EVENT_KINDS.map((_, lane) => ({ look: 'lane', d: `M${x(lane)} 0v400` }));
  return { width: 64, height: 400, shapes: [...lanes, mark(x(laneOf(kind)), 14)] };
}
