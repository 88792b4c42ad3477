import { join } from 'node:path';
import { START, type Problem } from '../checks/problems.ts';
import {
  isPassing,
  PUBLISHED,
  publishedAddresses,
  publishedVersions,
  VERSIONS,
  type Versions,
} from '../checks/published.ts';
import { writeWhole } from './atomic-write.ts';

/** What a built site would change in what was published, one sentence each. */
export function versionFaults(root: string, built: Versions): string[] {
  return Object.entries(publishedVersions(root)).flatMap(([address, listed]) => {
    const [, page = '', number = ''] = /^(.*\/)version-(\d+)\.txt$/.exec(address) ?? [];
    const entry = built[address];
    if (entry === listed || entry?.startsWith('withdrawn') || !(`${page}version-1.txt` in built)) return [];
    const version = `${page}: version ${number} was published`;
    if (entry === undefined) return `${version} and would be gone. Put its change back into “changes”.`;
    return listed.startsWith('withdrawn')
      ? `${version} and withdrawn, and would be there again. Take “was” and “now” out of the change that withdrew it.`
      : `${version} and would now say something else. Add what you changed to “changes”, or put it back as it was. If two branches that changed it were merged, let what was on the site first stand first in “changes”, and its line in ${VERSIONS}.`;
  });
}

/** One of the two lists of content/data that the build keeps, compared with a built site. */
type PublishedList = ReturnType<typeof comparedLists>[number];

/** The lists of a project, compared with the addresses of the pages of a site, and its versions. */
export function comparedLists(root: string, pages: readonly string[], versions: Versions) {
  const addresses = publishedAddresses(root);
  const known = new Set(addresses);
  const added = pages.filter((one) => !known.has(one) && !isPassing(one)).sort();
  const listed = publishedVersions(root);
  const all = Object.entries({ ...listed, ...versions }).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    {
      path: PUBLISHED,
      /** What a line of it stands for, as one and as several. */
      nouns: ['address', 'addresses'] as const,
      /** The lines that it lacks, as they would stand in the file. */
      missing: added.map((address) => JSON.stringify(address)),
      isCurrent: added.length === 0,
      /** All that it should hold, in the order of the addresses, so that two branches merge. */
      whole: [...addresses, ...added].sort(),
    },
    {
      path: VERSIONS,
      nouns: ['version', 'versions'] as const,
      missing: all
        .filter(([address]) => !(address in listed))
        .map((entry) => entry.map((part) => JSON.stringify(part)).join(': ')),
      isCurrent: all.every(([address, entry]) => listed[address] === entry),
      whole: Object.fromEntries(all),
    },
  ];
}

/** Brings the lists up to date, each written at `stage` until it is whole; a file that is current is left alone. */
export function updateLists(root: string, lists: readonly PublishedList[], stage: string): void {
  for (const { path, isCurrent, whole } of lists)
    if (!isCurrent) writeWhole(join(root, path), `${JSON.stringify(whole, null, 2)}\n`, stage);
}

/**
 * What an editor who works on the web alone does about lines that a list lacks. A warning
 * and no fault: the next build on a computer writes them anyway.
 */
export function listWarnings(lists: readonly PublishedList[]): Problem[] {
  return lists.flatMap(({ path, nouns: [one, several], missing }) => {
    if (missing.length === 0) return [];
    const subject =
      missing.length === 1 ? `1 ${one} of this site is` : `${missing.length} ${several} of this site are`;
    const message = `${subject} not on the list. “npm run build” on your computer adds what is missing; or add, below the first line of the file:`;
    return [{ path, ...START, message, block: missing.map((line) => `${line},`) }];
  });
}
