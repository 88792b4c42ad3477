import { hasWords } from './excerpt.ts';
import { withoutParticle } from './korean-words.ts';
import { isKorean, plain, stem, tokensOf } from './words.ts';

/** A word in the title counts as often as so many in the text. */
const TITLE = 20;

/**
 * How well a text fits words that are looked for, for a search that looks through whole
 * texts: 0 where one of them is missing. A Korean word is found wherever it stands, within
 * a compound too; any other in each of its forms.
 * @param query the words
 * @returns takes title and text of a page
 */
export function textScorer(query: string): (title: string, text: string) => number {
  const words = tokensOf(query);
  const others = words.filter(({ text }) => !isKorean(text));
  const whole = others.map(({ text, parts }) => (parts.length > 0 ? parts.join('-') : text)).join(' ');
  /** What stands in a text of each word at least: that is quicker to see than its forms. */
  const traces = words.map(({ text, parts }) =>
    isKorean(text) ? withoutParticle(text) : beginning(stem(parts[0] ?? text)),
  );
  return (title, text) => {
    const [plainTitle, plainText] = [plain(title), plain(text)];
    const counts = traces.map((trace) => count(plainText, trace) + TITLE * count(plainTitle, trace));
    if (counts.length === 0 || counts.includes(0)) return 0;
    if (whole !== '' && !hasWords(`${title} ${text}`, whole)) return 0;
    // A long text has every word more often.
    return counts.reduce((sum, one) => sum + one, 0) / Math.sqrt(text.length + 1);
  };
}

/** The part of a stem that no form of the word changes. */
const beginning = (word: string) => (/^[a-z]+(?:[a-z]{3}|e)$/.test(word) ? word.slice(0, -1) : word);

const count = (text: string, part: string) => text.split(part).length - 1;
