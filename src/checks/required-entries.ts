import { READERS_FIGURE } from '../rules/calculator.ts';
import { defaultLanguage, site } from '../site.ts';
import { START, type Report } from './problems.ts';
import { reportFaults, type Data, type Entry, type Faults } from './read-entries.ts';

/** Reports entries that the pages cannot do without, where they are missing or of no use. */
export function checkRequired(data: Data, pages: readonly Entry[], reporter: (path: string) => Report): void {
  const check = (
    entries: readonly Entry[],
    id: string,
    path: string,
    missing: string,
    faultsIn: (data: Entry['data']) => Faults,
  ) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry) reportFaults(entry, faultsIn(entry.data));
    else reporter(path)(START, `${missing} Take it from the history.`);
  };
  const home = `content/${defaultLanguage}/pages/index.mdx`;
  check(pages, 'index', home, 'The home page is missing.', ({ draft }) => ({
    draft: draft === true && 'the home page cannot be a draft. Remove this line.',
  }));
  check(
    data.organisations,
    site.programme,
    'content/data/organisations.json',
    `The organisation “${site.programme}” is missing; the page for donors names its address.`,
    ({ url }) => ({ url: url === undefined && 'donors are sent to this address. Take it from the history.' }),
  );
  check(
    data.figures,
    READERS_FIGURE,
    'content/data/statistics.json',
    `The figure “${READERS_FIGURE}” is missing; the calculator needs it.`,
    ({ range }) => ({
      range: range !== undefined && 'the calculator needs one number. Give a value instead.',
    }),
  );
  check(
    data.charts,
    'windows',
    'content/data/statistics.json',
    'The chart “windows” is missing; the home page draws it.',
    ({ form }) => ({
      form: form !== 'windows' && 'the home page draws this chart as windows. Write "form": "windows".',
    }),
  );
}
