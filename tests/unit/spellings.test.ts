import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spellings } from '../../src/build/spellings.ts';

const kim = { name: 'Kim Yo-jong', variants: ['Kim Yo Jong', '김여정'] };
const chosun = { name: 'Chosun', variants: ['조선'] };

test('gives every spelling of a name where any one of them stands in the text', () => {
  const texts = ['said Kim Yo-jong.', '“Kim Yo Jong” said', '(김여정)'];

  const found = texts.map((text) => spellings(text, [kim, chosun]));

  const every = ['Kim Yo-jong', 'Kim Yo Jong', '김여정'];
  assert.deepEqual(found, [every, every, every]);
});

test('gives nothing where no spelling stands in the text', () => {
  const found = spellings('Nobody is named here.', [kim, chosun]);

  assert.deepEqual(found, []);
});

test('leaves out a spelling that is only a part of another word', () => {
  const texts = ['Chosunilbo', 'NewChosun', 'Chosun2', 'ÉChosun'];

  const found = texts.flatMap((text) => spellings(text, [chosun]));

  assert.deepEqual(found, []);
});

test('takes Korean letters for letters: a part of a longer Korean word is no match', () => {
  const found = spellings('조선일보', [chosun]);

  assert.deepEqual(found, []);
});

test('finds a name beside punctuation and tags, at both ends of the text', () => {
  const texts = ['조선', '<b>조선</b>', 'Chosun’s', 'Chosun-backed'];

  const found = texts.map((text) => spellings(text, [chosun]).length);

  assert.deepEqual(found, [2, 2, 2, 2]);
});

test('reads signs in a spelling as signs, not as a pattern', () => {
  const name = { name: 'K.A. (Seoul)', variants: ['K+A'] };

  const found = ['KxAx (Seoul)', 'KKA', 'by K.A. (Seoul), 2024', 'K+A'].map(
    (text) => spellings(text, [name]).length,
  );

  assert.deepEqual(found, [0, 0, 2, 2]);
});

test('gives the spellings of several names in the order of the list', () => {
  const found = spellings('Chosun on Kim Yo-jong', [kim, chosun]);

  assert.deepEqual(found, ['Kim Yo-jong', 'Kim Yo Jong', '김여정', 'Chosun', '조선']);
});
