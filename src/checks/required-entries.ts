import { READERS_FIGURE } from '../rules/calculator.ts';
import { ANCHORS, GLOSSARY_PAGE, METHOD_PAGE } from '../rules/method-anchors.ts';
import { LISTS, type ListName } from '../rules/lists.ts';
import { defaultLanguage, site } from '../site.ts';
import { nounOf } from './check-references.ts';
import { capital, START, type Report } from './problems.ts';
import { isDraft, reportFaults, type Data, type Entry, type Faults, type TextEntry } from './read-entries.ts';

/** Reports entries that the pages cannot do without, where they are missing or of no use. */
export function checkRequired(data: Data, pages: readonly TextEntry[], reporter: (path: string) => Report) {
  const checkPage = (id: string, missing: string, draft: string) => {
    const page = pages.find((one) => one.id === id);
    const report = reporter(`content/${defaultLanguage}/pages/${id}.mdx`);
    if (!page) report(START, `${missing} Take it from the history.`);
    else if (isDraft(page)) reportFaults(page, { draft: `${draft} cannot be a draft. Remove this line.` });
    return page && !isDraft(page) ? page : undefined;
  };
  checkPage('index', 'The home page is missing.', 'the home page');
  const [, method] = [GLOSSARY_PAGE, METHOD_PAGE].map((id) =>
    checkPage(id, 'The page is missing; every figure leads to it.', 'every figure leads to this page, so it'),
  );
  // Each kind of counting is explained below a heading of its own.
  if (method?.whole)
    for (const anchor of ANCHORS.filter((anchor) => !method.headings.includes(anchor)))
      method.report(
        START,
        `There is no heading that makes the anchor “#${anchor}”, to which figures lead. Write the heading again: “## ${capital(anchor).replaceAll('-', ' ')}”.`,
      );
  const checkRecord = (list: ListName, id: string, needed: string, faultsOf: (record: Entry) => Faults) => {
    const record = data[list].find((one) => one.id === id);
    const missing = `The ${nounOf(list)} “${id}” is missing; ${needed} Take it from the history.`;
    if (record) reportFaults(record, faultsOf(record));
    else reporter(`content/data/${LISTS[list].file}.json`)(START, missing);
  };
  checkRecord('organisations', site.programme, 'the page for donors names its address.', (programme) => ({
    url: programme.data['url'] === undefined && 'donors are sent to this address. Take it from the history.',
  }));
  checkRecord('figures', READERS_FIGURE, 'the calculator needs it.', (figure) => ({
    range: figure.data['range'] !== undefined && 'the calculator needs one number. Give a value instead.',
  }));
  checkRecord('charts', 'windows', 'the home page draws it.', (chart) => ({
    form:
      chart.data['form'] !== 'windows' &&
      'the home page draws this chart as windows. Write "form": "windows".',
  }));
}
