import { canLetter, letters, widthOf, wrapped, type Face, type Letter } from '../lettering.ts';
import { escapeXml } from '../../rules/xml.ts';
import { FIELD_WIDTH, fieldPaths, type WindowField } from '../../rules/window-field.ts';
import type { ChartGroup, ChartModel, ChartRow } from './chart.ts';
import { KEY_BOX, type KeyItem } from './key.ts';
import { drawMarks, paint, type Anchor, type Colour, type Mark, type Pen, type Role } from './marks.ts';
import { AXIS, STRIP } from './rows.ts';

/*
 * A chart as a picture that stands for itself: title, drawing, numbers, source line,
 * licence and address, in the colours of paper, with its letters as outlines. Lengths are
 * in pixels of a drawing of `WIDTH`.
 */

const WIDTH = 800;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;

/** Those of the sheet for a light page. */
const COLOURS: Record<Colour, string> = {
  ink: '#171c2b',
  slate: '#5e7486',
  rule: '#d6d0c4',
  paper: '#fdfbf6',
  lit: '#f0b13c',
  hatch: 'url(#hatch)',
};
const { ink: INK, rule: RULE, paper: PAPER } = COLOURS;
const QUIET = '#454b5c';

const HATCH = `<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path ${paint('empty', COLOURS)} d="M0 0v5"/></pattern>`;

interface Style {
  size: number;
  face: Face;
  colour: string;
}
const TITLE: Style = { size: 28, face: 'head', colour: INK };
const LEAD: Style = { size: 14.5, face: 'label', colour: QUIET };
const GROUP: Style = { size: 14, face: 'strong', colour: INK };
const LABEL: Style = { size: 13, face: 'label', colour: INK };
const VALUE: Style = { size: 13, face: 'strong', colour: INK };
const SMALL: Style = { size: 12, face: 'label', colour: QUIET };
const leading = ({ size, face }: Style) => Math.round(size * (face === 'head' ? 1.15 : 1.4));

/** A part of the picture, across its whole width. */
interface Block {
  height: number;
  /** @param y of its upper edge */
  draw: (y: number) => string;
}

export interface PictureWords {
  /** Whose figures they are: the line at the foot. */
  sources: string;
  publisher: string;
  licence: string;
  /** Whole address of the page of the chart. */
  address: string;
  numbered: string;
}

/** The picture of a chart as an SVG file. Its texts stand in `<title>` and `<desc>` too, for machines. */
export function chartPicture(chart: ChartModel, words: PictureWords): string {
  const sheet = new Sheet();
  const blocks: Block[] = [
    sheet.text(chart.title, TITLE),
    gap(8),
    sheet.text(chart.description, LEAD),
    gap(18),
    ...(chart.plot ? [sheet.marks(chart.plot.marks, chart.plot.height), gap(14)] : []),
    ...(chart.field ? [field(chart.field), gap(14)] : []),
    ...pairsOf(chart.key).map((items) => sheet.keyed(items)),
    ...(chart.plot ? [sheet.text(words.numbered, SMALL)] : []),
    gap(chart.key.length > 0 ? 14 : 0),
    ...chart.groups.flatMap((group, index) => sheet.group(group, chart, index === 0)),
    gap(16),
    rule(INK),
    gap(10),
    sheet.text(words.sources, SMALL),
    gap(4),
    sheet.text(`${words.publisher}. ${words.licence}. ${words.address}`, SMALL),
  ];
  let y = MARGIN;
  const body = blocks
    .map((block) => {
      const drawn = block.draw(y);
      y += block.height;
      return drawn;
    })
    .join('');
  const height = Math.ceil(y + MARGIN);
  const values = chart.groups.flatMap(({ title = '', texts = [], rows }) => [
    [title, ...texts].filter((text) => text !== '').join('. '),
    ...rows.map(({ label, amount, when, source }) =>
      [`${label}: ${amount}`, when, source?.publisher].filter((text) => text).join(', '),
    ),
  ]);
  const desc = [chart.description, ...values, words.sources, words.publisher, words.licence, words.address]
    .filter((text) => text !== '')
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc"><title id="title">${escapeXml(chart.title)}</title><desc id="desc">${escapeXml(desc)}</desc><defs>${chart.field ? HATCH : ''}${sheet.shapes()}</defs><rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${body}</svg>`;
}

const pairsOf = <T>(items: readonly T[]): T[][] =>
  items.flatMap((item, index) => (index % 2 === 0 ? [[item, ...items.slice(index + 1, index + 2)]] : []));

/** The shape of a letter around its baseline, to a hundredth of a pixel. */
const outline = ({ glyph, scale, y }: Letter) =>
  glyph.path
    .scale(scale, -scale)
    .translate(0, -y)
    .toSVG()
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));

const gap = (height: number): Block => ({ height, draw: () => '' });
const rule = (colour: string): Block => ({
  height: 1,
  draw: (y) => `<path stroke="${colour}" d="M${MARGIN} ${y + 0.5}h${INNER}"/>`,
});

function field(windows: WindowField): Block {
  const { height, lit, bars, hatched, aimed } = fieldPaths(windows);
  const scale = INNER / FIELD_WIDTH;
  const path = (role: Role, d: string) => `<path ${paint(role, COLOURS)} d="${d}"/>`;
  return {
    height: height * scale,
    draw: (y) =>
      `<g transform="translate(${MARGIN} ${y}) scale(${scale.toFixed(4)})">${path('lit', lit)}${path('panes', bars)}${path('hatched', hatched)}<g transform="translate(0 ${aimed.top})">${path('empty', aimed.d)}</g></g>`,
  };
}

/** Columns of a line, each with its left edge and width: label, strip, value, date and source. */
const COLUMNS = {
  strips: { label: [0, 252], strip: [268, 270], value: [556, 172], when: [556, 172] },
  plain: { label: [0, 320], strip: [0, 0], value: [340, 172], when: [520, 208] },
} as const;

/** Draws texts, and keeps each shape of a letter once. */
class Sheet {
  private readonly known = new Map<string, { id: string; d: string }>();

  shapes(): string {
    return [...this.known.values()].map(({ id, d }) => `<path id="${id}" d="${d}"/>`).join('');
  }

  private line(text: string, x: number, y: number, { size, face, colour }: Style, anchor: Anchor = 'start') {
    // A script that the fonts lack is left to the fonts of the reader.
    if (!canLetter(text, face))
      return `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" fill="${colour}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
    const drawn = letters(text, size, face).map((letter) => {
      const key = `${size} ${letter.id}`;
      const shape = this.known.get(key) ?? {
        id: `l${this.known.size.toString(36)}`,
        d: outline(letter),
      };
      this.known.set(key, shape);
      return `<use href="#${shape.id}" x="${letter.x.toFixed(1)}"/>`;
    });
    const left = x - (anchor === 'start' ? 0 : widthOf(text, size, face) / (anchor === 'end' ? 1 : 2));
    return `<g fill="${colour}" transform="translate(${left.toFixed(1)} ${y})">${drawn.join('')}</g>`;
  }

  /** Lines below each other, in a column. */
  private column(lines: readonly string[], x: number, y: number, style: Style): string {
    return lines
      .map((text, index) => this.line(text, x, y + style.size + index * leading(style), style))
      .join('');
  }

  text(text: string, style: Style): Block {
    const lines = wrapped(text, INNER, style.size, style.face, 20);
    return {
      height: lines.length * leading(style),
      draw: (y) => this.column(lines, MARGIN, y, style),
    };
  }

  marks(marks: readonly Mark[], height: number, left = 0, width = INNER): Block {
    return {
      height,
      draw: (y) => `<g transform="translate(${MARGIN + left} ${y})">${drawMarks(marks, this.pen(width))}</g>`,
    };
  }

  private pen(width: number): Pen {
    const px = (percent: number) => Math.round(percent * width) / 100;
    return {
      x: (percent) => String(px(percent)),
      colours: COLOURS,
      around: (x, y, inside) => `<g transform="translate(${px(x)} ${y})">${inside}</g>`,
      text: (text, x, y, anchor, dx) => this.line(text, px(x) + dx, y, { ...LABEL, size: 12.5 }, anchor),
    };
  }

  /** Meanings of signs, side by side. */
  keyed(items: readonly KeyItem[]): Block {
    const width = INNER / 2;
    const columns = items.map(({ marks, text }, index) => {
      const lines = wrapped(text, width - 60, SMALL.size, SMALL.face, 6);
      const left = index * width;
      const drawing = this.marks(marks, KEY_BOX.height, left, KEY_BOX.width);
      const height = Math.max(KEY_BOX.height, lines.length * leading(SMALL) + 8);
      return {
        height,
        draw: (y: number) => drawing.draw(y) + this.column(lines, MARGIN + left + 44, y + 7, SMALL),
      };
    });
    return {
      height: Math.max(...columns.map(({ height }) => height)),
      draw: (y) => columns.map((column) => column.draw(y)).join(''),
    };
  }

  group({ title, texts = [], rows }: ChartGroup, chart: ChartModel, isFirst: boolean): Block[] {
    const [left, width] = COLUMNS.strips.strip;
    return [
      ...(isFirst && chart.axis.length > 0 ? [this.marks(chart.axis, AXIS, left, width)] : []),
      ...(title === undefined ? [] : [gap(isFirst ? 0 : 16), this.text(title, GROUP), gap(2)]),
      ...texts.map((text) => this.text(text, SMALL)),
      gap(title === undefined ? 0 : 4),
      ...rows.flatMap((row, index) => [rule(RULE), this.row(row, chart.plot ? String(index + 1) : '')]),
    ];
  }

  private row({ label, amount, when, source, strip }: ChartRow, number: string): Block {
    const columns = strip ? COLUMNS.strips : COLUMNS.plain;
    const indent = number === '' ? 0 : 26;
    const origin = [when, source?.publisher].filter((text) => text).join(', ');
    const cell = (text: string, [, width]: readonly [number, number], { size, face }: Style, less = 0) =>
      wrapped(text, width - less, size, face, 5);
    const labels = cell(label, columns.label, LABEL, indent);
    const values = cell(amount, columns.value, VALUE);
    const origins = cell(origin, columns.when, SMALL);
    // Date and source stand below the value where a strip takes their column.
    const below = strip ? values.length * leading(VALUE) : 0;
    const drawing = strip && this.marks(strip, STRIP, columns.strip[0], columns.strip[1]);
    return {
      height:
        10 +
        Math.max(
          labels.length * leading(LABEL),
          values.length * leading(VALUE),
          below + origins.length * leading(SMALL),
          strip ? STRIP : 0,
        ),
      draw: (y) =>
        this.column(number === '' ? [] : [number], MARGIN, y + 4, VALUE) +
        this.column(labels, MARGIN + indent, y + 4, LABEL) +
        (drawing?.draw(y + 4) ?? '') +
        this.column(values, MARGIN + columns.value[0], y + 4, VALUE) +
        this.column(origins, MARGIN + columns.when[0], y + 4 + below, SMALL),
    };
  }
}
