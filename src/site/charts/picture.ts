import { canLetter, letters, widthOf, wrapped, type Letter } from '../lettering.ts';
import { LABEL, PAPER_COLOURS, TITLE, type Style } from '../picture-style.ts';
import { escapeXml } from '../../rules/xml.ts';
import { DRIVES_A_WINDOW, fieldPaths, type FieldPart, type WindowField } from '../../rules/window-field.ts';
import type { ChartGroup, ChartModel, ChartRow } from './chart.ts';
import { KEY_BOX, type KeyItem } from './key.ts';
import { drawMarks, paint, type Anchor, type Colour, type Mark, type Role } from './marks.ts';
import { AXIS, STRIP } from './rows.ts';

/*
 * A chart as a picture that stands for itself: title, drawing, numbers, source line,
 * licence and address, in the colours of paper, with its letters as outlines. Lengths are
 * in pixels of a drawing of `WIDTH`.
 */

const WIDTH = 800;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;

const COLOURS: Record<Colour, string> = { ...PAPER_COLOURS, hatch: 'url(#hatch)' };
const { ink: INK, quiet: QUIET, rule: RULE, paper: PAPER } = PAPER_COLOURS;

const HATCH = `<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path ${paint('empty', COLOURS)} d="M0 0v5"/></pattern>`;

const LEAD: Style = { size: 14.5, face: 'label', colour: QUIET };
const GROUP: Style = { size: 14, face: 'strong', colour: INK };
const VALUE: Style = { size: 13, face: 'strong', colour: INK };
const SMALL: Style = { size: 12, face: 'label', colour: QUIET };
const leading = ({ size, face }: Style) => Math.round(size * (face === 'head' ? 1.15 : 1.4));

interface PictureWords {
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
  sheet.text(chart.title, TITLE, 8);
  sheet.text(chart.description, LEAD, 18);
  if (chart.plot) {
    sheet.marks(chart.plot.marks);
    sheet.y += chart.plot.height + 14;
  }
  if (chart.field) sheet.field(chart.field.windows, chart.field.number);
  for (let index = 0; index < chart.key.length; index += 2) sheet.key(chart.key.slice(index, index + 2));
  if (chart.plot) sheet.text(words.numbered, SMALL);
  if (chart.key.length > 0) sheet.y += 14;
  for (const [index, group] of chart.groups.entries()) sheet.group(group, chart, index === 0);
  sheet.y += 16;
  sheet.rule(INK);
  sheet.y += 10;
  sheet.text(words.sources, SMALL, 4);
  sheet.text(`${words.publisher}. ${words.licence}. ${words.address}`, SMALL);
  const height = Math.ceil(sheet.y + MARGIN);
  const values = chart.groups.flatMap(({ title = '', texts = [], rows }) => [
    [title, ...texts].filter((text) => text !== '').join('. '),
    ...rows.map(({ label, amount, when, source }) =>
      [`${label}: ${amount}`, when, source?.publisher].filter((text) => text).join(', '),
    ),
  ]);
  const desc = [chart.description, ...values, words.sources, words.publisher, words.licence, words.address]
    .filter((text) => text !== '')
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc"><title id="title">${escapeXml(chart.title)}</title><desc id="desc">${escapeXml(desc)}</desc><defs>${chart.field ? HATCH : ''}${sheet.shapes()}</defs><rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${sheet.body}</svg>`;
}

/** The shape of a letter around its baseline, to a hundredth of a pixel. */
const outline = ({ glyph, scale, y }: Letter) =>
  glyph.path
    .scale(scale, -scale)
    .translate(0, -y)
    .toSVG()
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));

/** Columns of a line, each with its left edge and width: label, strip, value, date and source. */
const COLUMNS = {
  strips: { label: [0, 252], strip: [268, 270], value: [556, 172], when: [556, 172] },
  plain: { label: [0, 320], strip: [0, 0], value: [340, 172], when: [520, 208] },
} as const;

/** Lines of a text in a column, with what they are set in. */
interface Cell {
  lines: readonly string[];
  style: Style;
}
const heightOf = ({ lines, style }: Cell) => lines.length * leading(style);

/** Draws the parts of a picture below each other, and keeps each shape of a letter once. */
class Sheet {
  body = '';
  /** Upper edge of the next part. */
  y = MARGIN;
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
      const shape = this.known.get(key) ?? { id: `l${this.known.size.toString(36)}`, d: outline(letter) };
      this.known.set(key, shape);
      return `<use href="#${shape.id}" x="${letter.x.toFixed(1)}"/>`;
    });
    const left = x - (anchor === 'start' ? 0 : widthOf(text, size, face) / (anchor === 'end' ? 1 : 2));
    return `<g fill="${colour}" transform="translate(${left.toFixed(1)} ${y})">${drawn.join('')}</g>`;
  }

  private cell({ lines, style }: Cell, left: number, y: number): void {
    for (const [index, text] of lines.entries())
      this.body += this.line(text, MARGIN + left, y + style.size + index * leading(style), style);
  }

  /** A text across the picture. @param gap below it */
  text(text: string, style: Style, gap = 0): void {
    const cell = { lines: wrapped(text, INNER, style.size, style.face, 20), style };
    this.cell(cell, 0, this.y);
    this.y += heightOf(cell) + gap;
  }

  rule(colour: string): void {
    this.body += `<path stroke="${colour}" d="M${MARGIN} ${this.y + 0.5}h${INNER}"/>`;
    this.y += 1;
  }

  /** A drawing; what comes next stands beside it. */
  marks(marks: readonly Mark[], left = 0, width = INNER, y = this.y): void {
    const px = (percent: number) => Math.round(percent * width) / 100;
    const drawn = drawMarks(marks, {
      x: (percent) => String(px(percent)),
      colours: COLOURS,
      around: (x, y, inside) => `<g transform="translate(${px(x)} ${y})">${inside}</g>`,
      text: (text, x, y, anchor, dx) => this.line(text, px(x) + dx, y, { ...LABEL, size: 12.5 }, anchor),
    });
    this.body += `<g transform="translate(${MARGIN + left} ${y})">${drawn}</g>`;
  }

  /** @param number writes how many drives the windows up to the end of a row stand for */
  field(windows: WindowField, number: (drives: number) => string): void {
    const { sent, aim } = fieldPaths(windows);
    const path = (role: Role, d: string) => `<path ${paint(role, COLOURS)} d="${d}"/>`;
    const part = ({ width, height, rows }: FieldPart, inside: string) => {
      this.body += `<g transform="translate(${MARGIN} ${this.y})">${inside}</g>`;
      for (const [row, count] of rows.entries()) {
        const below = ((row + 0.5) * height) / rows.length + SMALL.size / 3;
        this.body += this.line(number(count * DRIVES_A_WINDOW), MARGIN + width + 12, this.y + below, SMALL);
      }
      this.y += height + 14;
    };
    part(sent, path('lit', sent.lit) + path('panes', sent.bars) + path('hatched', sent.hatched));
    part(aim, path('empty', aim.open));
  }

  /** Meanings of signs, side by side. */
  key(items: readonly KeyItem[]): void {
    const heights = items.map(({ marks, text }, index) => {
      const left = (index * INNER) / 2;
      const cell = { lines: wrapped(text, INNER / 2 - 60, SMALL.size, SMALL.face, 6), style: SMALL };
      this.marks(marks, left, KEY_BOX.width);
      this.cell(cell, left + 44, this.y + 7);
      return Math.max(KEY_BOX.height, heightOf(cell) + 8);
    });
    this.y += Math.max(...heights);
  }

  group({ title, texts = [], rows }: ChartGroup, { axis, plot }: ChartModel, isFirst: boolean): void {
    if (isFirst && axis.length > 0) {
      this.marks(axis, ...COLUMNS.strips.strip);
      this.y += AXIS;
    }
    if (title !== undefined) {
      this.y += isFirst ? 0 : 16;
      this.text(title, GROUP, 2);
    }
    for (const text of texts) this.text(text, SMALL);
    if (title !== undefined) this.y += 4;
    for (const [index, row] of rows.entries()) this.row(row, plot ? String(index + 1) : '');
  }

  private row({ label, amount, when, source, strip }: ChartRow, number: string): void {
    this.rule(RULE);
    const columns = strip ? COLUMNS.strips : COLUMNS.plain;
    const indent = number === '' ? 0 : 26;
    const cell = (text: string, width: number, style: Style): Cell => ({
      lines: wrapped(text, width, style.size, style.face, 5),
      style,
    });
    const labels = cell(label, columns.label[1] - indent, LABEL);
    const values = cell(amount, columns.value[1], VALUE);
    const origin = [when, source?.publisher].filter((text) => text).join(', ');
    const origins = cell(origin, columns.when[1], SMALL);
    // Date and source stand below the value where a strip takes their column.
    const below = strip ? heightOf(values) : 0;
    const top = this.y + 4;
    if (number !== '') this.cell({ lines: [number], style: VALUE }, 0, top);
    this.cell(labels, indent, top);
    if (strip) this.marks(strip, ...columns.strip, top);
    this.cell(values, columns.value[0], top);
    this.cell(origins, columns.when[0], top + below);
    const heights = [heightOf(labels), heightOf(values), below + heightOf(origins), strip ? STRIP : 0];
    this.y += 10 + Math.max(...heights);
  }
}
