import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addressOfFile, hasBelow, kindOf } from '../../src/rules/kinds.ts';
import type { QuickIndex } from '../../src/rules/search/quick-search.ts';
import { PLAN, type KindName } from '../../src/site-plan.ts';
import { builtPages, KINDS } from '../pages.ts';

/** Kinds of which this site has none yet. */
const NONE: Partial<Record<KindName, string>> = {
  'part of the site map': 'One file has room for all addresses.',
  edition: 'They are made from the built site.',
  'sums of the editions': 'They are made from the built site.',
  'signature of the checksums': 'Whoever publishes the site signs it after the build.',
  'text of public/': 'Editors have put none there.',
  'picture of public/': 'Editors have put none there.',
};

// A glob would pass over `.well-known`.
const files = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => addressOfFile(`${parentPath}/${name}`.replace(/^.*?dist\//, '')));
const ofKind = Map.groupBy(files, kindOf);
const pages = builtPages().filter(({ html }) => !html.includes('http-equiv="refresh"'));

test('every file of the site is of a kind in the plan, and every kind of the plan is in the site', () => {
  const missing = Object.keys(PLAN).filter((kind) => !ofKind.has(kind as KindName));

  assert.deepEqual(ofKind.get(undefined) ?? [], []);
  assert.deepEqual(missing.sort(), Object.keys(NONE).sort());
});

test('a page of every kind is visited in a browser', () => {
  const kinds = new Set(pages.map(({ address }) => kindOf(address)));
  const visited = new Set(
    Object.values(KINDS).map((address) =>
      address === KINDS['wrong address'] ? 'wrong address' : kindOf(address),
    ),
  );

  assert.deepEqual(visited, kinds);
});

/** Kinds of pages that are not offered while one types. */
const NOT_OFFERED: Partial<Record<KindName, string>> = {
  search: 'It is where one searches.',
  source: 'There are many, and pages that cite them are offered.',
  'places of use': 'Its figure or source is offered, or a page that names it.',
  'next page': 'The first page of its list is offered.',
  'changes of one kind': 'The page of all changes is offered.',
};

test('pages of every kind are offered while one types', () => {
  const offered = new Set(
    files
      .filter((address) => kindOf(address) === 'titles')
      .flatMap((address) => {
        const { entries } = JSON.parse(readFileSync(`dist${address}`, 'utf8')) as QuickIndex;
        return entries.map((entry) => kindOf(entry.address));
      }),
  );

  assert.deepEqual(
    Object.entries(PLAN).flatMap(([kind, { path }]) =>
      path.endsWith('/') && !offered.has(kind as KindName) && !Object.hasOwn(NOT_OFFERED, kind) ? kind : [],
    ),
    [],
    'Name in src/site-plan.ts, as `words`, the part of the dictionary with title and summary of these; where each record of a list has one, name the field of its `summary` in src/rules/lists.ts.',
  );
});

test('every page that the plan gives a feed or a version has them', () => {
  const wanted = {
    feed: ['rss.xml', 'feed.json'],
    version: ['version-1.txt'],
  } as const;
  const built = new Set(files);

  for (const [kind, names] of Object.entries(wanted))
    assert.deepEqual(
      pages
        .filter(({ address }) => hasBelow(address, kind as keyof typeof wanted))
        .flatMap(({ address }) => names.map((name) => address + name))
        .filter((file) => !built.has(file)),
      [],
      kind,
    );
});
