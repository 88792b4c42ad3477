import type { Dictionary } from '../i18n/en.ts';
import { site } from '../site.ts';
import type { FigureRecord, Post } from './content.ts';
import { precisionOf, UNDATED } from '../rules/dates.ts';
import { formatAmount, formatDate, formatWhen } from '../rules/format.ts';
import { canLetter } from './lettering.ts';

/*
 * Cards: the pictures with which links to a post or a figure are shown. A card says what
 * is claimed only together with who says so.
 */

/** What stands on a card. */
export interface Card {
  ground: 'night' | 'paper';
  /** What it is: the kind of counting, or the kind of post. */
  kind: string;
  /** How sure it is; each stands in a frame, dashed for a claim. */
  marks: { text: string; claimed: boolean }[];
  /** Set largest: an amount, whose numbers stand out, or a title. */
  head: { amount: string } | { title: string };
  label: string;
  /** Shortened to the room that is left, or left out. */
  note: string;
  facts: [term: string, text: string][];
}

type FigureOnCard = Pick<
  FigureRecord,
  | 'label'
  | 'value'
  | 'range'
  | 'qualifier'
  | 'unit'
  | 'stage'
  | 'counted'
  | 'asOf'
  | 'period'
  | 'reportedBy'
  | 'certainty'
  | 'conflicts'
>;

/**
 * The card of a figure: the amount, what it is of, who gives it, its date and its source.
 * Where one of these cannot be lettered, nothing of the figure is shown.
 * @param publishers of the sources, the first first
 */
export function figureCard(figure: FigureOnCard, publishers: readonly string[], t: Dictionary): Card {
  const { label, stage, counted, reportedBy, certainty, conflicts } = figure;
  const estimate = stage === 'reached' ? ` (${t.estimate})` : '';
  const [first = '', ...others] = new Set(publishers);
  const card: Card = {
    ground: 'night',
    kind: t.stages[stage].title,
    marks: [
      ...(conflicts.length > 0 ? [{ text: t.accountsDiffer, claimed: false }] : []),
      ...(certainty === 'claimed' ? [{ text: t.certainty.claimed, claimed: true }] : []),
    ],
    head: { amount: formatAmount(figure, t) + estimate },
    label,
    note: counted,
    facts: [
      [t.statistics.by, reportedBy],
      [t.cards.date, formatWhen(figure, t)],
      [t.cards.source, others.length > 0 ? t.cards.sources(first, others.length) : first],
    ],
  };
  return letterable(card, 2) ?? plainCard('night', t);
}

/**
 * The card of a post: title, publisher, date and how sure the matter is. Where the title
 * cannot be lettered, the publisher stands in its place; where that cannot, nothing does.
 */
export function postCard(data: Post['data'], t: Dictionary): Card {
  const precision = data.date === UNDATED ? '' : t.precision[precisionOf(data.date)];
  const date = formatDate(data.date, t);
  const publisher = data.kind === 'coverage' ? data.publisher : site.name;
  const card: Card = {
    ground: 'paper',
    kind: t.kinds[data.kind],
    marks: [{ text: t.certainty[data.certainty], claimed: data.certainty === 'claimed' }],
    head: { title: data.title },
    label: '',
    note: '',
    facts: [
      [t.news.publisher, publisher],
      [t.news.published, precision === '' ? date : `${date} (${precision})`],
    ],
  };
  const untitled: Card = { ...card, head: { title: publisher }, facts: card.facts.slice(1) };
  return letterable(card, 2) ?? letterable(untitled, 1) ?? plainCard('paper', t);
}

/** What a card says, for those who do not see it. */
export function cardText({ kind, marks, head, label, facts }: Card): string {
  const large = 'amount' in head ? head.amount : head.title;
  const parts = [
    [kind, large].filter(Boolean).join(': '),
    label,
    ...marks.map(({ text }) => text),
    ...facts.map(([term, text]) => `${term}: ${text}`),
  ];
  return `${parts.filter(Boolean).join('. ')}.`;
}

/** The card that tells of the site alone. */
function plainCard(ground: Card['ground'], t: Dictionary): Card {
  return { ground, kind: '', marks: [], head: { title: t.siteLine }, label: '', note: '', facts: [] };
}

/**
 * The card as the fonts can write it, or nothing where they lack letters of its heart.
 * @param needed so many facts belong to its heart, from the first; others may be left out
 */
function letterable(card: Card, needed: number): Card | undefined {
  const { kind, marks, head } = card;
  const [label, note] = [spaced(card.label), spaced(card.note)];
  const large = spaced('amount' in head ? head.amount : head.title);
  const facts = card.facts.map(([term, text]): [string, string] => [term, spaced(text)]);
  const small = [kind, ...marks.map(({ text }) => text), ...facts.slice(0, needed).flat()];
  if (!small.every((text) => canLetter(text)) || !canLetter(large + label, 'head')) return undefined;
  return {
    ...card,
    head: 'amount' in head ? { amount: large } : { title: large },
    label,
    note: canLetter(note) ? note : '',
    facts: facts.filter((fact) => canLetter(fact.join(''))),
  };
}

/** A text with plain, single spaces, at which lines may break. */
function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
