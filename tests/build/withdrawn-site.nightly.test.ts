import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { assertWorked, build, copyProject, keepPictures, start } from './copy.ts';

const ID = '2011/direct-fire-threatened';

/** The words of some texts, a few letters or more. */
const wordsIn = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu));

/** All that a folder says: its files and the parts of the search index, which are compressed. */
function* saidIn(folder: string): Generator<[path: string, text: string]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(?:png|webp|jpe?g|woff2|wasm|pagefind)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    yield [path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')];
  }
}

test('no word that only a withdrawn text had is left in the built site, nor any of its sentences', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  const own = globSync(`content/{en,ko}/news/${ID}.mdx`, { cwd: root });
  assert.equal(own.length, 2);
  const texts = new Map(
    globSync('content/**/*.{mdx,json}', { cwd: root }).map((path) => [
      path,
      readFileSync(join(root, path), 'utf8'),
    ]),
  );
  const removed = own.map((path) => texts.get(path) ?? '').join('\n');
  assertWorked(await start(root, ['node', 'src/commands/withdraw.ts', ID]).end);

  assertWorked(await build(root, { SITE_URL: 'https://site.example' }));

  const kept = globSync('content/**/*.{mdx,json}', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const code = globSync('src/**/*.{ts,astro,json}', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  // The name of the file is the address, which stays.
  const known = wordsIn(`${kept}\n${code}\n${ID}`);
  const lost = [...wordsIn(removed)].filter((word) => !known.has(word));
  const sentences = removed
    .split(/[.?!]\s|\n|"/)
    .map((part) => part.trim())
    .filter((part) => part.length > 30 && !kept.includes(part));
  assert.ok(lost.length > 5 && sentences.length > 5, `${lost.length} words, ${sentences.length} sentences`);
  const found: string[] = [];
  for (const [path, text] of saidIn(join(root, 'dist'))) {
    const said = wordsIn(text);
    for (const word of lost) if (said.has(word)) found.push(`${path}: ${word}`);
    for (const sentence of sentences) if (text.includes(sentence)) found.push(`${path}: ${sentence}`);
  }
  assert.deepEqual(found, []);

  const page = readFileSync(join(root, `dist/news/${ID}/index.html`), 'utf8');
  assert.match(page, /What stood here was withdrawn on \d+ \w+ \d{4}, for somebody’s safety\./);
  assert.match(
    readFileSync(join(root, `dist/ko/news/${ID}/index.html`), 'utf8'),
    /누군가의 안전을 위해 내렸습니다/,
  );
  assert.match(
    readFileSync(join(root, `dist/news/${ID}/version-1.txt`), 'utf8'),
    /This version is not kept\./,
  );
  // What the build has written is accepted by the next one.
  assertWorked(await start(root, ['node', 'src/commands/check.ts', 'content']).end);
});
