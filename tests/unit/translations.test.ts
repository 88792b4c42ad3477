import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryOf, translations, words, type Translation } from '../../src/i18n/dictionary.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { messageTypes } from '../../src/i18n/message-types.ts';
import { gapsOf, plainSentence } from '../../src/i18n/messages.ts';
import notes from '../../src/i18n/notes.json' with { type: 'json' };

/** Each message by its path: `news.title`. A list of texts counts as one message of them all. */
function messagesOf(words: object, path = ''): [path: string, message: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? messagesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}

/** What a translation leaves out, and what is wrong with what it has. */
function compared(translation: object): { missing: string[]; faults: string[] } {
  const [english, own] = [new Map(messagesOf(en)), new Map(messagesOf(translation))];
  const gaps = (message: string) => [...gapsOf(message).keys()].sort().join(', ');
  return {
    missing: [...english.keys()].filter((path) => !own.has(path)),
    faults: [...own].flatMap(([path, message]) => {
      const original = english.get(path);
      if (original === undefined) return `${path}: English has no such word`;
      const [wanted, given] = [gaps(original), gaps(message)];
      return wanted === given ? [] : `${path}: has the gaps ${given}, and should have ${wanted}`;
    }),
  };
}

test('every language has only words that the site uses, with the same gaps', (t) => {
  for (const [language, translation] of Object.entries(translations)) {
    const { missing, faults } = compared(translation);
    assert.deepEqual(faults, [], language);
    if (missing.length > 0) t.diagnostic(`${language} is in English still: ${missing.join(', ')}`);
  }
});

test('a translation is told what it leaves out, and which words and gaps are wrong', () => {
  const { locale: _, ...others } = en;
  const news = { ...en.news, titel: 'Nieuws', read: 'Lees <link>{sitte}</link>' };

  assert.deepEqual(compared({ ...others, news }), {
    missing: ['locale'],
    faults: [
      'news.read: has the gaps link, sitte, and should have link, site',
      'news.titel: English has no such word',
    ],
  });
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
  assert.deepEqual(t.data.steps, words('en').data.steps);
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
    [1, 3].map((count) => words('en').statistics.filter.shown({ count })),
    ['1 figure shown', '3 figures shown'],
  );
  assert.equal(words('en'), words('en'));
});

test('a sentence keeps its link in the place that the language gives it', () => {
  const read = { tag: 'link', text: 'HRF <us>' };

  assert.deepEqual(words('en').news.read({ site: 'HRF <us>' }), ['Read the report at ', read]);
  assert.deepEqual(dictionaryOf(BEGUN).news.read({ site: 'HRF <us>' }), [read, ' przeczytaj']);
  assert.equal(plainSentence(words('en').news.read({ site: 'HRF' })), 'Read the report at HRF');
});

test('a message that cannot be read ends with an error', () => {
  for (const menu of ['{count, plural, one {#}}', '<b>Menu', '{'])
    assert.throws(() => dictionaryOf({ menu }));
});

test('TypeScript is told what fills the gaps of each message', async () => {
  let types = '';
  const done = messageTypes().hooks['astro:config:done'];
  await done?.({ injectTypes: ({ content }: { content: string }) => (types = content) } as never);

  assert.match(types, /'statistics\.filter\.shown': \(values: \{ count: number \}\) => string;/);
  assert.match(types, /'range': \(values: \{ from: string \| number; to: string \| number \}\) => string;/);
  assert.match(types, /'news\.read': \(values: \{ site: string \| number \}\) => readonly \(/);
  assert.match(types, /'sourcesAre': readonly \(/);
  assert.doesNotMatch(types, /'menu'/);
});

test('the notes for translators are on words that exist', () => {
  const paths = messagesOf(en).map(([path]) => `${path}.`);
  const unknown = Object.keys(notes).filter((note) => !paths.some((path) => path.startsWith(`${note}.`)));

  assert.deepEqual(unknown, []);
});
