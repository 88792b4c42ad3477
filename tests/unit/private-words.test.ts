import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  edited,
  inTree,
  PAGE,
  POST,
  problemsIn,
  SOURCES,
  TODAY,
  validContent,
  type Content,
} from './content-tree.ts';
import { privateWords } from '../../src/checks/private-words.ts';
import { checkContent } from '../../src/checks/check-content.ts';

const words = ['Hidden Name', '비밀이름', '김 철수', 'Officer', 'Jean-Luc', '𠮷비밀'];

const inPage = (text: string) => edited(PAGE, 'Drives.', text);
const isFound = async (content: Content) =>
  (await problemsIn(content, { words })).some(({ message }) =>
    message.startsWith('A word of the private list'),
  );

/** Ways of writing a private word, by kind. */
const WAYS: Record<string, string[]> = {
  'signs that nobody sees': [
    ...['Hid\u00ADden Name', 'Hid\u200Cden Name'],
    ...['Hid\u200Dden Name', 'Hidden \u200EName', 'Hid\u034Fden Name'],
    ...['Hid\uFE0Fden Name', 'Hid\u180Eden Name', 'Hidden\u3164Name'],
    ...['Hidden\u200DName', '비밀\u200C이름', 'Hidden\u2800Name'],
  ],
  'forms of letters': [
    'Ｈｉｄｄｅｎ Ｎａｍｅ',
    'Oﬃcer',
    'Oﬀicer',
    'ℋidden Name',
    'Híddén Name',
    '비밀이름',
    'HIDDEN NAME',
    // Of a sign that is two units of the text.
    '𠮷비밀',
  ],
  'spaces and hyphens': [
    ...['Hidden\u2011Name', 'Hidden–Name', 'Hidden\u00A0Name'],
    ...['Hidden\u2009Name', 'Hidden  Name', 'Hidden\tName'],
    ...['Hidden_Name', 'Hidden·Name', 'Jean Luc', 'Jean\u2010Luc'],
  ],
  'marks among the letters': [
    ...['**Hidden** Name', '*Hid*den Name', '[Hidden](/give/) Name'],
    ...['Hidden&nbsp;Name', 'Hidden&#32;Name', 'Hid&shy;den Name'],
    ...['Hidden <Source id="the-report" /> Name', 'Hidden<Source id="the-report" /> Name'],
    ...['Hidden{/* */} Name', 'Hid{/* so */}den Name', '`Hidden` Name', 'Hidden\\-Name'],
  ],
  'Korean names': [
    '비밀 이름',
    '비밀이름은',
    '비밀 이름이라고',
    '김철수',
    '김 철수',
    '김 철 수가',
    '김\u00A0철수',
  ],
  'names that are run together': [
    'HiddenName',
    'HIDDENNAME',
    '\\#hiddenname',
    'Hidden-name',
    'JeanLuc',
    'PoliceOfficer',
  ],
  'names in another order': ['Name Hidden', 'Name, Hidden', 'Name-Hidden', 'NameHidden', '@namehidden'],
  'codes of other programs': ['Hidden=20Name', '`Hidden&#32;Name`', 'Hidden%20Name', '`\\u0048idden Name`'],
  addresses: [
    '[x](https://example.org/hiddenname/)',
    '[x](https://hiddenname.example.org/)',
    ...[
      '[x](https://example.org/Hidden%20Name)',
      '[x](https://example.org/Hidden+Name)',
      '[x](https://example.org/hidden-name)',
    ],
    ...[
      '[x](https://example.org/%EB%B9%84%EB%B0%80%EC%9D%B4%EB%A6%84)',
      '[x](https://example.org/Hidden%2520Name)',
    ],
    '[x](https://xn--jx2bl9by9b32p.kr/)',
    ...['[x](https://example.org/name-hidden)', '[x](https://example.org/name.hidden/)'],
    '[x](https://namehidden.example.org/)',
  ],
  'what no reader sees': [
    '{/* Ask Hidden Name. */}',
    '<Callout title="Hidden Name">\n\nText.\n\n</Callout>',
    '[x](/give/ "Hidden Name")',
    ...['<Source id="hiddenname" />', 'noted[^namehidden].\n\n[^namehidden]: A note'],
  ],
  tables: [
    'so:\n\n| Hidden | Name |\n| - | - |\n| a | b |',
    'so:\n\n| A | B |\n| - | - |\n| **Hidden** | Name |',
  ],
};

for (const [kind, texts] of Object.entries(WAYS)) {
  test(`finds private words in the text: ${kind}`, async () => {
    const missed: string[] = [];
    for (const text of texts.filter(Boolean))
      if (!(await isFound(inPage(`It is ${text}, so.`)))) missed.push(text);

    assert.deepEqual(missed, []);
  });
}

test('finds private words in the values of front matter and data, however they are escaped', async () => {
  const missed: string[] = [];
  for (const value of [
    'Hidden\\x20Name',
    '\\x48idden Name',
    'Hidden\\_Name',
    'Hidden\\tName',
    'Hid\\u00adden Name',
  ])
    if (!(await isFound(edited(POST, '"A law is passed"', `"Of ${value} it is said"`)))) missed.push(value);
  for (const value of [
    'Hidden\\u0020Name',
    'Hid\\u00adden Name',
    'Hidden\\tName',
    '\\ube44\\ubc00\\uc774\\ub984',
  ])
    if (!(await isFound(edited(SOURCES, '"The report"', `"Of ${value} it is said"`)))) missed.push(value);

  assert.deepEqual(missed, []);
});

test('tells of a private word once, whatever holds it', async () => {
  for (const cells of ['Hidden Name | a', '**Hidden** Name | a', '**Hidden** | Name'])
    assert.equal(
      (await problemsIn(inPage(`| A | B |\n| - | - |\n| ${cells} |`), { words })).length,
      1,
      cells,
    );
});

test('finds private words in ids and names of files, which are addresses', async () => {
  const missed: string[] = [];
  for (const id of ['hidden-name', 'hiddenname', 'name-hidden', 'namehidden', '2024-name-hidden']) {
    const path = `public/${id}.txt`;
    for (const content of [
      edited(SOURCES, '"the-report"', `"${id}"`),
      { ...validContent(), [path]: 'Text.' },
    ])
      if (!(await isFound(content))) missed.push(id);
  }
  assert.deepEqual(missed, []);
});

test('leaves words free that only look like private ones, and those that are allowed', async () => {
  const text =
    'Hidden names, a hiddenname, the name hidden, officers, 이름, 비밀, 김 씨, 철수하다 and Jean Lucas.';
  assert.equal(await isFound(inPage(text)), false);

  const allowed = 'allowedWords:\n  - word: Hidden Name\n    reason: "Named in public by itself."\n';
  const content = inPage('It is **Hidden** Name, Hidden-Name and HiddenName.');
  content[PAGE] = String(content[PAGE]).replace('figures:', `${allowed}figures:`);
  assert.equal(await isFound(content), false);
});

test('among thousands of words, takes none for one that begins and ends as others do', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `Given${index} Family${index}`);
  const text = 'Words of Given7 Other, a text. 드라이브를 보낸다.\n'.repeat(100);

  const problems = await inTree(
    { ...validContent(), [PAGE]: String(validContent()[PAGE]).replace('Drives.', text) },
    (root) => checkContent(root, { today: TODAY, words: many }),
  );

  assert.deepEqual(problems, []);
});

/** What is read of a list that is stored as these bytes, or the sentence that is said of it. */
function readOf(list: string | Buffer, name = '.private-words'): string[] | string {
  const root = mkdtempSync(join(tmpdir(), 'private-'));
  try {
    writeFileSync(join(root, name), list);
    return privateWords(root, undefined);
  } catch (error) {
    return String((error as Error).message);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('reads a list as it is meant, whatever stands around a name', () => {
  const list =
    '# A remark.\r\n"Hidden Name"\r\n1. Hidden Name\r\n- “Hidden Name”\r\nHidden Name.\r\n\r\nHidden Name # a courier\r\n';

  assert.deepEqual(readOf(list), Array(5).fill('Hidden Name'));
  assert.deepEqual(readOf(`\uFEFF홍길동\nJean-Luc O’Neil\nJ. Doe`), ['홍길동', 'Jean-Luc O’Neil', 'J. Doe']);
});

test('refuses a list that would find nothing, and does not show what stands in it', () => {
  const said = [
    readOf(Buffer.from('\uFEFFHidden Name\r\n', 'utf16le')),
    readOf(Buffer.from([0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf])),
    readOf('Hidden Name\rOther Name\r'),
    ...[
      'Hidden Name, Other Name',
      'Hidden Name (courier)',
      'Hidden Name\tcourier',
      'Hidden Name – courier',
      '--',
    ].map((line) => readOf(`Other Name\n${line}\n`)),
    readOf('Hidden Name', '.private-words.txt'),
    readOf('Hidden Name', 'Private Words'),
  ];

  const wanted = [/UTF-16\. Save it as UTF-8/, /another code than UTF-8/, /line ends/];
  for (const [index, sentence] of said.entries()) {
    assert.match(
      String(sentence),
      wanted[index] ?? /line 2\. Write one name or place a line|Rename it to \.private-words/,
    );
    assert.doesNotMatch(String(sentence), /Hidden Name|Other|courier/);
  }
});
