import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { plainSentence, withInnerQuotes } from '../../src/i18n/messages.ts';

test('a quotation inside a quotation has single marks, also across the parts of a sentence', () => {
  assert.deepEqual(withInnerQuotes(['“', '“Scum”, says the North', '”, and “on”']), [
    '“',
    '‘Scum’, says the North',
    '”, and “on”',
  ]);
  assert.deepEqual(withInnerQuotes(['「「타이타닉」을 본 사람」']), ['「‘타이타닉’을 본 사람」']);
});

test('marks that stand alone or beside each other stay', () => {
  for (const text of ['“one” and “two”', 'an end without a beginning”', '“「법」과 시행령”'])
    assert.deepEqual(withInnerQuotes([text]), [text]);
});

test('a message sets the quotation marks of what fills it', () => {
  const { notes, usedOn } = dictionaryFor('en');
  const title = '“Thoughts cannot be tied up”';

  assert.equal(notes.titled({ name: 'NKSC', title }), 'NKSC, “‘Thoughts cannot be tied up’”');
  assert.equal(plainSentence(notes.summary({ title })), 'our summary of “‘Thoughts cannot be tied up’”');
  assert.match(usedOn.title({ title }), /“‘Thoughts cannot be tied up’”/);
});
