import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import { isLeftBehind } from '../../src/checks/file-names.ts';
import { formatProblem } from '../../src/checks/problems.ts';
import {
  edited,
  inTree,
  PAGE,
  problemsIn,
  STATISTICS,
  TODAY,
  validContent,
  type Content,
} from './content-tree.ts';

const page = String(validContent()[PAGE]);
const redirects = (from: string): Content => ({
  ...validContent(),
  'content/data/redirects.json': JSON.stringify([{ from, to: '/give/' }]),
});
const sayings = async (content: Content) =>
  (await problemsIn(content)).map(({ message }) => message).join('\n');

const LEFT = [
  ...['.DS_Store', '._law.mdx', 'Thumbs.db', 'desktop.ini'],
  ...['.law-passed.mdx.swp', 'law-passed.mdx~', 'law-passed.mdx.orig'],
  ...['law-passed.mdx.bak', '4913', '.#law-passed.mdx'],
  ...['#law-passed.mdx#', '.~lock.law-passed.csv#', '~$law.docx'],
  ...['.nfs0001', '.fuse_hidden01', '.directory', '.localized', 'give.mdx.tmp', 'give.mdx.part'],
];

test('passes over what programs leave behind, wherever it lies', async () => {
  const folders = [
    'content',
    'content/en/news/2024',
    'content/en/pages',
    'content/data',
    'content/images',
    'public',
  ];
  const files = folders.flatMap((folder) => LEFT.map((name) => [`${folder}/${name}`, 'x']));

  assert.deepEqual(await problemsIn({ ...validContent(), ...Object.fromEntries(files) }), []);
  assert.deepEqual(
    ['give.mdx', 'law-passed.mdx', 'robots.txt', '.htaccess', 'a.svg'].filter(isLeftBehind),
    [],
  );
});

test('refuses copies with a sentence', async () => {
  for (const name of [
    'law-passed (1).mdx',
    'law-passed - Copy.mdx',
    'law-passed copy.mdx',
    'law-passed 2.mdx',
    'law-passed - 복사본.mdx',
  ])
    assert.match(
      await sayings({ ...validContent(), [`content/en/pages/${name}`]: page }),
      /copy of another file/,
      name,
    );
});

test('refuses names that no system, address or program can keep', async () => {
  for (const name of ['con', 'aux', 'nul', 'com1', 'lpt9'])
    assert.match(
      await sayings({ ...validContent(), [`content/en/pages/${name}.mdx`]: page }),
      /Windows keeps/,
      name,
    );
  assert.match(await sayings({ ...validContent(), [`content/en/pages/aux/a.mdx`]: page }), /Windows keeps/);
  assert.match(
    await sayings({ ...validContent(), [`content/en/pages/${'a'.repeat(240)}.mdx`]: page }),
    /240 signs; 100 are the most|243 signs/,
  );
  assert.match(await sayings(edited(STATISTICS, '"id": "windows"', '"id": "con"')), /Windows keeps/);
  assert.match(
    await sayings(edited(STATISTICS, '"id": "windows"', '"id": "constructor"')),
    /meaning of its own/,
  );
  assert.match(await sayings(edited(STATISTICS, '"id": "windows"', '"id": "__proto__"')), /An id has only/);
  assert.match(
    await sayings(edited(PAGE, '<Chart id="sent" />', '<Chart id="__proto__" />')),
    /there is no chart “__proto__”/,
  );
});

test('refuses files of public/ that take an address of the site', async () => {
  for (const name of ['robots.txt', 'charts/sent.png', 'give/card.png'])
    assert.match(
      await sayings({ ...validContent(), [`public/${name}`]: 'User-agent: *' }),
      /The site itself makes a file of this address/,
      name,
    );
});

test('refuses redirects from what the build makes', async () => {
  for (const from of ['/assets/', '/pagefind/x/', '/data/old/', '/news/page/2/', '/drawings/old/'])
    assert.match(await sayings(redirects(from)), /belongs to files that the site makes itself/, from);
  assert.equal(await sayings(redirects('/old/page/')), '');
});

test('refuses a folder named as a file, and a link in place of the content', async () => {
  await inTree(validContent(), async (root) => {
    mkdirSync(join(root, 'content/en/pages/send.mdx'));
    const [problem] = await checkContent(root, { today: TODAY });
    assert.match(problem?.message ?? '', /a folder with the name of a file/);
    rmSync(join(root, 'content/en/pages/send.mdx'), { recursive: true });

    renameSync(join(root, 'content'), join(root, 'elsewhere'));
    symlinkSync('elsewhere', join(root, 'content'));
    const problems = await checkContent(root, { today: TODAY });
    assert.ok(
      problems.some(({ path, message }) => path === 'content' && message.startsWith('This is a link')),
    );
  });
});

test('refuses signs that nobody sees in what becomes a name', async () => {
  for (const sign of ['\u00AD', '\u3164', '\u200E', '\u034F', '\u200C'])
    assert.match(
      await sayings(edited('content/data/topics.json', 'The law', `The${sign} law`)),
      /nobody sees/,
    );
  for (const name of ['می\u200Cخواهم', '👩\u200D👩\u200D👧', 'I ❤\uFE0F law'])
    assert.equal(await sayings(edited('content/data/topics.json', 'The law', name)), '');
});

test('prints no control sign, line break or command that stands in a name or a value', async () => {
  const odd = ['a\n::error::b', '\u001B[2Jc', '##[command]d', '\u202Ee', '::stop-commands::f'];
  const problems = await problemsIn({
    ...validContent(),
    ...Object.fromEntries(odd.map((name) => [`content/en/pages/${name}.mdx`, page])),
    'content/data/published.json': JSON.stringify(odd.map((name) => `/gone/${name}/`)),
    'content/data/redirects.json': JSON.stringify([{ from: odd[0], to: odd[1], [odd[2] ?? '']: 1 }]),
  });

  const lines = problems.map(formatProblem);

  assert.ok(lines.length >= odd.length * 2);
  for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\u202A-\u202E]|^\s*::|##\[/u);
});
