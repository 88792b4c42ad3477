import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../publish/atomic-write.ts';
import { readJson, type Report } from './positions.ts';

/*
 * Each version of a page that was ever published stands in content/data/versions.json: by
 * its address, the hash of its text and its day. The build adds new ones, and refuses a
 * site in which a published version would say something else.
 */

export const VERSIONS = 'content/data/versions.json';

/** The entry of each version, by its address. */
export type Versions = Readonly<Record<string, string>>;

const ADDRESS = /^\/(?:[a-z0-9-]+\/)*version-[1-9]\d*\.txt$/;
const ENTRY = /^(?:[0-9a-f]{64}|withdrawn)(?: \d{4}-\d{2}-\d{2})?$/;

/** Checks the form of the list; what its hashes are worth, the build finds out. */
export function checkVersions(text: string, report: Report): void {
  const source = readJson(text, report);
  if (!source) return;
  const { value } = source;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const wrong = entries.find(
    ([address, entry]) => !ADDRESS.test(address) || typeof entry !== 'string' || !ENTRY.test(entry),
  );
  if (wrong || typeof value !== 'object' || Array.isArray(value))
    report(
      source.place(wrong ? [wrong[0]] : []),
      'Only the build writes this file. Take the last good version from the history, then run “npm run build”.',
    );
}

/** The versions on the list; none where there is no list yet. */
export function publishedVersions(root: string): Versions {
  const path = join(root, VERSIONS);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as Versions) : {};
}

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
      : `${version} and would now say something else. Add what you changed to “changes”, or put it back as it was.`;
  });
}

/** The versions of a built site that the list lacks, as lines of it. */
export function unrecordedVersions(root: string, built: Versions): string[] {
  const listed = publishedVersions(root);
  return Object.keys(built)
    .filter((address) => !(address in listed))
    .sort()
    .map((address) => `${JSON.stringify(address)}: ${JSON.stringify(built[address])}`);
}

/**
 * Brings the list up to date; the file is left alone where it is.
 * @param stage path for the new list until it is whole
 */
export function recordVersions(root: string, built: Versions, stage: string): void {
  const listed = publishedVersions(root);
  if (Object.entries(built).every(([address, entry]) => listed[address] === entry)) return;
  // One line for each, in the order of their addresses, so that two branches merge.
  const all = Object.entries({ ...listed, ...built }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeWhole(join(root, VERSIONS), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`, stage);
}
