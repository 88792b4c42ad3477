import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownText, spellings, withSpellings } from '../../src/publish/search-spellings.ts';
import { nameFinder } from '../../src/rules/names.ts';

const kim = { name: 'Kim Yo-jong', variants: ['Kim Yo Jong', '김여정'] };
const chosun = { name: 'Chosun', variants: ['조선'] };

test('gives every spelling of a name where any one of them stands in the text', () => {
  const texts = ['said Kim Yo-jong.', '“Kim Yo Jong” said', '(김여정)'];

  const found = texts.map((text) => spellings(text, nameFinder([kim, chosun])));

  const every = ['Kim Yo-jong', 'Kim Yo Jong', '김여정'];
  assert.deepEqual(found, [every, every, every]);
});

test('gives nothing where no spelling stands in the text', () => {
  const found = spellings('Nobody is named here.', nameFinder([kim, chosun]));

  assert.deepEqual(found, []);
});

test('leaves out a spelling that is only a part of another word', () => {
  const texts = ['Chosunilbo', 'NewChosun', 'Chosun2', 'ÉChosun'];

  const found = texts.flatMap((text) => spellings(text, nameFinder([chosun])));

  assert.deepEqual(found, []);
});

test('takes Korean letters for letters: a part of a longer Korean word is no match', () => {
  const found = spellings('조선일보', nameFinder([chosun]));

  assert.deepEqual(found, []);
});

test('finds a name beside punctuation and tags, at both ends of the text', () => {
  const texts = ['조선', '<b>조선</b>', 'Chosun’s', 'Chosun-backed'];

  const found = texts.map((text) => spellings(text, nameFinder([chosun])).length);

  assert.deepEqual(found, [2, 2, 2, 2]);
});

test('reads signs in a spelling as signs, not as a pattern', () => {
  const name = { name: 'K.A. (Seoul)', variants: ['K+A'] };

  const found = ['KxAx (Seoul)', 'KKA', 'by K.A. (Seoul), 2024', 'K+A'].map(
    (text) => spellings(text, nameFinder([name])).length,
  );

  assert.deepEqual(found, [0, 0, 2, 2]);
});

test('gives each name once, in the order in which the names stand in the text', () => {
  const found = spellings('Chosun on Kim Yo-jong, Chosun and 김여정', nameFinder([kim, chosun]));

  assert.deepEqual(found, ['Chosun', '조선', 'Kim Yo-jong', 'Kim Yo Jong', '김여정']);
});

test('attaches the spellings as text that no attribute breaks on, whatever signs are in them', () => {
  const name = { name: 'Film & Co "A"', variants: ['<Film $& Co>', '$1'] };
  const html =
    '<article data-pagefind-body data-pagefind-meta="title[data-title]"><p>By Film &amp; Co &quot;A&quot;.</p></article>';

  const indexed = withSpellings(html, nameFinder([name]));

  assert.equal(
    indexed,
    html.replace(
      'data-pagefind-meta="',
      () =>
        'data-names="Film &amp; Co &quot;A&quot;, &lt;Film $&amp; Co&gt;, $1" data-pagefind-meta="names[data-names], ',
    ),
  );
});

test('leaves a page as it is where it names nobody', () => {
  const html = '<article data-pagefind-body data-pagefind-meta="title[data-title]"><p>Nobody.</p></article>';

  const indexed = withSpellings(html, nameFinder([kim]));

  assert.equal(indexed, html);
});

test('reads the article itself: no sheet, no header, no list of other pages, no mark-up', () => {
  const html = `<head><style>Kim Yo-jong</style></head><header>Kim Yo-jong</header>
    <article data-title="a > b" data-pagefind-body data-pagefind-meta="x"><p>Own <b>words</b>.</p>
    <div class="a" data-pagefind-ignore><div>Kim Yo-jong</div> Kim Yo-jong</div><p title="Kim Yo-jong">End</p>
    <section data-pagefind-ignore>Kim Yo-jong</section></article><footer>Kim Yo-jong</footer>`;

  const text = ownText(html);

  assert.equal(text.replace(/\s+/g, ' ').trim(), 'Own words . End');
});

test('reads nothing of a page that is not to be indexed', () => {
  const text = ownText('<main><p>Kim Yo-jong</p></main>');

  assert.equal(text, '');
});
