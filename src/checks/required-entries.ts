import { READERS_FIGURE } from '../rules/calculator.ts';
import { defaultLanguage, site } from '../site.ts';
import type { Report } from './positions.ts';
import { reportAt, type Data, type Entry } from './read-entries.ts';

/** An entry that the pages cannot do without. */
interface Needed {
  entries: readonly Entry[];
  id: string;
  path: string;
  missing: string;
  /** The field that makes it of use, and what to say where it does not. */
  field: string;
  serves: (data: Entry['data']) => boolean;
  useless: string;
}

/** Reports what the pages cannot do without, where it is missing or of no use. */
export function checkNeeded(data: Data, pages: readonly Entry[], reporter: (path: string) => Report): void {
  const needed: Needed[] = [
    {
      entries: pages,
      id: 'index',
      path: `content/${defaultLanguage}/pages/index.mdx`,
      missing: 'The home page is missing.',
      field: 'draft',
      serves: ({ draft }) => draft !== true,
      useless: 'draft: the home page cannot be a draft. Remove this line.',
    },
    {
      entries: data.organisations,
      id: site.programme,
      path: 'content/data/organisations.json',
      missing: `The organisation “${site.programme}” is missing; the page for donors names its address.`,
      field: 'url',
      serves: ({ url }) => url !== undefined,
      useless: 'url: donors are sent to this address. Take it from the history.',
    },
    {
      entries: data.figures,
      id: READERS_FIGURE,
      path: 'content/data/statistics.json',
      missing: `The figure “${READERS_FIGURE}” is missing; the calculator needs it.`,
      field: 'range',
      serves: ({ range }) => range === undefined,
      useless: 'range: the calculator needs one number. Give a value instead.',
    },
    {
      entries: data.charts,
      id: 'windows',
      path: 'content/data/statistics.json',
      missing: 'The chart “windows” is missing; the home page draws it.',
      field: 'form',
      serves: ({ form }) => form === 'windows',
      useless: 'form: the home page draws this chart as windows. Write "form": "windows".',
    },
  ];
  for (const { entries, id, path, missing, field, serves, useless } of needed) {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) reporter(path)({ line: 1, column: 1 }, `${missing} Take it from the history.`);
    else if (!serves(entry.data)) reportAt(entry, [field], useless);
  }
}
