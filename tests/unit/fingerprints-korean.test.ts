import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, PAGE, POST, problemsIn, STATISTICS, validContent } from './content-tree.ts';
import { published, publishing, VERSIONS } from './published-content.ts';
import { FIGURES, KOREAN_POST, translated } from './translated-content.ts';

const KOREAN_PAGE = PAGE.replace('/en/', '/ko/');
const LABEL = '2021년에 보낸 USB 메모리';

/** A content in both languages. */
const inBoth: Readonly<Record<string, string>> = {
  ...validContent(),
  [KOREAN_POST]: translated,
  [KOREAN_PAGE]: `---
title: "USB 메모리 보내기"
summary: "쓰지 않는 USB 메모리를 보내는 방법과 주소를 알려 드립니다."
follows: 1
---

## 무엇을

메모리입니다.

<Chart id="sent" />
`,
  [FIGURES]: JSON.stringify({ 'sent-2021': { label: LABEL } }),
};
const publishedInBoth = await publishing(inBoth);

/** What is said of the published content in both languages, with one passage of a file written in another way. */
const sinceInBoth = (path: string, passage: string, instead: string) => {
  const text = inBoth[path] ?? '';
  assert.ok(text.includes(passage), `${path} has “${passage}”`);
  return problemsIn({
    ...inBoth,
    [path]: text.replace(passage, () => instead),
    [VERSIONS]: publishedInBoth,
  });
};

const EDIT = '{ "date": "2024-05-01", "kind": "rewording", "what": "맞춤법을 고쳤습니다." }';

test('a translation that stands as it was published has nothing to tell', async () => {
  assert.deepEqual(await problemsIn({ ...inBoth, [VERSIONS]: publishedInBoth }), []);
});

for (const [name, path, passage, instead, field] of [
  ['post', KOREAN_POST, '보냈습니다', '날렸습니다', 'words'],
  ['title of a post', KOREAN_POST, '법이 통과됐습니다', '법이 통과되었습니다', 'title'],
  ['page', KOREAN_PAGE, '메모리입니다', '메모리와 카드입니다', 'words'],
  ['word of a figure', FIGURES, LABEL, '2021년에 날린 USB 메모리', 'label'],
] as const) {
  test(`refuses another Korean ${name} than was published, and takes it once it is told`, async () => {
    const problems = await sinceInBoth(path, passage, instead);
    const [problem] = problems;

    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problem?.path, path);
    assert.match(problem.message, new RegExp(`공개된 .*“${field}”.*“edits”에 적거나`));
    assert.match(problem.block?.join('\n') ?? '', /^"?edits"?:/);
    const told = path.endsWith('.json')
      ? [`"label":"${passage}"`, `"label":"${instead}","edits":[${EDIT}]`]
      : [passage, instead];
    const content = { ...inBoth, [path]: (inBoth[path] ?? '').replace(told[0]!, () => told[1]!) };
    if (!path.endsWith('.json'))
      content[path] = content[path]!.replace('follows: 1', `follows: 1\nedits: [${EDIT}]`);
    assert.deepEqual(await problemsIn({ ...content, [VERSIONS]: publishedInBoth }), []);
  });
}

test('a first translation of a text, a record or a field has nothing to tell', async () => {
  assert.deepEqual(await problemsIn({ ...inBoth, [VERSIONS]: published }), []);
  const more = `"label":"${LABEL}","method":"보낸 쪽이 세었습니다.","notMeaning":"도착하지 않았을 수 있습니다."`;
  assert.deepEqual(await sinceInBoth(FIGURES, `"label":"${LABEL}"`, more), []);
});

test('a translation that follows a new version of its original has nothing more to tell', async () => {
  const change = 'changes: [{ date: 2024-05-01, kind: update, what: "A source was added." }]\ndraft: false';
  const original = edited(POST, 'draft: false', change)[POST]!;
  const followed = inBoth[KOREAN_POST]!.replace('보냈습니다', '날렸습니다');
  const since = (follows: number) =>
    problemsIn({
      ...inBoth,
      [POST]: original,
      [KOREAN_POST]: followed.replace('follows: 1', `follows: ${follows}`),
      [VERSIONS]: publishedInBoth,
    });

  assert.deepEqual(await since(2), []);
  assert.match((await since(1))[0]?.message ?? '', /“edits”에 적거나/);

  const told =
    '"changes": [{ "date": "2024-05-01", "kind": "correction", "what": "Spelling.", "was": { "value": 999 } }], "unit"';
  const record = edited(STATISTICS, '"unit"', told)[STATISTICS]!;
  const words = inBoth[FIGURES]!.replace('보낸', '날린');
  const content = { ...inBoth, [STATISTICS]: record, [VERSIONS]: publishedInBoth };
  assert.deepEqual(await problemsIn({ ...content, [FIGURES]: words }), []);
  // The words may follow later, when the change was published already.
  const later = { ...content, [VERSIONS]: await publishing(content) };
  const translated = words.replace('"label"', '"changes":[{"what":"맞춤법을 고쳤습니다."}],"label"');
  assert.match((await problemsIn({ ...later, [FIGURES]: words }))[0]?.message ?? '', /“edits”에/);
  assert.deepEqual(await problemsIn({ ...later, [FIGURES]: translated }), []);
});

test('an entry that was published is not taken out, and is asked for once, where it stood', async () => {
  const change = 'changes: [{ date: 2024-05-01, kind: update, what: "A source was added." }]\ndraft: false';
  const told = {
    ...inBoth,
    [POST]: edited(POST, 'draft: false', change)[POST]!,
    [KOREAN_POST]: translated.replace('follows: 1', `follows: 2\nedits: [${EDIT}]`),
  };
  const since = async (content: Record<string, string>) =>
    (await problemsIn({ ...told, ...content, [VERSIONS]: await publishing(told) })).map(
      ({ path, message }) => `${path}: ${message}`,
    );

  assert.deepEqual(await since({}), []);
  const [lacking, ...others] = await since({
    [POST]: inBoth[POST]!,
    [KOREAN_POST]: told[KOREAN_POST]!.replace('follows: 2', 'follows: 1'),
  });
  assert.match(lacking ?? '', /en\/news.*“changes” was published and is gone/);
  assert.deepEqual(others, []);
  const [edit] = await since({ [KOREAN_POST]: translated.replace('follows: 1', 'follows: 2') });
  assert.match(edit ?? '', /ko\/news.*“edits”에 있던 공개된 항목이 없어졌거나/);
});

test('what was changed in a text that had no original then is told below its edits', async () => {
  const { [POST]: original = '', ...others } = inBoth;
  const changed = [EDIT, EDIT].join(', ');
  const alone = original
    .replace(/title: .*\nsummary: .*/, /title: .*\nsummary: .*/.exec(translated)?.[0] ?? '')
    .replace('draft: false', `changes: [${changed}]`)
    .replace(/---\n\n.*/s, /---\n\n.*/s.exec(translated)?.[0] ?? '');
  const list = await publishing({ ...others, [KOREAN_POST]: alone });
  const since = (korean: string) => problemsIn({ ...inBoth, [KOREAN_POST]: korean, [VERSIONS]: list });

  assert.match((await since(translated))[0]?.message ?? '', /원문이 없던 글이면/);
  assert.deepEqual(await since(translated.replace('follows: 1', `follows: 1\nedits: [${changed}]`)), []);
});

test('what a translation tells of its changes is in its language, and not of tomorrow', async () => {
  for (const [edit, message] of [
    [EDIT.replace('맞춤법을 고쳤습니다.', 'Spelling.'), /^what: “Spelling\.”은 옮기지 않은/],
    [EDIT.replace('2024-05-01', '2024-07-01'), /^date: 아직 오지 않은 날/],
  ] as const) {
    const problems = await sinceInBoth(FIGURES, '{"label"', `{"edits":[${edit}],"label"`);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.match(problems[0]?.message ?? '', message);
  }
});
