import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withParticles } from '../../src/i18n/particles.ts';
import { inMyriads, withCounterApart, withoutBadBreaks } from '../../src/rules/korean.ts';
import { gives } from './tables.ts';

const number = new Intl.NumberFormat('ko-KR');
const told = (value: number) => inMyriads(value, (one) => number.format(one));

gives(withParticles, {
  'a particle has the form that fits the word before it': {
    '서울은(는)': '서울은',
    '북한은(는) 나라이(가)': '북한은 나라가',
    '서울(으)로, 북한(으)로, 미국(으)로, 나라(으)로': '서울로, 북한으로, 미국으로, 나라로',
    '단체과(와) 사람과(와)': '단체와 사람과',
  },
  'quotes and brackets that close before a particle are not read': {
    '「사랑의 불시착」을(를)': '「사랑의 불시착」을',
    '휴먼라이츠재단(HRF)은(는)': '휴먼라이츠재단(HRF)는',
  },
  'a number and Latin letters are read aloud': {
    '3을(를), 2을(를), 1(으)로, 10이(가)': '3을, 2를, 1로, 10이',
    'HRF이(가), NKSC은(는), VOA을(를), RFL(으)로': 'HRF가, NKSC는, VOA를, RFL로',
    '2kg을(를), 5 km은(는), 3g이(가)': '2kg을, 5 km는, 3g이',
    'Freedom은(는), Daily NK은(는)': 'Freedom은, Daily NK는',
  },
});

test('a particle at the beginning of a text follows what stands before it', () => {
  assert.equal(withParticles('은(는) 보냈습니다', '13만 5,000개'), '는 보냈습니다');
});

test('a text without a particle to choose stays as it is', () => {
  assert.equal(withParticles('북한전략센터(NKSC)의 말 (이)'), '북한전략센터(NKSC)의 말 (이)');
});

test('numbers are told in steps of ten thousand', () => {
  assert.deepEqual(
    [0, 9668, 10_000, 130_000, 135_000, 1_350_000, 123_456_789, 120_000_000, 3e12, 83.3].map(told),
    ['0', '9,668', '1만', '13만', '13만 5,000', '135만', '1억 2,345만 6,789', '1억 2,000만', '3조', '83.3'],
  );
});

gives(withCounterApart, {
  'a unit stands apart from a step of ten thousand and joined to digits': {
    '13만개': '13만 개',
    '13만 5,000개': '13만 5,000개',
    '375개': '375개',
    '130만~135만명': '130만~135만 명',
    '2만8천': '2만8천',
  },
});

test('no line breaks within a number, before its counter, or behind a word that limits it', () => {
  const bound = [
    '13만 5,000개 이상',
    '1억 2,000만 원',
    '약 8GB',
    '최소 13만 개',
    '약 12만 5,000개',
    '계약 3건',
    '만 명의 사람',
  ].map((text) => withoutBadBreaks(text));

  assert.deepEqual(bound, [
    '13만\u00a05,000개 이상',
    '1억\u00a02,000만\u00a0원',
    '약\u00a08GB',
    '최소\u00a013만\u00a0개',
    '약 12만\u00a05,000개',
    '계약 3건',
    '만 명의 사람',
  ]);
  assert.deepEqual(
    bound.map((text) => withoutBadBreaks(text)),
    bound,
  );
});

test('a particle stays with the bracket or quotation mark before it, in the same text or in the one before', () => {
  assert.equal(withoutBadBreaks('글래드스타인(Alex Gladstein)은'), '글래드스타인(Alex Gladstein)\u2060은');
  assert.equal(withoutBadBreaks('「타이타닉」을 (처음) 보고'), '「타이타닉」\u2060을 (처음) 보고');
  assert.equal(withoutBadBreaks('‘추정’이라는 “말”을'), '‘추정’\u2060이라는 “말”\u2060을');
  assert.equal(withoutBadBreaks('이라고 합니다', '135만 명 이상(추정)'), '\u2060이라고 합니다');
  assert.equal(withoutBadBreaks('이라고', '추정'), '이라고');
});
