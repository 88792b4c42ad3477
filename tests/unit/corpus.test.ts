import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { NAMES, PAGE, STATISTICS, validContent, type Content } from './content-tree.ts';
import { KOREAN_POST, translated } from './translated-content.ts';
import { accepts, check, readCase, refuses } from './corpus-case.ts';

for (const kind of ['bad', 'good']) {
  for (const file of globSync(`tests/content/${kind}/*.txt`).sort()) {
    const name = basename(file, '.txt').replaceAll('-', ' ');
    test(`${kind === 'bad' ? 'refuses' : 'accepts'}: ${name}`, () => {
      const { content, expected } = readCase(file);
      assert.equal(
        expected.length > 0,
        kind === 'bad',
        'bad content says what is wrong, good content nothing',
      );
      return check(content, expected);
    });
  }
}

/* What no text file can hold is made here. */

const page = validContent()[PAGE] ?? '';
/** The page with other words in its last paragraph, which is line 14. */
const inPage = (text: string): Content => withPage(page.replace('Drives.', () => text));
const withPage = (text: string | Buffer): Content => ({ ...validContent(), [PAGE]: text });
const invisible = (code: string) => `An invisible character stands here (U+${code}).`;
const DEEP = 'The text is nested more than 60 levels deep here.';
const DENSE = 'This paragraph is too long to be laid out.';

const utf16 = Buffer.from(`\uFEFF${page}`, 'utf16le');

refuses(PAGE, {
  'text in Latin-1': [
    withPage(Buffer.from(page.replace('Drives', 'Café'), 'latin1')),
    '1:1 another code than UTF-8',
  ],
  'text in UTF-16': [withPage(utf16), '1:1 in UTF-16. Save it as UTF-8'],
  'text in UTF-16 of the other order': [withPage(Buffer.from(utf16).swap16()), '1:1 in UTF-16'],
  'text in UTF-16 without a mark': [withPage(utf16.subarray(2)), `1:2 ${invisible('0000')}`],
  'text with a NUL': [inPage('Dri\0ves.'), `14:4 ${invisible('0000')}`],
  'text with a direction override': [inPage('Dri\u202Eves.'), `14:4 ${invisible('202E')}`],
  'text with a direction isolate': [inPage('\u2066Drives.'), `14:1 ${invisible('2066')}`],
  'text with a space of no width': [inPage('Dri\u200Bves.'), `14:4 ${invisible('200B')}`],
  'text with a line separator': [inPage('Dri\u2028ves.'), `14:4 ${invisible('2028')}`],
  'text with a byte order mark within': [inPage('\uFEFFDrives.'), `14:1 ${invisible('FEFF')}`],
  'text with letters that only computers see': [
    inPage('🏴\u{E0067}, \u{E0041}\u{E0042}'),
    `14:7 ${invisible('E0041')}`,
  ],
  'text with an escape for terminals': [inPage('\u001B[2J'), `14:1 ${invisible('001B')}`],
  'text with the line ends of old Macs': [
    withPage(page.replaceAll('\n', '\r')),
    '1:4 A line ends here with a return alone, as on old Macs.',
  ],
  'text with a lost letter': [inPage('Caf\uFFFD'), '14:4 A letter was lost here: “\uFFFD”.'],
  'text with letters mixed up': [inPage('Itâ€™s'), '14:3 A letter was lost here: “â€™”.'],
  'text of 5,000 quotes in each other': [inPage(`${'>'.repeat(5000)} a`), `14:1 ${DEEP}`],
  'text of 5,000 lists in each other': [inPage(`${'- '.repeat(5000)}a`), `14:1 ${DEEP}`],
  'text of 5,000 numbered lists in each other': [inPage(`${'1. '.repeat(5000)}a`), `14:1 ${DEEP}`],
  'text of 5,000 brackets in each other': [inPage(`${'['.repeat(5000)}${']'.repeat(5000)}`), `14:61 ${DEEP}`],
  'text of 5,000 braces in each other': [inPage(`${'{'.repeat(5000)}${'}'.repeat(5000)}`), `14:61 ${DEEP}`],
  'text of 5,000 tags in each other': [inPage('<Callout title="a">\n\n'.repeat(5000)), `134:1 ${DEEP}`],
  'text of 5,000 stars in a row': [inPage(`${'*'.repeat(5000)}a`), `14:1 ${DEEP}`],
  'text of 900 lists, each further in': [
    inPage(Array.from({ length: 900 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')),
    `134:1 ${DEEP}`,
  ],
  'text of 400 marks of weight in each other': [
    inPage(`${'*a _b '.repeat(200)}${'c_ d* '.repeat(200)}`),
    '14:443 The text is nested too deeply',
  ],
  'code that is nested without brackets': [inPage(`{${'!'.repeat(200_000)}1}`), `14:1 ${DENSE}`],
  'code that is exported and nested without brackets': [
    inPage(`export const a = ${'!'.repeat(200_000)}1`),
    `14:1 ${DENSE}`,
  ],
  'code that ends the parser itself': [
    withPage(`${page}\nexport const a = 'b\\`),
    '16:1 A line that begins with import or export is code',
  ],
  'paragraph of 200,000 quotes': [inPage(`a "b" `.repeat(100_000)), `14:1 ${DENSE}`],
  'paragraph of 100,000 entities': [inPage('&amp; '.repeat(100_000)), `14:1 ${DENSE}`],
  'paragraph of 20,000 marks of notes': [inPage(`’ ${'[^1]'.repeat(20_000)}`), `14:1 ${DENSE}`],
  'paragraph of 8,000 addresses': [inPage(`’ ${'https://x.org '.repeat(8_000)}`), `14:1 ${DENSE}`],
  'front matter of 60,000 fields': [
    withPage(`---\n${Array.from({ length: 60_000 }, (_, index) => `f${index}: 1\n`).join('')}---\n`),
    '2:1 The front matter is too long.',
  ],
  'data of 5,000 lists in each other': [
    { ...validContent(), [NAMES]: '['.repeat(5000) + ']'.repeat(5000) },
    `${NAMES}:1:61 ${DEEP}`,
  ],
  'text of more than a megabyte': [
    inPage('Words. '.repeat(160_000)),
    '1:1 The file has 1.1 MB; 1.0 MB is the most.',
  ],
  'data in Latin-1': [
    {
      ...validContent(),
      [NAMES]: Buffer.from((validContent()[NAMES] ?? '').replace('Kim Yo Jong', 'Kïm'), 'latin1'),
    },
    `${NAMES}:1:1 another code than UTF-8`,
  ],
  'served text in Latin-1': [
    { ...validContent(), 'public/thanks.txt': Buffer.from('Café', 'latin1') },
    'public/thanks.txt:1:1 another code than UTF-8',
  ],
});

const linkTo = (target: string) => (path: string) => symlinkSync(target, path);
const makePipe = (path: string) => spawnSync('mkfifo', [path]);
const LINK = 'This is a link to another file.';
const NOT_PLAIN = 'This is not a plain file.';

/** Things that are no plain files, made below the root. */
const BAD_FILES: Record<string, [path: string, make: (path: string) => void, words: string]> = {
  'symbolic link to a file': ['content/en/pages/secret.mdx', linkTo('/etc/passwd'), LINK],
  'symbolic link to nothing': ['content/en/pages/nothing.mdx', linkTo('/nowhere/at/all'), LINK],
  'symbolic link to a folder': ['content/en/pages/all', linkTo('/etc'), LINK],
  'symbolic link to itself': ['content/en/loop', linkTo('.'), LINK],
  'symbolic link that is served': ['public/passwords.txt', linkTo('/etc/passwd'), LINK],
  'pipe in place of a text': ['content/en/pages/pipe.mdx', makePipe, NOT_PLAIN],
  'pipe in place of the published pages': ['content/data/published.json', makePipe, NOT_PLAIN],
  'pipe in place of a picture': ['content/images/pipe.jpg', makePipe, NOT_PLAIN],
  'text of 50 megabytes': [
    'content/en/pages/large.mdx',
    (path) => (writeFileSync(path, '---\n'), truncateSync(path, 50 * 1_048_576)),
    'The file has 50.0 MB; 1.0 MB is the most.',
  ],
  'picture of 50 megabytes': [
    'content/images/large.jpg',
    (path) => (writeFileSync(path, ''), truncateSync(path, 50 * 1_048_576)),
    'The file has 50.0 MB; 10.0 MB is the most.',
  ],
  'folder that a version control hides': [
    'content/.git',
    (path) => (mkdirSync(path), writeFileSync(join(path, 'config'), '')),
    'A hidden file or folder does not belong here.',
  ],
};

for (const [name, [path, make, sentence]] of Object.entries(BAD_FILES)) {
  test(`refuses: ${name}`, () =>
    check(validContent(), [{ path, line: 1, column: 1, words: sentence }], (root) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      make(join(root, path));
    }));
}

test('refuses: pipe in place of the statistics, without waiting for its end', () => {
  const { [STATISTICS]: _, ...content } = validContent();
  return check(content, [{ path: STATISTICS, words: NOT_PLAIN }], (root) => makePipe(join(root, STATISTICS)));
});

test('refuses: folder in place of the statistics', () => {
  const { [STATISTICS]: _, ...content } = validContent();
  return check(content, [{ path: STATISTICS, words: 'This is a folder with the name of a file.' }], (root) =>
    mkdirSync(join(root, STATISTICS)),
  );
});

test('refuses: file name that is no text', () =>
  check(
    validContent(),
    [{ path: 'content/en/pages', words: 'The name of a file cannot be read' }],
    (root) => {
      const folder = Buffer.from(join(root, 'content/en/pages/'));
      writeFileSync(Buffer.concat([folder, Buffer.from([0x63, 0xe9]), Buffer.from('.mdx')]), page);
    },
  ));

const all = (change: (text: string) => string): Content =>
  Object.fromEntries(Object.entries(validContent()).map(([path, text]) => [path, change(text)]));

/** A number by letters, so that it is no amount. */
const inLetters = (number: number) =>
  String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

accepts({
  'line ends of Windows': all((text) => text.replaceAll('\n', '\r\n')),
  'byte order mark in every file': all((text) => `\uFEFF${text}`),
  'byte order mark and line ends of Windows': all((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`),
  'last lines without an end': all((text) => text.trimEnd()),
  'text of a megabyte in one paragraph': inPage('Words of a text. '.repeat(61_000)),
  'text of a megabyte in many paragraphs': inPage(
    Array.from(
      { length: 8200 },
      (_, index) =>
        `It’s “said” that *some* ${inLetters(index)} <Figure id="sent-2021" /> were [sent](/give/), "so to say". <Source id="the-report" />`,
    ).join('\n\n'),
  ),
  'text of a megabyte in Korean': {
    ...validContent(),
    [KOREAN_POST]: translated.replace('보냈습니다.', '드라이브를 보냅니다. '.repeat(30_000)),
  },
});
