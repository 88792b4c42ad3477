import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, modify, type JSONPath } from 'jsonc-parser';
import type { Reading } from '../../checks/check-content.ts';
import { unusedEntries } from '../../checks/check-references.ts';
import { publishedAddresses, publishedVersions, VERSIONS } from '../../checks/published.ts';
import { allTexts, type Entry } from '../../checks/read-entries.ts';
import { localAddress } from '../../rules/addresses.ts';
import { entryAddress } from '../../rules/kinds.ts';
import { defaultLanguage, site } from '../../site.ts';

/* What the data still holds of a text that was withdrawn. */

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
const REDIRECTS = 'content/data/redirects.json';

/** Changes a JSON file, the last place first, so that the others stay where they are. */
function edit(root: string, path: string, changes: readonly { at: JSONPath; to?: unknown }[]): void {
  const file = join(root, path);
  if (!existsSync(file) || changes.length === 0) return;
  const text = changes.reduceRight(
    (before, { at, to }) =>
      applyEdits(
        before,
        modify(before, at, to, { ...FORMAT, isArrayInsertion: to !== undefined && at.at(-1) === -1 }),
      ),
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, text);
}

/** Figures and sources that nothing names, by list and id. */
export function unusedIn({ data, texts }: Reading) {
  const unused = data ? unusedEntries(data, allTexts(texts)) : [];
  const found = unused.flatMap(({ list, entry }) => (list === 'laws' ? [] : { list, entry }));
  return new Map(found.map((one): [string, typeof one] => [`${one.list}/${one.entry.id}`, one]));
}

/**
 * Takes out the figures and sources that nothing names any more, with every mention of them;
 * their addresses lead to what was withdrawn.
 * @param to address of that in the default language
 * @param spared those that nothing named before, as of an editor at work
 * @returns those that are gone, by list and id
 */
export function removeUnused(
  root: string,
  reading: Reading,
  to: string,
  spared: ReadonlyMap<string, unknown>,
): string[] {
  const gone = new Map([...unusedIn(reading)].filter(([name]) => !spared.has(name)));
  const unused = [...gone.values()];
  const published = new Set(publishedAddresses(root));
  const removed: { entry: Entry; at: JSONPath }[] = Object.values(reading.data ?? {})
    .flat()
    .flatMap((entry) =>
      unused.some((one) => one.entry === entry)
        ? [{ entry, at: [...entry.base] as JSONPath }]
        : entry.references
            .filter(({ kind, id }) => gone.has(`${kind}/${id}`))
            .map(({ path }) => ({ entry, at: [...entry.base, ...path] as JSONPath })),
    );
  for (const [path, places] of Map.groupBy(removed, ({ entry }) => entry.path)) edit(root, path, places);
  for (const { list, entry } of unused) {
    const address = entryAddress(list, entry.id);
    for (const language of site.languages) {
      if (language !== defaultLanguage)
        edit(root, `content/${language}/data/${list}.json`, [{ at: [entry.id] }]);
      const from = localAddress(language, address);
      if (published.has(from))
        edit(root, REDIRECTS, [{ at: [-1], to: { from, to: localAddress(language, to) } }]);
    }
    changeVersions(root, (key, line) =>
      key.startsWith(address) || originalKey(key) === `${list}/${entry.id}` ? undefined : line,
    );
  }
  return [...gone.keys()];
}

/** Changes the list of versions: an entry becomes another one, or goes. */
function changeVersions(root: string, change: (key: string, entry: string) => string | undefined): void {
  const path = join(root, VERSIONS);
  // JSON leaves out what is undefined.
  const left = Object.entries(publishedVersions(root)).map(([key, entry]) => [key, change(key, entry)]);
  if (existsSync(path)) writeFileSync(path, `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`);
}

/** The name of a fingerprint without the language of its words. */
const originalKey = (key: string) => key.replace(/^[a-z]{2}\//, '');

/**
 * Marks the versions of a page as withdrawn: even a hash could confirm what somebody
 * guesses. The next build makes its fingerprint anew.
 * @param name of the fingerprints, without a language
 */
export function withdrawVersions(root: string, address: string, name: string): void {
  changeVersions(root, (key, entry) => {
    if (originalKey(key) === name) return undefined;
    return key.startsWith(`${address}version-`) ? entry.replace(/^[0-9a-f]{64}/, 'withdrawn') : entry;
  });
}
