import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchPage, spellings } from '../../src/publish/search-page.ts';
import { nameFinder } from '../../src/rules/names.ts';
import { gives } from './tables.ts';

const kim = { name: 'Kim Yo-jong', variants: ['Kim Yo Jong', '김여정'] };
const chosun = { name: 'Chosun', variants: ['조선'] };

const every = ['Kim Yo-jong', 'Kim Yo Jong', '김여정'];
const ofBoth = (text: string) => spellings(text, nameFinder([kim, chosun]));

gives(ofBoth, {
  'gives every spelling of a name where any one of them stands in the text': {
    'said Kim Yo-jong.': every,
    '“Kim Yo Jong” said': every,
    '(김여정)': every,
  },
  'gives nothing where no spelling stands in the text': { 'Nobody is named here.': [] },
  'gives each name once, in the order in which the names stand in the text': {
    'Chosun on Kim Yo-jong, Chosun and 김여정': ['Chosun', '조선', ...every],
  },
});

gives((text) => spellings(text, nameFinder([chosun])).length, {
  'leaves out a spelling that is only a part of another word': {
    Chosunilbo: 0,
    NewChosun: 0,
    Chosun2: 0,
    ÉChosun: 0,
  },
  'takes Korean letters for letters: a part of a longer Korean word is no match': { 조선일보: 0 },
  'finds a name beside punctuation and tags, at both ends of the text': {
    조선: 2,
    '<b>조선</b>': 2,
    'Chosun’s': 2,
    'Chosun-backed': 2,
  },
});

test('reads signs in a spelling as signs, not as a pattern', () => {
  const name = { name: 'K.A. (Seoul)', variants: ['K+A'] };

  const found = ['KxAx (Seoul)', 'KKA', 'by K.A. (Seoul), 2024', 'K+A'].map(
    (text) => spellings(text, nameFinder([name])).length,
  );

  assert.deepEqual(found, [0, 0, 2, 2]);
});

const nothingMore = () => [];
const article = (inside: string, filters = '') =>
  `<article data-pagefind-body data-pagefind-meta="title[data-title]"${filters}>${inside}</article>`;

test('attaches further words as text that no attribute breaks on, whatever signs are in them', () => {
  const indexed = searchPage(`<html lang="en"><body>${article('<b>Text</b>')}</body></html>`, () => [
    'Film & Co "A"',
    '<Film $& Co>',
    '$1',
  ]);

  const names = 'data-names="Film &amp; Co &quot;A&quot;, &lt;Film $&amp; Co&gt;, $1"';
  const meta = 'data-pagefind-meta="names[data-names], title[data-title]"';
  assert.equal(indexed, `<html lang="en"><article data-pagefind-body ${names} ${meta}><b>Text</b></article>`);
});

test('takes of the page what is indexed and its language, and leaves it as it is', () => {
  const indexed = searchPage(
    `<html lang="ko"><head><style>p{}</style></head>${article('<b>글</b>')}`,
    nothingMore,
  );

  assert.equal(indexed, `<html lang="ko">${article('<b>글</b>')}`);
});

test('reads the article itself: no sheet, no header, no list of other pages, no mark-up', () => {
  const html = `<head><style>Kim Yo-jong</style></head><header>Kim Yo-jong</header>
    <article data-title='a > b' data-pagefind-body data-pagefind-meta="x"><p>Own <b>words</b> &amp; signs&#46;<br></p>
    <div class="a" data-pagefind-ignore><div>Kim Yo-jong</div> Kim<br>Yo-jong</div><p title="Kim Yo-jong">End</p>
    <section data-pagefind-ignore>Kim Yo-jong</section></article><footer>Kim Yo-jong</footer>`;
  let read = '';

  searchPage(html, (text) => [(read = text)]);

  assert.equal(read.replace(/\s+/g, ' ').trim(), 'Own words & signs. End');
});

test('takes nothing of a page that is not to be indexed', () => {
  assert.equal(searchPage('<main><p>Kim Yo-jong</p></main>', nothingMore), undefined);
});

test('writes one element for each value of a filter, at the head of the article', () => {
  const indexed = searchPage(article('Text', ' data-filters="section:news topic:law"'), nothingMore);

  assert.match(
    indexed ?? '',
    /topic:law"><i data-pagefind-filter="section:news"><\/i><i data-pagefind-filter="topic:law"><\/i>Text</,
  );
});

test('the number of which a page tells weighs more than numbers in its text', () => {
  const indexed = searchPage(article('<p data-amount>about 130,000 devices</p>130,000'), nothingMore);

  assert.match(indexed ?? '', /<p data-pagefind-weight="8" data-amount>about 130,000 devices</);
});

test('texts that stand below each other are words apart', () => {
  const indexed = searchPage(article('<ul><li>one</li><li>two</li></ul>'), nothingMore);

  assert.match(indexed ?? '', /<li>one<\/li> <li>two<\/li> /);
});

test('hands over nothing that is to be ignored, whatever stands in it', () => {
  const ignored =
    '<nav data-pagefind-ignore>N<p data-amount>1</p><ul data-pagefind-ignore><li>L</li></ul></nav>';

  assert.equal(
    searchPage(`<html lang="en"><body>${article(`<p>A</p>${ignored}<b>B</b>`)}</body></html>`, nothingMore),
    `<html lang="en">${article('<p>A</p> <b>B</b>')}`,
  );
});
