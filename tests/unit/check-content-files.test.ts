import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentReader, type CheckOptions } from '../../src/checks/check-content.ts';
import {
  assertOneProblem,
  CATEGORY,
  edited,
  HOME,
  inTree,
  NAMES,
  ORGANISATIONS,
  PAGE,
  POST,
  problemsIn,
  REDIRECTS,
  SOURCES,
  STATISTICS,
  TODAY,
  TOPICS,
  validContent,
  type Content,
} from './content-tree.ts';

test('refuses capitals in a file name, because it becomes the address', async () => {
  const path = 'content/en/pages/How-To-Send.mdx';
  const content = { ...validContent(), [path]: validContent()[PAGE] ?? '' };

  await assertOneProblem(content, path, '---', /use lower-case letters, digits and single hyphens/);
});

test('refuses a text with another ending', async () => {
  const path = 'content/en/news/2024/second.md';
  const content = { ...validContent(), [path]: 'Text' };

  await assertOneProblem(content, path, 'Text', /Texts have the ending \.mdx\. Rename the file/);
});

test('accepts the line ends of Windows', async () => {
  const texts = Object.entries(validContent()).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);

  const problems = await problemsIn(Object.fromEntries(texts));

  assert.deepEqual(problems, []);
});

test('accepts a text that begins with a byte order mark, and counts its lines right', async () => {
  const content = edited(PAGE, '---', '\uFEFF---');
  const faulty = { ...content, [PAGE]: (content[PAGE] ?? '').replace('The chart', '9,668 drives') };

  assert.deepEqual(await problemsIn(content), []);
  await assertOneProblem(faulty, PAGE, '9,668', /The number “9,668” is typed/);
});

test('names an unknown figure at the head of a page and in a text', async () => {
  const head = edited(PAGE, '[sent-2021]', '[sent-2021, sent-2020]');
  const text = edited(POST, 'id="sent-2021"', 'id="sent-2020"');

  await assertOneProblem(
    head,
    PAGE,
    'figures:',
    /there is no figure “sent-2020”\. Did you mean “sent-2021” or “sent-2022”\?/,
  );
  await assertOneProblem(text, POST, '<Figure', /there is no figure “sent-2020”/);
});

test('names an unknown source and an unknown chart in a text', async () => {
  const source = edited(POST, 'id="the-report"', 'id="the-reprot"');
  const chart = edited(PAGE, 'id="sent"', 'id="send"');

  await assertOneProblem(source, POST, '<Source', /no source “the-reprot”\. Did you mean “the-report”\?/);
  await assertOneProblem(chart, PAGE, '<Chart', /no chart “send”\. Did you mean “sent”\?/);
});

test('names an unknown organisation and an unknown source of an example', async () => {
  const organisation = edited(CATEGORY, 'namedBy: senders', 'namedBy: sender');
  const source = edited(CATEGORY, 'source: the-report', 'source: 2024/law-past');

  await assertOneProblem(
    organisation,
    CATEGORY,
    'namedBy:',
    /there is no organisation “sender”\. Did you mean “senders”\?/,
  );
  await assertOneProblem(
    source,
    CATEGORY,
    'source:',
    /there is no source “2024\/law-past”\. Did you mean “2024\/law-passed”\?/,
  );
});

test('takes a coverage post for a source, but not a draft', async () => {
  const content = edited(CATEGORY, 'source: the-report', 'source: 2024/law-passed');
  const draft = { ...content, [POST]: (content[POST] ?? '').replace('draft: false', 'draft: true') };

  assert.deepEqual(await problemsIn(content), []);
  await assertOneProblem(draft, CATEGORY, 'source:', /“2024\/law-passed” is a draft/);
});

test('allows links to published texts, years and topics, and to no draft', async () => {
  const links = [
    '/content/books/',
    '/news/2024/law-passed/',
    '/news/2024/',
    '/news/topic/law/',
    '/statistics/sent-2021/',
  ];
  const content = edited(PAGE, 'The chart', links.map((link) => `[A](${link})`).join('\n'));
  const draft = {
    ...content,
    [CATEGORY]: (content[CATEGORY] ?? '').replace('order: 1', 'order: 1\ndraft: true'),
  };

  assert.deepEqual(await problemsIn(content), []);
  await assertOneProblem(draft, PAGE, '/content/books/', /“\/content\/books\/” leads to a draft/);
});

test('refuses one place in the list for two categories', async () => {
  const path = 'content/en/categories/films.mdx';
  const content = { ...validContent(), [path]: validContent()[CATEGORY] ?? '' };

  await assertOneProblem(content, path, 'order:', /content\/en\/categories\/books\.mdx has the same place/);
});

for (const path of [STATISTICS, SOURCES, ORGANISATIONS, TOPICS, NAMES, REDIRECTS]) {
  test(`says that ${path} is missing, empty, broken or of another shape`, async () => {
    const { [path]: text = '', ...without } = validContent();
    const contents = [
      without,
      { ...without, [path]: '' },
      { ...without, [path]: text.replace(/"id":|\[\]/, '["id" "from"') },
      { ...without, [path]: '{}' },
    ];

    const found = (await Promise.all(contents.map((content) => problemsIn(content)))).map(
      (problems) => problems.find((problem) => problem.path === path)?.message,
    );

    assert.match(found[0] ?? '', /The file is missing/);
    // A file of several lists is there from the beginning.
    assert.equal(/write \[\] into it/.test(found[0] ?? ''), path !== STATISTICS);
    assert.match(found[1] ?? '', /The file is empty/);
    assert.match(found[2] ?? '', /This is not valid JSON/);
    assert.match(found[3] ?? '', /The file (?:holds one|needs a) list/);
  });
}

test('gives the line at which a data file is broken', async () => {
  const content = edited(NAMES, '"id": "kim-yo-jong",', '"id": "kim-yo-jong"');

  await assertOneProblem(content, NAMES, '"name"', /This is not valid JSON/);
});

test('gives the first line for a data file that is missing or empty', async () => {
  const { [NAMES]: _, ...missing } = validContent();
  const empty = { ...missing, [NAMES]: ' \n\n' };

  const problems = (await Promise.all([missing, empty].map((content) => problemsIn(content)))).flat();

  const places = problems.map(({ path, line }) => `${path}:${line}`);

  assert.deepEqual(places, [`${NAMES}:1`, `${NAMES}:1`]);
});

test('names an id that stands twice', async () => {
  const entry = '  {\n    "id": "kim-yo-jong", "name": "Kim", "variants": ["Gim"]\n  }';
  const content = edited(NAMES, '  }\n]', `  },\n${entry}\n]`);

  await assertOneProblem(content, NAMES, '"id": "kim-yo-jong", "name"', /id: “kim-yo-jong” stands twice/);
});

test('names a field that does not exist in a data file, and one that stands twice', async () => {
  const wrong = edited(ORGANISATIONS, '"name":', '"shrt": "SND",\n    "name":');
  const twice = edited(NAMES, '"variants"', '"name" : "Kim",\n    "variants"');

  await assertOneProblem(wrong, ORGANISATIONS, '"shrt"', /There is no field “shrt”\. Did you mean “short”\?/);
  await assertOneProblem(twice, NAMES, '"name" :', /This field stands twice/);
});

test('names an unknown source of an organisation', async () => {
  const content = edited(ORGANISATIONS, '"the-report"', '"the-rumour"');

  await assertOneProblem(content, ORGANISATIONS, '"the-rumour"', /there is no source “the-rumour”/);
});

test('finds at a second reading what a change elsewhere makes wrong in a file that stayed as it was', async () => {
  const linked = edited(HOME, '/give/', '/give/#what-to-give');
  const renamed = { ...linked, [PAGE]: linked[PAGE]?.replace('What to give', 'What to send') ?? '' };
  const later = { today: TODAY };
  const earlier = { today: '2024-03-01' };
  const cases: [before: Content, after: Content, wrong: string, options: CheckOptions][] = [
    [validContent(), edited(TOPICS, '"law"', '"court"'), POST, later],
    [linked, renamed, HOME, later],
    [validContent(), validContent(), POST, earlier],
  ];
  for (const [before, after, wrong, options] of cases) {
    const [first, second] = await inTree(before, async (root) => {
      const read = contentReader(root);
      const { problems } = await read(later);
      for (const [path, text] of Object.entries(after))
        if (text !== before[path]) writeFileSync(join(root, path), text);
      return [problems, (await read(options)).problems];
    });

    assert.deepEqual(first, []);
    assert.deepEqual(second, await problemsIn(after, options));
    assert.ok(
      second?.some(({ path }) => path === wrong),
      wrong,
    );
  }
});
