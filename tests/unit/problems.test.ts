import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem, nearMiss, quoted, shortened, sortProblems } from '../../src/checks/problems.ts';

function problem(path: string, line: number, column = 1) {
  return { path, line, column, message: 'Something is wrong.' };
}

test('writes a problem as a line that an editor can jump to', () => {
  const text = formatProblem(problem('content/data/topics.json', 12, 3));

  assert.equal(text, 'content/data/topics.json:12:3: Something is wrong.');
});

test('sorts by file, then by line as a number, then by column', () => {
  const problems = [problem('b', 1), problem('a', 10), problem('a', 9, 5), problem('a', 9, 2)];

  const sorted = sortProblems(problems);

  assert.deepEqual(sorted, [problem('a', 9, 2), problem('a', 9, 5), problem('a', 10), problem('b', 1)]);
});

test('keeps the order of problems at one place and the list as it was given', () => {
  const [first, second] = [
    { ...problem('a', 1), message: 'Second by letter.' },
    { ...problem('a', 1), message: 'First by letter.' },
  ];
  const problems = [problem('b', 1), first, second];

  const sorted = sortProblems(problems);

  assert.deepEqual(sorted.slice(0, 2), [first, second]);
  assert.deepEqual(problems, [problem('b', 1), first, second]);
});

test('offers the nearest of the known words', () => {
  const offered = nearMiss('publsher', ['topics', 'publisher', 'published']);

  assert.equal(offered, ' Did you mean “publisher”?');
});

test('allows two wrong letters in a short word and a third of a long one', () => {
  const offered = [nearMiss('lwa', ['law']), nearMiss('fdff-snt-totl-2012', ['fdff-sent-total-2022'])];

  assert.deepEqual(offered, [' Did you mean “law”?', ' Did you mean “fdff-sent-total-2022”?']);
});

test('offers nothing where no word is near or none is known', () => {
  const offered = [nearMiss('colour', ['law', 'balloons']), nearMiss('law', [])];

  assert.deepEqual(offered, ['', '']);
});

test('offers nothing for a word that no pen slips into', () => {
  const offered = nearMiss('a'.repeat(1_000_000), ['a'.repeat(1_000_000 - 1)]);

  assert.equal(offered, '');
});

test('counts the problems of a file that come after its first hundred', () => {
  const many = Array.from({ length: 150 }, (_, index) => problem('a', index + 1));
  const few = [problem('b', 1), problem('b', 2)];

  const shown = shortened([...many, ...few]);

  assert.deepEqual(shown.slice(0, 100), many.slice(0, 100));
  assert.deepEqual(shown[100], {
    ...problem('a', 101),
    message: 'There are 50 more problems in this file. Fix the first ones and check again.',
  });
  assert.deepEqual(shown.slice(101), few);
});

test('quotes what an editor wrote on one line, shortened, without what nobody sees', () => {
  const texts = ['two\nlines', 'a\u202Eb', 'x'.repeat(100), ''].map((text) => quoted(text));

  assert.deepEqual(texts, ['“two lines”', '“a b”', `“${'x'.repeat(79)}…”`, '“”']);
});

test('looks through any collection of words', () => {
  const offered = nearMiss('laws', new Set(['law']));

  assert.equal(offered, ' Did you mean “law”?');
});
