import { create, type Font, type Glyph } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { memoize, memoizeWeak } from '../rules/memoize.ts';

/*
 * Text as outlines, for pictures that must look alike on every machine, whatever fonts
 * it has. The fonts are those of packages, so the same lock file gives the same shapes.
 */

/** `head` is the serif of headings, `label` the sans of labels, `strong` its heavier weight. */
type Face = 'head' | 'label' | 'strong';

/** What a text is set in. */
export interface Type {
  /** In pixels. */
  size: number;
  face: Face;
}

/** How a text looks. */
export interface Style extends Type {
  colour: string;
}

/** The parts of Noto Sans KR that pictures need: Hangul, then 〈〉, 《》, 『』 and 「」. */
const HANGUL = ['korean', '101', '105', '107', '109'];

/** The files of a face without their ending, in the order in which they are asked for a letter. */
const files = (family: string, weight: number) => [
  ...['latin', 'latin-ext'].map((part) => `${family}/files/${family}-${part}-${weight}`),
  ...HANGUL.map((part) => `noto-sans-kr/files/noto-sans-kr-${part}-${weight}`),
];
const FILES: Record<Face, readonly string[]> = {
  head: files('newsreader', 500),
  label: files('noto-sans', 400),
  strong: files('noto-sans', 600),
};

const { resolve } = createRequire(import.meta.url);
/** Opens a font where it is first needed: that of Hangul has thousands of letters. */
const openedFont = memoize((file: string) => {
  // From WOFF 2 fontkit makes an object of every letter, from a packed table it unpacks all of them for each.
  const font = unpackedFont(readFileSync(resolve(`@fontsource/${file}-normal.woff`)));
  return create(font) as Font;
});

/** The first file of a face whose font has a letter; none where no font has it. */
const fileFor = (letter: string, face: Face): string | undefined =>
  FILES[face].find((file) => openedFont(file).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

/** Pieces of a text, each with the file of the font that has its letters. */
function runs(text: string, face: Face): [file: string, piece: string][] {
  const pieces: [string, string][] = [];
  for (const letter of text) {
    const file = fileFor(letter, face);
    const last = pieces.at(-1);
    if (file && last?.[0] === file) last[1] += letter;
    else if (file) pieces.push([file, letter]);
  }
  return pieces;
}

/** Whether the fonts of a face have every letter of a text: they have Latin letters and Hangul. */
export function canLetter(text: string, face: Face = 'label'): boolean {
  return [...text].every((letter) => fileFor(letter, face) !== undefined);
}

/** Gives a word of a face, set once: most words stand in many pictures, and setting them is what takes the time. */
const wordsIn = memoize((face: Face) => memoize((text: string) => setWord(text, face)));
const wordOf = (text: string, face: Face) => wordsIn(face)(text);

/** Sets a piece in a font. Of Korean words many begin alike, before Latin letters or signs. */
const setIn = memoize((file: string) => memoize((piece: string) => openedFont(file).layout(piece)));

/** A word as its font sets it; lengths are parts of the size of the type. */
function setWord(text: string, face: Face) {
  let width = 0;
  const letters = runs(text, face).flatMap(([file, piece]) => {
    const scale = 1 / openedFont(file).unitsPerEm;
    const { glyphs, positions } = setIn(file)(piece);
    return glyphs.map((glyph, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const x = width + xOffset * scale;
      width += xAdvance * scale;
      /** The same for the same letter of one face, and for no other. */
      const id = `${face}${FILES[face].indexOf(file)}-${glyph.id}`;
      return { id, glyph, scale, x, y: yOffset * scale };
    });
  });
  return { width, letters };
}

/** Width of a line in pixels. Letters that the fonts lack have none. */
export function widthOf(text: string, { size, face }: Type): number {
  const parts = text.split(' ');
  const gaps = (parts.length - 1) * wordOf(' ', face).width;
  return parts.reduce((sum, part) => sum + wordOf(part, face).width, gaps) * size;
}

/** A line of text, with its style and where its baseline begins, in pixels. */
export interface Line extends Style {
  text: string;
  x: number;
  y: number;
}

/** A letter of a line or word: where it begins, above the baseline, in pixels or parts of the size of the type. */
export type Letter = ReturnType<typeof setWord>['letters'][number];

/** The letters of a line that begins at `left`, for drawings that keep the shapes themselves. */
export function letters(text: string, { size, face }: Type, left = 0): Letter[] {
  return text.split(' ').flatMap((part) => {
    const word = wordOf(part, face);
    const start = left;
    left += (word.width + wordOf(' ', face).width) * size;
    return word.letters.map((letter) => ({
      ...letter,
      scale: letter.scale * size,
      x: start + letter.x * size,
      y: letter.y * size,
    }));
  });
}

/**
 * Lines of text as parts of an SVG. The shape of each letter stands in it once, so that
 * a picture with much text is made several times as fast as from whole outlines.
 */
export function lettered(lines: readonly Line[]): string {
  const shapes = new Map<string, string>();
  const drawn = lines.map((line) => {
    const uses = letters(line.text, line, line.x).map(({ id, glyph, scale, x, y }) => {
      const shape = shapes.get(id) ?? shapeOf(glyph);
      shapes.set(id, shape);
      const place = `${Math.round(x)} ${Math.round(line.y - y)}`;
      return shape && `<use href="#${id}" transform="matrix(${scale} 0 0 ${-scale} ${place})"/>`;
    });
    return `<g fill="${line.colour}">${uses.join('')}</g>`;
  });
  const kept = [...shapes].map(([id, shape]) => shape && `<path id="${id}" d="${shape}"/>`);
  return `<defs>${kept.join('')}</defs>${drawn.join('')}`;
}

/** The outline of a letter in the units of its font. */
const shapeOf = memoizeWeak((glyph: Glyph) => glyph.path.toSVG());

/**
 * Breaks a text into lines of at most `width` pixels.
 * @param most lines at most; what is too much ends in an ellipsis
 */
export function wrapped(text: string, width: number, type: Type, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, type) <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = `${kept[most - 1]}…`;
  while (widthOf(last, type) > width && last.includes(' ')) last = last.replace(/ [^ ]*…$/, '…');
  return [...kept.slice(0, -1), last];
}

/** At most so many lines of a text, none wider than it may be: what is too much is cut and ends in an ellipsis. */
export function fitting(text: string, type: Type, width: number, most: number): string[] {
  return wrapped(text, width, type, most).map((line) => {
    let kept = line;
    while (widthOf(kept, type) > width) kept = kept.replace(/.…?$/u, '…');
    return kept.replace(/[\s,;:.–-]+…$/, '…');
  });
}

/** The same words in as many lines of about the same width, so that no word is left alone in the last. */
export function balanced(texts: string[], type: Type, widest: number): string[] {
  for (let width = widest; width > widest / 2; width -= 20) {
    const tighter = wrapped(texts.join(' '), width, type, texts.length + 1);
    if (tighter.length > texts.length || tighter.some((line) => widthOf(line, type) > width)) break;
    texts = tighter;
  }
  return texts;
}

/** Lines below each other, with what they have in common. @param y baseline of the first */
export const stacked = <Look extends object>(
  texts: readonly string[],
  look: Look,
  x: number,
  y: number,
  leading: number,
) => texts.map((text, index) => ({ ...look, text, x, y: y + index * leading }));

/* The two containers of tables, in bytes: WOFF 1.0 (W3C, sections 4 and 5) and OpenType ("otff"). */
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const HEADER = 12;
const ENTRY = 16;

/** The font in a WOFF 1.0 file, as OpenType: the same tables, unpacked. */
export function unpackedFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(HEADER + count * ENTRY);
  // The flavour: which kind of outlines. What follows the count only speeds a search up, and may be 0.
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let end = header.length;
  for (let index = 0; index < count; index++) {
    const from = WOFF_HEADER + index * WOFF_ENTRY;
    const to = HEADER + index * ENTRY;
    const [offset = 0, packed = 0, length = 0] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at));
    const stored = woff.subarray(offset, offset + packed);
    // Each table begins at a multiple of four bytes.
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(stored) : stored).copy(table);
    woff.copy(header, to, from, from + 4);
    woff.copy(header, to + 4, from + 16, from + 20);
    header.writeUInt32BE(end, to + 8);
    header.writeUInt32BE(length, to + 12);
    tables.push(table);
    end += table.length;
  }
  return Buffer.concat([header, ...tables]);
}
