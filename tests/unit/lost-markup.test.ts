import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, PAGE, problemsIn } from './content-tree.ts';

const said = async (text: string) =>
  (await problemsIn(edited(PAGE, 'Drives.', text))).map(({ message }) => message);

/** What would be printed otherwise than it is typed, by kind, with the words of the sentence. */
const LOST: Record<string, [words: RegExp, texts: string[]]> = {
  'numbers at the beginning': [
    /makes a list of this paragraph/,
    [
      'Then.\n\n2014. A group sends drives.',
      '14. August 2017 was the day.',
      '2014) A group',
      '- 14. August 2017',
      'On May\n1. A group sends.',
    ],
  ],
  'numbers counted anew': [
    /A list counts on/,
    ['1. one\n3. three', '5. five\n7. seven', '2014. first\n2017. second'],
  ],
  'rows of a table': [
    /This row of the table has/,
    [
      ...[
        '| A | B |\n| - | - |\n| a | b | c |',
        '| A | B |\n| - | - |\n| a | b\nc |',
        '| A | B |\n| - | - |\n| a |',
      ],
      ...['| A | B |\n| - | - |\n| a | `b|c` |', '| A | B |\n| - | - |\n| a | b |\nAfter the table.'],
    ],
  ],
  'words that run together': [
    /A space is missing here/,
    [
      ...['They sent<Figure id="sent-2021" />.', 'Of <Figure id="sent-2021" />in a year.'],
      ...['**They**<Figure id="sent-2021" /> came.', '단체는<Figure id="sent-2021" />를 보냈습니다.'],
      ...['So.<Source id="the-report" />Then.', 'They<Source id="the-report" />came.'],
      ...[
        'Of <Figure id="sent-2021" /><Source id="the-report" />in a year.',
        '법입니다.<Source id="the-report" />단체는',
      ],
      ...[
        'See the[report](/give/).',
        'The [report](/give/)says so.',
        '**They**said.',
        'So[^1]it is.\n\n[^1]: A note.',
      ],
    ],
  ],
  'lines taken into what stands above': [
    /would be printed as a part of the (?:list item|quotation|note) above/,
    [
      ...[
        '- one\n- two\nThen more.',
        '1. one\nThen more.',
        '> “Words.”\nSo he said.',
        '- one\n  - two\n  more',
      ],
      ...['> - one\n> more', '- > “Words.”\n  So he said.', 'A.[^1]\n\n[^1]: A note.\nThen more.'],
      '<Callout title="Note">\n\n- one\nMore\n\n</Callout>',
      '- It is one.\nand more',
    ],
  ],
  'blocks beside a list that are indented': [
    /Begin its lines 3 spaces to the right/,
    ['1. one\n  - two\n2. three', '1. one\n\n  More of it.', '> 1. one\n>\n>  More of it.'],
  ],
  'blocks without words': [
    /^An empty|no rows/,
    ['- \n- two', '- one\n-', '>', '| A | B |\n| - | - |\n| | |', '| A |\n| - |', '| |\n| - |\n| a |'],
  ],
  'notes and addresses that nothing names': [
    /Nothing names the note|would not be printed/,
    ['Text.\n\n[^1]: A note.', 'Text.\n\n[Note]: https://example.org/x'],
  ],
  'names twice': [/stands twice/, ['A.[^1]\n\n[^1]: One.\n\n[^1]: Two.', '[a]\n\n[a]: /give/\n[A]: /news/']],
  'open code': [/is not closed/, ['Text.\n\n```\nA word\n\n## A heading', '~~~\nA word', '````\n```\n']],
  'headings by accident': [
    /second front matter|makes a heading/,
    [
      '---\ntitle: Another\nsummary: text\n---\n\nText.',
      `${'A long paragraph of words. '.repeat(8)}\n---`,
      'It follows.\n---\n\nText.',
      'So:\n---',
    ],
  ],
  'stars between numbers': [/between numbers/, ['It has 2*3*4 parts.']],
  'signs of more and less': [/set as a quotation/, ['> 5 drives were sent.']],
};

for (const [kind, [words, texts]] of Object.entries(LOST)) {
  test(`tells what Markdown would drop or turn: ${kind}`, async () => {
    for (const text of texts) assert.match((await said(text)).join('\n'), words, text);
  });
}

/** Marks that would be printed as signs. */
const PRINTED: Record<string, string[]> = {
  bold: [
    '**데일리NK(Daily NK)**는 so',
    '**“마음의 창”**이라고',
    'A ** bold** word',
    'A **bold word',
    '__bold',
    'A *slanted',
    'Some ~~struck',
  ],
  'no-break spaces': ['Text.\n\n##\u00A0What', '##What', '-\u00A0One\n-\u00A0Two', '1.\u00A0One'],
  'bullets of a word processor': [
    ...['•\tOne\n•\tTwo', '· One\n· Two', '– One\n– Two', '1.One\n2.Two'],
    ...['(1) One\n(2) Two', '▪ One', '\uF0B7 One', '-One\n-Two'],
    ...['a) One\nb) Two', '① One\n② Two'],
  ],
  tables: ['Group\tYear\nA\tB', '| A | B |\n| a | b |', 'A | B\na | b', '| A | B |\n| — | — |\n| a | b |'],
  'notes in brackets': ['Text[1] and more.', '[1] The court said so.', 'Text^[a note]', 'Text [@key2020].'],
  'links of other programs': [
    'See [[Give]].',
    'See [the tower](https://example.org/Tower_(Pyongyang).',
    '[the](https://example.org/a b)',
    '[x] (/give/)',
    '[x][y]',
  ],
  'boxes of other programs': [
    ':::note\nText\n:::',
    '> [!NOTE]\n> Text',
    '[TOC]',
    '$$x$$',
    '==marked==',
    ':smile: so',
    'A&nbsp B',
  ],
  'bare addresses': [
    ...[
      '“https://example.org/report”',
      'https://example.org/report에서',
      'https://example.org/report—a',
      '（https://example.org/report）for',
    ],
    ...['**https://example.org/report**(a)', 'https://example.org/report…'],
    ...['https://example.org/report’s', "https://example.org/report's", 'https://example.org/report»'],
  ],
  tags: [
    ...['Some < Figure id="sent-2021" />.', 'Some &lt;Figure id="sent-2021" />.'],
    ...['Some < Callout title="So">', '< /Callout>', '&lt;/Callout>'],
  ],
  headings: ['#### Deep', '## Text\n\n#### Deep', '## …', '## Main'],
};

for (const [kind, texts] of Object.entries(PRINTED)) {
  test(`tells marks that would be printed as signs: ${kind}`, async () => {
    const missed: string[] = [];
    for (const text of texts) if ((await said(`Text.\n\n${text}`)).length === 0) missed.push(text);

    assert.deepEqual(missed, []);
  });
}

test('says one thing of a figure on lines of its own', async () => {
  assert.equal((await said('Drives\n\n<Figure id="sent-2021" />\n\nwere sent.')).length, 1);
});

test('takes what is meant, in English and Korean', async () => {
  const texts = [
    ...['1. one\n2. two', '1. one\n1. two', '3. three\n4. four'],
    ...['1. one\n\nText.\n\n2. two', '~3 days and ~ alone.'],
    ...[
      '<Figure id="sent-2021" />를 보냈습니다.',
      '(<Figure id="sent-2021" />, so) “<Figure id="sent-2021" />”',
    ],
    ...[
      '“말”<Source id="the-report" />이라고',
      'So<Source id="the-report" />, and [drive](/give/)s and *Titanic*s.',
    ],
    ...[
      '<Figure id="sent-2021" /><Source id="the-report" />.',
      '[보고서](/give/)를 보면',
      'un*told* and so—**so**—on',
    ],
    ...[
      '- one that\n  goes on',
      '- one that\ngoes on',
      '> “Words\nthat go on.”',
      '- 하나로\n이어지는 말',
      '1. one\n   - two\n\n   More of it.',
      '- one\n\n  > a\n  > b\n\nThen.',
    ],
    ...['* one\n * two', 'A.[^1]\n\n[^1]: A note\n    that goes on.', '| A | |\n| - | - |\n| | b |'],
    ...[
      '| A | B |\n| - | - |\n| a | `b\\|c` |\n| | d |',
      'A.[^1] B.[^1]\n\n[^1]: A note.',
      '```\nwords\n```',
      '~~~text\n```\n~~~',
    ],
    ...[
      '5 < 6 and 7 > 6, `<Figure id="x" />`, \\<Figure id="x" />',
      '**데일리NK**는 남한의 매체다.',
      'A \\* and \\*\\* and \\_ and \\~\\~ and \\` here.',
      'A * b, 100 # 3, a_b_c.',
      '5 > 4 and > so.',
    ],
    ...[
      'See https://example.org/report.',
      '(https://example.org/report)',
      'https://example.org/wiki/Tower_(Pyongyang)',
    ],
    ...['- One – two\n- Three', 'A heading\n---'],
    ...['“Words”[^1]\n\n[^1]: Note.', '[sic] and [so]', '- [ ] to do\n- [x] done'],
    ...['They said: – no.', 'At 10:30: so: it.', '\\[1\\] as typed'],
    ...['2014\\. A group sends.', '## One\n\n### Two\n\n## Three'],
  ];
  const alarms: string[] = [];
  for (const text of texts)
    // That Korean belongs into the other folder is no fault of its marks.
    for (const one of await said(`Text.\n\n${text}`))
      if (!one.includes('is not translated')) alarms.push(`${text}: ${one}`);

  assert.deepEqual(alarms, []);
});
