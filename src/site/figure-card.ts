import type { Dictionary } from '../i18n/dictionary.ts';
import { formatStated, formatWhen } from '../rules/format.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../rules/sharing.ts';
import type { Amount, When } from '../rules/statement.ts';
import { site } from '../site.ts';
import { cardSvg, HEAD_LEADING, largest, MARGIN, mark } from './cards.ts';
import type { FigureRecord } from './content.ts';
import { canLetter, fitting, stacked, widthOf, type Line, type Style } from './lettering.ts';
import { NIGHT_COLOURS } from './tokens.ts';

/*
 * The card of a figure: the picture with which links to it are shown. It says what is
 * claimed only together with who says so.
 */

/** What stands on the card of a figure. */
type FigureCard = NonNullable<ReturnType<typeof figureCard>>;

type FigureOnCard = Amount &
  When &
  Pick<FigureRecord, 'label' | 'stage' | 'counted' | 'reportedBy' | 'certainty' | 'conflicts'>;

/**
 * The card of a figure: the amount, what it is of, who gives it, its date and its source.
 * Where the fonts lack letters of one of these, there is none, for a number alone would mislead.
 * @param publishers of the sources, the first first
 */
export function figureCard(figure: FigureOnCard, publishers: readonly string[], t: Dictionary) {
  const { stage, reportedBy, certainty, conflicts } = figure;
  const [first = '', ...others] = new Set(publishers);
  /** The kind of counting. */
  const kind = t.stages[stage].title;
  /** How sure it is; each stands in a frame, dashed for a claim. */
  const marks = [
    ...(conflicts.length > 0 ? [{ text: t.accountsDiffer, claimed: false }] : []),
    ...(certainty === 'claimed' ? [{ text: t.certainty.claimed, claimed: true }] : []),
  ];
  const amount = spaced(formatStated(figure, t));
  const [label, note] = [spaced(figure.label), spaced(figure.counted)];
  const needed: (readonly [term: string, text: string])[] = [
    [t.statistics.by, spaced(reportedBy)],
    [t.cards.date, spaced(formatWhen(figure, t))],
  ];
  const source = spaced(others.length > 0 ? t.cards.sources({ first, others: others.length }) : first);
  const small = [kind, ...marks.map(({ text }) => text), ...needed.flat()];
  if (!small.every((text) => canLetter(text)) || !canLetter(amount + label, 'head')) return undefined;
  return {
    ...{ kind, marks, amount, label },
    /** Shortened to the room that is left, or left out. */
    note: canLetter(note) ? note : '',
    facts: canLetter(source) ? [...needed, [t.cards.source, source] as const] : needed,
  };
}

/** What the card of a figure says, for those who do not see it. */
export function cardText({ kind, marks, amount, label, facts }: FigureCard): string {
  const parts = [
    `${kind}: ${amount}`,
    label,
    ...marks.map(({ text }) => text),
    ...facts.map(([term, text]) => `${term}: ${text}`),
  ];
  return `${parts.filter(Boolean).join('. ')}.`;
}

/** A text with plain, single spaces, at which lines may break. */
function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const { ink: INK, quiet: QUIET, rule: RULE } = NIGHT_COLOURS;
/** Where the column begins. */
const COLUMN = 284;
const RIGHT = CARD_WIDTH - MARGIN;
const COLUMN_WIDTH = RIGHT - COLUMN;
const FOOT = CARD_HEIGHT - MARGIN;
/** Baseline of the first line. */
const TOP = MARGIN + 32;
const SMALL: Style = { size: 28, face: 'label', colour: INK };
const FAINT: Style = { ...SMALL, colour: QUIET };
const STRONG: Style = { ...SMALL, face: 'strong' };
/** Set in any size. */
const HEAD: Style = { size: 31, face: 'head', colour: INK };
const LEADING = 40;
/** Free above the rule. */
const CLEAR = 24;
const LABEL_SIZES = [46, 42, 38, 34] as const;
const SMALLEST_AMOUNT = 64;
const AMOUNT_SIZES = [168, 150, 132, 116, 100, 88, 76, SMALLEST_AMOUNT];
/** How far the first row of an amount stands above its baseline, as a part of its size. */
const FIRST_ROW = 0.76;
/** Words beside the numbers of an amount, and the spaces round them, as parts of the numbers’ size. */
const [BESIDE, GAP] = [0.46, 0.13];
/** An amount that would be smaller in one row stands in two. */
const SMALLEST_IN_ONE_ROW = 84;

/** The picture of the card of a figure, as SVG: the mark and the terms in the margin, the text in a column, the facts at its foot. */
export function figureCardSvg(card: FigureCard): string {
  const foot = factLines(card);
  const top = topLines(card);
  const name = { ...HEAD, text: site.name, x: MARGIN, y: 208 };
  const shapes = [
    mark(4),
    `<g fill="none" stroke="${INK}" stroke-width="2">${top.frames}</g>`,
    `<path d="M${MARGIN} ${foot.rule}H${RIGHT}" stroke="${RULE}" stroke-width="2"/>`,
  ];
  const amount = amountLines(card, top.y, foot.rule - CLEAR - top.y);
  return cardSvg(shapes.join(''), [name, ...top.lines, ...amount, ...foot.lines]);
}

/** The facts, which end at the foot, and where the rule over them stands. */
function factLines({ facts }: FigureCard): { lines: Line[]; rule: number } {
  const rows = facts.map(([term, text]) => ({ term, texts: fitting(text, SMALL, COLUMN_WIDTH, 2) }));
  let y = FOOT - rows.flatMap(({ texts }) => texts).length * LEADING;
  const rule = y - 10;
  const lines = rows.flatMap(({ term, texts }) =>
    texts.flatMap((text, index) => {
      y += LEADING;
      const line = { ...SMALL, text, x: COLUMN, y };
      return index === 0 ? [{ ...FAINT, text: term, x: MARGIN, y }, line] : [line];
    }),
  );
  return { lines, rule };
}

/** What it is and how sure, the latter in frames, and where the last line of it stands. */
function topLines({ kind, marks }: FigureCard): { lines: Line[]; frames: string; y: number } {
  const lines: Line[] = [{ ...STRONG, text: kind, x: COLUMN, y: TOP }];
  let frames = '';
  let [x, y] = [COLUMN + widthOf(kind, STRONG) + 20, TOP];
  for (const { text, claimed } of marks) {
    const width = widthOf(text, SMALL) + 24;
    if (x + width > RIGHT) [x, y] = [COLUMN, y + LEADING + 16];
    frames += `<rect x="${Math.round(x)}" y="${y - 32}" width="${Math.round(width)}" height="46"${claimed ? ' stroke-dasharray="8 6"' : ''}/>`;
    lines.push({ ...SMALL, text, x: Math.round(x) + 12, y });
    x += width + 12;
  }
  return { lines, frames, y };
}

/** The amount as large as the label leaves it room, the label, and the note where there is room for it. */
function amountLines({ amount, label, note }: FigureCard, top: number, room: number): Line[] {
  const setIn = (most: number) => {
    const { rows, size } = amountRows(amount, most);
    const height = 24 + size * (rows.length - 1 + FIRST_ROW);
    const left = { width: COLUMN_WIDTH, height: room - height - 14, lines: 3 };
    return { rows, size, end: top + height, label: largest(label, LABEL_SIZES, left) };
  };
  const chosen =
    AMOUNT_SIZES.values()
      .map(setIn)
      .find((one) => one.label.whole) ?? setIn(SMALLEST_AMOUNT);
  const { rows, size, end, label: named } = chosen;
  const amounts = rows.flatMap((words, index) => {
    const y = end - (rows.length - 1 - index) * size;
    return words.map(({ text, part, left }) => ({
      ...HEAD,
      size: part * size,
      text,
      x: COLUMN + left * size,
      y,
    }));
  });
  const leading = named.size * HEAD_LEADING;
  const labels = stacked(named.texts, { ...HEAD, size: named.size }, COLUMN, end + 14 + leading, leading);
  const y = end + 20 + named.texts.length * leading;
  const count = Math.min(2, Math.floor((top + room - y) / LEADING));
  const notes = count > 0 ? shortened(note, count) : [];
  return [...amounts, ...labels, ...stacked(notes, FAINT, COLUMN, y + LEADING, LEADING)];
}

/** An amount in one row, or in two where it is long, as large as it fits. */
function amountRows(amount: string, most: number) {
  const texts = amount.split(' ');
  const set = (...rows: string[][]) => {
    const all = rows.map(placed);
    const size = COLUMN_WIDTH / Math.max(...all.map(({ width }) => width));
    return { rows: all.map(({ words }) => words), size };
  };
  const one = set(texts);
  const [two = one] = texts
    .slice(1)
    .map((_, index) => set(texts.slice(0, index + 1), texts.slice(index + 1)))
    .toSorted((a, b) => b.size - a.size);
  const { rows, size } = one.size >= Math.min(most, SMALLEST_IN_ONE_ROW) ? one : two;
  return { rows, size: Math.min(most, size) };
}

/** The words of a row with their sizes and places, and its width, all as parts of the size of the row. */
function placed(texts: readonly string[]) {
  let width = -GAP;
  const words = texts.map((text) => {
    const part = /\d/.test(text) ? 1 : BESIDE;
    const left = width + GAP;
    width = left + widthOf(text, { ...HEAD, size: part });
    return { text, part, left };
  });
  return { words, width };
}

/** A sentence in so many lines of small type; one that is too long ends after a part of it, if that is not too early. */
function shortened(text: string, most: number): string[] {
  const lines = fitting(text, SMALL, COLUMN_WIDTH, most);
  const cut = lines.join(' ');
  const [, part = ''] = /^(.*)[,;:] [^,;:]*…$/.exec(cut) ?? [];
  return part.length > cut.length / 3 ? fitting(`${part}…`, SMALL, COLUMN_WIDTH, most) : lines;
}
