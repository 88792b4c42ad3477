import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { compiled } from '../../src/i18n/messages.ts';
import { inPlural, pluralForms } from '../../src/rules/plural-forms.ts';

const { results } = dictionaryFor('en').search;

test('a script writes a count as the message does', () => {
  const forms = pluralForms(results, 'en-GB');

  assert.deepEqual(forms, { one: '# result', other: '# results' });
  for (const count of [1, 2, 1200]) assert.equal(inPlural(forms, count, 'en'), results({ count }));
  assert.equal(inPlural(forms, 1200, 'en'), '1,200 results');
});

test('it has every form of a language, also one of large or broken numbers only', () => {
  const message = (locale: string) =>
    compiled('{count, plural, one {# a} few {# b} many {# c} other {# d}}', locale) as typeof results;

  assert.deepEqual(pluralForms(message('pl'), 'pl'), { few: '# b', many: '# c', one: '# a', other: '# d' });
  assert.deepEqual(pluralForms(message('fr'), 'fr'), { one: '# a', many: '# c', other: '# d' });
  assert.deepEqual(pluralForms(message('ko'), 'ko'), { other: '# d' });
});
