import type { Dictionary } from '../i18n/dictionary.ts';
import type { FigureRecord } from './content.ts';
import { formatStated, formatWhen } from '../rules/format.ts';
import type { Amount, When } from '../rules/statement.ts';
import { canLetter } from './lettering.ts';

/*
 * The card of a figure: the picture with which links to it are shown. It says what is
 * claimed only together with who says so.
 */

/** What stands on the card of a figure. */
export type FigureCard = NonNullable<ReturnType<typeof figureCard>>;

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
