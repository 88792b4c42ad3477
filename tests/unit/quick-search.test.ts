import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as koreanWords from '../../src/rules/search/korean-words.ts';
import { QuickSearch, type QuickEntry, type QuickIndex } from '../../src/rules/search/quick-search.ts';

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
const FILE: QuickIndex = {
  asking: 'how to can i my what is on the',
  entries: ENTRIES,
  synonyms: [
    ['donate', 'give', 'contribute'],
    ['usb', 'drive', 'memory stick'],
    ['balloon', '풍선'],
  ],
};
const search = new QuickSearch([FILE], koreanWords);
const found = (query: string) => search.find(query).entries.map(({ address }) => address);

test('a question of an editor’s list has its answer first, in other words of the same meaning too', () => {
  for (const query of ['how to donate', 'Donate!', 'contribute', 'can I send my old memory stick?'])
    assert.equal(found(query)[0], '/give/', query);
});

test('words of a question count where the question itself is on the list', () => {
  assert.equal(found('what is on the drives')[0], '/content/');
});

test('another way to say a word counts where its own words stand together, and marks no word of every sentence', () => {
  const file = {
    asking: 'in',
    synonyms: [['donate', 'hand in']],
    entries: [
      entry('/give/', 'Donate, or hand in a drive'),
      entry('/news/hand/', 'In his hand a drive'),
      entry('/news/shop/', 'Drives to hand in at a shop'),
    ],
  };
  const { entries, terms } = new QuickSearch([file]).find('donate');

  assert.deepEqual(entries.map(({ address }) => address).toSorted(), ['/give/', '/news/shop/']);
  assert.deepEqual([...terms].toSorted(), ['donat', 'hand']);
});

test('what is typed finds no other word that looks alike to the stemmer', () => {
  const entries = [
    entry('/news/us/', 'The US Congress asks'),
    entry('/give/', 'Used drives'),
    entry('/about/', 'How this site uses figures'),
    entry('/news/', 'News'),
    entry('/law/', 'A new law'),
  ];
  const titles = new QuickSearch([{ entries }]);
  const addresses = (query: string) => titles.find(query).entries.map(({ address }) => address);

  assert.deepEqual(addresses('used'), ['/give/']);
  assert.deepEqual(addresses('using'), ['/about/']);
  assert.deepEqual(addresses('US'), ['/news/us/']);
  assert.deepEqual(addresses('new'), ['/law/']);
});

test('a word is found at each letter of its end', () => {
  const titles = new QuickSearch([{ entries: [entry('/give/', 'A donation')] }]);

  for (const query of ['donat', 'donati', 'donatio', 'donation'])
    assert.equal(titles.find(query).entries.length, 1, query);
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
  const growing = new QuickSearch([{ entries: ENTRIES.slice(0, 2) }]);

  growing.add({ entries: ENTRIES.slice(1, 4) });

  assert.equal(growing.entries.length, 4);
  assert.equal(growing.find('night').entries.length, 1);
});

test('a Korean word finds its noun with any particle, or with none', () => {
  for (const query of ['서울', '서울은', '서울에서는', '시사회를', '대북전단의', '전단은', '대북 전단'])
    assert.deepEqual(found(query), ['/news/seoul/'], query);
  assert.deepEqual(found('보조금이'), ['/content/drama/']);
});

const KOREAN: QuickIndex = {
  asking: '어떻게 몇 개 하나요 있나요 북한',
  entries: [
    entry('/ko/give/', 'USB 메모리 기증하기', { asked: ['기증', 'usb 보내기'] }),
    entry('/ko/how-it-travels/', '풍선과 밀수', { summary: '무엇이 국경을 넘어 들어가는지 적었습니다.' }),
    entry('/ko/strategy/danger/', '위험과 처벌', { asked: ['들키면'] }),
    entry('/ko/give/what-a-gift-does/', '기증이 하는 일', { summary: '후원금이 하는 일입니다.' }),
    entry('/ko/timeline/law/', '대북전단금지법', { asked: ['표현의 자유'] }),
    entry('/ko/statistics/total/', '보냄: 13만 5,000개', { kind: 'figure', asked: ['몇 개 보냈나'] }),
  ],
  synonyms: [
    ['기증', '기부', 'donate'],
    ['usb', '유에스비'],
  ],
};
const korean = new QuickSearch([KOREAN], koreanWords);
const first = (query: string) => korean.find(query).entries[0]?.address;

test('without the rules of Korean, English is found as with them', () => {
  const english = new QuickSearch([FILE]);

  for (const query of ['how to donate', 'memory stick', 'baloon', '130,000 devices', 'qqqqzzzz'])
    assert.deepEqual(english.find(query), search.find(query), query);
});

test('a Korean question finds its page in any form of its verb, and with any spaces', () => {
  for (const query of [
    '기증하려면',
    '기부합니다',
    '기증하고 싶어요',
    'USB를 보내려면',
    'usb보내기',
    '유에스비 보낼까요',
  ])
    assert.equal(first(query), '/ko/give/', query);
  for (const query of ['들어가나요', '들어갔나요', '들어갈까요'])
    assert.equal(first(query), '/ko/how-it-travels/', query);
  for (const query of ['대북 전단 금지법', '대북전단 금지법이 뭔가요', '표현의자유', '표현의 자유는'])
    assert.equal(first(query), '/ko/timeline/law/', query);
  assert.equal(first('위험한가요?'), '/ko/strategy/danger/');
});

test('a slip in a single Korean letter is forgiven, and the wrong keyboard', () => {
  for (const query of ['풍성', '풍ㅅ', '뭉선', 'vndtjs'])
    assert.equal(first(query), '/ko/how-it-travels/', query);
  assert.equal(first('ㅕㄴㅠ 기증'), '/ko/give/');
  assert.equal(korean.find('vndtjs').corrected, '풍선');
});

test('a Korean compound is found by its parts, or by the one that says most of it', () => {
  assert.equal(first('풍선밀수'), '/ko/how-it-travels/');
  assert.equal(first('정기후원금'), '/ko/give/what-a-gift-does/');
  assert.equal(korean.find('정기후원금').corrected, '후원금');
});

test('a Korean number is found in digits, in steps of ten thousand, and with its unit', () => {
  for (const query of ['135000', '13만 5천', '13만5000개', '13만 5,000 개'])
    assert.equal(first(query), '/ko/statistics/total/', query);
});

test('a question that stands within a longer one has its answer first', () => {
  assert.equal(first('usb 몇 개나 보냈나요'), '/ko/statistics/total/');
});

test('a Korean word that no page has is left out beside others, which is said; alone it finds nothing', () => {
  assert.equal(first('처벌 수위'), '/ko/strategy/danger/');
  assert.equal(korean.find('처벌 수위').corrected, '처벌');
  assert.deepEqual(korean.find('박상학').entries, []);
  assert.deepEqual(korean.find('박상학').unknown, ['박상학']);
});
