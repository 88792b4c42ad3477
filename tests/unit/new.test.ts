import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkContent } from '../../src/checks/check-content.ts';
import { frontMatter, postPath, type Answers } from '../../src/commands/new-post.ts';
import { inTree, TOPICS, validContent } from './content-tree.ts';
import {
  TODAY,
  coverage,
  update,
  command,
  options,
  posts,
  postsBefore,
  withContent,
  interview,
} from './new-command.ts';

test('writes the fields in the order and the manner of the templates', () => {
  const text = frontMatter(coverage, TODAY);

  assert.match(
    text,
    /^---\nkind: coverage\ntitle: "A ruling on leaflets"\nsummary: ".*"\ndate: 2024-03\nadded: 2024-06-01\ntopics: \[law\]\ncertainty: reported\npublisher: "The Daily"\nurl: "https:\/\/example\.org\/ruling"\nlanguage: en\n---\n$/,
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
    const [, matter = ''] = frontMatter({ ...coverage, title, publisher: title }, TODAY).split('---\n');

    const fields = parse(matter) as Record<string, unknown>;
    assert.equal(fields['title'], title);
    assert.equal(fields['publisher'], title);
  });
}

test('makes the name of the file from the title, and its folder from the date', () => {
  const paths = [
    coverage,
    { ...coverage, date: 'undated', title: 'Café “Séoul” 🎈' },
    { ...coverage, title: '위헌 판결 2026' },
    { ...coverage, title: '위헌 판결', name: 'Court ruling' },
    { ...coverage, date: '../../secret' },
  ].map((answers) => postPath(answers));

  assert.deepEqual(paths, [
    'content/en/news/2024/a-ruling-on-leaflets.mdx',
    'content/en/news/undated/cafe-seoul.mdx',
    'content/en/news/2024/2026.mdx',
    'content/en/news/2024/court-ruling.mdx',
    'content/en/news/undated/a-ruling-on-leaflets.mdx',
  ]);
});

test('writes from options files in which the check finds nothing but the note to be deleted', () =>
  withContent(async (root) => {
    const { url: _, ...withoutUrl } = coverage;
    const wanted = [
      coverage,
      update,
      {
        ...coverage,
        title: 'Undated ruling',
        date: 'undated',
        dateNote: 'The page shows no date.',
        url: 'https://example.org/2',
      },
      { ...withoutUrl, title: '# 1. {Ruling}: "yes"', noUrl: 'It is not known to us where it stands.' },
    ];
    const made = await Array.fromAsync(wanted, (answers) => command(root, ...options(answers)));

    const problems = await checkContent(root, { today: '2100-01-01' });

    assert.deepEqual(
      made.map(({ status, stderr }) => `${status}${stderr}`),
      ['0', '0', '0', '0'],
    );
    assert.match(made[0]?.stdout ?? '', /^content\/en\/news\/2024\/a-ruling-on-leaflets\.mdx\nNext: /);
    const paths = posts(root).filter((path) => !postsBefore.includes(path));
    assert.deepEqual(
      problems.map(({ path, message }) => [path, message.slice(0, 40)]),
      paths.map((path) => [path, 'This note of the template is still here:']),
    );
  }));

for (const [answers, ...sentences] of [
  [
    { ...coverage, title: 'Four', certainty: 'sure', topics: 'lwa' },
    /^title: .*too short/m,
    /^certainty: .*Write official/m,
    /there is no topic “lwa”/,
  ],
  [{ ...coverage, date: 'undated' }, /^The field “dateNote” is missing\. An undated item/],
  [{ ...coverage, date: '2100-01-01' }, /still to come/],
  [{ ...coverage, summary: 'The group says that it has sent 130,000 drives over the border.' }, /“130,000”/],
  [{ ...coverage, url: 'https://example.org/law' }, /This address stands in content\/en\/news\/2024/],
  [{ ...coverage, title: 'A law passed', name: 'law-passed' }, /law-passed\.mdx exists already/],
  [{ ...coverage, title: '위헌 판결' }, /no Latin letters/],
  [{ ...update, date: 'undated' }, /We know when we wrote/],
  [{ ...update, publisher: 'The Daily' }, /no field “publisher” in a post of kind “update”/],
  [{ ...coverage, kind: 'comment' }, /Write kind: coverage/],
  [{ kind: 'coverage' }, /The field “title” is missing/],
  [
    { kind: 'coverage', title: 'A ruling' },
    /“date” is missing/,
    /“publisher” is missing/,
    /“topics” is missing/,
  ],
] as const satisfies [Answers, ...RegExp[]][]) {
  test(`says what the check finds wrong with the options, and writes nothing: ${String(sentences[0])}`, () =>
    withContent(async (root) => {
      const { status, stdout, stderr } = await command(root, ...options(answers));

      assert.equal(status, 1);
      assert.equal(stdout, '');
      for (const sentence of sentences) assert.match(stderr, sentence);
      assert.deepEqual(posts(root), postsBefore);
    }));
}

for (const [args, sentence] of [
  [['--titel', 'x'], /--titel.* The options are --lang, --kind, .*--date-note/],
  [['stray'], /stray.* The options are --lang, --kind, .*--date-note/],
  [['--summary'], /^The option “--summary” needs a value\. Write it behind the option\.$/m],
] as const) {
  test(`says what to do where ${args.join(' ')} is no option`, () =>
    withContent(async (root) => {
      const { status, stderr } = await command(root, ...args);

      assert.equal(status, 1);
      assert.match(stderr, sentence);
    }));
}

test('asks for each field, and again for what the check finds wrong', () =>
  withContent(async (root) => {
    const { asked, said } = await interview(root, [
      ['Kind', 'coverage'],
      ['Title', '“위헌 판결입니다”'],
      ['Short name', 'law passed'],
      ['Date', 'undated'],
      ['What is known', 'The page shows no date.'],
      ['Publisher', '  The \tDaily '],
      ['Address', ''],
      ['Why no address', 'Unknown.'],
      ['Language', 'ko'],
      ['Topics', 'law, lwa'],
      ['How sure', 'claimed'],
      ['Summary', 'Too short'],
      ['Why no address', 'It is not known to us where it stands.'],
      ['Topics', 'law law'],
      ['Summary', coverage.summary ?? ''],
    ]);

    assert.equal(asked.publisher, 'The Daily');
    for (const sentence of [/law +The law/i, /claimed +Claimed/, /mean “law”/, /40 to 220/])
      assert.match(said, sentence);
    const path = 'content/en/news/undated/law-passed.mdx';
    assert.deepEqual(
      posts(root).filter((one) => !postsBefore.includes(one)),
      [path],
    );
    assert.match(readFileSync(join(root, path), 'utf8'), /topics: \[law\]\n[^]*\n\{\/\* Say first/);
  }));

test('offers the topics of a file with a byte order mark', () => {
  const content = validContent();
  return inTree({ ...content, [TOPICS]: `\uFEFF${String(content[TOPICS])}` }, async (root) => {
    const { said } = await interview(root, [
      ['Kind', 'update'],
      ['Title', 'A new page'],
      ['Date', '2024-03-14'],
      ['Topics', 'law'],
      ['How sure', 'official'],
      ['Summary', coverage.summary ?? ''],
    ]);

    assert.match(said, /law +The law/i);
  });
});

test('asks for another name where a file of that name exists, and leaves that file as it is', () =>
  withContent(async (root) => {
    const path = join(root, 'content/en/news/2024/law-passed.mdx');
    const first = readFileSync(path, 'utf8');

    const { said } = await interview(root, [
      ['Kind', 'update'],
      ['Title', 'Law passed'],
      ['Date', '2024-03-14'],
      ['Topics', 'law'],
      ['How sure', 'official'],
      ['Summary', coverage.summary ?? ''],
      ['Short name', 'law-page'],
    ]);

    assert.match(said, /law-passed\.mdx exists already and stays as it is/);
    assert.equal(readFileSync(path, 'utf8'), first);
  }));

test('says what to do where there is no content, or none that can be read', async () => {
  for (const content of [{}, { [TOPICS]: '[{ "id": "law" ' }])
    await inTree(content, async (root) => {
      const { status, stderr } = await command(root, ...options(coverage));

      assert.equal(status, 1);
      assert.equal(
        stderr,
        'content/data cannot be read. Go to the folder of the project, run “npm run check”.\n',
      );
      assert.deepEqual(globSync('**/*.*', { cwd: root }), Object.keys(content));
    });
});
