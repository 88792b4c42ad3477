import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedAmount } from '../../src/checks/typed-numbers.ts';
import { edited, POST, problemsIn } from './content-tree.ts';

/** Kinds of amounts, each in the ways in which people type it. */
const AMOUNTS: Record<string, string[]> = {
  'digits with a separator': [
    ...['130 000', '130\u2009000', '130\u202F000', '130\u00A0000'],
    ...["130'000", '130’000', '130_000', '130.000'],
    ...['9,668', '1,30,000 or 1,300,000', '12 500 drives'],
  ],
  'digits of another script or width': ['１３０，０００', '１２ｋ', '٣٠٠٠٠', '३०,०००'],
  'digits alone': ['100000', '9668 drives', '1200', '2000 drives', '2016 people', '9668drives'],
  'digits with what they count': [
    ...['a 135,000-drive campaign', 'a 10,000-member group', '135,000-odd drives', '1,200-strong'],
    ...['1,200-1,300 drives', '135000-drive'],
  ],
  'Korean counts without a comma': [
    ...['USB 135000개를 보냈습니다', '12000개', '9668명이'],
    ...['주민 1500명이', '12000시간', '2016명', '1500 명'],
  ],
  'letters and words for thousands': [
    ...['12k', '12K drives', '1.2m', '5M views', '5bn', '5 bn', '312 thousand', '3 dozen', '2.5 million'],
    ...['1e6', '10^6 drives', '10⁶'],
  ],
  'words beyond nine': [
    ...['twenty thousand drives', 'two million', 'a million'],
    ...['one hundred drives', 'five hundred', 'three dozen'],
    ...['half a million', 'eleven drives', 'forty people', 'twenty-two books'],
  ],
  'Korean numbers': [
    ...['13만', '5천 명', '십만 명', '백만 원', '이십만 명', '3백만'],
    ...['벌금은 삼천만 원입니다', '전단은 오십만 장입니다', '천 개를', '백여 명이었습니다'],
    ...['오백만 달러입니다', '삼천만 원이고', '백만 원짜리', '이천 명이라고'],
  ],
  shares: [
    ...['50%', '50％', '50 ％', '40 pct', 'fifty per cent'],
    ...['five percent', 'sixty-five percent', '3‰', '50퍼센트'],
    ...['two thirds of', 'two-thirds', 'three quarters', 'a third of them', '½', '1/3 of them', '3분의 1'],
  ],
  money: [
    ...['500 €', '€500', 'US$5', '$ 5', 'US$28,000', '300 USD', 'USD 300', '5 dollars', '500 won', '500원'],
    ...['7.5 bn won', '￦500'],
  ],
};

for (const [kind, texts] of Object.entries(AMOUNTS)) {
  test(`takes for amounts: ${kind}`, () => {
    const missed = texts.filter((text) => !typedAmount(`They sent ${text}`) && !typedAmount(text));

    assert.deepEqual(missed, []);
  });
}

test('leaves years, dates, laws, ages, ordinals, names and small counts free', () => {
  const texts = [
    'In 2017, on 14 October 2017, at 10:30, 38 North and 9 of 10 drives; 2016–2018; case 2020Hun-Ma1724.',
    ...['24/7', '9/11', 'Article 24', 'Act No. 17763', '제24조'],
    ...['Resolution 2397', 'Public Law 115-198', 'S. 3908'],
    ...['aged 70', 'a 70-year-old', 'in the 1990s', 'the 2017 reports', 'ten years', 'eleven months'],
    ...['She left at thirteen.', 'When he was about twelve, his', 'sixty years old', 'eighteen months later'],
    ...['tens of thousands', 'several hundred people', 'a dozen people', 'half of one month'],
    ...['ten times as many', 'about a fifth of what had gone', 'less than a tenth of it'],
    ...['a hundred thousand drives'],
    ...['the third drives', 'third parties', 'USB 3.0', '4K', 'MP4'],
    ...['the twenty people', '2017-12-14', '14.10.2017'],
    ...['In 2017 won the prize', 'In 2017 people who had left', 'five drives', '3월 5일', '2017년 8월 14일'],
    ...['“Twelve Angry Men”', '「천 개의 파랑」'],
    ...['「1만 시간의 법칙」', '사십 대 남성', '이십 대 초반', '십 대 소녀'],
    ...[
      '100m 앞입니다',
      'It fell 150m away',
      'the 49m band',
      'AM 1170',
      '1188 AM',
      '7,500 kHz',
      '1170킬로헤르츠',
    ],
    ...['pp. 1012–1034', 'ISO 9660', 'RFC 5005'],
    ...['arXiv:2401.01234', '결의 2397에', '12345번 버스', '2024년에'],
    ...['2020대선', '2018개정 헌법', '2020헌마1724', '제12345호', '2017년 8월', '2016~2018년', '12345-6789'],
    ...['21st century', 'the twenty-first', '1170 kHz', 'page 1234', 'in 1948 and 1950', 'in 2017, 300 of'],
  ];

  const found = texts.flatMap((text) => typedAmount(text)?.amount ?? []);

  assert.deepEqual(found, []);
});

test('leaves a number in a quotation free where its source is named behind it', async () => {
  const passage = 'Some <Figure id="sent-2021" /> were sent <Source id="the-report" />.';
  const sourced = 'They speak of “130,000 drives”, <Figure id="sent-2021" />. <Source id="the-report" />';
  const bare = 'Some <Figure id="sent-2021" /> <Source id="the-report" /> were “130,000 drives”.';

  assert.deepEqual(await problemsIn(edited(POST, passage, sourced)), []);
  assert.equal((await problemsIn(edited(POST, passage, bare))).length, 1);
});

test('of what this site counts, more than ten is an amount in a text, in digits as in words', async () => {
  const passage = 'Some <Figure id="sent-2021" /> were sent <Source id="the-report" />.';
  const isRefused = async (text: string) =>
    (await problemsIn(edited(POST, passage, text))).some(({ message }) =>
      /The number .* is typed\./.test(message),
    );

  for (const text of [
    'Twelve people were held.',
    '12 people were held.',
    'More than 250 films.',
    '`300 drives`',
    ...['USB 메모리 300개를 보냈다.', '풍선 약 20개', '책 40권과 라디오 15대', '영화 열두 편'],
    ...['탈북민 82명을 만났다.', '200여 명이 있다.', '스물다섯 명', '마흔 명(여성)'],
  ])
    assert.equal(await isRefused(text), true, text);
  for (const text of [
    'Ten people were held.',
    '10 people were held.',
    'In 24 hours the 12 people were free.',
    ...['USB 열 개를 보냈다.', '탈북민 10명', '수백 명', '열 명쯤', '20대에 떠났다.', '열두 시간'],
    ...['15개국', '12개 도시', '제12장', '12명단', '책 12개월', '열 개', '스무 살'],
  ])
    assert.equal(await isRefused(text), false, text);
});

test('leaves a number in the title of a work free', async () => {
  const passage = 'Some <Figure id="sent-2021" /> were sent <Source id="the-report" />.';
  const saidOf = (text: string) => problemsIn(edited(POST, passage, text));

  assert.deepEqual(await saidOf('They showed *Twelve Angry Men* and *One Hundred Years of Solitude*.'), []);
  assert.equal((await saidOf('They showed *twelve films*.')).length, 1);
  assert.equal((await saidOf('*Twelve* films were shown.')).length, 1);
});
