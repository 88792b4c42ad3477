import { READERS_FIGURE } from '../rules/calculator.ts';
import { ANCHORS, GLOSSARY_PAGE, METHOD_PAGE } from '../rules/method-anchors.ts';
import { LISTS } from '../schemas/lists.ts';
import { defaultLanguage, site } from '../site.ts';
import { capital, START, type Report } from './problems.ts';
import { isDraft, reportFaults, type Data, type TextEntry } from './read-entries.ts';

/** Records that a page cannot do without: what needs each, and whether a value of its field makes it of no use. */
const RECORDS = [
  {
    list: 'organisations',
    id: site.programme,
    missing: `The organisation “${site.programme}” is missing; the page for donors names its address.`,
    field: 'url',
    isWrong: (url: unknown) => url === undefined,
    fault: 'donors are sent to this address. Take it from the history.',
  },
  {
    list: 'figures',
    id: READERS_FIGURE,
    missing: `The figure “${READERS_FIGURE}” is missing; the calculator needs it.`,
    field: 'range',
    isWrong: (range: unknown) => range !== undefined,
    fault: 'the calculator needs one number. Give a value instead.',
  },
  {
    list: 'charts',
    id: 'windows',
    missing: 'The chart “windows” is missing; the home page draws it.',
    field: 'form',
    isWrong: (form: unknown) => form !== 'windows',
    fault: 'the home page draws this chart as windows. Write "form": "windows".',
  },
] as const;

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
  for (const { list, id, missing, field, isWrong, fault } of RECORDS) {
    const record = data[list].find((one) => one.id === id);
    if (!record)
      reporter(`content/data/${LISTS[list].file}.json`)(START, `${missing} Take it from the history.`);
    else if (isWrong(record.data[field])) reportFaults(record, { [field]: fault });
  }
}
