import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFaults } from '../../src/checks/check-dictionary.ts';
import { dictionaryOf, translations, dictionaryFor, type Translation } from '../../src/i18n/dictionary.ts';
import columns from '../../src/i18n/columns/ko.json' with { type: 'json' };
import en from '../../src/i18n/en.json' with { type: 'json' };
import { messageTypes } from '../../src/i18n/message-types.ts';
import { messagesOf, plainSentence } from '../../src/i18n/messages.ts';
import { problemsIn, validContent } from './content-tree.ts';
import notes from '../../src/i18n/notes.json' with { type: 'json' };

test('every language has every word that the site uses, with the same gaps and translated', () => {
  for (const [language, translation] of Object.entries(translations))
    assert.deepEqual(language === 'en' ? [] : dictionaryFaults(en, translation), [], language);
});

test('a translation is told which words are missing, unknown, or left in English, and which gaps are wrong', () => {
  const english = { menu: 'Menu', feed: 'RSS', news: { read: 'Read <link>{site}</link>', all: 'All news' } };
  const own = { feed: 'RSS', news: { read: '<link>{sitte}</link> 읽기', all: 'All news', titel: '소식' } };

  assert.deepEqual(
    dictionaryFaults(english, own).map(([path, message]) => `${path.join('.')}: ${message}`),
    [
      ': The word “menu” is missing. In English it is “Menu”.',
      'news.read: news.read: the gaps are link, sitte, and should be link, site. Keep them as in English.',
      'news.all: news.all: “All news” is not translated.',
      'news.titel: news.titel: English has no such word. Remove it.',
    ],
  );
});

test('a Korean message has the particles that fit what fills its gaps', () => {
  const t = dictionaryOf({ locale: 'ko-KR', news: { read: '<link>{site}</link>은(는) 여기에서 읽습니다' } });

  assert.equal(plainSentence(t.news.read({ site: '데일리NK' })), '데일리NK는 여기에서 읽습니다');
  assert.equal(plainSentence(t.news.read({ site: '조선일보' })), '조선일보는 여기에서 읽습니다');
  assert.equal(plainSentence(t.news.read({ site: '연합뉴스방송국' })), '연합뉴스방송국은 여기에서 읽습니다');
});

/** A made-up language that has begun to be translated; its rules are those of Polish. */
const BEGUN: Translation = {
  locale: 'pl-PL',
  menu: 'Xenu',
  statistics: { filter: { shown: '{count, plural, one {# xo} few {# xa} many {# xów} other {# xe}}' } },
  news: { read: '<link>{site}</link> przeczytaj' },
};

test('what a translation leaves out is in English, with English plurals', () => {
  const t = dictionaryOf(BEGUN);

  assert.equal(t.menu, 'Xenu');
  assert.equal(t.searchButton, 'Search');
  assert.equal(t.news.title, 'News archive');
  assert.deepEqual(t.data.steps, dictionaryFor('en').data.steps);
  // Korean has one form for all numbers.
  assert.equal(dictionaryOf({ locale: 'ko-KR' }).statistics.filter.shown({ count: 1 }), '1 figure shown');
});

test('each language has its own plurals, and is compiled once', () => {
  const t = dictionaryOf(BEGUN);

  assert.deepEqual(
    [1, 3, 5].map((count) => t.statistics.filter.shown({ count })),
    ['1 xo', '3 xa', '5 xów'],
  );
  assert.deepEqual(
    [1, 3].map((count) => dictionaryFor('en').statistics.filter.shown({ count })),
    ['1 figure shown', '3 figures shown'],
  );
  assert.equal(dictionaryFor('en'), dictionaryFor('en'));
});

test('a sentence keeps its link in the place that the language gives it', () => {
  const read = { tag: 'link', text: 'HRF <us>' };

  assert.deepEqual(dictionaryFor('en').news.read({ site: 'HRF <us>' }), ['Read the report at ', read]);
  assert.deepEqual(dictionaryOf(BEGUN).news.read({ site: 'HRF <us>' }), [read, ' przeczytaj']);
  assert.equal(plainSentence(dictionaryFor('en').news.read({ site: 'HRF' })), 'Read the report at HRF');
});

test('a message that cannot be read is in English, and the translator is told what to look for', () => {
  for (const menu of ['{count, plural, one {#}}', '<b>Xenu', '{']) {
    assert.equal(dictionaryOf({ locale: 'pl-PL', menu }).menu, 'Menu');
    assert.match(dictionaryFaults({ menu: 'Menu' }, { menu })[0]?.[1] ?? '', /^menu: the message cannot be/);
  }
});

/** What the check says of dictionaries that are written so. */
const saidOf = (files: Record<string, string>) =>
  problemsIn({
    ...validContent(),
    'src/i18n/en.json': '{ "menu": "Menu", "steps": ["One", "Two"] }',
    ...files,
  });

test('a dictionary that cannot be read is told of with its line, and so is each of its words', async () => {
  const whole = '{ "menu": "메뉴", "steps": ["하나", "둘"] }';
  assert.deepEqual(await saidOf({ 'src/i18n/ko.json': whole }), []);
  for (const [text, line, words] of [
    ['{\n  "menu": "메뉴",\n}', 3, /^올바른 JSON이 아닙니다/],
    ['', 1, /^파일이 비어 있습니다/],
    ['["메뉴"]', 1, /^이 파일에는 이름마다 말이/],
    [whole.replace('"menu"', '\n"Menu"'), 2, /^Menu: 영어에 없는/],
    [whole.replace('"메뉴"', '\n"{메뉴"'), 2, /^menu: 메시지를 읽을 수 없습니다/],
    [whole.replace('"메뉴"', '\n3'), 2, /^menu: 글이 아닙니다/],
    [whole.replace('["하나", "둘"]', '\n["하나"]'), 2, /^steps: 항목이 1개인 목록입니다/],
  ] as const) {
    const problems = await saidOf({ 'src/i18n/ko.json': text });
    assert.ok(
      problems.some((one) => one.path === 'src/i18n/ko.json' && one.line === line && words.test(one.message)),
      `${text}: ${JSON.stringify(problems)}`,
    );
  }
});

test('a sentence on the columns of the open data that is missing, or of no column, is told of', async () => {
  const path = 'src/i18n/columns/ko.json';
  const { 'Who published it.': _, ...others } = columns;
  const said = async (words: object) =>
    (await problemsIn({ ...validContent(), [path]: JSON.stringify(words) })).map(({ message }) => message);

  assert.deepEqual(await said(columns), []);
  assert.match(
    (await said(others)).join(),
    /^공개 데이터의 열을 설명하는 문장이 없습니다: “Who published it\.”/,
  );
  assert.match(
    (await said({ ...columns, 'Who wrote.': '쓴 이' })).join(),
    /^그런 열 설명은 없습니다\. .*지우십시오/,
  );
});

test('sentences of the check that cannot be read are told of with their line', async () => {
  const path = 'src/checks/messages/ko.json';
  for (const [text, line, words] of [
    ['{\n  "No.": "아니요."', 2, /^올바른 JSON이 아닙니다/],
    ['{\n  "No {1}.": "아니요 {2}."\n}', 2, /\{2\}/],
    ['{\n  "No.": 3\n}', 2, /큰따옴표/],
  ] as const) {
    const [problem] = await problemsIn({ ...validContent(), [path]: text });
    assert.equal(problem?.path, path, text);
    assert.equal(problem.line, line, text);
    assert.match(problem.message, words);
  }
});

test('TypeScript is told what fills the gaps of each message', async () => {
  let types = '';
  const done = messageTypes().hooks['astro:config:done'];
  await done?.({ injectTypes: ({ content }: { content: string }) => (types = content) } as never);

  assert.match(types, /'statistics\.filter\.shown': \(values: \{ count: number \}\) => string;/);
  assert.match(types, /'range': \(values: \{ from: string \| number; to: string \| number \}\) => string;/);
  assert.match(types, /'news\.read': \(values: \{ site: string \| number \}\) => readonly \(/);
  assert.match(types, /'contact\.see': readonly \(/);
  assert.doesNotMatch(types, /'menu'/);
});

test('the notes for translators are on words that exist', () => {
  const paths = messagesOf(en).map(([path]) => `${path.join('.')}.`);
  const unknown = Object.keys(notes).filter((note) => !paths.some((path) => path.startsWith(`${note}.`)));

  assert.deepEqual(unknown, []);
});
