import { stem, wordsOf } from '../rules/search/words.ts';
import { quoted } from './problems.ts';
import { lostFault } from './published.ts';
import type { OwnLists } from './read-content.ts';
import { repeated, reportFaults, strings, type Entry } from './read-entries.ts';

/** Words with the same meaning stand in one list only, and each question has one answer, a page that exists. */
export function checkSearch({ synonyms, bestBets }: OwnLists, addresses: ReadonlySet<string>): void {
  reportTwice(synonyms, 'words', 'stands in another list of words, or twice. Join the two.');
  reportTwice(bestBets, 'asked', 'has an answer already. Choose one of the two.');
  for (const [entry] of repeated(bestBets, ({ data: { page } }) => page))
    reportFaults(entry, {
      page: `${quoted(String(entry.data['page']))} stands above already. Join the two.`,
    });
  for (const entry of bestBets) reportFaults(entry, { page: lostFault(entry.data['page'], addresses) });
}

/** Reports every phrase of a field that stands in the list before; small letters, accents, hyphens and plurals count for nothing. */
function reportTwice(entries: readonly Entry[], field: string, sentence: string): void {
  const seen = new Set<string>();
  for (const entry of entries)
    for (const [index, phrase] of strings(entry.data[field]).entries()) {
      const words = wordsOf(phrase).map(({ text }) => stem(text));
      if (seen.has(words.join(' '))) reportFaults(entry, `${quoted(phrase)} ${sentence}`, [field, index]);
      seen.add(words.join(' '));
    }
}
