import { dictionaryFor } from '../../i18n/dictionary.ts';
import type { Shape } from '../../rules/drawing-shapes.ts';
import { escapeXml } from '../../rules/xml.ts';
import type { Language } from '../../site.ts';
import { wrapped, type Style } from '../lettering.ts';
import { footOf, LABEL, TITLE } from '../picture-style.ts';
import { PAPER_COLOURS } from '../tokens.ts';
import { BAND_WIDTH, lyingBand, svgText } from './band.ts';
import { isSeen, type DrawingModel } from './drawing.ts';
import { drawShapes, lookSign } from './shapes.ts';

/*
 * A drawing as a picture that stands for itself: title, steps side by side, key, sources,
 * licence and address. Its texts stay texts, in the fonts of the reader.
 */

const MARGIN = 32;
const GAP = 24;
const SERIF = 'Newsreader,Georgia,serif';
const SANS = "system-ui,'Noto Sans',sans-serif";
const { ink: INK, quiet: QUIET } = PAPER_COLOURS;

const HEAD: Style = { size: 19, face: 'head', colour: INK };
const AMOUNT: Style = { size: 21, face: 'head', colour: INK };
const SMALL: Style = { size: 12.5, face: 'label', colour: QUIET };

/** The picture of a drawing as an SVG file. */
export function drawingPicture(drawing: DrawingModel, language: Language): string {
  const t = dictionaryFor(language);
  const sheet = new Sheet();
  const width = BAND_WIDTH;
  let y = sheet.text(drawing.title, TITLE, 0, MARGIN, width) + 8;
  y = sheet.text(drawing.description, SMALL, 0, y, width * 0.75) + 20;
  if (drawing.form === 'band') {
    const band = lyingBand(drawing.steps, t);
    sheet.shapes(band.shapes, 0, y);
    for (const text of band.texts) sheet.add(LABEL, svgText(text, y));
    y += band.height + 16;
  } else
    for (let from = 0; from < drawing.steps.length; from += ROW)
      y = row(sheet, drawing, from, y) + (from + ROW < drawing.steps.length ? ROW_GAP : 20);
  let x = 0;
  for (const look of drawing.looks) {
    sheet.shapes(lookSign(look).shapes, x, y);
    sheet.text(t.drawings.looks[look], SMALL, x + 22, y, 180);
    x += width / 5;
  }
  if (drawing.looks.length > 0) y += 40;
  const [from, ...ours] = footOf(drawing.publishers, drawing.address, t);
  for (const line of [from, ours.join('. ')]) y = sheet.text(line, SMALL, 0, y, width);
  const [outer, tall] = [width + 2 * MARGIN, Math.ceil(y + MARGIN)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${outer}" height="${tall}" viewBox="0 0 ${outer} ${tall}" role="img"><title>${escapeXml(drawing.title)}</title><desc>${escapeXml(drawing.description)}</desc><path fill="${PAPER_COLOURS.paper}" d="M0 0h${outer}v${tall}H0z"/><g transform="translate(${MARGIN})">${sheet.body()}</g></svg>`;
}

/** Steps in a row, and the room between two rows of a drawing that has more, in pixels. */
const ROW = 6;
const ROW_GAP = 28;

/** The steps of a row; gives where they end. A sign that is drawn otherwise for a phone is as wide as two columns. */
function row(sheet: Sheet, { form, steps: all }: DrawingModel, from: number, top: number): number {
  const shown = all.slice(from, from + ROW);
  const doubled = shown.filter(({ narrow }) => narrow).length;
  const columns = Math.max(3, Math.min(ROW, all.length), shown.length + doubled);
  const column = (BAND_WIDTH + GAP) / columns;
  const cells = shown.map((step) => {
    const width = (step.narrow ? 2 : 1) * column - GAP;
    return { step, width, scale: Math.min(1, width / (step.sign?.width ?? 1)) };
  });
  const height = Math.max(...cells.map(({ step: { sign }, scale }) => (sign?.height ?? 0) * scale));
  const before = shown.some((step) => step.before) ? 40 : 0;
  let left = 0;
  const ends = cells.map(({ step, width, scale }, index) => {
    const at = left;
    left += width + GAP;
    if (step.before) {
      sheet.text(step.before, SMALL, at, top, width);
      sheet.shapes([{ look: 'dotted', d: 'M-12 0v200' }], at, top);
    }
    if (step.sign) sheet.shapes(step.sign.shapes, at, top + before, scale);
    const next = form === 'path' && all[from + index + 1];
    if (next && step.sign) {
      const { width: wide, height: tall } = step.sign;
      const way: Shape = {
        look: isSeen(next) ? 'plain' : 'dotted',
        d: `M${wide + 14} ${tall / 2}H${Math.round(column) - 10}`,
      };
      sheet.shapes([way], at, top + before);
    }
    const under = top + before + (step.sign ? height + 14 : 0);
    let y = sheet.text(step.title, HEAD, at, under, width) + 2;
    if (step.large) y = sheet.text(step.large, AMOUNT, at, y, width) + 4;
    for (const [index, { amount, when }] of step.figures.entries()) {
      y = sheet.text(amount, index > 0 || step.large ? LABEL : AMOUNT, at, y, width);
      if (when) y = sheet.text(when, SMALL, at, y, width);
      y += 4;
    }
    if (step.names.length > 0)
      y = sheet.text(step.names.map(({ title }) => title).join(', '), LABEL, at, y, width) + 4;
    return step.text ? sheet.text(step.text, LABEL, at, y, width) : y;
  });
  return Math.max(...ends);
}

/** Gathers shapes and texts; texts of one style share a group. */
class Sheet {
  private drawn = '';
  private readonly texts = new Map<Style, string>();

  body(): string {
    const groups = [...this.texts].map(
      ([{ size, face, colour }, texts]) =>
        `<g font-family="${face === 'head' ? SERIF : SANS}" font-size="${size}"${face === 'strong' ? ' font-weight="600"' : ''} fill="${colour}">${texts}</g>`,
    );
    return this.drawn + groups.join('');
  }

  shapes(shapes: readonly Shape[], x: number, y: number, scale = 1): void {
    const svg = drawShapes(shapes, PAPER_COLOURS);
    const scaled = scale === 1 ? '' : ` scale(${scale.toFixed(3)})`;
    this.drawn += `<g transform="translate(${Math.round(x)} ${Math.round(y)})${scaled}">${svg}</g>`;
  }

  /** A text in a column; gives where it ends. */
  text(text: string, style: Style, x: number, y: number, width: number): number {
    const leading = Math.round(style.size * (style.face === 'head' ? 1.2 : 1.4));
    // The fonts of a reader may be wider than ours, most of all where no narrow serif is there.
    const room = style.face === 'head' ? 0.78 : 0.94;
    const lines = wrapped(text, width * room, style, 12);
    for (const [index, line] of lines.entries())
      this.add(
        style,
        `<text${x === 0 ? '' : ` x="${Math.round(x)}"`} y="${Math.round(y + style.size + index * leading)}">${escapeXml(line)}</text>`,
      );
    return y + lines.length * leading;
  }

  /** Adds a text as SVG. */
  add(style: Style, text: string): void {
    this.texts.set(style, (this.texts.get(style) ?? '') + text);
  }
}
