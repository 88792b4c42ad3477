import { wordsOf } from '../rules/search/words.ts';
import { nearMiss, quoted } from './problems.ts';
import { reportFaults, strings, type Entry } from './read-entries.ts';

/** Words with the same meaning stand in one list only, and each question has one answer, a page that exists. */
export function checkSearch(
  synonyms: readonly Entry[],
  bestBets: readonly Entry[],
  addresses: ReadonlySet<string>,
): void {
  reportTwice(
    synonyms,
    'words',
    (word) => `${quoted(word)} stands in another list of words, or twice. Join the two.`,
  );
  reportTwice(
    bestBets,
    'asked',
    (question) => `${quoted(question)} has an answer already. Choose one of the two.`,
  );
  const pages = new Set<unknown>();
  for (const entry of bestBets) {
    const page = entry.data['page'];
    if (pages.has(page))
      reportFaults(entry, { page: `${quoted(String(page))} stands above already. Join the two.` });
    pages.add(page);
    if (typeof page === 'string' && /^\/([a-z0-9-]+\/)*$/.test(page) && !addresses.has(page))
      reportFaults(entry, {
        page: `there is no page ${quoted(page)}.${nearMiss(page, addresses)} Lead to a page that exists.`,
      });
  }
}

/** Reports every phrase of a field that stands in the list before; small letters, accents and hyphens count for nothing. */
function reportTwice(entries: readonly Entry[], field: string, sentence: (phrase: string) => string): void {
  const seen = new Set<string>();
  for (const entry of entries)
    for (const [index, phrase] of strings(entry.data[field]).entries()) {
      const key = wordsOf(phrase)
        .map(({ text }) => text)
        .join(' ');
      if (seen.has(key)) reportFaults(entry, sentence(phrase), [field, index]);
      seen.add(key);
    }
}
