import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { builtTitles, recall, type Query } from '../search/recall.ts';

const queries = JSON.parse(readFileSync('tests/search/queries.json', 'utf8')) as Query[];

/** The languages in which readers were asked, each with the least number of their questions. */
const ASKED = [
  ['en', 150],
  ['ko', 80],
] as const;

for (const [language, least] of ASKED) {
  test(`of what readers ask, 95 in a hundred find their page among the first three (${language})`, () => {
    const { asked, atThree, failures } = recall(queries, language);

    assert.ok(asked >= least);
    assert.ok(atThree >= 0.95, failures.map(({ query, found }) => `${query}: ${found.join(' ')}`).join('\n'));
  });
}

for (const [language] of ASKED) {
  test(`each word with others of its meaning finds them, and each question its own page (${language})`, () => {
    const { titlesFor, files } = builtTitles(language);
    const find = (query: string) => titlesFor(query).find(query);
    const words = files.flatMap(({ synonyms = [] }) => synonyms.flat());
    const asked = files.flatMap(({ entries }) =>
      entries.flatMap(({ address, asked = [] }) => asked.map((question) => ({ question, address }))),
    );

    const lost = words.filter((word) => {
      const { entries, corrected } = find(word);
      return entries.length === 0 || corrected !== undefined;
    });
    const elsewhere = asked.filter(({ question, address }) => find(question).entries[0]?.address !== address);

    assert.ok(words.length > 0 && asked.length > 0);
    assert.deepEqual(lost, []);
    assert.deepEqual(elsewhere, []);
  });
}

test('the first answer comes in one file of at most 25 kB, in each language', () => {
  for (const folder of ['dist', 'dist/ko']) {
    const bytes = brotliCompressSync(readFileSync(`${folder}/search/titles.json`)).length;

    assert.ok(bytes <= 25_000, `${folder}: ${bytes} bytes`);
  }
});

test('the titles of every page stand in exactly one file', () => {
  const addresses = globSync('dist/search/titles*.json').flatMap((file) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { entries: { address: string }[] }).entries.map(
      ({ address }) => address,
    ),
  );

  assert.equal(new Set(addresses).size, addresses.length);
  for (const address of '/ /give/ /statistics/ /timeline/ /corrections/ /sources/ /glossary/'.split(' '))
    assert.ok(addresses.includes(address), address);
});

test('every title leads to a page of the site, in each language', () => {
  const files = globSync('dist/{,ko/}search/titles*.json');
  const lost = files.flatMap((file) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { entries: { address: string }[] }).entries
      .map(({ address }) => address)
      .filter((address) => !existsSync(`dist${address}index.html`)),
  );

  assert.ok(files.some((file) => file.includes('/ko/')));
  assert.deepEqual(lost, []);
});
