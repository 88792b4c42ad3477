import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceIn } from '../../src/checks/contacts.ts';
import { edited, PAGE, POST, problemsIn } from './content-tree.ts';

test('finds what leads to a person, a place or a purse', () => {
  const texts = [
    ...['write to a.person@example.net', 'a.person (at) example (dot) net', 'a.person[at]example.net'],
    ...['+82 10-1234-5678', '010-1234-5678', '02-123-4567'],
    ...['(202) 555-0100', 'Tel. 1234567', '+1 (202) 555-0100'],
    ...['37.5665, 126.9780', '37°33′59″N', '37.56° N', '///filled.count.soap'],
    ...['DE89 3704 0044 0532 0130 00', '110-123-456789', 'account no. 12345678', '4111 1111 1111 1111'],
    ...['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', '1BoatSLRHtKNngkdXEeobR76b53LETtpyT'],
    ...['person(AT)example.net', 'Person AT example DOT net', 'Person At Example Dot Net'],
    ...['person[@]example.net', 'person@example[.]net', 'person 골뱅이 example 점 net'],
    ...['(02)123-4567', '02)123-4567', '010)1234-5678', '01012345678로', '0212345678로', '010-12345678'],
    ...['카카오톡 아이디 honggildong', '카카오톡 아이디는 honggil입니다', 'Telegram ID hong_gil'],
    ...['Telegram (@honggil)', 'on Telegram to @honggil_dong', '@honggil (Telegram)'],
    ...['at 37.9563, 126.6770.', '(37.9563, 126.6770.)', '126.6770, 37.9563', '37.56° N.', '010-1234-5678.'],
    ...[
      '0x52908400098527886E0F7030069857D2E4169EE7',
      '900101-1234567',
      'C:\\Users\\me\\report.docx',
      '/Users/me/x.pdf',
    ],
  ];

  assert.deepEqual(
    texts.filter((text) => traceIn(text) === undefined),
    [],
  );
});

test('finds the account, the number or the door of a person in whatever words', () => {
  const found: Record<string, string[]> = {
    'An account of a person': [
      'Her handle is @minji_92 on X.',
      'She posts as @minji92.',
      '그의 계정은 @minji92입니다.',
    ],
    'The name of somebody in a messenger': [
      ...['His KakaoTalk is minji92.', 'Her Instagram is minji_kim_92.', '카카오톡은 minji92입니다.'],
      'A donor can pay by PayPal to freedomdrives.',
    ],
    'The number of a passport': ['His passport, M12345678, was taken.', '여권은 M123A4567입니다.'],
    'A number of a person': [
      'Prisoner number 45123 was let go.',
      'his identity card number is 12345678',
      '수인 번호는 45123입니다.',
    ],
    'The plate of a vehicle': [
      'The car 12가 3456 stood there.',
      '차는 123가4567입니다.',
      'with the number plate AB12 CDE',
    ],
    'A password': [
      'The password is drive1234.',
      'ID: minji92, PW: drive1234.',
      '비밀번호는 drive1234입니다.',
    ],
    'A postal address': [
      ...[
        '주소는 서울시 마포구 월드컵북로 12길 34입니다.',
        '그는 상암동 105동 1203호에 삽니다.',
        '상암동 12-3번지',
      ],
      ...['우편번호 04156, 마포구에 있습니다.', 'The office is at 12 Mapo-daero, Mapo-gu, Seoul.'],
      'He lives at 350 Fifth Avenue.',
    ],
    'A place by its coordinates': [
      ...['The plus code is 8Q98+XX.', 'The MGRS grid is 52SCG2345687654.'],
      ...['filled at 37.9 degrees north, 126.7 east', '위도 37.9, 경도 126.7입니다.'],
    ],
  };

  for (const [what, texts] of Object.entries(found))
    assert.deepEqual(
      texts.map((text) => traceIn(text)?.message),
      texts.map(() => `${what} stands here. Take it out.`),
      what,
    );
});

test('takes organisations, titles and what asks for nothing for what they are', () => {
  const texts = [
    ...[
      'They post on X as @nknews.org every day.',
      'by @NKNewsorg, which reports on it',
      '단체의 계정은 @NKNewsorg입니다.',
    ],
    ...['We never ask for a password or a PIN.', 'The password is weak.', '비밀번호는 묻지 않습니다.'],
    ...['Donate by PayPal to the foundation.', 'Its KakaoTalk is open to all.', 'a passport of 2024'],
    ...[
      '서울시 마포구로 2024년에 옮겼습니다.',
      '제12조 2024년',
      '10조 2000억 원',
      '파주시 세 곳으로 12명이 갔습니다.',
    ],
    ...['38 North', '12 Years a Slave', '2016 Flash Drives for Freedom', 'Radio Free Asia, 20 May 2024'],
    ...['the number of prisoners', 'prisoner numbers fell', 'Kwangmyong 2.0', 'on the 38th parallel north'],
  ];

  assert.deepEqual(
    texts.flatMap((text) => (traceIn(text) ? [text] : [])),
    [],
  );
});

test('does not ask to enter the number of a prisoner or a plate among the figures', async () => {
  const problems = await problemsIn(
    edited(PAGE, 'Drives.', 'Prisoner number 45123 saw it.\n\nThe number plate is AB 12345.'),
  );

  assert.deepEqual(
    problems.map(({ line, message }) => `${line} ${message}`),
    [
      '14 A number of a person stands here. Take it out.',
      '16 The plate of a vehicle stands here. Take it out.',
    ],
  );
});

test('takes dates, numbers of laws, versions, handles and paths for what they are', () => {
  const texts = [
    ...['on 2017-12-14', '2016–2018', 'case 2020Hun-Ma1724'],
    ...['Public Law 115-198', '@NKNewsorg', '10:30', '1170 kHz'],
    ...[
      ...['as posted by @NKNewsorg. They said', 'They use Telegram. @NKNewsorg said', 'Telegram IDs'],
      ...['a WeChat ID registered in China', 'the signal to @NKNewsorg', '카카오톡 아이디 하나를'],
      ...[
        'She looked at the dot that moved',
        'doi 10.1000/0212345678',
        'between 2.50 and 3.75.',
        '1.234, 5.6',
      ],
      'a bank account',
      'at 37.5 degrees',
      'USB 3.0',
      'content/images/2026/drives.jpg',
      'sha-256',
      '2023-09-26',
    ],
  ];

  assert.deepEqual(
    texts.flatMap((text) => traceIn(text)?.message ?? []),
    [],
  );
});

/** A post whose change keeps a passage that stood before. */
const withEarlierPassage = (was: string) => {
  const changes = `changes:\n  - { date: 2024-05-01, kind: correction, what: "The passage was wrong.", was: "${was}", now: Some }`;
  return edited(POST, 'kind: coverage', `kind: coverage\n${changes}`);
};

test('refuses them in a text, a tag, a field, in code, notes, remarks and earlier passages', async () => {
  const number = '+82 10-1234-5678';
  const contents = [
    edited(PAGE, 'Drives.', `Call ${number}.`),
    edited(PAGE, 'Drives.', 'Write to a.person@example.net today.'),
    edited(PAGE, 'Drives.', `<Callout title="Call ${number}">\n\nText.\n\n</Callout>`),
    edited(POST, 'The report says what', `Call ${number}, where one says what`),
    ...[`Write \`${number}\`.`, `\`\`\`\nCall ${number}.\n\`\`\``, `{/* Ask ${number}. */}`].map((text) =>
      edited(PAGE, 'Drives.', text),
    ),
    edited(POST, 'kind: coverage', `kind: coverage # ask ${number}`),
    edited(POST, 'kind: coverage', `# Ask ${number}.\nkind: coverage`),
    ...[`Call ${number}.`, '[Post](https://example.org/a?utm_source=b).', 'A d\\u00ADay.'].map(
      withEarlierPassage,
    ),
  ];

  for (const content of contents) {
    const problems = await problemsIn(content);

    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.match(
      problems[0]?.message ?? '',
      /stands here\. (?:Take it|The ear)|nobody sees|follows the reader/,
    );
  }
});
