import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeChecksums } from '../../src/publish/checksums.ts';
import { compared, isListed, listOf, readList } from '../../src/rules/checksums.ts';
import { temporaryFolder } from '../build/copy.ts';

/** Worked out with: printf word | sha256sum */
const WORD = '98c1eb4ee93476743763878fcb96a25fbc9a175074d64004779ecb5242f645e6';
const OTHER = '0'.repeat(64);

test('lists what readers get from a folder, in the form of sha256sum', async (t) => {
  const folder = temporaryFolder(t);
  for (const name of ['b', 'news/x', '.well-known']) mkdirSync(join(folder, name), { recursive: true });
  const files = ['index.html', 'b/a.txt', 'news/x/index.html', '.well-known/security.txt'];
  const others = ['_headers', 'index.html.br', 'SHA256SUMS', 'SHA256SUMS.minisig', 'b/.DS_Store'];
  for (const name of [...files, ...others]) writeFileSync(join(folder, name), 'word');

  writeChecksums(folder);

  const list = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  assert.equal(
    list,
    files
      .toSorted()
      .map((name) => `${WORD}  ${name}\n`)
      .join(''),
  );
});

test('a signature stays with its list, and goes when the list becomes another', (t) => {
  const folder = temporaryFolder(t);
  const signature = join(folder, 'SHA256SUMS.sig');
  writeFileSync(join(folder, 'index.html'), 'word');
  writeChecksums(folder);
  writeFileSync(signature, 'of this list');

  assert.deepEqual([writeChecksums(folder), existsSync(signature)], [false, true]);
  writeFileSync(join(folder, 'index.html'), 'words');
  assert.deepEqual([writeChecksums(folder), existsSync(signature)], [true, false]);
});

test('reads its own list again, and one of a program for Windows', () => {
  const sums = new Map([
    ['a.txt', WORD],
    ['b c/d.txt', OTHER],
  ]);

  assert.deepEqual(readList(listOf(sums)), sums);
  assert.deepEqual(readList(`${WORD} *a.txt\r\n${OTHER}  b c/d.txt\r\n`), sums);
});

test('refuses a list that is none, and one that leads out of its folder', () => {
  for (const text of [
    '',
    '\n',
    '<!doctype html>',
    `${WORD}  ../a`,
    `${WORD}  /etc/a`,
    `${WORD}  a\\..\\b`,
    `${WORD.slice(1)}  a`,
  ])
    assert.throws(
      () => readList(text),
      /^Error: (?:This is no list of checksums: |The list of checksums is empty)/,
      text,
    );
});

test('tells what differs, is missing and is more', () => {
  const list = new Map([
    ['same', WORD],
    ['changed', WORD],
    ['gone', WORD],
  ]);
  const found = new Map([
    ['same', WORD],
    ['changed', OTHER],
    ['new', OTHER],
  ]);

  assert.deepEqual(compared(list, found), { differs: ['changed'], missing: ['gone'], more: ['new'] });
});

test('what is for hosts is not for the list, wherever a reader could not get it', () => {
  const paths = ['_headers', '_redirects', '.hosting/nginx.conf', 'a/index.html.gz', 'SHA256SUMS.sig'];
  assert.deepEqual(paths.filter(isListed), []);
  assert.ok(['a/_headers', 'download/lit-windows-1.0.0.zip', '.well-known/security.txt'].every(isListed));
});
