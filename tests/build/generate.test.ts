import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import { tags } from '../../src/rules/tags.ts';
import { madePost, realNames, writeSite } from '../generate.ts';
import { bytesOf, temporaryFolder } from './copy.ts';

/** Tags that belong to pages. */
const NOT_IN_POSTS = [
  'Contact',
  'Addresses',
  'Organisations',
  'Calculator',
  'Glossary',
  'InShort',
  'PackingSlip',
  'Poster',
  'SigningKey',
];

test('made-up posts hold nothing that the check refuses, and every tag of posts', async (t) => {
  const root = temporaryFolder(t);
  await writeSite(root, 300, 7);

  assert.deepEqual(await checkContent(root, { today: '2026-12-31' }), []);

  const posts = globSync('content/en/news/*/made-*.mdx', { cwd: root });
  assert.equal(posts.length, 300);
  const texts = posts.map((path) => readFileSync(join(root, path), 'utf8'));
  const used = new Set(texts.flatMap((text) => text.match(/(?<=<)[A-Z]\w+/g) ?? []));
  const ofPosts = new Set(Object.keys(tags).filter((tag) => !NOT_IN_POSTS.includes(tag)));
  assert.deepEqual(
    [...used.symmetricDifference(ofPosts)],
    [],
    'Let tests/generate.ts write each of these tags into a post; or, where it belongs to pages alone, name it in NOT_IN_POSTS above.',
  );
  for (const text of texts) {
    const words = text.replace(/^---.*?^---/ms, '').split(/\s+/).length;
    assert.ok(words >= 150 && words <= 400, `${words} words`);
  }
  const all = texts.join('\n');
  for (const kind of [
    /^kind: coverage$/m,
    /^kind: update$/m,
    /^date: \d{4}-\d\d-\d\d$/m,
    /^date: \d{4}-\d\d$/m,
    /^date: \d{4}$/m,
    /^date: undated$/m,
    /^publisher: "[\p{Script=Hangul} ]+"$/mu,
    /\]\(\/news\/\d{4}\/made-/,
    /<Source id="(?:\d{4}|undated)\/made-/,
    /^\| --- \|/m,
    /^- /m,
  ])
    assert.match(all, kind);
});

test('the same seed gives the same site, another seed another', async (t) => {
  const folders = [3, 3, 4].map((seed) => ({ seed, folder: temporaryFolder(t) }));
  for (const { seed, folder } of folders) await writeSite(folder, 20, seed);

  const [first, again, other] = folders.map(({ folder }) => bytesOf(folder));

  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
  const names = realNames();
  assert.deepEqual(madePost(5, 3, names), madePost(5, 3, names));
});
