import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variantFinder } from '../../src/checks/house-spelling.ts';
import { nameFinder } from '../../src/rules/names.ts';
import { gives } from './tables.ts';

const center = { name: 'North Korea Strategy Center', short: 'NKSC', variants: ['NK Strategy Center'] };
const north = { name: 'North Korea', variants: ['DPRK', 'NK'] };
const notetel = { name: 'notetel', variants: ['notel'], synonyms: ['small player'] };
const names = [north, center, notetel];

const forms = (text: string) => nameFinder(names)(text).map(({ form }) => form);

gives(forms, {
  'finds the longer of two spellings where one holds the other': {
    'The North Korea Strategy Center and the NK Strategy Center, not North Korea or NK.': [
      'North Korea Strategy Center',
      'NK Strategy Center',
      'North Korea',
      'NK',
    ],
  },
  'finds a common word in the plural and at the head of a sentence': {
    'Notels are notetels. Small players too.': ['notel', 'notetel', 'small player'],
  },
});

test('finds a name over a line break, and says where it begins', () => {
  const found = nameFinder(names)('In North\nKorea.');

  assert.deepEqual(found, [{ name: north, form: 'North Korea', index: 3 }]);
});

test('does not take a word for a name that differs in its capitals', () => {
  const found = forms('dprk, Nk, nksc, NOTEL');

  assert.deepEqual(found, []);
});

test('finds nothing where there are no names', () => {
  const found = nameFinder([])('North Korea');

  assert.deepEqual(found, []);
});

test('of all spellings only those of others are refused: not the name, its initials or plain words', () => {
  const find = variantFinder(names.map((value) => ({ value })));

  const refused = find('North Korea, DPRK, NKSC, notetel, notel, small player').map(({ form }) => form);

  assert.deepEqual(refused, ['DPRK', 'notel']);
});
