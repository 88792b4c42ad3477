import { sentenceEnds } from '../sentences.ts';
import { stem, termsOf, WORD, tokensOf } from './words.ts';

/** Cuts a text before and behind each of its words. */
const AROUND_WORDS = new RegExp(`(${WORD.source})`, WORD.flags);

/** A text in pieces, each with whether it is a match, so that the words that were looked for can be marked. */
export function matchPieces(text: string, isMatch: (term: string) => boolean) {
  return text
    .split(AROUND_WORDS)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, match: termsOf(part).some(isMatch) }));
}

/** An excerpt is about so long, in letters. */
const LONG = 220;
/** Of a sentence that is longer, so much stands before the first match. */
const BEFORE = 60;

/**
 * What a page says around the first match: whole sentences, as many as there is room for;
 * of one that is too long the part around it.
 * @param title is left out where the text begins with it, with the full stop that the index sets behind it
 */
export function excerptOf(text: string, title: string, isMatch: (term: string) => boolean): string {
  const body = text.startsWith(title) ? text.slice(title.length).replace(/^[.\s]+/, '') : text;
  const ends = sentenceEnds(body);
  const sentences = ends.map((end, index) => body.slice(ends[index - 1] ?? 0, end).trim());
  const has = (sentence: string) => matchPieces(sentence, isMatch).some(({ match }) => match);
  const at = Math.max(0, sentences.findIndex(has));
  const [first = '', ...rest] = sentences.slice(at);
  if (first.length > LONG) return partOf(first, isMatch);
  let excerpt = first;
  for (const sentence of rest) {
    if (excerpt.length + sentence.length >= LONG) break;
    excerpt += ` ${sentence}`;
  }
  return excerpt;
}

function partOf(sentence: string, isMatch: (term: string) => boolean): string {
  const pieces = matchPieces(sentence, isMatch);
  const first = pieces.findIndex(({ match }) => match);
  const before = pieces.slice(0, Math.max(0, first)).reduce((sum, { text }) => sum + text.length, 0);
  /** Where a word ends before a place; what is longer than a word is cut. */
  const cut = (place: number) => {
    const end = sentence.lastIndexOf(' ', place) + 1;
    return place - end > BEFORE ? place : end;
  };
  const start = before < BEFORE ? 0 : cut(before - BEFORE);
  const end = start + LONG >= sentence.length ? sentence.length : cut(start + LONG);
  return `${start > 0 ? '… ' : ''}${sentence.slice(start, end).trimEnd()}${end < sentence.length ? ' …' : ''}`;
}

/** Whether a text has every word of a query, as whole words. */
export function hasWords(text: string, query: string): boolean {
  const terms = new Set(termsOf(text));
  const words = tokensOf(query);
  return (
    words.length > 0 &&
    words.every(
      ({ text: whole, parts }) =>
        terms.has(stem(whole)) || (parts.length > 0 && parts.every((part) => terms.has(stem(part)))),
    )
  );
}
