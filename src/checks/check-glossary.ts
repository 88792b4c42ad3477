import { ANCHORS, GLOSSARY_PAGE, METHOD_PAGE } from '../rules/method-anchors.ts';
import { capital, quoted, START, type Report } from './problems.ts';
import { isDraft, repeated, reportFaults, type Entry, type TextEntry } from './read-entries.ts';
import { typedIn } from './typed-numbers.ts';

/** A term stands once, and neither it nor a name is explained with a number. */
export function checkTerms(terms: readonly Entry[], names: readonly Entry[]): void {
  const wordOf = ({ data: { term } }: Entry) => String(term ?? '').toLowerCase();
  for (const [entry, { id }] of repeated(terms, wordOf))
    reportFaults(entry, { term: `${quoted(wordOf(entry))} stands at ${quoted(id)} already. Join the two.` });
  const advice = 'Say it without: numbers stand in content/data/statistics.json.';
  for (const entry of [...terms, ...names])
    reportFaults(entry, typedIn(entry.data, ['term', 'meaning', 'what'], advice));
}

/** Every figure leads to these two pages, and to a heading of the first for each kind of counting. */
export function checkExplained(
  folder: string,
  pages: readonly TextEntry[],
  reporter: (path: string) => Report,
): void {
  for (const id of [METHOD_PAGE, GLOSSARY_PAGE]) {
    const page = pages.find((entry) => entry.id === id);
    const report = reporter(`${folder}/${id}.mdx`);
    if (!page) report(START, 'The page is missing; every figure leads to it. Take it from the history.');
    else if (isDraft(page))
      reportFaults(page, {
        draft: 'every figure leads to this page, so it cannot be a draft. Remove this line.',
      });
    else if (id === METHOD_PAGE && page.whole)
      for (const anchor of ANCHORS.filter((anchor) => !page.headings.includes(anchor)))
        report(
          START,
          `There is no heading that makes the anchor “#${anchor}”, to which figures lead. Write the heading again: “## ${capital(anchor).replaceAll('-', ' ')}”.`,
        );
  }
}
