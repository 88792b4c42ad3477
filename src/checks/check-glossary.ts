import { ANCHORS, GLOSSARY_PAGE, METHOD_PAGE } from '../rules/method-anchors.ts';
import type { Report } from './positions.ts';
import { isDraft, repeats, reportAt, type Entry, type TextEntry } from './read-entries.ts';
import { quoted } from './problems.ts';
import { checkProse } from './check-prose.ts';

/** A term stands once, and neither it nor a name is explained with a number. */
export function checkTerms(terms: readonly Entry[], names: readonly Entry[]): void {
  const wordOf = ({ data: { term } }: Entry) => String(term ?? '').toLowerCase();
  for (const [entry, { id }] of repeats(terms, (entry) => wordOf(entry) || undefined))
    reportAt(
      entry,
      ['term'],
      `term: ${quoted(wordOf(entry))} stands at ${quoted(id)} already. Join the two.`,
    );
  for (const entry of [...terms, ...names])
    checkProse(
      entry,
      ['term', 'meaning', 'what'],
      'Say it without: numbers stand in content/data/statistics.json.',
    );
}

/** Every figure leads to these two pages, and to a heading of the first for each kind of counting. */
export function checkExplained(
  folder: string,
  pages: readonly TextEntry[],
  reporter: (path: string) => Report,
): void {
  const start = { line: 1, column: 1 };
  for (const id of [METHOD_PAGE, GLOSSARY_PAGE]) {
    const page = pages.find((entry) => entry.id === id);
    if (!page)
      reporter(`${folder}/${id}.mdx`)(
        start,
        'The page is missing; every figure leads to it. Take it from the history.',
      );
    else if (isDraft(page))
      reportAt(
        page,
        ['draft'],
        'draft: every figure leads to this page, so it cannot be a draft. Remove this line.',
      );
    else if (id === METHOD_PAGE && page.whole)
      for (const anchor of ANCHORS.filter((anchor) => !page.headings.includes(anchor)))
        page.report(
          start,
          `There is no heading that makes the anchor “#${anchor}”, to which figures lead. Write the heading again: “## ${anchor.charAt(0).toUpperCase()}${anchor.slice(1).replaceAll('-', ' ')}”.`,
        );
  }
}
