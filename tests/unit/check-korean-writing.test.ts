import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATEGORY, edited, POST, problemsIn } from './content-tree.ts';
import { KOREAN_POST, withTranslation, withWords } from './translated-content.ts';

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
  'a space before a particle': ['“법” 을 보냈습니다.', /조사 “을” 앞/, '이 법은 집에 와 보냈습니다.'],
  'a space before a particle behind a word in 을': [
    '그 마을 로 보냈습니다.',
    /조사 “로” 앞/,
    '늙을 로, 숨을 은, 옳을 의, 붉을 홍입니다.',
  ],
  'a space before a particle behind a tag': [
    '<Figure id="sent-2021" /> 를 보냈습니다.',
    /조사 “를” 앞/,
    '<Figure id="sent-2021" />를 보냈습니다.',
  ],
  'a space before a particle behind a bracket': [
    '**법(개정)** 을 보냈습니다.',
    /조사 “을” 앞/,
    '**법(개정)** 조문을 보냈습니다.',
  ],
  'a particle in the other order': ['법를(을) 보냈습니다.', /고를 수 없는 조사/, '법을(를) 보냈습니다.'],
  'a particle with a slash': ['법은/는 보냈습니다.', /고를 수 없는 조사/, '법은(는) 보냈습니다.'],
  'a space before the full stop': ['보냈습니다 .', /부호 앞/, '보냈습니다 <Source id="the-report" />.'],
  'no space behind the full stop': ['법입니다.보냈습니다.', /부호 뒤/, '법입니다. 보냈습니다.'],
  'a quote that is not closed': ['“법을 보냈습니다.', /짝이 없습니다/, '“법”을 보냈습니다.'],
  'a bracket of a title that is not closed': ['「법을 보냈습니다.', /짝이 없습니다/, '「법」을 보냈습니다.'],
  'another ending': ['법입니다. 단체는 보낸다.', /끝맺음/, '“단체는 보낸다.”라고 했습니다.'],
  'a familiar ending': ['단체가 보냈어요.', /끝맺음/, '보내 주세요.'],
  'a short ending': ['법입니다. 단체가 보냈음.', /끝맺음/, '보낸 까닭과 믿음.'],
  'an ending of a chat': ['단체가 보냈습니다~', /채팅/, '2020~2024년에 보냈습니다.'],
  '를 behind a consonant': ['그 법를 보냈습니다.', /받침과 맞지/, '별과 바다를 골라 들를 곳에 보냈습니다.'],
  '와 behind a consonant': ['그 법와 책을 보냈습니다.', /받침과 맞지/, '효과와 결과를 보냈습니다.'],
  '을 behind a vowel': [
    '그 단체을 보냈습니다.',
    /받침과 맞지/,
    '산마을, 늦가을에 맺을, 그러모을, 결정지을 것을 보냈습니다. 겨를을 얻었고 겨를 없이 갔습니다.',
  ],
  '으로 behind a vowel': ['드라이브으로 보냈습니다.', /받침과 맞지/, '앞으로 손으로 보냈습니다.'],
  '으로 behind ㄹ': ['서울으로 보냈습니다.', /받침과 맞지/, '서울로 보냈습니다.'],
  'two forms of a particle': ['그 법은는 보냈습니다.', /받침과 맞지/, '법은(는) 있는 것입니다.'],
  'an ending of long ago': ['법이 있읍니다.', /맞춤법/, '책을 모읍니다.'],
  'an ending as it is heard': ['법임니다.', /맞춤법/, '법이 남습니다.'],
  'a letter for which Shift was not pressed': [
    '보냇습니다. 됫습니다.',
    /맞춤법/,
    '웃습니다. 짓습니다. 빼앗습니다.',
  ],
  'a misspelt word': ['몇일 뒤에 보냈습니다.', /맞춤법/, '며칠 뒤에 보냈습니다.'],
  'a space before a bracket': ['법 (결정)을 보냈습니다.', /괄호 앞/, '법(결정)을 (주)한국이 보냈습니다.'],
  'Chinese letters': ['法을 보냈습니다.', /한글이 아닙니다/, '법(法)을 보냈습니다.'],
  'an exclamation mark': ['보냈습니다!', /느낌표/, '“보냈다!”라고 했습니다.'],
  'a word of one side': ['삐라를 보냈습니다.', /쓰지 않는 말/, '“삐라”라고 했습니다.'],
  'a word for which there is another': [
    '탈북자가 보냈습니다.',
    /쓰지 않는 말/,
    '탈북자동지회, 남측위원회가 “탈북자”라고 했습니다.',
  ],
  'a space before 은': ['그 법 은 있습니다.', /앞을 띄|띄었|빈칸/, '금과 은 같은 금속입니다.'],
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
