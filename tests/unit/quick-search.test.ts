import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutParticle } from '../../src/rules/search/korean-words.ts';
import { QuickSearch, type QuickEntry } from '../../src/rules/search/quick-search.ts';

const entry = (address: string, title: string, more: Partial<QuickEntry> = {}): QuickEntry => ({
  address,
  title,
  kind: 'page',
  ...more,
});
const ENTRIES = [
  entry('/give/', 'How to give a drive', { asked: ['how to donate', 'can I send my old USB'] }),
  entry('/how-it-travels/', 'How it travels', {
    summary: 'Balloons, bottles and people who cross the border.',
  }),
  entry('/content/', 'What is on the drives', { asked: ['what is on the drives'] }),
  entry('/news/balloons/', 'Balloons launched at night', { kind: 'news', date: '2024-05' }),
  entry('/news/phishing/', 'Mail from impostors', { kind: 'news', words: 'phishing warning', date: '2023' }),
  entry('/news/kdrama/', 'A café shows a K-drama', { kind: 'news', date: '2020-01' }),
  entry('/statistics/old/', 'Sent: drives', {
    kind: 'figure',
    date: '2021',
    summary: 'about 110,000 devices',
  }),
  entry('/statistics/new/', 'Sent: drives', {
    kind: 'figure',
    date: '2022',
    summary: 'about 130,000 devices',
  }),
  entry('/statistics/reach/', 'Reached', { kind: 'figure', date: '2022', summary: '1,350,000 people' }),
  entry('/content/drama/', '드라마와 정부보조금'),
  entry('/news/seoul/', '서울에서 열린 시사회', { kind: 'news', summary: '대북전단을 날린 단체' }),
];
const search = new QuickSearch({
  asking: 'how to can i my what is on the',
  entries: ENTRIES,
  synonyms: [
    ['donate', 'give', 'contribute'],
    ['usb', 'drive', 'memory stick'],
    ['balloon', '풍선'],
  ],
});
const found = (query: string) => search.find(query).entries.map(({ address }) => address);

test('a question of an editor’s list has its answer first, in other words of the same meaning too', () => {
  for (const query of ['how to donate', 'Donate!', 'contribute', 'can I send my old memory stick?'])
    assert.equal(found(query)[0], '/give/', query);
});

test('words of a question count where the question itself is on the list', () => {
  assert.equal(found('what is on the drives')[0], '/content/');
});

test('pages stand before reports, reports before figures, the newest figure first', () => {
  assert.deepEqual(found('balloons'), ['/how-it-travels/', '/news/balloons/']);
  assert.deepEqual(found('sent'), ['/statistics/new/', '/statistics/old/']);
});

test('forgives a slip from five letters on, two from eight, and two letters that changed places', () => {
  for (const query of ['baloon', 'ballons', 'blaloon', 'imposotrs', 'phishng'])
    assert.ok(found(query).length > 0, query);
  assert.deepEqual(found('dirve'), found('drive'));
  assert.deepEqual(found('nite'), []);
});

test('says what it looked for where it forgave a slip', () => {
  assert.equal(search.find('baloon').corrected, 'balloon');
  assert.equal(search.find('balloon').corrected, undefined);
});

test('plurals, accents, hyphens, quotes, full-width letters and letters that come apart are the same', () => {
  const same = [
    ['balloon', 'balloons', '“balloons”', 'ＢＡＬＬＯＯＮ', 'balloon’s'],
    ['k-drama', 'kdrama', 'K drama', 'K‑drama'],
    ['cafe', 'café', 'café'.normalize('NFD')],
    ['드라마', '드라마'.normalize('NFD')],
  ];
  for (const [first = '', ...others] of same) {
    assert.ok(found(first).length > 0, first);
    for (const other of others) assert.deepEqual(found(other), found(first), other);
  }
});

test('a number is found in digits, in groups, in full width and in words', () => {
  for (const query of ['130000', '130,000', '１３００００', '130k', '130 thousand'])
    assert.deepEqual(found(query), ['/statistics/new/'], query);
  assert.deepEqual(found('1.35 million'), ['/statistics/reach/']);
});

test('the words of an address and the second part of a Korean compound are found', () => {
  assert.deepEqual(found('phishing'), ['/news/phishing/']);
  assert.deepEqual(found('보조금'), ['/content/drama/']);
  assert.deepEqual(found('풍선'), found('balloon'));
});

test('the beginning of the last word is enough, that of another is not', () => {
  assert.deepEqual(found('ball'), found('balloon'));
  assert.deepEqual(found('night laun'), ['/news/balloons/']);
  assert.deepEqual(found('laun night'), []);
});

test('what no page has finds nothing, however much of it they have', () => {
  const { entries, unknown } = search.find('Balloons of Park Sang-hak');

  assert.deepEqual(entries, []);
  assert.deepEqual(unknown, ['of', 'park', 'sanghak']);
});

test('of a question of three words and more one may be missing, and the answer says so', () => {
  const { entries, corrected } = search.find('balloons launched qzang night');

  assert.deepEqual(
    entries.map(({ address }) => address),
    ['/news/balloons/'],
  );
  assert.equal(corrected, 'balloons launched night');
  assert.deepEqual(found('balloons qzang'), []);
  assert.deepEqual(search.suggestions('balloons qzang'), ['balloons']);
});

test('behind the pages with all words stand those with most of them', () => {
  assert.deepEqual(found('balloons bottles border night'), ['/how-it-travels/']);
  assert.deepEqual(found('balloons launched night café'), ['/news/balloons/']);
});

test('a correction that finds nothing is none', () => {
  assert.equal(search.find('baloon impostors').corrected, undefined);
});

test('offers words that are near to one that is too far off to be forgiven', () => {
  assert.deepEqual(search.suggestions('balluns'), ['balloons']);
  assert.deepEqual(search.suggestions('qqqqzzzz'), []);
});

test('a file that comes later adds its entries, each once', () => {
  const growing = new QuickSearch({ entries: ENTRIES.slice(0, 2) });

  growing.add({ entries: ENTRIES.slice(1, 4) });

  assert.equal(growing.entries.length, 4);
  assert.equal(growing.find('night').entries.length, 1);
});

test('a Korean word finds its noun with any particle, or with none', () => {
  for (const query of ['서울', '서울은', '서울에서는', '시사회를', '대북전단의', '전단은', '대북 전단'])
    assert.deepEqual(found(query), ['/news/seoul/'], query);
  assert.deepEqual(found('보조금이'), ['/content/drama/']);
});

test('a particle is taken from a noun of two syllables or more, and from nothing else', () => {
  assert.deepEqual(['서울은', '단체들에게서', '국가', '전문가', 'USB는', 'media'].map(withoutParticle), [
    '서울',
    '단체들',
    '국가',
    '전문',
    'USB는',
    'media',
  ]);
});
