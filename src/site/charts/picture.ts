import { canLetter, letters, widthOf, wrapped, type Letter, type Style } from '../lettering.ts';
import { footOf, LABEL, TITLE } from '../picture-style.ts';
import { PAPER_COLOURS } from '../tokens.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { formatNumber } from '../../rules/format.ts';
import { escapeXml } from '../../rules/xml.ts';
import { DRIVES_A_WINDOW, fieldPaths, type FieldPart, type WindowField } from '../../rules/window-field.ts';
import type { ChartGroup, ChartModel, ChartRow } from './chart.ts';
import { drawBar, hatching, type Pen } from './draw.ts';

/*
 * A chart as a picture that stands for itself: finding, bars, numbers, source line,
 * licence and address, in the colours of paper, with its letters as outlines. Lengths are
 * in pixels of a drawing of `WIDTH`.
 */

const WIDTH = 800;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;
/** Left edge and width of the columns of a row: what it is, its bar, what the bar stands for. */
const COLUMNS = { label: [0, 250], bar: [270, 290], value: [580, 148] } as const;
const BAR = 16;

const { ink: INK, quiet: QUIET, rule: RULE, paper: PAPER, lit: LIT } = PAPER_COLOURS;
const pen = (width: number): Pen => ({
  colours: PAPER_COLOURS,
  hatch: 'hatch',
  across: (percent) => String(Math.round(percent * width) / 100),
});

const LEAD: Style = { size: 14.5, face: 'label', colour: QUIET };
const GROUP: Style = { size: 14, face: 'strong', colour: INK };
const VALUE: Style = { size: 13, face: 'strong', colour: INK };
const SMALL: Style = { size: 12, face: 'label', colour: QUIET };
const leading = ({ size, face }: Style) => Math.round(size * (face === 'head' ? 1.15 : 1.4));

/** The picture of a chart as an SVG file. Its texts stand in `<title>` and `<desc>` too, for machines. */
export function chartPicture(chart: ChartModel, t: Dictionary): string {
  const publishers = chart.sources.map(({ publisher }) => publisher);
  const [sources, ...ours] = footOf(publishers, chart.address, t);
  const sheet = new Sheet();
  sheet.text(chart.title, TITLE, 8);
  sheet.text(chart.description, LEAD, 18);
  if (chart.field) sheet.field(chart.field, t);
  sheet.key(chart.key);
  sheet.axis(chart);
  for (const [index, group] of chart.groups.entries()) sheet.group(group, index === 0);
  sheet.y += 16;
  sheet.rule(INK);
  sheet.y += 10;
  sheet.text(sources, SMALL, 4);
  sheet.text(ours.join('. '), SMALL);
  const height = Math.ceil(sheet.y + MARGIN);
  const values = chart.groups.flatMap(({ title = '', texts = [], rows }) => [
    [title, ...texts].filter(Boolean).join('. '),
    ...rows.map(({ label, amount, when, source }) =>
      [`${label}: ${amount}`, when, source?.publisher].filter(Boolean).join(', '),
    ),
  ]);
  const desc = [chart.description, ...values, sources, ...ours].filter(Boolean).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc"><title id="title">${escapeXml(chart.title)}</title><desc id="desc">${escapeXml(desc)}</desc><defs>${hatching(pen(INNER))}${sheet.shapes()}</defs><rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${sheet.body}</svg>`;
}

/** By letter, size and height: the same ones stand in many pictures, and to draw them takes most of the time. */
const outlines = new Map<string, string>();

/** The shape of a letter around its baseline, to a hundredth of a pixel. */
function outline({ id, glyph, scale, y }: Letter): string {
  const key = `${id} ${scale} ${y}`;
  const shape = outlines.get(key) ?? glyph.path.transform(scale, 0, 0, -scale, 0, -y).toSVG();
  outlines.set(key, shape);
  return shape;
}

/** Lines of a text in a column, with what they are set in. */
type Cell = ReturnType<typeof cellOf>;
const heightOf = ({ lines, style }: Cell) => lines.length * leading(style);
const cellOf = (text: string, width: number, style: Style, most = 6) => ({
  lines: wrapped(text, width, style, most),
  style,
});

type Anchor = 'start' | 'middle' | 'end';

/** Draws the parts of a picture below each other, and keeps each shape of a letter once. */
class Sheet {
  body = '';
  /** Upper edge of the next part. */
  y = MARGIN;
  private readonly known = new Map<string, { id: string; d: string }>();

  shapes(): string {
    return [...this.known.values()].map(({ id, d }) => `<path id="${id}" d="${d}"/>`).join('');
  }

  private line(text: string, x: number, y: number, style: Style, anchor: Anchor = 'start') {
    const { size, face, colour } = style;
    // A script that the fonts lack is left to the fonts of the reader.
    if (!canLetter(text, face))
      return `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" fill="${colour}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
    const drawn = letters(text, style).map((letter) => {
      const key = `${size} ${letter.id}`;
      const shape = this.known.get(key) ?? { id: `l${this.known.size.toString(36)}`, d: outline(letter) };
      this.known.set(key, shape);
      return `<use href="#${shape.id}" x="${letter.x.toFixed(1)}"/>`;
    });
    const left = x - (anchor === 'start' ? 0 : widthOf(text, style) / (anchor === 'end' ? 1 : 2));
    return `<g fill="${colour}" transform="translate(${left.toFixed(1)} ${y})">${drawn.join('')}</g>`;
  }

  private cell({ lines, style }: Cell, left: number, y: number): void {
    for (const [index, text] of lines.entries())
      this.body += this.line(text, MARGIN + left, y + style.size + index * leading(style), style);
  }

  /** A text across the picture. @param gap below it */
  text(text: string, style: Style, gap = 0): void {
    const cell = cellOf(text, INNER, style, 20);
    this.cell(cell, 0, this.y);
    this.y += heightOf(cell) + gap;
  }

  rule(colour: string): void {
    this.body += `<path stroke="${colour}" d="M${MARGIN} ${this.y + 0.5}h${INNER}"/>`;
    this.y += 1;
  }

  /** A bar in the column of bars, or a sign of a look. */
  private bar(
    bar: ChartRow['bar'],
    [left, width]: readonly [number, number],
    top: number,
    height: number,
  ): void {
    this.body += `<g transform="translate(${MARGIN + left} ${top})">${drawBar(bar, 0, height, pen(width))}</g>`;
  }

  field(windows: WindowField, t: Dictionary): void {
    const { sent, aim } = fieldPaths(windows);
    const path = (fill: string, d: string) =>
      `<path fill="${fill}" stroke="${INK}" stroke-width=".7" d="${d}"/>`;
    const part = ({ width, height, rows }: FieldPart, inside: string) => {
      this.body += `<g transform="translate(${MARGIN} ${this.y})">${inside}</g>`;
      for (const [row, count] of rows.entries()) {
        const below = ((row + 0.5) * height) / rows.length + SMALL.size / 3;
        const drives = formatNumber(count * DRIVES_A_WINDOW, t);
        this.body += this.line(drives, MARGIN + width + 12, this.y + below, SMALL);
      }
      this.y += height + 14;
    };
    part(sent, path(LIT, sent.lit) + path('none', sent.bars) + path('url(#hatch)', sent.hatched));
    part(aim, path('none', aim.open));
  }

  /** A sign of a look, and what it stands for. */
  private sign(look: ChartModel['key'][number]['look'], text: string, left: number, width: number): number {
    this.bar([{ look, from: 0, to: 100 }], [left, 14], this.y + 3, 11);
    const cell = cellOf(text, width - 22, SMALL);
    this.cell(cell, left + 22, this.y);
    return heightOf(cell);
  }

  /** What the looks of bars mean, side by side. */
  key(items: ChartModel['key']): void {
    const width = INNER / Math.max(1, items.length);
    const heights = items.map(({ look, text }, index) => this.sign(look, text, index * width, width - 12));
    this.y += items.length > 0 ? Math.max(...heights) + 16 : 0;
  }

  axis({ ticks, unit }: ChartModel): void {
    const [left, width] = COLUMNS.bar;
    if (unit) this.cell(cellOf(unit, COLUMNS.value[1], SMALL), COLUMNS.value[0], this.y);
    for (const [index, tick] of ticks.entries()) {
      const anchor = index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle';
      const x = MARGIN + left + (index * width) / (ticks.length - 1);
      this.body += this.line(tick, x, this.y + SMALL.size, SMALL, anchor);
    }
    this.y += ticks.length > 0 ? 20 : 0;
  }

  group({ title, texts = [], rows }: ChartGroup, isFirst: boolean): void {
    if (title !== undefined) {
      this.y += isFirst ? 0 : 16;
      this.text(title, GROUP, 2);
    }
    for (const text of texts) this.text(text, SMALL);
    if (title !== undefined) this.y += 4;
    for (const row of rows) this.row(row);
  }

  private row({ label, amount, when, source, bar, parts = [] }: ChartRow): void {
    this.rule(RULE);
    const labels = cellOf(label, COLUMNS.label[1], LABEL);
    const values = cellOf(amount, COLUMNS.value[1], VALUE);
    const origin = [when, source?.publisher].filter(Boolean).join(', ');
    const origins = cellOf(origin, COLUMNS.label[1], SMALL);
    const top = this.y + 4;
    this.cell(labels, COLUMNS.label[0], top);
    this.bar(bar, COLUMNS.bar, top + 2, BAR);
    this.cell(values, COLUMNS.value[0], top);
    this.cell(origins, COLUMNS.label[0], top + heightOf(labels));
    this.y = top + BAR + 8;
    for (const { look, text } of parts) this.y += this.sign(look, text, COLUMNS.bar[0], COLUMNS.bar[1]);
    this.y = Math.max(this.y, top + heightOf(values), top + heightOf(labels) + heightOf(origins)) + 6;
  }
}
