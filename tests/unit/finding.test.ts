import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { figuresInFinding, findingText, isMore, withoutNumbers } from '../../src/rules/finding.ts';
import type { Amount } from '../../src/rules/statement.ts';

const amount = (value: number, qualifier: Amount['qualifier'] = 'exactly'): Amount => ({
  value,
  qualifier,
  unit: 'devices',
});
const figures: Record<string, Amount> = {
  'total-2021': amount(110000, 'about'),
  'total-2022': amount(130000, 'about'),
  'year-2022': amount(2000, 'about'),
  'at-least': amount(100, 'at-least'),
};
const read = (finding: string) => findingText(finding, (id) => figures[id], dictionaryFor('en'));

test('writes the number of a figure, and by how much one exceeds another', () => {
  assert.equal(
    read('It grew by {total-2022 - total-2021} in a year of {year-2022}'),
    'It grew by about 20,000 in a year of about 2,000',
  );
});

test('in Korean a counter stands apart from a step of ten thousand, and joined to digits', () => {
  assert.equal(
    findingText(
      '한 해에 {total-2022 - total-2021}개 늘어 {year-2022}개, {total-2021}까지',
      (id) => figures[id],
      dictionaryFor('ko'),
    ),
    '한 해에 약 2만 개 늘어 약 2,000개, 약 11만까지',
  );
});

test('names the figures of a finding, and leaves its words', () => {
  const finding = 'It grew by {total-2022 - total-2021} to {total-2022}';

  assert.deepEqual(figuresInFinding(finding), ['total-2022', 'total-2021', 'total-2022']);
  assert.equal(withoutNumbers(finding), 'It grew by  to ');
});

test('refuses a difference that is none, or no one number', () => {
  assert.throws(() => read('It grew by {total-2021 - total-2022}'), /does not exceed/);
  assert.throws(() => read('It grew by {at-least - year-2022}'), /does not exceed/);
});

test('compares sums as far as their sources leave them open', () => {
  const [total, before, year] = ['total-2022', 'total-2021', 'year-2022'].map((id) => figures[id] as Amount);
  assert.ok(total && before && year);

  assert.equal(isMore([total], [before, year]), true);
  assert.equal(isMore([before], [total]), false);
  assert.equal(isMore([before], [amount(100, 'more-than')]), false);
});
