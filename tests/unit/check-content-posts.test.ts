import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NOTE } from '../../src/checks/template-remains.ts';
import { assertOneProblem, edited, lineOf, POST, PAGE, problemsIn, validContent } from './content-tree.ts';

/** The valid content with its post in another folder, and with one passage of it written in another way. */
function moved(path: string, passage: string, instead: string) {
  const { [POST]: text = '', ...content } = edited(POST, passage, instead);
  return { ...content, [path]: text };
}

test('accepts content in which nothing is wrong', async () => {
  const content = validContent();

  const problems = await problemsIn(content);

  assert.deepEqual(problems, []);
});

test('accepts content without a post', async () => {
  const { [POST]: _, ...content } = validContent();

  const problems = await problemsIn(content);

  assert.deepEqual(problems, []);
});

test('names a field that does not exist, with the one that was probably meant', async () => {
  const content = edited(POST, 'draft: false', 'drafft: false');

  await assertOneProblem(
    content,
    POST,
    'drafft',
    /There is no field “drafft” in a post of kind “coverage”\. Did you mean “draft”\?/,
  );
});

test('names a field that is missing, where its front matter begins', async () => {
  const content = edited(POST, 'publisher: "The Daily"\n', '');

  await assertOneProblem(content, POST, 'kind: coverage', /The field “publisher” is missing/);
});

test('asks for the kind of a post', async () => {
  const content = edited(POST, 'kind: coverage', 'kind: report');

  await assertOneProblem(content, POST, 'kind: report', /Write kind: coverage .* or kind: update/);
});

test('names an unknown topic, with the one that was probably meant', async () => {
  const content = edited(POST, 'topics: [law]', 'topics:\n  - law\n  - laws');

  await assertOneProblem(content, POST, '- laws', /no topic “laws”\. Did you mean “law”\?/);
});

test('refuses a day that the calendar does not have', async () => {
  const content = edited(POST, '2024-03-14', '2024-02-31');

  await assertOneProblem(
    content,
    POST,
    'date: ',
    /^date: “2024-02-31” does not exist in the calendar\. Write the date as far as it is known/,
  );
});

test('refuses an empty date', async () => {
  const content = edited(POST, 'date: 2024-03-14', 'date:');

  await assertOneProblem(content, POST, 'date:', /^date: Write the date as far as it is known/);
});

test('says how to write a date of another form', async () => {
  const content = edited(POST, '2024-03-14', '31/12/2024');

  const [first] = await problemsIn(content);

  assert.equal(first?.path, POST);
  assert.equal(first.line, lineOf(content[POST] ?? '', '31/12/2024'));
  assert.match(first.message, /^date: Write the date as far as it is known: 2024-03-01/);
});

test('takes a month or a year for a date', async () => {
  const contents = ['2024-03', '2024'].map((date) => edited(POST, '2024-03-14', date));

  const problems = (await Promise.all(contents.map((content) => problemsIn(content)))).flat();

  assert.deepEqual(problems, []);
});

test('refuses a day that is still to come', async () => {
  const dated = edited(POST, 'date: 2024-03-14', 'date: 2024-06-02');
  const added = edited(POST, 'added: 2024-04-01', 'added: 2024-06-02');

  await assertOneProblem(dated, POST, '2024-06-02', /^date: this day is still to come.*add draft: true/);
  await assertOneProblem(added, POST, '2024-06-02', /^added: this day is still to come/);
});

test('takes the day itself for one that has come', async () => {
  const content = edited(POST, 'date: 2024-03-14\nadded: 2024-04-01', 'date: 2024-06-01\nadded: 2024-06-01');

  const problems = await problemsIn(content);

  assert.deepEqual(problems, []);
});

test('accepts a draft with a day that is still to come', async () => {
  const content = edited(POST, 'date: 2024-03-14', 'date: 2024-12-24\ndraft: true');
  const draft = { ...content, [POST]: (content[POST] ?? '').replace('draft: false\n', '') };

  const problems = await problemsIn(draft);

  assert.deepEqual(problems, []);
});

test('wants a post in the folder of its year', async () => {
  const content = edited(POST, '2024-03-14', '2023-12-31');

  await assertOneProblem(content, POST, '2023-12-31', /The date is in “2023”, the folder is “2024”/);
});

test('wants a post in a folder at all', async () => {
  const path = 'content/en/news/law-passed.mdx';
  const content = moved(path, 'draft: false', 'draft: true');

  await assertOneProblem(content, path, '---', /A post lies in the folder of its year/);
});

test('asks for a note on the date of an undated report', async () => {
  const path = 'content/en/news/undated/law-passed.mdx';
  const without = moved(path, '2024-03-14', 'undated');
  const withNote = moved(path, '2024-03-14', 'undated\ndateNote: The page prints no date.');

  await assertOneProblem(without, path, 'kind: coverage', /An undated item needs dateNote/);
  assert.deepEqual(await problemsIn(withNote), []);
});

test('wants an address or a reason why there is none, not both', async () => {
  const neither = edited(POST, 'url: https://example.org/law\n', '');
  const both = edited(POST, 'language: en', 'noUrl: The address is not known to us.\nlanguage: en');

  await assertOneProblem(neither, POST, 'kind: coverage', /Give either url: .* or noUrl:/);
  await assertOneProblem(both, POST, 'url: https', /Give either url: .* or noUrl:/);
});

test('names a report that stands in the sources already', async () => {
  const content = edited(POST, 'https://example.org/law', 'https://example.org/report');

  await assertOneProblem(
    content,
    POST,
    'url: ',
    /stands in content\/data\/sources\.json already, as “the-report”/,
  );
});

test('names a field that stands twice', async () => {
  const content = edited(POST, 'added: 2024-04-01', 'added: 2024-04-01\ndate: 2024-03-15');

  await assertOneProblem(content, POST, 'date: 2024-03-15', /This field stands twice/);
});

test('says that the front matter is not closed', async () => {
  const content = edited(POST, 'draft: false\n---\n', 'draft: false\n');

  await assertOneProblem(
    content,
    POST,
    '---',
    /The front matter is not closed\. Put a line of three hyphens/,
  );
});

test('says that a title with a colon wants quotes', async () => {
  const content = edited(POST, '"A law is passed"', 'The law: it is passed');

  await assertOneProblem(content, POST, 'title:', /A colon inside the text is taken for a field.*quotes/);
});

test('refuses a number typed into a title or summary', async () => {
  const title = edited(POST, 'A law is passed', 'A law against 9,668 drives');
  const summary = edited(PAGE, 'How drives are given', 'How 50% of drives are given');

  await assertOneProblem(title, POST, '9,668', /^title: the number “9,668” is typed/);
  await assertOneProblem(summary, PAGE, '50%', /^summary: the number “50%” is typed/);
});

const TEMPLATE = 'content/templates/coverage.mdx';
const template = readFileSync(TEMPLATE, 'utf8');

/** The valid content with a template, and with more words at the end of its post. */
function withNote(note: string, draft = false) {
  const content = edited(POST, 'draft: false', `draft: ${draft}`);
  return { ...content, [TEMPLATE]: template, [POST]: `${content[POST]}\n${note}\n\nMore.\n` };
}

for (const [note = ''] of template.matchAll(/\{\/\*.*?\*\/\}/gs)) {
  test(`finds a note of the template in a post: ${note.slice(4, 40)}…`, async () => {
    await assertOneProblem(
      withNote(note),
      POST,
      note,
      /^This note of the template is still here: “.*delete it/,
    );
  });
}

test('finds a note of the template that was broken over two lines', async () => {
  const note =
    '{/* The other fields are explained in content/README.md, pictures and\n   later changes too. Delete these notes before you open a pull request. */}';

  await assertOneProblem(withNote(note), POST, note, /^This note of the template is still here/);
});

test('finds the note of a post that a command has written', async () => {
  const note = `{/* ${NOTE} */}`;

  await assertOneProblem(withNote(note), POST, note, /^This note of the template is still here/);
});

test('accepts a note of the template in a draft, and a note of the editor’s own', async () => {
  const problems = [
    ...(await problemsIn(withNote('{/* Look at this again when the court has ruled. */}'))),
    ...(await problemsIn({
      ...withNote(`{/* ${NOTE} */}`, true),
      'content/data/events.json': '[]\n',
      'content/data/laws.json': '[]\n',
    })),
  ];

  assert.deepEqual(problems, []);
});
