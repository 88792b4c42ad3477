import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftToTranslate } from '../../src/commands/translations.ts';
import { assertOneProblem, edited, POST, problemsIn, TOPICS, validContent } from './content-tree.ts';
import {
  KOREAN_POST,
  FIGURES,
  translated,
  withTranslation,
  withWords,
  readingOf,
} from './translated-content.ts';

test('a translation has the facts of its original and words of its own', async () => {
  const { problems, texts } = await readingOf(withTranslation());
  const [post] = texts.ko.news;

  assert.deepEqual(problems, []);
  assert.equal(post?.data['title'], '법이 통과됐습니다');
  assert.equal(post.data['date'], '2024-03-14');
  assert.equal(post.data['publisher'], 'The Daily');
  assert.equal(post.language, 'ko');
});

for (const [what, passage, instead, says] of [
  ['a title', '법이 통과됐습니다', 'A law has passed', 'title: “A law has passed”는 옮기지 않은 채입니다'],
  [
    'a summary',
    '보도는 법이 무엇을 금하고 언제 시행되는지를 전합니다.',
    'The report says what the law forbids and when.',
    'summary: “The report says what the law forbids and when.”은 옮기지 않은 채입니다',
  ],
  ['a heading', ' 보냈습니다.', ' 보냈습니다.\n\n## What it says\n', '여기 있는 말은 옮기지 않은 채입니다'],
  [
    'the title of a box',
    ' 보냈습니다.',
    ' 보냈습니다.\n\n<Callout title="Not proven">\n\n아무도 보지 못했습니다.\n\n</Callout>\n',
    '“Not proven”은 옮기지 않은 채입니다',
  ],
  [
    'words for a figure',
    'id="sent-2021"',
    'id="sent-2021" as="some drives"',
    '“some drives”는 옮기지 않은 채입니다',
  ],
] as const) {
  test(`${what} that is left in English is a fault of a translation`, async () => {
    const problems = await problemsIn(withTranslation(passage, instead));

    assert.ok(
      problems.some(({ path, message }) => path === KOREAN_POST && message.includes(says)),
      JSON.stringify(problems),
    );
  });
}

test('a text that is not translated stands in the other language', async () => {
  const { texts } = await readingOf(validContent());

  assert.deepEqual(
    texts.ko.news.map(({ id, language }) => [id, language]),
    [['2024/law-passed', 'en']],
  );
});

/** The valid content with its post in Korean alone. */
function inKoreanAlone(title = '법이 통과됐습니다') {
  const { [POST]: post = '', ...others } = validContent();
  const [, matter = ''] = post.split(/^---$/m);
  const own = matter
    .replace(/^title: .*$/m, `title: "${title}"`)
    .replace(
      /^summary: .*$/m,
      'summary: "보도는 그 법이 무엇을 금하고 언제부터 시행되는지, 누가 반대했는지를 전합니다."',
    );
  return {
    ...others,
    [KOREAN_POST]: `---${own}---\n\n<Figure id="sent-2021" /> 보냈습니다. <Source id="the-report" />\n`,
  };
}

test('a post may exist in Korean alone, with facts of its own', async () => {
  const { problems, texts } = await readingOf(inKoreanAlone());

  assert.deepEqual(problems, []);
  assert.deepEqual(
    texts.en.news.map(({ language, data }) => [language, data['title']]),
    [['ko', '법이 통과됐습니다']],
  );
});

test('a post in Korean alone is written in Korean', async () => {
  await assertOneProblem(inKoreanAlone('A law has passed'), KOREAN_POST, 'title:', /옮기지 않은 채입니다/);
});

test('a translation holds words only', async () => {
  await assertOneProblem(
    withTranslation('follows: 1', 'follows: 1\ndate: 2024-03-15'),
    KOREAN_POST,
    'date: 2024',
    /“date”는 원문에 있습니다/,
  );
});

test('a translation says which version of the original it follows, and no later one', async () => {
  await assertOneProblem(
    withTranslation('follows: 1\n', ''),
    KOREAN_POST,
    'title',
    /“follows” 칸이 없습니다/,
  );
  await assertOneProblem(
    withTranslation('follows: 1', 'follows: 2'),
    KOREAN_POST,
    'follows: 2',
    /원문은 한 판뿐입니다/,
  );
});

test('a title, a paragraph and a heading are translated; names may stay', async () => {
  await assertOneProblem(
    withTranslation('법이 통과됐습니다', 'A law is passed'),
    KOREAN_POST,
    'A law',
    /“A law is passed”는 옮기지 않은 채입니다/,
  );
  await assertOneProblem(
    withTranslation('보냈습니다.', 'went over the border last year.'),
    KOREAN_POST,
    '<Figure',
    /옮기지 않은 채입니다/,
  );
  assert.deepEqual(await problemsIn(withTranslation('법이 통과됐습니다', 'Kim Yo-jong')), []);
});

test('a number that the original does not type is refused, in Korean steps too', async () => {
  await assertOneProblem(
    withTranslation('법이 통과됐습니다', '법이 13만 명을 막습니다'),
    KOREAN_POST,
    '13만',
    /숫자 “13만”이 적혀 있으나/,
  );
});

test('a title that is not translated is asked for, and so is one that is taken out', async () => {
  const problems = [
    ...(await problemsIn(withTranslation('법이 통과됐습니다', 'A law has passed'))),
    ...(await problemsIn(withTranslation('title: "법이 통과됐습니다"\n', ''))),
  ];

  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'title: “A law has passed”는 옮기지 않은 채입니다. 옮기십시오.',
      '“title” 칸이 없습니다. title를 글로 쓰십시오.',
    ],
  );
});

test('an older translation may name other things than its original, and is listed', async () => {
  const change = 'changes: [{ date: 2024-05-01, kind: update, what: "A source was added." }]\ndraft: false';
  const content = {
    ...edited(POST, 'draft: false', change),
    [KOREAN_POST]: translated.replace(' <Source id="the-report" />', ''),
  };
  const reading = await readingOf(content);

  assert.deepEqual(reading.problems, []);
  assert.deepEqual(
    leftToTranslate(reading, 'ko').find(({ path }) => path === KOREAN_POST),
    {
      path: KOREAN_POST,
      state: 'older',
      what: 'follows version 1 of 2; the original changed in substance since',
    },
  );
});

test('a link leads to the Korean page, however it is written', async () => {
  for (const address of ['/give/', '/ko/give/']) {
    const { problems, texts } = await readingOf(withTranslation('보냈습니다', `[보냈습니다](${address})`));

    assert.deepEqual(problems, []);
    assert.deepEqual(
      texts.ko.news[0]?.textReferences.flatMap(({ kind, id }) => (kind === 'links' ? id : [])),
      ['/ko/give/'],
    );
  }
});

test('the words of a record stand under its id, and in the fields of the original', async () => {
  assert.deepEqual(await problemsIn(withWords({ 'sent-2021': { label: '2021년에 보낸 USB 메모리' } })), []);
  await assertOneProblem(
    withWords({ 'sent-2020': { label: '보낸 USB 메모리' } }),
    FIGURES,
    'sent-2020',
    /“sent-2020”라는 항목은 없습니다\./,
  );
  await assertOneProblem(
    withWords({ 'sent-2021': { value: 3 } }),
    FIGURES,
    'value',
    /“value”라는 칸은 없습니다/,
  );
  await assertOneProblem(
    withWords({ 'sent-2021': { label: 3 } }),
    FIGURES,
    'label',
    /label: .*글로 쓰십시오/,
  );
  await assertOneProblem(
    withWords({ 'sent-2021': { formula: '저장장치마다 열 사람' } }),
    FIGURES,
    'formula',
    /원문에 없는 말입니다/,
  );
});

test('what is left to translate is listed by file', async () => {
  const left = leftToTranslate(
    await readingOf(withWords({ 'sent-2021': { label: '보낸 USB 메모리' } })),
    'ko',
  );

  assert.deepEqual(
    left.find(({ path }) => path === KOREAN_POST),
    { path: KOREAN_POST, state: 'missing', what: `translate ${POST}` },
  );
  assert.match(
    left.find(({ path }) => path === FIGURES)?.what ?? '',
    /words are missing, the first sent-2021\./,
  );
});

test('a translation keeps changes of its own, each with its day, in their order', async () => {
  const edits = (...days: string[]) =>
    withTranslation(
      'follows: 1',
      `follows: 1\nedits:\n${days.map((day) => `  - { date: ${day}, kind: correction, what: "날짜를 원문과 같게 고쳤습니다." }`).join('\n')}`,
    );

  assert.deepEqual(await problemsIn(edits('2024-03-20', '2024-03-21')), []);
  await assertOneProblem(
    edits('2024-03-21', '2024-03-20'),
    KOREAN_POST,
    '2024-03-20',
    /^date: .*오래된 날부터/,
  );
  await assertOneProblem(edits('2099-01-01'), KOREAN_POST, '2099', /^date: 아직 오지 않은 날/);
});

test('what the original tells of its changes is listed until it is translated', async () => {
  const change = 'changes: [{ date: 2024-05-01, kind: update, what: "A source was added." }]\ndraft: false';
  const content = (own: string) => ({
    ...edited(POST, 'draft: false', change),
    [KOREAN_POST]: translated.replace('follows: 1', `follows: 2${own}`),
  });
  const left = async (own: string) =>
    leftToTranslate(await readingOf(content(own)), 'ko').filter(({ path }) => path === KOREAN_POST);

  assert.deepEqual(await left(''), [
    { path: KOREAN_POST, state: 'partly', what: 'of what was changed, 1 entry is not translated' },
  ]);
  assert.deepEqual(await left('\nchanges:\n  - what: "출처 하나를 더했습니다."'), []);
});

test('a translation without an original is told that its name is another', async () => {
  const content = { ...validContent(), 'content/ko/news/2024/law-pased.mdx': translated };
  await assertOneProblem(
    content,
    'content/ko/news/2024/law-pased.mdx',
    'follows',
    /원문 content\/en\/news\/2024\/law-pased\.mdx가 없습니다/,
  );
});

test('what is wrong with the name or place of a Korean file is told in Korean', async () => {
  for (const [path, says] of [
    ['content/ko/news/2024/법.mdx', /파일 이름이 주소가 됩니다/],
    ['content/ko/data/figure.json', /아무것도 읽지 않는 파일/],
  ] as const) {
    const problems = await problemsIn({ ...validContent(), [path]: translated });
    assert.match(problems.find((one) => one.path === path)?.message ?? '', says);
  }
});

test('a change of a record that is not translated is listed', async () => {
  const change = '"changes": [{ "date": "2024-05-01", "kind": "rewording", "what": "Spelling." }], "label"';
  const topics = (own: object) => ({
    ...edited(TOPICS, '"label"', change),
    'content/ko/data/topics.json': JSON.stringify({
      law: { label: '법', description: '법과 법원의 판결입니다.', ...own },
    }),
  });
  const left = async (own: object) =>
    leftToTranslate(await readingOf(topics(own)), 'ko').filter(({ path }) => path.endsWith('topics.json'));

  assert.equal((await left({}))[0]?.what, 'law.changes is missing');
  assert.deepEqual(await left({ changes: [{ what: '맞춤법을 고쳤습니다.' }] }), []);
});
