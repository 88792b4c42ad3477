import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { tags } from '../../src/rules/tags.ts';

/** One import: the file that holds it, and the file of `src` or the package that it names. */
interface Arrow {
  from: string;
  to: string;
  isType: boolean;
}

const FILES = globSync('src/**/*.{ts,astro}').sort();
const IMPORT =
  /^\s*(?:import|export)(\s+type)?\s(?:[^'";]*?\sfrom\s*)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const ARROWS = FILES.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)].map(([, type, name = '', later]): Arrow => {
    const target = later ?? name;
    const to = target.startsWith('.') ? join(dirname(from), target.replace(/\?.*$/, '')) : target;
    return { from, to, isType: type !== undefined };
  }),
);

/** Packages that reckon and ask nothing of disk, clock or network. */
const PURE = [
  'fastest-levenshtein',
  'minisearch',
  'stemmer',
  'github-slugger',
  'mdast-util-to-hast',
  'property-information',
  'satteri',
];

const isIn = (file: string, ...folders: string[]) =>
  folders.some((folder) => file.startsWith(`src/${folder}/`));
const written = ({ from, to }: Arrow) => `${from} → ${to}`;

/** Imports of the files in a folder that the rule refuses. */
const refused = (folder: string, isRefused: (arrow: Arrow) => boolean) =>
  ARROWS.filter((arrow) => isIn(arrow.from, folder) && isRefused(arrow)).map(written);

test('finds the imports of the source, types among them', () => {
  const named = ARROWS.map(written);

  assert.ok(named.includes('src/rules/changes.ts → src/rules/dates.ts'));
  assert.ok(named.includes('src/components/Chart.astro → src/components/ChartTable.astro'));
  assert.ok(
    ARROWS.some(({ to, isType }) => to === 'src/i18n/dictionary.ts' && isType),
    'an import of a type',
  );
  const missing = ARROWS.filter(({ to }) => to.startsWith('src/') && !globSync(to).length);
  assert.deepEqual(missing.map(written), []);
});

test('rules import rules, the facts and the plan of the site, pure packages, and else types only', () => {
  const found = refused(
    'rules',
    ({ to, isType }) =>
      !isIn(to, 'rules') &&
      !['src/site.ts', 'src/site-plan.ts'].includes(to) &&
      !PURE.includes(to) &&
      !(isType && (isIn(to, 'i18n') || !to.startsWith('src/'))),
  );

  assert.deepEqual(found, []);
});

test('what runs in the browser imports rules only', () => {
  const found = refused('browser', ({ to }) => to.startsWith('src/') && !isIn(to, 'browser', 'rules'));

  assert.deepEqual(found, []);
});

test('the site does not know how it is published or commanded', () => {
  const found = refused('site', ({ to }) => isIn(to, 'publish', 'commands'));

  assert.deepEqual(found, []);
});

test('the checks know neither the site, nor how it is published, nor the commands that run them', () => {
  const found = refused('checks', ({ to }) => isIn(to, 'site', 'publish', 'commands'));

  assert.deepEqual(found, []);
});

test('schemas rest on rules, never the other way, and the dictionary on neither', () => {
  const vocabulary = ['src/rules/vocabulary.ts', 'src/rules/dates.ts'];
  const found = [
    ...refused('rules', ({ to }) => isIn(to, 'schemas')),
    ...refused('schemas', ({ to }) => to.startsWith('src/') && !isIn(to, 'schemas', 'rules')),
    ...refused('i18n', ({ to }) => to.startsWith('src/') && !isIn(to, 'i18n') && to !== 'src/site.ts'),
    ...vocabulary.flatMap((file) => ARROWS.filter(({ from }) => from === file).map(written)),
  ];

  assert.deepEqual(found, []);
});

test('no import leads back to its own file, types among them', () => {
  const next = Map.groupBy(ARROWS, ({ from }) => from);
  const ways = (file: string, seen = new Set<string>()): Set<string> => {
    for (const { to } of next.get(file) ?? []) if (!seen.has(to)) ways(to, seen.add(to));
    return seen;
  };
  const ours = FILES.filter((file) => isIn(file, 'rules', 'schemas', 'i18n', 'site'));

  assert.deepEqual(
    ours.filter((file) => ways(file).has(file)),
    [],
  );
});

test('classes are written where the sheet looks for them', () => {
  const others = FILES.filter((file) => !isIn(file, 'components', 'layouts', 'pages'));

  assert.deepEqual(
    others.filter((file) => /[ ']class="/.test(readFileSync(file, 'utf8'))),
    [],
  );
});

test('no file of code is longer than 300 lines', () => {
  const long = FILES.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);

  assert.deepEqual(long, []);
});

test('each tag has the component of its name; without it a post would leave the tag out, and say nothing', () => {
  const components = new Set(globSync('src/components/*.astro').map((file) => basename(file, '.astro')));

  // Of a source only its number is printed, behind the sentence.
  assert.deepEqual([...new Set(Object.keys(tags)).difference(components)], ['Source']);
});
