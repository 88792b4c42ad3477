import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import chicago from '@citation/csl-style-chicago-note-bibliography/info.json' with { type: 'json' };
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { CITATION_FORMATS, CITATION_STYLES, type CslItem } from '../../src/site/citations.ts';
import { kindOf } from '../../src/rules/kinds.ts';
import { languageOf, plainAddress } from '../../src/rules/addresses.ts';
import { defaultLanguage } from '../../src/site.ts';
import { builtPages, canonicalOf, contentData } from '../pages.ts';
import { THOROUGH } from '../thorough.ts';

const BLOCK = /<details class="cite[^>]*>.*?<\/details>/s;
const DOWNLOAD = /<a href="data:([^,"]+),([^"]*)" download="([^".]+)\.(\w+)">([^<]+)<\/a>/g;
const CITED = ['home', 'text', 'post', 'category', 'figure', 'chart', 'data'];

const pages = builtPages().filter(({ html }) => !html.includes('http-equiv="refresh"'));
const cited = pages.flatMap((page) => {
  const { address, html } = page;
  const [block] = BLOCK.exec(html) ?? [];
  // A page in the words of another is cited as that one.
  return block === undefined
    ? []
    : [{ address, original: canonicalOf(page), html, block, files: downloadsIn(block) }];
});

/** What the links of a block save, by the ending of the file. */
function downloadsIn(block: string): Record<string, { type: string; name: string; text: string }> {
  return Object.fromEntries(
    [...block.matchAll(DOWNLOAD)].map(([, type = '', text = '', name = '', ending = '']) => [
      ending,
      { type, name, text: decodeURIComponent(text) },
    ]),
  );
}
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
const itemIn = (files: (typeof cited)[number]['files']): CslItem => JSON.parse(files['json']?.text ?? '')[0];

test('every text, figure and chart says how it is cited, and no list does', () => {
  const wanted = pages.filter(({ address }) => CITED.includes(kindOf(address) ?? ''));

  assert.deepEqual(
    cited.map(({ address }) => address),
    wanted.map(({ address }) => address),
  );
  assert.ok(wanted.length > 200);
});

test('every cited page saves a citation in three formats, each named after what it cites', () => {
  const types = Object.entries(CITATION_FORMATS).map(([ending, { type }]) => [
    ending,
    `${type};charset=utf-8`,
  ]);

  for (const { address, files } of cited) {
    const { id } = itemIn(files);
    assert.deepEqual(
      Object.entries(files).map(([ending, { type }]) => [ending, type]),
      types,
      address,
    );
    for (const { name, text } of Object.values(files)) {
      assert.equal(name, id, address);
      assert.ok(text.trim().length > 50 && text.endsWith('\n'), address);
    }
  }
});

test('a post that was never changed has a page and one version, and no other file', () => {
  const [first] = globSync('dist/news/2*/*/version-1.txt').filter(
    (file) => !existsSync(file.replace('version-1', 'version-2')),
  );
  assert.ok(first);

  const files = globSync(first.replace('version-1.txt', '*')).map((file) => basename(file));

  assert.deepEqual(files.sort(), ['index.html', 'version-1.txt']);
});

plugins.config.get('@csl').styles.add('chicago', chicago.content);

/** A page as citeproc prints it. It wants less of a description than the files hold. */
function byCiteproc(template: 'apa' | 'chicago', { publisher, note: _, ...item }: CslItem): string {
  const { 'container-title': container, version, ...rest } = item;
  // APA leaves out the name of a site that is its own author, and writes two words where the style has one.
  const isNamed = template === 'chicago' || item.author[0]?.literal !== publisher;
  const genre = template === 'apa' && item.type === 'dataset' && { genre: 'Data set' };
  // A plain hyphen would make a version that holds one a range.
  const known = version && { version: version.replaceAll('-', '\\-') };
  return (
    new Cite({ ...rest, ...known, ...genre, ...(isNamed && { 'container-title': container }) } as CslItem)
      .format('bibliography', { template, lang: 'en-US', format: 'text' })
      .trim()
      // Of what is undated it writes “Retrieved”, though no day of reading follows.
      .replace(/(?<=\(n\.d\.\)\. .*)Retrieved (?=https?:)/, '')
  );
}

/** What decides how an entry is written: the parts that it has, and the signs in its title. */
const shapeOf = ({ title, author, publisher, issued, ...parts }: CslItem) =>
  JSON.stringify([
    Object.keys(parts),
    parts.type,
    author.length,
    author[0]?.literal === publisher,
    issued?.['date-parts'][0]?.length,
    title.replace(/[\p{L}\p{N} ]+/gu, ' '),
  ]);

test('every page prints APA and Chicago as citeproc writes them, but for the capitals of the title', () => {
  const items = cited.map(({ address, block, files }) => {
    const known = itemIn(files);
    const [apa, chicago] = [CITATION_STYLES.APA(known), CITATION_STYLES.Chicago(known)];
    const text = plain(block);
    assert.ok(text.includes(apa) && text.includes(chicago), address);
    assert.ok(chicago.includes(known.title.replaceAll('“', '‘').replaceAll('”', '’')), address);
    return known;
  });
  // It is slow: by day one of each shape.
  const compared = THOROUGH ? items : [...new Map(items.map((known) => [shapeOf(known), known])).values()];
  assert.ok(compared.length > 20);
  for (const known of compared) {
    assert.equal(CITATION_STYLES.APA(known), byCiteproc('apa', known));
    // It raises the letters of an English title, also those that a name has small, as in Kim Jong-un.
    assert.equal(CITATION_STYLES.Chicago(known).toLowerCase(), byCiteproc('chicago', known).toLowerCase());
  }
});

test('names, quotes and ends of titles of every kind are printed as citeproc writes them', () => {
  const [post] = cited
    .filter(({ address }) => /^\/news\/2017\//.test(address))
    .map(({ files }) => itemIn(files));
  assert.ok(post);
  const titles = [
    'Who listens?',
    'They “listen”',
    'They ask “Who?”',
    '소식은 “자유”인가',
    'So it is.',
    'It is so!',
  ];
  const names = [
    ['Jane Doe'],
    ['Jane Doe', '김철수'],
    ['Jane Doe', '김철수', 'J. Roe Jr.'],
    [...'ABCDEFGHIJ'],
  ];
  const { URL: _, ...unlinked } = post;
  const items = [
    ...titles.map((title) => ({ ...post, title })),
    ...names.map((author) => ({ ...post, author: author.map((literal) => ({ literal })) })),
    unlinked,
    ...[[2017], [2017, 3]].map((parts) => ({ ...post, issued: { 'date-parts': [parts] } })),
  ];

  for (const one of items) {
    assert.equal(CITATION_STYLES.APA(one), byCiteproc('apa', one));
    const [ours, theirs] = [CITATION_STYLES.Chicago(one), byCiteproc('chicago', one)];
    assert.equal(ours.toLowerCase(), theirs.toLowerCase());
  }
});

test('BibTeX and RIS say the same as CSL-JSON when they are read back', () => {
  for (const { address, files } of cited) {
    const { title, URL: url, issued } = itemIn(files);
    const [bib = '', ris = ''] = [files['bib']?.text, files['ris']?.text];
    for (const file of [bib, ris]) {
      const [back] = new Cite(file).data;
      assert.deepEqual([back?.title, back?.issued], [title, issued], address);
    }
    // The reader of BibTeX encodes a sign of an address that is encoded already.
    assert.equal(/^\turl = {(.*)},$/m.exec(bib)?.[1], url, address);
    assert.equal(/^UR {2}- (.*)$/m.exec(ris)?.[1], url, address);
  }
});

test('a figure is cited with its value and date, as data', () => {
  const figures = cited.filter(({ address }) => /^\/statistics\/./.test(address));

  assert.ok(figures.length >= 40);
  for (const { address, html, files } of figures) {
    const { type, version, abstract, title } = itemIn(files);
    assert.equal(type, 'dataset', address);
    // Out of its page, a number without its kind of counting would be taken for another.
    const [, stage] = /<meta name="description" content="([^:"]+):/.exec(html) ?? [];
    assert.ok(title.startsWith(`${stage}: `), title);
    assert.ok(version !== undefined && abstract !== undefined && abstract.length > 20, address);
  }
});

test('texts and figures are cited by the address of their newest version, charts by their own', () => {
  for (const { address, original, block, files } of cited) {
    const { URL: url = '', note } = itemIn(files);
    const versions = globSync(`dist${original}version-*.txt`).length;
    const ours = versions === 0 ? original : `${original}version-${versions}.txt`;

    if (note) assert.ok(note.includes(`${ours}, `), address);
    else assert.equal(new URL(url).pathname, ours);
    assert.equal(block.includes(`<a href="${ours}">`), versions > 0, address);
  }
  for (const { address } of cited.filter(({ address }) => !existsSync(`dist${address}version-1.txt`)))
    if (languageOf(address) === defaultLanguage) assert.match(address, /^\/(?:charts\/[^/]+\/|data\/)$/);
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

test('every version is on the list of published ones with its checksum, which is that of its frozen text', () => {
  const listed = contentData<Record<string, string>>('versions');
  const files = globSync('dist/**/version-*.txt');

  assert.ok(files.length > 200);
  for (const file of files) {
    const [above = '', frozen = ''] = readFileSync(file, 'utf8').split(/^-{72}\n/m);
    const sum = createHash('sha256').update(frozen).digest('hex');
    assert.match(above, new RegExp(`\\b${sum}\\n$`), file);
    assert.match(above, /: https?:\/\//m, file);
    const isKept = !/^This version is not kept\. /m.test(frozen);
    assert.equal(listed[file.slice('dist'.length)]?.split(' ')[0], isKept ? sum : 'withdrawn', file);
  }
});

test('no version holds tags, marks of Markdown or an address that is not whole', () => {
  for (const file of globSync('dist/**/version-*.txt')) {
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /<\/?[A-Za-z]+[ />]|\]\(|\{\/\*|\*\*|undefined|<\/|<#|NaN/, file);
  }
});

test('a post on somebody else’s report is cited as the report, with our page behind it; our own as ours', () => {
  const posts = cited.filter(({ address }) => /^\/news\//.test(address));
  const kinds = Map.groupBy(posts, ({ html }) => html.includes('<dt>The report</dt>'));

  for (const { address, html, block, files } of kinds.get(true) ?? []) {
    const { author, publisher, title, URL: url, note = '' } = itemIn(files);
    const [, link] = /<dt>The report<\/dt><dd>[^<]*<a [^>]*href="([^"]+)"/.exec(html) ?? [];
    assert.notEqual(author[0]?.literal, 'Lit Windows', address);
    assert.ok(plain(html).includes(publisher), address);
    assert.equal(url, link && plain(link), address);
    assert.match(title, /^\[.*\]$/);
    assert.match(note, /^As recorded by Lit Windows, https?:\/\/[^ ]+, [A-Z][a-z]+ \d{1,2}, \d{4}\.$/);
    assert.ok(plain(block).split(note).length === 3, `${address}: both styles name our page`);
  }
  for (const { address, files } of kinds.get(false) ?? []) {
    const { author, note } = itemIn(files);
    assert.deepEqual(author, [{ literal: 'Lit Windows' }], address);
    assert.equal(note, undefined);
  }
  assert.ok((kinds.get(true) ?? []).length > 50);
});

test('reference managers and reader modes find in the head of each text what the citations and the page say', () => {
  const metaOf = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'))].map(
      ([, content = '']) => plain(content),
    );
  for (const { address, html, files } of cited) {
    const { title, author, publisher, URL: url, issued } = itemIn(files);
    const date = issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('/');
    assert.deepEqual(metaOf(html, 'citation_title'), [title], address);
    assert.deepEqual(
      metaOf(html, 'citation_author'),
      author.map(({ literal }) => `${literal},`),
    );
    assert.deepEqual(metaOf(html, 'citation_publisher'), [publisher]);
    assert.deepEqual(metaOf(html, 'citation_public_url'), url === undefined ? [] : [url]);
    assert.deepEqual(metaOf(html, 'citation_publication_date'), date === undefined ? [] : [date]);
    assert.equal(metaOf(html, 'citation_language').length, 1);
    if (/^\/(?:statistics|charts|data)\//.test(plainAddress(address))) continue;
    assert.deepEqual(metaOf(html, 'author'), ['Lit Windows'], address);
    for (const name of ['article:published_time', 'article:modified_time'])
      assert.match(metaOf(html, name).join(), /^\d{4}-\d{2}-\d{2}$/, address);
    assert.equal(metaOf(html, 'article:section').length, 1);
    assert.equal(metaOf(html, 'article:tag').length > 0, plainAddress(address).startsWith('/news/'), address);
  }
});
