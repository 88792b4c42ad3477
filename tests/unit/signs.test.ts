import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signsFault } from '../../src/checks/signs.ts';
import { edited, PAGE, POST, problemsIn, STATISTICS } from './content-tree.ts';

/** Texts by what is wrong with their signs. */
const WRONG: Record<string, [says: RegExp, texts: string[]]> = {
  'a partner that is missing': [
    /has no partner/,
    [
      ...[
        'He said “so and went.',
        'He said so” and went.',
        '(He went.',
        'He went.)',
        '‘So and so.',
        'In the ‘90s.',
      ],
      ...['「법을 보냈습니다.', '『법을', '《법을', '법〉을'],
    ],
  ],
  'a space before a sign': [
    /before the sign “[.,?]”/,
    ['It was sent . Then', 'drives , so', 'drives ,so', '보냅니까 ?'],
  ],
  'no space behind a sign': [
    /after the sign “[.,;]”/,
    ['was sent,and so', 'was sent;and so', 'sent.They came', '법입니다.단체는 보냅니다.'],
  ],
  'a word twice': [
    /word “(?:The|of|an|has|법원은)” stands twice/,
    ['The the drives', 'Some of\nof them', 'in an an act', 'He has has it', '그 법원은 법원은 밝혔습니다.'],
  ],
  'two signs in place of one': [
    /The signs “(?:\.\.|,,|,\.|;;)” stand side by side/,
    ['It was sent..', 'sent,, and so', 'sent,.', 'sent;; so', '보냈습니다..'],
  ],
  'another sign in place of an apostrophe, or a space beside it': [
    /stands for an apostrophe/,
    ['the court´s', 'the courtʼs', 'the court′s', 'the court’ s', 'the court ’s'],
  ],
  'a space within brackets and quotes': [
    /A space stands (?:behind the sign “[“(]”, which opens|before the sign “[”)』]”, which closes)/,
    ['He ( so ) went', 'He (so ) went', 'He said “ so” and', 'He said “so ” and', '『법 』을'],
  ],
  'a word that a printed line divided': [/divided by a hyphen/, ['has ru- led', 'has ru-\nled', 'leaf¬lets']],
  'a sentence without its capital': [/begins with a small letter/, ['It was sent there. then it went']],
  'words in capitals': [/in capitals/, ['A COURT RULES ON LEAFLETS', 'so THE COURT HAS RULED']],
};

for (const [name, [says, texts]] of Object.entries(WRONG))
  test(`tells of ${name}`, () => {
    for (const text of texts) assert.match(signsFault(text)?.message ?? '', says, text);
  });

test('takes signs as they are meant', () => {
  const alarms = [
    ...[
      'Either a) this or b) that, 1) and (ii).',
      'A disk of 2.5” and a man of 6’2”.',
      'The ’90s, the girls’ and James’ films.',
    ],
    ...[
      '“Qui a tué ?” and “Où est l’or ,” too.',
      'C.I.A., U.S.A., e.g. this; Ph.D.s, Node.js, www.Example.org, README.txt and .srt.',
    ],
    ...[
      'What it is is this, and that that is had had to be.',
      'He (she (so)) “said ‘no’”.',
      'By 7.5 or 2,5; so.',
    ],
    ...['가) 모으기 나) 지우기', '보낸 뒤, 「법」(“그 법”)입니다.'],
  ].filter((text) => signsFault(text));

  assert.deepEqual(alarms, []);
});

test('asks for them in texts, fields, tags and data of each language, and for titles without a full stop', async () => {
  const said = async (path: string, passage: string, instead: string) =>
    (await problemsIn(edited(path, passage, instead))).map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );

  assert.match(
    (await said(PAGE, 'Drives.', 'It is\n**so**,and “so')).join(),
    /^15:7 A space is missing after/,
  );
  assert.match(
    (await said(PAGE, 'Drives.', '<Callout title="It is “so">\n\nSo.\n\n</Callout>')).join(),
    /no partner/,
  );
  assert.match(
    (await said(POST, '"A law is passed"', '"A law “is passed"')).join(),
    /^3:8 title: One of the signs/,
  );
  assert.match(
    (await said(POST, '"A law is passed"', '"A law is passed."')).join(),
    /^3:8 title: a title ends without/,
  );
  assert.match(
    (await said(STATISTICS, '"Drives sent"', '"Drives sent."')).join(),
    /label: a title ends without/,
  );
  assert.deepEqual(await said(POST, '"A law is passed"', '"A law is passed. Then what?"'), []);
  assert.match(
    (await said(POST, '"A law is passed"', '"a law is passed"')).join(),
    /title: it begins with a small letter/,
  );
  for (const instead of ['is to take', 'is to take,'])
    assert.match(
      (await said(POST, 'is to take effect.', instead)).join(),
      /^4:10 summary: it ends without a full stop/,
    );
  assert.match(
    (await said(STATISTICS, 'Sent is not arrived.', 'sent is not')).join(),
    /notMeaning: it begins/,
  );
  assert.deepEqual(await said(POST, '"A law is passed"', '"iPhones are no radios"'), []);
  // Of several paragraphs of a quotation, only the last closes it.
  const quote = '<Quote source="the-report">\n\n“One.\n\n“Two.”\n\n</Quote>';
  assert.deepEqual(await said(PAGE, 'Drives.', quote), []);
});

test('asks the words behind an address, and those that stand for a figure, as other words', async () => {
  const said = async (text: string) =>
    (await problemsIn(edited(PAGE, 'Drives.', text))).map(({ message }) => message);

  for (const [words, says] of [
    ['The report of 82 people', /“82 people” is typed/],
    ['Call +82 10 1234 5678', /A telephone number/],
    ['The “report', /no partner/],
  ] as const)
    for (const text of [
      `[x](https://example.org/y "${words}")`,
      `[x][y]\n\n[y]: https://example.org/y "${words}"`,
    ])
      assert.match((await said(text)).join(), says, text);
  assert.match(
    (await said('Of <Figure id="sent-2021" as="some (+82 10 1234 5678)" />.')).join(),
    /A telephone number/,
  );
  assert.deepEqual(
    await said(
      '[x](https://example.org/y "The report of 2017") and <Figure id="sent-2021" as="a thousand" />.',
    ),
    [],
  );
});
