import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import { collections } from '../../src/content.config.ts';
import { parseMdx } from '../../src/checks/check-markup.ts';
import {
  faultsOf,
  fileName,
  postPath,
  postText,
  type Answers,
  type Surroundings,
} from '../../src/commands/new-post.ts';
import { preflight } from '../../src/checks/check-content.ts';
import { askAll } from '../../src/commands/questions.ts';

const TODAY = '2026-11-20';
const COMMAND = join(process.cwd(), 'src/commands/new.ts');

const schema = collections.news.schema as unknown as z.ZodType;

const coverage: Answers = {
  kind: 'coverage',
  title: 'A ruling on leaflets',
  summary: 'The court struck down the ban and called its aim fair. Two judges disagreed.',
  date: '2026-03',
  topics: ['law', 'balloons'],
  certainty: 'reported',
  publisher: 'The Daily',
  url: 'https://example.org/ruling',
  language: 'en',
};
const {
  publisher: _,
  url: _url,
  language: _language,
  ...update
} = {
  ...coverage,
  kind: 'update',
  date: '2026-03-14',
};

const known: Surroundings = {
  topics: new Map([
    ['law', 'The law'],
    ['balloons', 'Balloons'],
  ]),
  addresses: new Map([['https://example.org/old', 'content/data/sources.json']]),
  hosts: new Set(['nksc.example']),
  taken: (path) => path.endsWith('/taken.mdx'),
};

/** Front matter and text of a made file. */
function parts(text: string): { fields: Record<string, unknown>; body: string } {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  return { fields: parse(matter), body };
}

/** Messages by field. */
const messages = (answers: Answers) =>
  faultsOf(answers, TODAY, known).map(({ field, message }) => `${field}: ${message}`);

/** What a paragraph shows to a reader, and whether anything but text stands in it. */
function shown(text: string): { text: string; plain: boolean } {
  const { children = [] } = parseMdx(text, (_place, message) => assert.fail(message)) ?? {};
  const paragraph = children.at(-1);
  const inside = paragraph?.children ?? [];
  return {
    text: inside.map(({ value = '' }) => value).join(''),
    plain: paragraph?.type === 'paragraph' && inside.every(({ type }) => type === 'text'),
  };
}

/** A folder with the data and texts of the project, removed after the test. */
function project(context: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  context.after(() => rmSync(root, { recursive: true }));
  cpSync('content', join(root, 'content'), { recursive: true });
  return root;
}

const options = (answers: Answers) =>
  Object.entries(answers).flatMap(([field, value]) => [
    `--${field.replace('dateNote', 'date-note').replace('noUrl', 'no-url')}`,
    String(value),
  ]);

const command = (root: string, ...args: string[]) =>
  spawnSync('node', [COMMAND, ...args], { cwd: root, encoding: 'utf8' });

const posts = (root: string) => globSync('content/**/*.mdx', { cwd: root }).sort();

for (const [kind, answers] of Object.entries({
  coverage,
  update,
  'coverage without an address': {
    ...coverage,
    url: undefined,
    noUrl: 'It is not known to us where it stands.',
  },
  'undated coverage': { ...coverage, date: 'undated', dateNote: 'The page shows no date.' },
  'coverage of a year': { ...coverage, date: '2026' },
})) {
  test(`makes ${kind} of which the schema takes every field as it was answered`, () => {
    const { fields } = parts(postText(answers, TODAY));

    const { success, data } = schema.safeParse(fields);
    assert.ok(success);
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    assert.deepEqual(data, {
      ...given,
      added: TODAY,
      changes: [],
      allowedWords: [],
      draft: false,
    });
  });
}

test('writes the fields in the order and the manner of the templates', () => {
  const text = postText(coverage, TODAY);

  assert.match(
    text,
    /^---\nkind: coverage\ntitle: "A ruling on leaflets"\nsummary: ".*"\ndate: 2026-03\nadded: 2026-11-20\ntopics: \[law, balloons\]\ncertainty: reported\npublisher: "The Daily"\nurl: "https:\/\/example\.org\/ruling"\nlanguage: en\n---\n\n\{\/\* /,
  );
});

for (const title of [
  'The court: “no ban”, it says',
  `Quotes "straight" and 'single' # no remark`,
  '법원이 대북전단 금지법을 위헌으로 판결',
  '🎈 Balloons: yes & no 🎈',
  '- [not a list]: {nor: a map}',
  'true',
  'A title\\with “\\n” in it',
  '*star &anchor !tag |pipe >fold %percent @at `tick`',
]) {
  test(`keeps the title ${title}`, () => {
    const { fields } = parts(postText({ ...coverage, title, publisher: title }, TODAY));

    assert.equal(fields['title'], title);
    assert.equal(fields['publisher'], title);
  });
}

test('begins the text with a note and the first sentence of the summary', () => {
  const { body } = parts(postText(coverage, TODAY));

  assert.match(body, /^\{\/\* [^*]+ \*\/\}\n\nThe court struck down the ban and called its aim fair\.\n$/);
});

for (const [summary, sentence] of [
  [
    '- {a} <b> *c* _d_ `e` [f](g) ~h~ |i| \\j stands in it',
    '- {a} <b> *c* _d_ `e` [f](g) ~h~ |i| \\j stands in it',
  ],
  ['1. It was told so.', '1. It was told so.'],
  ['# A number sign &lt; an entity &#35;.', '# A number sign &lt; an entity &#35;.'],
  ['import of films is told to have grown', 'Import of films is told to have grown'],
  ['The page at http://www.example.org/ is gone', 'The page at example.org/ is gone'],
  ['북한에 외부 정보를 보내는 단체가 말했다.', '북한에 외부 정보를 보내는 단체가 말했다.'],
] as const) {
  test(`shows the summary “${summary}” as it is, not as markup`, () => {
    const found = shown(postText({ ...coverage, summary }, TODAY));

    assert.deepEqual(found, { text: sentence, plain: true });
  });
}

test('makes the name of the file from the title, and its folder from the date', () => {
  const paths = [
    coverage,
    { ...coverage, date: 'undated', title: 'Café “Séoul” 🎈' },
    { ...coverage, title: '위헌 판결 2026' },
    { ...coverage, title: '위헌 판결', name: 'court-ruling' },
  ].map(postPath);

  assert.deepEqual(paths, [
    'content/en/news/2026/a-ruling-on-leaflets.mdx',
    'content/en/news/undated/cafe-seoul.mdx',
    'content/en/news/2026/2026.mdx',
    'content/en/news/2026/court-ruling.mdx',
  ]);
  assert.equal(fileName('위헌 판결 🎈'), '');
});

test('finds nothing wrong with right answers', () => {
  assert.deepEqual([coverage, update].flatMap(messages), []);
});

test('names every fault at once, with the sentences of the check', () => {
  const found = messages({
    ...coverage,
    title: 'Short'.slice(1),
    date: 'undated',
    certainty: 'sure',
    topics: ['lwa'],
    url: 'https://example.org/old',
  });

  assert.equal(found.length, 5);
  const wanted = [/^title: .*too short/, /^certainty: Write official/, /^dateNote: An undated item/];
  for (const sentence of [...wanted, /^url: .*sources\.json already/, /^topics: .*mean “law”/])
    assert.ok(
      found.some((message) => sentence.test(message)),
      String(sentence),
    );
});

test('refuses what the schema alone would take', () => {
  const found = [
    { ...coverage, date: '2026-11-21' },
    { ...coverage, summary: 'The group says that it has sent 130,000 drives over the border.' },
    { ...coverage, url: 'https://nksc-example.example/?utm_source=x' },
    { ...coverage, title: 'Taken' },
    { ...coverage, title: '위헌 판결' },
    { ...coverage, name: 'Ruling 2' },
    { ...update, date: 'undated' },
    { ...update, publisher: 'The Daily' },
    { ...coverage, kind: 'comment' },
  ].flatMap(messages);

  const wanted = [
    /^date: This day is still to come/,
    /^summary: The number “130,000” is typed/,
    /^url: .*utm_source/,
    /^name: content\/en\/news\/2026\/taken\.mdx exists already/,
    /^name: .*no Latin letters/,
    /^name: .*lower-case letters/,
    /^date: We know when we wrote/,
    /^publisher: .*“update” has no such field/,
    /^kind: Write kind: coverage/,
  ];
  assert.equal(found.length, wanted.length, found.join('\n'));
  for (const [index, sentence] of wanted.entries()) assert.match(found[index] ?? '', sentence);
});

test('asks for each field, and again where an answer is wrong', async () => {
  const answers = [
    ['Kind', 'report'],
    ['Kind', 'coverage'],
    ['Title', '위헌 판결입니다'],
    ['Date', '2026-02-30'],
    ['Date', 'undated'],
    ['What is known', ''],
    ['What is known', 'The page shows no date.'],
    ['Short name', 'taken'],
    ['Short name', 'court-ruling'],
    ['Publisher', '  The \u202EDaily '],
    ['Address', ''],
    ['Why no address', 'It is not known to us where it stands.'],
    ['Language', 'ko'],
    ['Topics', 'law, lwa'],
    ['Topics', 'law balloons,law'],
    ['How sure', 'claimed'],
    ['Summary', 'Too short'],
    ['Summary', coverage.summary ?? ''],
  ];
  const said: string[] = [];
  const ask = async (question: string) => {
    const [start = 'no question', answer = ''] = answers.shift() ?? [];
    assert.ok(question.startsWith(start), `${question} for ${start}`);
    return answer;
  };

  const asked = await askAll({ ask, say: (line) => said.push(line) }, TODAY, known);

  assert.deepEqual(answers, []);
  assert.deepEqual(asked, {
    kind: 'coverage',
    title: '위헌 판결입니다',
    date: 'undated',
    dateNote: 'The page shows no date.',
    name: 'court-ruling',
    publisher: 'The Daily',
    noUrl: 'It is not known to us where it stands.',
    language: 'ko',
    topics: ['law', 'balloons'],
    certainty: 'claimed',
    summary: coverage.summary,
  });
  const text = said.join('\n');
  for (const sentence of [
    /Write kind: coverage/,
    /Write the date as far/,
    /10 to 200/,
    /law +The law/,
    /mean “law”/,
  ])
    assert.match(text, sentence);
});

test('asks an update for no publisher, address or language', async () => {
  const answers = ['update', 'A new page', '2026-11-19', 'law', 'official', coverage.summary ?? ''];

  const asked = await askAll(
    { ask: async () => answers.shift() ?? assert.fail('asks again'), say: () => {} },
    TODAY,
    known,
  );

  assert.deepEqual(Object.keys(asked), ['kind', 'title', 'date', 'topics', 'certainty', 'summary']);
});

test('writes a file from options, says where it lies and what comes next', (context) => {
  const root = project(context);
  const before = posts(root);

  const { status, stdout, stderr } = command(root, ...options(coverage));

  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.deepEqual(
    posts(root).filter((path) => !before.includes(path)),
    ['content/en/news/2026/a-ruling-on-leaflets.mdx'],
  );
  assert.match(stdout, /^content\/en\/news\/2026\/a-ruling-on-leaflets\.mdx\n.*npm run check/);
  assert.match(stdout, /\/news\/2026\/a-ruling-on-leaflets\//);
});

test('writes files in which the check finds nothing but the note that is to be deleted', async (context) => {
  const root = project(context);
  const before = posts(root);
  const { url, ...withoutUrl } = coverage;
  const made = [
    { ...update, date: '2026-05-01' },
    {
      ...coverage,
      title: 'Undated ruling',
      date: 'undated',
      dateNote: 'The page shows no date.',
      url: `${url}-2`,
    },
    { ...withoutUrl, title: '# 1. {Ruling}: "yes"', noUrl: 'It is not known to us where it stands.' },
  ].map((answers) => command(root, ...options(answers)));

  const problems = await preflight(root, { today: '2100-01-01' });

  assert.deepEqual(
    made.map(({ status, stderr }) => `${status}${stderr}`),
    ['0', '0', '0'],
  );
  const paths = posts(root).filter((path) => !before.includes(path));
  assert.equal(paths.length, 3);
  assert.deepEqual(
    problems
      .filter(({ path }) => paths.includes(path))
      .map(({ path, message }) => [path, message.slice(0, 40)]),
    paths.toSorted().map((path) => [path, 'This note of the template is still here:']),
  );
});

test('prints all faults of the options and writes nothing', (context) => {
  const root = project(context);
  const before = posts(root);

  const { status, stdout, stderr } = command(
    root,
    ...options({ ...coverage, date: '2026-13', topics: ['lwa'] }),
    '--titel',
    'x',
    'stray',
    '--summary',
  );

  assert.equal(status, 1);
  assert.equal(stdout, '');
  for (const sentence of [
    /^--date: “2026-13” does not exist/m,
    /^--topics: There is no topic “lwa”\. Did you mean “law”\?$/m,
    /^There is no option --titel\. Did you mean “title”\?$/m,
    /“stray” belongs to no option/,
    /^--summary needs a value/m,
  ])
    assert.match(stderr, sentence);
  assert.deepEqual(posts(root), before);
});

test('names each option that is missing', (context) => {
  const { status, stderr } = command(project(context), '--kind', 'coverage');

  assert.equal(status, 1);
  for (const name of ['title', 'date', 'publisher', 'url', 'language', 'topics', 'certainty', 'summary'])
    assert.match(stderr, new RegExp(`^--${name} is missing: `, 'm'));
});

test('overwrites no file', (context) => {
  const root = project(context);
  command(root, ...options(coverage));
  const path = join(root, postPath(coverage));
  const first = readFileSync(path, 'utf8');

  const { status, stderr } = command(
    root,
    ...options({ ...coverage, url: 'https://example.org/another', summary: `${coverage.summary} More.` }),
  );

  assert.equal(status, 1);
  assert.match(stderr, /a-ruling-on-leaflets\.mdx exists already and stays as it is/);
  assert.equal(readFileSync(path, 'utf8'), first);
});

test('says what to do where there is no content', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  context.after(() => rmSync(root, { recursive: true }));

  const { status, stderr } = command(root, ...options(coverage));

  assert.equal(status, 1);
  assert.match(stderr, /Go to the folder of the project/);
  assert.ok(!existsSync(join(root, 'content')));
});

test('leaves nothing behind where the editor breaks off', async (context) => {
  const root = project(context);
  const before = posts(root);
  const child = spawn('node', [COMMAND], { cwd: root });
  child.stdout.once('data', () => child.stdin.end('coverage\n'));

  const [code] = await new Promise<unknown[]>((resolve) => child.once('close', (...args) => resolve(args)));

  assert.notEqual(code, 0);
  assert.deepEqual(posts(root), before);
});
