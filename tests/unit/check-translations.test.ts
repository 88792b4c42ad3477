import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contentReader } from '../../src/checks/check-content.ts';
import { leftToTranslate } from '../../src/commands/translations.ts';
import {
  assertOneProblem,
  CATEGORY,
  edited,
  inTree,
  POST,
  problemsIn,
  TODAY,
  TOPICS,
  validContent,
} from './content-tree.ts';

const KOREAN_POST = POST.replace('/en/', '/ko/');
const FIGURES = 'content/ko/data/figures.json';
const translated = `---
title: "법이 통과됐습니다"
summary: "보도는 법이 무엇을 금하고 언제 시행되는지를 전합니다."
follows: 1
---

<Figure id="sent-2021" /> 보냈습니다. <Source id="the-report" />
`;

/** The valid content with a translation of its post, and a passage of it written in another way. */
function withTranslation(passage = '', instead = ''): Record<string, string> {
  assert.ok(translated.includes(passage), passage);
  return { ...validContent(), [KOREAN_POST]: translated.replace(passage, () => instead) };
}

/** The valid content with Korean words for its figures. */
const withWords = (words: unknown) => ({
  ...validContent(),
  [FIGURES]: `${JSON.stringify(words, null, 2)}\n`,
});

const readingOf = (content: Record<string, string>) =>
  inTree(content, (root) => contentReader(root)({ today: TODAY }));

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
  ['a heading', ' 보냈습니다.', ' 보냈습니다.\n\n## What it says\n', '“What it says”는 옮기지 않은 채입니다'],
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
    /“date”라는 칸은 없습니다/,
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

test('a translation names what its original names', async () => {
  const content = withTranslation(' <Source id="the-report" />', '');

  await assertOneProblem(content, KOREAN_POST, '---', /원문에는 <Source id="the-report">/);
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

test('an address of this site is written without its host, in every form of a link and in words of lists', async () => {
  const hosts = [
    'https://lit-windows.example',
    'http://lit-windows.example',
    'https://WWW.lit-windows.example',
  ];
  const forms = (address: string) => [
    `[보냈습니다](${address})`,
    `[보냈습니다][여기]\n\n[여기]: ${address}`,
    `보냈습니다 ${address}`,
    `[${address}](${address})`,
  ];
  for (const address of hosts.flatMap((host) => [`${host}/give/`, `${host}/ko/give/#send`]))
    for (const form of forms(address)) {
      const problems = await problemsIn(withTranslation('보냈습니다', form));
      assert.ok(
        problems.some(
          ({ path, message }) => path === KOREAN_POST && /이 사이트(?:의 것입니다|\s안이면)/.test(message),
        ),
        `${form}: ${JSON.stringify(problems)}`,
      );
    }
  const [english] = await problemsIn(edited(POST, 'Some', `[Some](${hosts[0]}/give/?a=b#send)`));
  assert.match(
    english?.message ?? '',
    /one of this site itself\. Write it without the host: “\/give\/\?a=b#send”/,
  );
  const [word] = await problemsIn(withWords({ 'sent-2021': { label: `보낸 USB 메모리 ${hosts[0]}/give/` } }));
  assert.match(word?.message ?? '', /이 사이트의 것입니다/);
});

test('whatever a template or the guide shows in a field is no words of a text', async () => {
  const templates: Record<string, string> = Object.fromEntries(
    globSync('content/{templates/*.mdx,guide/**/*.md,README*.md}').map((path) => [
      path,
      readFileSync(path, 'utf8'),
    ]),
  );
  assert.deepEqual(await problemsIn({ ...withTranslation(), ...templates }), []);
  const refused = async (path: string, passage: string, instead: string) => {
    const content: Record<string, string> = { ...withTranslation(), ...templates };
    assert.ok(content[path]?.includes(passage), passage);
    content[path] = (content[path] ?? '').replace(passage, () => instead);
    const problems = await problemsIn(content);
    assert.ok(
      problems.some((one) => one.path === path && /what the template says|서식에 있던 말/.test(one.message)),
      `${instead}: ${JSON.stringify(problems)}`,
    );
  };
  await refused(
    KOREAN_POST,
    '보도는 법이 무엇을 금하고 언제 시행되는지를 전합니다.',
    '한두 문장으로 무엇을 알 수 있는지 적습니다.',
  );
  await refused(KOREAN_POST, '법이 통과됐습니다', '옮긴 제목을 적습니다');
  await refused(POST, 'publisher:', 'author: ["Name of the author, as the report prints it"]\npublisher:');
  await refused(POST, 'publisher:', 'via: "Name of the site on which a copy was read"\npublisher:');
  await refused(
    POST,
    'publisher:',
    'dateNote: "How the date is known, where the page does not print it in full."\npublisher:',
  );
  await refused(
    CATEGORY,
    'examples:',
    'examples:\n  - title: "Title of a work"\n    why: "It shows daily life."\n    namedBy: senders\n    source: the-report',
  );
});

/** Words that no Korean text has, what is said of them, and others like them that are right. */
const WRITING: Record<string, [wrong: string, says: RegExp, right: string]> = {
  'letters in pieces': ['보냈습니다.'.normalize('NFD'), /자모가 합쳐지지 않아/, '보냈습니다.'],
  'a letter alone': ['보냈습ㄴ다.', /합쳐지지 않은 자모/, '보냈습니다.'],
  'a filler that nobody sees': ['법\u3164을 보냈습니다.', /보이지 않는/, '법을 보냈습니다.'],
  'signs of full width': ['법，책을 보냈습니다．', /“，”은?는? ?.*전각/, '법, 책을 보냈습니다.'],
  'digits of full width': ['２０년 전에 보냈습니다.', /전각/, '20년 전에 보냈습니다.'],
  'a full stop of Chinese': ['법을 보냈습니다。', /전각/, '법을 보냈습니다.'],
  'a wave dash': ['2020〜2024년에 보냈습니다.', /전각/, '2020~2024년에 보냈습니다.'],
  'a dot of another keyboard': ['법ㆍ책을 보냈습니다.', /가운뎃점/, '법·책을 보냈습니다.'],
  'a particle in the other order': ['법를(을) 보냈습니다.', /고를 수 없는 조사/, '법을(를) 보냈습니다.'],
  'a particle with a slash': ['법은/는 보냈습니다.', /고를 수 없는 조사/, '법은(는) 보냈습니다.'],
  'a space before the full stop': ['보냈습니다 .', /부호 앞/, '보냈습니다 <Source id="the-report" />.'],
  'no space behind the full stop': ['법입니다.보냈습니다.', /부호 뒤/, '법입니다. 보냈습니다.'],
  'a quote that is not closed': ['“법을 보냈습니다.', /짝이 없습니다/, '“법”을 보냈습니다.'],
  'a bracket of a title that is not closed': ['「법을 보냈습니다.', /짝이 없습니다/, '「법」을 보냈습니다.'],
  'another ending': ['법입니다. 단체는 보낸다.', /끝맺음/, '“단체는 보낸다.”라고 했습니다.'],
  'a familiar ending': ['단체가 보냈어요.', /끝맺음/, '보내 주세요.'],
  'Chinese letters': ['法을 보냈습니다.', /한글이 아닙니다/, '법(法)을 보냈습니다.'],
  'an exclamation mark': ['보냈습니다!', /느낌표/, '“보냈다!”라고 했습니다.'],
  'a word of one side': ['삐라를 보냈습니다.', /쓰지 않는 말/, '“삐라”라고 했습니다.'],
  'a sentence in English': [
    '법입니다. The law forbids to send drives over the border.',
    /옮기지 않은/,
    '법(The law that forbids to send drives)입니다.',
  ],
};

for (const [name, [wrong, says, right]] of Object.entries(WRITING))
  test(`a Korean text has no ${name}`, async () => {
    const said = async (words: string) =>
      (await problemsIn(withTranslation('보냈습니다.', words))).map(({ message }) => message);

    const messages = await said(wrong);
    assert.ok(
      messages.some((message) => says.test(message)),
      JSON.stringify(messages),
    );
    assert.deepEqual(await said(right), []);
  });

test('the same holds for titles, summaries and the words of lists', async () => {
  for (const [content, says] of [
    [withTranslation('법이 통과됐습니다', '법이 통과됐습니다.'), /마침표를 찍지/],
    [withTranslation('"법이 통과됐습니다"', `'"법"이 통과됐습니다'`), /곧은 따옴표/],
    [withTranslation('시행되는지를 전합니다', '시행되는지를 전한다'), /끝맺음/],
    [withWords({ 'sent-2021': { label: '보낸 삐라' } }), /쓰지 않는 말/],
    [withTranslation('id="sent-2021"', 'id="sent-2021" as="당신의 절반"'), /쓰지 않는 말/],
    [
      withTranslation(
        'follows: 1',
        'follows: 1\nedits: [{ date: 2024-05-01, kind: rewording, what: "맞춤법을 고쳤다." }]',
      ),
      /끝맺음/,
    ],
  ] as const) {
    const [problem, ...others] = await problemsIn(content);
    assert.match(problem?.message ?? '', says);
    assert.deepEqual(others, []);
  }
});

test('a particle behind a figure fits what it prints', async () => {
  const said = async (words: string) =>
    (await problemsIn(withTranslation('<Figure id="sent-2021" /> 보냈습니다.', words))).map(
      ({ message }) => message,
    );

  assert.deepEqual(await said('<Figure id="sent-2021" />를 보냈습니다.'), []);
  assert.deepEqual(await said('<Figure id="sent-2021" />을(를) 보냈습니다.'), []);
  assert.match((await said('<Figure id="sent-2021" />을 보냈습니다.')).join(), /조사는 “을”이 아니라 “를”/);
  assert.match((await said('<Figure id="sent-2021" as="셋 가운데 둘" />는 보냈습니다.')).join(), /“은”/);
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
