import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inDigits } from '../../src/rules/numbers.ts';
import { baseOf, keysOf, withoutParticle } from '../../src/rules/search/korean-words.ts';

test('a particle is taken from a noun of two syllables or more, and from nothing else', () => {
  assert.deepEqual(['서울은', '단체들에게서', '국가', '전문가', 'USB는', 'media'].map(withoutParticle), [
    '서울',
    '단체들',
    '국가',
    '전문',
    'USB는',
    'media',
  ]);
});

test('all forms of a Korean word have one base', () => {
  const forms = [
    [
      '보내',
      '보내는',
      '보냈나요',
      '보낼까요',
      '보냅니까',
      '보내려면',
      '보냈는지',
      '보냈나',
      '보내고',
      '보내요',
    ],
    ['있', '있나', '있나요', '있습니까', '있는지'],
    ['기증', '기증은', '기증하려면', '기증합니다', '기증했나요', '기증되나요'],
    ['들키', '들키면', '들켰어요', '들켰나요'],
    ['단체', '단체들', '단체들에게', '단체입니까'],
  ];
  for (const [base, ...others] of forms) for (const form of others) assert.equal(baseOf(form), base, form);
  assert.equal(baseOf('USB'), 'USB');
});

test('numbers in steps of ten thousand are written in digits, dates are left alone', () => {
  assert.equal(inDigits('13만 5000개와 1억 2천만 원'), '135000개와 120000000 원');
  assert.equal(inDigits('9천 개'), '9000 개');
  assert.equal(inDigits('13만 2024년'), '130000 2024년');
});

test('a Korean word is known by the keys that write it', () => {
  assert.deepEqual(['기증', '풍선', '값', '과'].map(keysOf), ['rlwmd', 'vndtjs', 'rkqt', 'rhk']);
});
