import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../rules/addresses.ts';
import { placeAt } from '../rules/kinds.ts';
import type { Language } from '../site.ts';
import { readJson, type Report } from './positions.ts';
import type { Entry } from './read-entries.ts';
import { nearMiss, quoted, type Problem } from './problems.ts';
import { writeWhole } from '../publish/atomic-write.ts';

/*
 * The addresses that were ever published stand in content/data/published.json. The
 * build adds new ones; a page that is gone from the site but stands in the list needs
 * a redirect, so that no link of a reader breaks.
 */

export const PUBLISHED = 'content/data/published.json';

/** Whether a page comes and goes with the entries of a list. */
const isPassing = (address: string) => placeAt(address)?.passing ?? false;

/** The addresses on the list; none where there is no list yet. */
export function publishedAddresses(root: string): string[] {
  const path = join(root, PUBLISHED);
  if (!existsSync(path)) return [];
  const list: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** Checks that redirects lead from addresses that are gone to pages that exist. */
export function checkRedirects(
  redirects: readonly Entry[],
  addresses: ReadonlySet<string>,
  language: Language,
): void {
  const from = new Set(redirects.map(({ id }) => id));
  for (const { id, data, report, source, base } of redirects) {
    if (languageOf(id) !== language) continue;
    const to = String(data['to'] ?? '');
    if (addresses.has(id))
      report(
        source.place([...base, 'from']),
        `from: the page ${id} exists. A redirect is for an address that is gone. Remove it.`,
      );
    if (from.has(to))
      report(source.place([...base, 'to']), `to: ${to} is a redirect itself. Lead straight to the page.`);
    else if (isAddress(to) && !addresses.has(to))
      report(
        source.place([...base, 'to']),
        `to: there is no page ${quoted(to)}.${nearMiss(to, addresses)} Lead to a page that exists.`,
      );
  }
}

/** What is no address at all is told by the schema. */
const isAddress = (text: string) => /^\/(?:[a-z0-9-]+\/)+$/.test(text);

/**
 * Checks that each address which was ever published still leads somewhere.
 * @param text the list as it stands in its file
 */
export function checkPublished(
  text: string,
  redirects: readonly Entry[],
  addresses: ReadonlySet<string>,
  language: Language,
  report: Report,
): void {
  const source = readJson(text, report);
  if (!source) return;
  if (!Array.isArray(source.value) || !source.value.every((item) => typeof item === 'string')) {
    report(
      source.place([]),
      'The file holds one list of addresses: […]. Take the last good version from the history.',
    );
    return;
  }
  const from = new Set(redirects.map(({ id }) => id));
  for (const [index, address] of source.value.entries()) {
    const lives = isPassing(address) || addresses.has(address) || from.has(address);
    if (lives || languageOf(address) !== language) continue;
    report(
      source.place([index]),
      `The page ${quoted(address)} was published and is gone. Add a redirect to content/data/redirects.json: { "from": "${address}", "to": "…" }.`,
    );
  }
}

/**
 * Adds addresses to the list; the file is left alone where it knows them all.
 * @param stage path for the new list until it is whole
 */
export function recordAddresses(root: string, addresses: readonly string[], stage: string): void {
  const added = unrecordedAddresses(root, addresses);
  if (added.length === 0) return;
  const all = [...publishedAddresses(root), ...added].sort();
  writeWhole(join(root, PUBLISHED), `${JSON.stringify(all, null, 2)}\n`, stage);
}

/** Addresses of a built site that the list lacks and should have, in the order of the alphabet. */
export function unrecordedAddresses(root: string, addresses: readonly string[]): string[] {
  const known = new Set(publishedAddresses(root));
  return [...new Set(addresses)].filter((address) => !known.has(address) && !isPassing(address)).sort();
}

/**
 * What an editor who works on the web alone does about lines that a list lacks; nothing
 * for none. A word and no fault: the next build on a computer writes them anyway.
 * @param nouns what a line stands for, as one and as several
 */
export function unrecordedWarning(
  path: string,
  [one, several]: readonly [string, string],
  lines: readonly string[],
): Problem[] {
  if (lines.length === 0) return [];
  const subject =
    lines.length === 1 ? `1 ${one} of this site is` : `${lines.length} ${several} of this site are`;
  const message = `${subject} not on the list. “npm run build” on your computer adds what is missing; or add, below the first line of the file:\n${lines.map((line) => `  ${line},`).join('\n')}`;
  return [{ path, line: 1, column: 1, message }];
}

/** Addresses of the listed pages of a built site, from its map, which may have several files. */
export function builtAddresses(dist: string): string[] {
  const maps = globSync('sitemap*.xml', { cwd: dist }).map((name) => readFileSync(join(dist, name), 'utf8'));
  return [...maps.join('').matchAll(/<url><loc>(.*?)<\/loc>/g)].flatMap(([, loc]) =>
    loc ? [new URL(loc).pathname] : [],
  );
}
