import { openSync, type Font } from 'fontkit';
import { createRequire } from 'node:module';

/*
 * Text as outlines, for pictures that must look alike on every machine, whatever fonts
 * it has. The fonts are those of packages, so the same lock file gives the same shapes.
 */

/** `head` is the serif of headings, `label` the sans of labels, `strong` its heavier weight. */
export type Face = 'head' | 'label' | 'strong';

const FILES: Record<Face, [string, string]> = {
  head: ['newsreader', '500'],
  label: ['noto-sans', '400'],
  strong: ['noto-sans', '600'],
};
/** In the order in which they are asked for a letter. */
const SCRIPTS = ['latin', 'latin-ext'];

const { resolve } = createRequire(import.meta.url);
const opened = new Map<Face, Font[]>();

function fonts(face: Face): Font[] {
  const [family, weight] = FILES[face];
  const known =
    opened.get(face) ??
    SCRIPTS.map(
      (script) =>
        openSync(resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff2`)) as Font,
    );
  opened.set(face, known);
  return known;
}

/** Pieces of a text, each with the font that has its letters. */
function runs(text: string, face: Face): [Font, string][] {
  const pieces: [Font, string][] = [];
  for (const letter of text) {
    const font = fonts(face).find((one) => one.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if (!font) continue;
    const last = pieces.at(-1);
    if (last?.[0] === font) last[1] += letter;
    else pieces.push([font, letter]);
  }
  return pieces;
}

/** Whether the fonts have every letter of a text; Hangul and other scripts they have not. */
export function canLetter(text: string): boolean {
  return [...text].every((letter) =>
    fonts('label').some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
  );
}

/** Width of a line in pixels. Letters that the fonts lack have none. */
export function widthOf(text: string, size: number, face: Face): number {
  return runs(text, face).reduce(
    (sum, [font, piece]) => sum + (font.layout(piece).advanceWidth * size) / font.unitsPerEm,
    0,
  );
}

/**
 * A line of text as the `d` of an SVG path.
 * @param x in pixels: where the line begins, has its middle or ends, as `anchor` says
 * @param y of the baseline in pixels
 */
export function outline(
  text: string,
  {
    x,
    y,
    size,
    face,
    anchor = 'start',
  }: {
    x: number;
    y: number;
    size: number;
    face: Face;
    anchor?: 'start' | 'middle' | 'end';
  },
): string {
  let left = x - (anchor === 'start' ? 0 : widthOf(text, size, face) / (anchor === 'end' ? 1 : 2));
  let path = '';
  for (const [font, piece] of runs(text, face)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(piece);
    for (const [index, glyph] of glyphs.entries()) {
      const at = positions[index];
      if (!at) continue;
      path += glyph.path
        .scale(scale, -scale)
        .translate(left + at.xOffset * scale, y - at.yOffset * scale)
        .toSVG()
        .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
      left += at.xAdvance * scale;
    }
  }
  return path;
}

/**
 * Breaks a text into lines of at most `width` pixels.
 * @param most lines at most; what is too much ends in an ellipsis
 */
export function wrapped(text: string, width: number, size: number, face: Face, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size, face) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = `${kept[most - 1]}…`;
  while (widthOf(last, size, face) > width && last.includes(' ')) last = last.replace(/ [^ ]*…$/, '…');
  return [...kept.slice(0, -1), last];
}
