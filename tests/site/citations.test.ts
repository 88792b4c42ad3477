import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import { CITATION_FILES, type CslItem } from '../../src/site/citations.ts';
import { builtPages } from '../pages.ts';

const BLOCK = /<details class="cite[^>]*>.*?<\/details>/s;
/** Pages that only lead to others, or are parts of a list. */
const NOT_CITED = /^\/(?:404\.html|search\/|sources\/[^/]+\/|.+\/(?:page\/\d+|used)\/)$/;

const pages = builtPages().filter(({ html }) => !html.includes('http-equiv="refresh"'));
const cited = pages.flatMap(({ address, html }) => {
  const [block] = BLOCK.exec(html) ?? [];
  return block === undefined ? [] : [{ address, html, block }];
});
const read = (address: string) => readFileSync(`dist${address}`, 'utf8');
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
const item = (address: string): CslItem => JSON.parse(read(`${address}cite.json`))[0];

test('every page says how it is cited, but for the search, wrong addresses, sources and further pages of lists', () => {
  const without = pages
    .map(({ address }) => address)
    .filter((address) => !cited.some((one) => one.address === address));

  assert.deepEqual(
    without.filter((address) => !NOT_CITED.test(address)),
    [],
  );
  assert.ok(cited.length > 200);
});

test('every page offers each form as a file and all of them as text, and none is empty', () => {
  for (const { address, block } of cited) {
    for (const ending of [...Object.keys(CITATION_FILES), 'txt']) {
      const file = `${address}cite.${ending}`;
      assert.ok(block.includes(`href="${file}"${ending === 'txt' ? '' : ' download'}>`), file);
      assert.ok(read(file).trim().length > 50, file);
    }
    const all = read(`${address}cite.txt`);
    for (const ending of Object.keys(CITATION_FILES))
      assert.ok(all.includes(read(`${address}cite.${ending}`).trimEnd()), `${address}cite.txt has ${ending}`);
  }
});

test('the page shows APA and Chicago as they stand in the files', () => {
  for (const { address, block } of cited) {
    const text = plain(block);
    assert.ok(text.includes(read(`${address}cite.apa.txt`).trim()), address);
    assert.ok(text.includes(read(`${address}cite.chicago.txt`).trim()), address);
  }
});

test('BibTeX and RIS say the same as CSL-JSON when they are read back', () => {
  for (const { address } of cited) {
    const { title, URL: url, issued } = item(address);
    for (const ending of ['bib', 'ris']) {
      const [back] = new Cite(read(`${address}cite.${ending}`)).data;
      assert.deepEqual(
        [back?.title, back?.URL, back?.issued],
        [title, url, issued],
        `${address}cite.${ending}`,
      );
    }
  }
});

test('a figure is cited with its value and date, as data', () => {
  const figures = cited.filter(({ address }) => /^\/statistics\/./.test(address));

  assert.ok(figures.length >= 40);
  for (const { address, html } of figures) {
    const { type, version, abstract, title } = item(address);
    assert.equal(type, 'dataset', address);
    // Out of its page, a number without its kind of counting would be taken for another.
    const [, stage] = /<meta name="description" content="([^:"]+):/.exec(html) ?? [];
    assert.ok(title.startsWith(`${stage}: `), title);
    assert.ok(version !== undefined && abstract !== undefined && abstract.length > 20, address);
  }
});

test('texts and figures are cited by the address of their newest version, lists by their own', () => {
  for (const { address, block } of cited) {
    const { pathname } = new URL(item(address).URL);
    const versions = globSync(`dist${address}version-*.txt`).length;

    assert.equal(pathname, versions === 0 ? address : `${address}version-${versions}.txt`);
    if (versions > 0) assert.ok(block.includes(`<a href="${pathname}">Version ${versions} `), address);
  }
  const listed = cited.filter(({ address }) => !existsSync(`dist${address}version-1.txt`));
  for (const { address, html } of listed) assert.match(html, /<table|<ol|<dl/, address);
  assert.ok(listed.length < cited.length / 4);
});

test('every post, page of text and category has its versions', () => {
  const texts = globSync('content/en/{news,pages,categories}/**/*.mdx').filter(
    (path) => !/^draft: true$/m.test(readFileSync(path, 'utf8')),
  );

  for (const path of texts) {
    const id = path.replace(/^content\/en\//, '').replace(/\.mdx$/, '');
    const address = `/${id.replace(/^pages\/(?:index$)?/, '').replace(/^categories\//, 'content/')}/`.replace(
      '//',
      '/',
    );
    const changes = /^changes:/m.test(readFileSync(path, 'utf8'));
    assert.ok(existsSync(`dist${address}version-1.txt`), address);
    assert.equal(existsSync(`dist${address}version-2.txt`), changes, address);
  }
});

test('the checksum of every version is that of what stands below its line', () => {
  const files = globSync('dist/**/version-*.txt');

  assert.ok(files.length > 200);
  for (const file of files) {
    const [above = '', ...below] = readFileSync(file, 'utf8').split(/^-{72}\n/m);
    const [, sum] = /([0-9a-f]{64})\n$/.exec(above) ?? [];
    assert.equal(
      createHash('sha256')
        .update(below.join(`${'-'.repeat(72)}\n`))
        .digest('hex'),
      sum,
      file,
    );
    assert.match(above, /^https?:\/\/|: https?:\/\//m, file);
  }
});

test('no version holds tags, marks of Markdown or an address that is not whole', () => {
  for (const file of globSync('dist/**/version-*.txt')) {
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /<\/?[A-Za-z]+[ />]|\]\(|\{\/\*|\*\*|undefined|<\/|<#|NaN/, file);
  }
});

test('a page of somebody else’s report tells how to cite the report itself', () => {
  for (const { address, html, block } of cited.filter(({ address }) =>
    /^\/news\/(?:\d{4}|undated)\/./.test(address),
  )) {
    const isReport = html.includes('<dt>The report</dt>');
    assert.equal(block.includes('To cite the report itself'), isReport, address);
  }
});
