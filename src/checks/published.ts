import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS, routeAt } from '../rules/kinds.ts';
import { jsonIn } from './content-files.ts';
import { FINGERPRINT, FINGERPRINT_KEY, goneFault } from './fingerprints.ts';
import { nameFault } from './file-names.ts';
import { readJson } from './positions.ts';
import { nearMiss, quoted, type Report } from './problems.ts';
import { asRecord, reportFaults, strings, type Data, type Entry } from './read-entries.ts';

/*
 * Two lists that no editor writes: every address that was ever published, and every version
 * of a page, by its address, with the hash of its text and its day; beside the versions a
 * fingerprint of each text and record. The build writes both, and `npm run withdraw` the
 * second. A page that is gone but stands in the first needs a redirect, so that no link of a
 * reader breaks.
 */

export const PUBLISHED = 'content/data/published.json';
export const VERSIONS = 'content/data/versions.json';

/** The entry of each version, by its address, and the fingerprint of each text and record, by its name. */
export type Versions = Readonly<Record<string, string>>;

/** Whether a page comes and goes with the entries of a list, so that nobody misses its address. */
export const isPassing = (address: string) => routeAt(address)?.passing ?? false;

/** The addresses on the list; none where there is no list yet. */
export const publishedAddresses = (root: string): string[] => strings(readList(root, PUBLISHED));

/** The versions on the list; none where there is no list yet. */
export const publishedVersions = (root: string): Versions => (readList(root, VERSIONS) ?? {}) as Versions;

/** @throws with a sentence where a list that is there cannot be read */
function readList(root: string, list: string): unknown {
  const path = join(root, list);
  return existsSync(path) ? jsonIn(path) : undefined;
}

/**
 * Checks that redirects lead from addresses that are gone to pages that exist.
 * @param addresses of every language
 */
export function checkRedirects(redirects: readonly Entry[], addresses: ReadonlySet<string>): void {
  const from = new Set(redirects.map(({ id }) => id));
  for (const redirect of redirects) {
    const { to } = redirect.data;
    reportFaults(redirect, {
      from: fromFault(redirect.id, addresses),
      to:
        typeof to === 'string' && from.has(to)
          ? `${to} is a redirect itself. Lead straight to the page.`
          : lostFault(to, addresses),
    });
  }
}

/** What is no address at all is reported by the schema. */
const ADDRESS = /^\/(?:[a-z0-9-]+\/)*$/;

/** What is wrong with an address to which a record leads. */
export const lostFault = (to: unknown, addresses: ReadonlySet<string>) =>
  typeof to === 'string' &&
  ADDRESS.test(to) &&
  !addresses.has(to) &&
  `there is no page ${quoted(to)}.${nearMiss(to, addresses)} Lead to a page that exists.`;

/** What is wrong with an address from which a redirect leads: only a page that is gone has one. */
function fromFault(address: string, addresses: ReadonlySet<string>): string | undefined {
  if (addresses.has(address))
    return `the page ${address} exists. A redirect is for an address that is gone. Remove it.`;
  if (!ADDRESS.test(address)) return undefined;
  const place = routeAt(address);
  const [, first = ''] = address.split('/');
  const isOfBuild =
    !place?.path.endsWith('/') || place.passing || (place.name === 'text' && FOLDERS.has(first));
  return isOfBuild
    ? `${quoted(address)} belongs to files that the site makes itself. A redirect is for an address of a page that is gone.`
    : address.split('/').flatMap((name) => nameFault(name) ?? [])[0];
}

/**
 * Checks that each address which was ever published still leads somewhere.
 * @param text the list as it stands in its file, where there is one
 */
export function checkPublished(
  text: string | undefined,
  redirects: readonly Entry[],
  addresses: ReadonlySet<string>,
  report: Report,
): void {
  const source = text === undefined ? undefined : readJson(text, report);
  if (!source) return;
  const list = strings(source.value);
  if (!Array.isArray(source.value) || list.length < source.value.length)
    return report(
      source.place([]),
      'The file holds one list of addresses: […]. Take the last good version from the history.',
    );
  const from = new Set(redirects.map(({ id }) => id));
  for (const [index, address] of list.entries())
    if (!isPassing(address) && !addresses.has(address) && !from.has(address))
      report(
        source.place([index]),
        `The page ${quoted(address)} was published and is gone. Add a redirect to content/data/redirects.json: { "from": "${address}", "to": "…" }.`,
      );
}

const VERSION = /^\/(?:[a-z0-9-]+\/)*version-[1-9]\d*\.txt$/;
const ENTRY = /^(?:[0-9a-f]{64}|withdrawn)(?: \d{4}-\d{2}-\d{2})?$/;
/** Whether the build could have written a line of the list of versions. */
const isLine = ([key, entry]: [string, unknown]) =>
  typeof entry === 'string' &&
  ((VERSION.test(key) && ENTRY.test(entry)) || (FINGERPRINT_KEY.test(key) && FINGERPRINT.test(entry)));

/**
 * Checks the form of the list of versions, and that no record that it tells of is gone; whether those of
 * its versions are right, the build finds out.
 * @returns the list; an empty one where its form is wrong
 */
export function checkVersions(text: string | undefined, data: Data | undefined, report: Report): Versions {
  const source = text === undefined ? undefined : readJson(text, report);
  if (!source) return {};
  const list = Array.isArray(source.value) ? {} : asRecord(source.value);
  const wrong = Object.entries(list).find((line) => !isLine(line));
  if (wrong || list !== source.value) {
    report(
      source.place(wrong ? [wrong[0]] : []),
      'Only the build and npm run withdraw write this file. Take the last good version from the history, then run “npm run build”.',
    );
    return {};
  }
  for (const key of Object.keys(list)) {
    const fault = data && goneFault(key, data);
    if (fault !== undefined) report(source.place([key]), fault);
  }
  return list as Versions;
}
