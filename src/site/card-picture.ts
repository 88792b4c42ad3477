import { site } from '../site.ts';
import type { Card } from './card.ts';
import { lettered, widthOf, wrapped, type Face, type Line } from './lettering.ts';

/* How a card is drawn: the mark and the terms in the margin, the text in a column, the facts at its foot. */

export const [CARD_WIDTH, CARD_HEIGHT] = [1200, 630];

interface Inks {
  ground: string;
  text: string;
  quiet: string;
  rule: string;
  lit: string;
}

const INKS: Record<Card['ground'], Inks> = {
  night: { ground: '#0d1220', text: '#ece7dd', quiet: '#b9bcc6', rule: '#4a5268', lit: '#f0b429' },
  paper: { ground: '#fbf9f4', text: '#151c2e', quiet: '#434b60', rule: '#bdb7a9', lit: '#f0b429' },
};

const MARGIN = 64;
/** Where the column begins. */
const COLUMN = 284;
const RIGHT = CARD_WIDTH - MARGIN;
const MEASURE = RIGHT - COLUMN;
const FOOT = CARD_HEIGHT - MARGIN;
/** Baseline of the first line. */
const TOP = MARGIN + 32;
const SMALL = 28;
const LEADING = 40;
/** Free above the rule. */
const CLEAR = 24;
/** Between the lines of the serif, as a part of its size. */
const HEAD_LEADING = 1.16;
const TITLE_SIZES = [104, 92, 80, 72, 64, 58, 52];
const LABEL_SIZES = [46, 42, 38, 34];
const AMOUNT_SIZES = [168, 150, 132, 116, 100, 88, 76, 64];
/** Words beside the numbers of an amount, and the spaces round them, as parts of the numbers’ size. */
const [BESIDE, GAP] = [0.46, 0.13];
/** An amount that would be smaller in one row stands in two. */
const SMALLEST_IN_ONE_ROW = 84;

/** The picture of a card as SVG. All text stands in it as outlines, so it needs no fonts. */
export function cardSvg(card: Card): string {
  const ink = INKS[card.ground];
  const foot = factLines(card, ink);
  const top = topLines(card, ink);
  const room = foot.rule - CLEAR - top.y;
  const body =
    'title' in card.head
      ? titleLines(card.head.title, ink, top.y, room)
      : amountLines(card.head.amount, card, ink, top.y, room);
  const name: Line = { text: site.name, x: MARGIN, y: 208, size: 31, face: 'head', fill: ink.text };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${ink.ground}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN}) scale(4)"><path d="M13 10h8v6h-8z" fill="${ink.lit}"/>`,
    `<path d="M1 1h8v6H1zM13 1h8v6h-8zM1 10h8v6H1zM13 10h8v6h-8zM1 19h8v6H1zM13 19h8v6h-8z" fill="none" stroke="${ink.text}"/></g>`,
    `<g fill="none" stroke="${ink.text}" stroke-width="2">${top.frames}</g>`,
    foot.lines.length > 0 &&
      `<path d="M${MARGIN} ${foot.rule}H${RIGHT}" stroke="${ink.rule}" stroke-width="2"/>`,
    lettered([name, ...top.lines, ...body, ...foot.lines]),
    '</svg>',
  ]
    .filter(Boolean)
    .join('');
}

/** The facts, which end at the foot, and where the rule over them stands. */
function factLines({ facts }: Card, ink: Inks): { lines: Line[]; rule: number } {
  const rows = facts.map(([term, text]) => ({ term, texts: fitting(text, SMALL, 'label', 2) }));
  let y = FOOT - rows.flatMap(({ texts }) => texts).length * LEADING;
  const rule = y - 10;
  const lines = rows.flatMap(({ term, texts }) =>
    texts.flatMap((text, index) => {
      y += LEADING;
      const line: Line = { text, x: COLUMN, y, size: SMALL, face: 'label', fill: ink.text };
      return index === 0 ? [{ ...line, text: term, x: MARGIN, fill: ink.quiet }, line] : [line];
    }),
  );
  return { lines, rule };
}

/** What it is and how sure, the latter in frames, and where the last line of it stands. */
function topLines({ kind, marks }: Card, ink: Inks): { lines: Line[]; frames: string; y: number } {
  const lines: Line[] = [{ text: kind, x: COLUMN, y: TOP, size: SMALL, face: 'strong', fill: ink.text }];
  let frames = '';
  let [x, y] = [COLUMN + widthOf(kind, SMALL, 'strong') + 20, TOP];
  for (const { text, claimed } of marks) {
    const width = widthOf(text, SMALL, 'label') + 24;
    if (x + width > RIGHT) [x, y] = [COLUMN, y + LEADING + 16];
    frames += `<rect x="${Math.round(x)}" y="${y - 32}" width="${Math.round(width)}" height="46"${claimed ? ' stroke-dasharray="8 6"' : ''}/>`;
    lines.push({ text, x: Math.round(x) + 12, y, size: SMALL, face: 'label', fill: ink.text });
    x += width + 12;
  }
  return { lines, frames, y };
}

function titleLines(title: string, ink: Inks, top: number, room: number): Line[] {
  const above = 24;
  const { texts, size } = largest(title, TITLE_SIZES, 5, room - above - 12);
  return texts.map((text, index) => ({
    text,
    x: COLUMN,
    y: top + above + (index + 0.92) * size * HEAD_LEADING,
    size,
    face: 'head',
    fill: ink.text,
  }));
}

/** The amount as large as the label leaves it room, the label, and the note where there is room for it. */
function amountLines(amount: string, { label, note }: Card, ink: Inks, top: number, room: number): Line[] {
  const candidates = AMOUNT_SIZES.map((most) => {
    const rows = amountRows(amount, most);
    const height = 24 + rows.reduce((sum, { size }, index) => sum + size * (index > 0 ? 1 : 0.76), 0);
    return { rows, height, label: largest(label, LABEL_SIZES, 3, room - height - 14) };
  });
  const chosen = candidates.find(({ label }) => label.whole) ?? candidates.at(-1);
  if (!chosen) return [];
  const lines: Line[] = [];
  let y = top + 24;
  for (const [index, { words, size }] of chosen.rows.entries()) {
    y += size * (index > 0 ? 1 : 0.76);
    for (const { text, part, left } of words)
      lines.push({ text, x: COLUMN + left * size, y, size: part * size, face: 'head', fill: ink.text });
  }
  y += 14;
  for (const text of chosen.label.texts) {
    y += chosen.label.size * HEAD_LEADING;
    lines.push({ text, x: COLUMN, y, size: chosen.label.size, face: 'head', fill: ink.text });
  }
  y += 6;
  const count = Math.min(2, Math.floor((top + room - y) / LEADING));
  for (const text of count > 0 ? shortened(note, count) : []) {
    y += LEADING;
    lines.push({ text, x: COLUMN, y, size: SMALL, face: 'label', fill: ink.quiet });
  }
  return lines;
}

/** A word of an amount: its size and its place in the line, as parts of the size of the line. */
interface Word {
  text: string;
  part: number;
  left: number;
}

/** An amount in one row, or in two where it is long, each as large as it fits. */
function amountRows(amount: string, most: number): { words: Word[]; size: number }[] {
  const texts = amount.split(' ');
  const fit = (rows: string[][]) => Math.min(...rows.map((row) => MEASURE / placed(row).width));
  const splits = texts.slice(1).map((_, index) => [texts.slice(0, index + 1), texts.slice(index + 1)]);
  const [split] = splits.toSorted((a, b) => fit(b) - fit(a));
  const rows = !split || fit([texts]) >= Math.min(most, SMALLEST_IN_ONE_ROW) ? [texts] : split;
  const size = Math.min(most, fit(rows));
  return rows.map((row) => ({ words: placed(row).words, size }));
}

function placed(texts: readonly string[]): { words: Word[]; width: number } {
  const words: Word[] = [];
  let width = 0;
  for (const text of texts) {
    const part = /\d/.test(text) ? 1 : BESIDE;
    if (words.length > 0) width += GAP;
    words.push({ text, part, left: width });
    width += widthOf(text, part, 'head');
  }
  return { words, width };
}

/** A text in the largest of the sizes in which it keeps to its lines and its height; if in none, cut in the last. */
function largest(
  text: string,
  sizes: readonly number[],
  most: number,
  height: number,
): { texts: string[]; size: number; whole: boolean } {
  const set = (size: number) => {
    const count = Math.max(1, Math.min(most, Math.floor(height / (size * HEAD_LEADING))));
    const texts = fitting(text, size, 'head', count);
    return { texts, size, whole: texts.join(' ') === text && count * size <= height };
  };
  const tried = sizes.map(set);
  const found = tried.find(({ whole }) => whole);
  return found ? { ...found, texts: balanced(found.texts, found.size) } : (tried.at(-1) ?? set(SMALL));
}

/** The same words in as many lines of about the same width, so that no word is left alone in the last. */
function balanced(texts: string[], size: number): string[] {
  for (let width = MEASURE; width > MEASURE / 2; width -= 20) {
    const tighter = wrapped(texts.join(' '), width, size, 'head', texts.length + 1);
    if (tighter.length > texts.length || tighter.some((line) => widthOf(line, size, 'head') > width)) break;
    texts = tighter;
  }
  return texts;
}

/** A sentence in so many lines of small type; one that is too long ends after a part of it, if that is not too early. */
function shortened(text: string, most: number): string[] {
  const lines = fitting(text, SMALL, 'label', most);
  const cut = lines.join(' ');
  const [, part = ''] = /^(.*)[,;:] [^,;:]*…$/.exec(cut) ?? [];
  return part.length > cut.length / 3 ? fitting(`${part}…`, SMALL, 'label', most) : lines;
}

/** At most so many lines of a text, none wider than the column: what is too much is cut and ends in an ellipsis. */
function fitting(text: string, size: number, face: Face, most: number): string[] {
  return wrapped(text, MEASURE, size, face, most).map((line) => {
    let kept = line;
    while (widthOf(kept, size, face) > MEASURE) kept = kept.replace(/.…?$/u, '…');
    return kept.replace(/[\s,;:.–-]+…$/, '…');
  });
}
