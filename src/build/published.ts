import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../lib/addresses.ts';
import type { Language } from '../site.ts';
import type { Entry } from './entries.ts';
import { nearMiss, type Problem } from './problems.ts';

/*
 * The addresses that were ever published stand in content/data/published.json. The
 * build adds new ones; a page that is gone from the site but stands in the list needs
 * a redirect, so that no link of a reader breaks.
 */

const PUBLISHED = 'content/data/published.json';

/** Addresses that come and go with the posts themselves. */
const PASSING = /^\/(?:[a-z]{2}\/)?news\/(?:page\/\d+|topic\/[^/]+|\d{4}|undated)\/$/;

/** The addresses on the list; none where there is no list yet. */
export function publishedAddresses(root: string): string[] {
  const path = join(root, PUBLISHED);
  if (!existsSync(path)) return [];
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** Checks that each old address still leads somewhere, and that redirects do. */
export function checkAddresses(
  root: string,
  redirects: readonly Entry[],
  addresses: ReadonlySet<string>,
  language: Language,
  problems: Problem[],
): void {
  const from = new Set(redirects.map(({ id }) => id));
  for (const { id, data, report, source, base } of redirects) {
    if (languageOf(id) !== language) continue;
    const to = String(data['to'] ?? '');
    if (addresses.has(id))
      report(
        source.place([...base, 'from']),
        `from: the page ${id} exists. A redirect is for an address that is gone.`,
      );
    if (from.has(to))
      report(source.place([...base, 'to']), `to: ${to} is a redirect itself. Lead straight to the page.`);
    else if (!addresses.has(to))
      report(source.place([...base, 'to']), `to: there is no page ${to}.${nearMiss(to, addresses)}`);
  }
  let list: string[] = [];
  try {
    list = publishedAddresses(root);
  } catch {
    problems.push({
      path: PUBLISHED,
      line: 1,
      column: 1,
      message: 'This is not valid JSON. Take the last good version from the history.',
    });
  }
  for (const [index, address] of list.entries()) {
    if (
      languageOf(address) !== language ||
      PASSING.test(address) ||
      addresses.has(address) ||
      from.has(address)
    )
      continue;
    problems.push({
      path: PUBLISHED,
      line: index + 2,
      column: 3,
      message: `The page ${address} was published and is gone. Add a redirect to content/data/redirects.json: { "from": "${address}", "to": "…" }.`,
    });
  }
}

/** Adds addresses to the list; the file is left alone where it knows them all. */
export function recordAddresses(root: string, addresses: readonly string[]): void {
  const known = publishedAddresses(root);
  const all = [...new Set([...known, ...addresses.filter((address) => !PASSING.test(address))])].sort();
  if (all.length === known.length) return;
  writeFileSync(join(root, PUBLISHED), `${JSON.stringify(all, null, 2)}\n`);
}

/** Addresses of the listed pages of a built site, from its map. */
export function builtAddresses(dist: string): string[] {
  const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  return [...map.matchAll(/<loc>(.*?)<\/loc>/g)].flatMap(([, loc]) => (loc ? [new URL(loc).pathname] : []));
}
