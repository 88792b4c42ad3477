import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf, hasWords, matchPieces } from '../../src/rules/search/excerpt.ts';
import { stem } from '../../src/rules/search/words.ts';

const isMatch = (...words: string[]) => {
  const terms = new Set(words.map(stem));
  return (term: string) => terms.has(term);
};

test('an excerpt begins with the sentence of the first match and ends with a sentence', () => {
  const text = 'A title As of 2022 nobody knew. Balloons flew on Tuesday. They carried drives.';

  const excerpt = excerptOf(text, 'A title', isMatch('balloon'));

  assert.equal(excerpt, 'Balloons flew on Tuesday. They carried drives.');
});

test('an excerpt never repeats the title', () => {
  assert.equal(
    excerptOf('How it flies It flies by night.', 'How it flies', isMatch('flies')),
    'It flies by night.',
  );
});

test('an excerpt begins with no full stop behind the title', () => {
  assert.equal(excerptOf('A title. It flies.', 'A title', isMatch('flies')), 'It flies.');
});

test('of a long sentence the part around the match is shown, in whole words', () => {
  const sentence = `${'many words before '.repeat(20)}the balloon ${'and words behind '.repeat(20)}end.`;

  const excerpt = excerptOf(sentence, '', isMatch('balloon'));

  assert.match(excerpt, /^… words|^… many|^… before/);
  assert.match(excerpt, /the balloon/);
  assert.match(excerpt, /\w …$/);
  assert.ok(excerpt.length < 240);
});

test('the match is shown behind an address that is longer than an excerpt', () => {
  const excerpt = excerptOf(`See ${'x'.repeat(300)} for the balloon.`, '', isMatch('balloon'));

  assert.match(excerpt, /^… x+ for the balloon\.$/);
});

test('every form of a word is marked, and nothing else', () => {
  const marked = matchPieces('Balloons, a balloon’s string', isMatch('balloon')).filter(({ match }) => match);

  assert.deepEqual(
    marked.map(({ text }) => text),
    ['Balloons', 'balloon’s'],
  );
});

test('a text has a name only as a whole', () => {
  const text = 'S. and Park spoke; the flash-drive of Jung Gwang-il was shown.';

  const asked = ['Park', 'Park Sang-hak', 'Gwang-il', 'gwangil', 'drives', 'Parkinson', 'flash drive'];

  assert.deepEqual(
    asked.filter((words) => hasWords(text, words)),
    ['Park', 'Gwang-il', 'gwangil', 'drives', 'flash drive'],
  );
});
