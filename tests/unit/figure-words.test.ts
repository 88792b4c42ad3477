import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentReader } from '../../src/checks/check-content.ts';
import { wordedFigures } from '../../src/checks/figure-words.ts';
import { edited, inTree, lineOf, POST, problemsIn, TODAY, type Content } from './content-tree.ts';
import { withTranslation } from './translated-content.ts';

/** The figures in words of the small content, where its post has the given sentence. */
async function worded(sentence: string): Promise<string[]> {
  const content = edited(POST, 'Some <Figure id="sent-2021" /> were sent', sentence);
  return inTree(content, async (root) => wordedFigures(await contentReader(root)({ today: TODAY })));
}

test('shows the words of an editor beside what the figure states, with the place of both', async () => {
  const sentence = 'It sent <Figure id="sent-2021" as="a hundred thousand" />, <Figure id="sent-2021" />';
  const { [POST]: text = '' } = edited(POST, 'Some <Figure id="sent-2021" /> were sent', sentence);

  const lines = await worded(sentence);

  assert.deepEqual(lines, [
    `${POST}:${lineOf(text, 'It sent')}:9: “a hundred thousand” is about 1,000 drives (2021)`,
  ]);
});

test('keeps the words of an editor on one line', async () => {
  const lines = await worded('It sent <Figure id="sent-2021" as="a\n::stop-commands::x" />');

  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines.join(), /\n/);
});

const FIGURE = '<Figure id="sent-2021" />';
const HIDDEN = '<Figure id="sent-2021" unit="hide" />';

test('refuses words around a figure that it prints itself', async () => {
  const saidOf = async (content: Content) => (await problemsIn(content)).map(({ message }) => message).join();
  const inEnglish = (text: string) => saidOf(edited(POST, 'Some <Figure id="sent-2021" />', text));
  const inKorean = (text: string) => saidOf(withTranslation(FIGURE, text));

  for (const text of [
    ...[`They say about ${FIGURE}`, `At least ${FIGURE}`, `Around ${HIDDEN}`, `Exactly ${FIGURE}`],
    ...[`Some ${FIGURE} or more`, `Some ${FIGURE} at most`],
  ])
    assert.match(await inEnglish(text), /prints its limit “about” itself/, text);
  for (const text of [`Some ${FIGURE} drives`, `Some ${FIGURE} devices`, `${FIGURE} USB drives`])
    assert.match(
      await inEnglish(text),
      /prints its unit itself, beside “(?:USB )?d\w+”\. Take that out/,
      text,
    );
  for (const text of ['share-who-read" /> per cent', 'share-who-read" />%'])
    assert.match(await inEnglish(`Some ${FIGURE} and <Figure id="${text}`), /prints its unit/, text);
  for (const text of [`약 ${FIGURE}`, `적어도 ${FIGURE}`, `${FIGURE} 정도`, `${FIGURE} 이내로`])
    assert.match(await inKorean(text), /한도 “약”/, text);
  for (const text of [`${FIGURE}개를`, `${FIGURE} 개`])
    assert.match(await inKorean(text), /단위를 스스로/, text);
  for (const text of [
    `In all ${FIGURE}`,
    `Some ${HIDDEN} drives`,
    `What it is about: ${FIGURE}, drives and more`,
  ])
    assert.equal(await inEnglish(text), '', text);
  for (const text of [`계약 ${FIGURE}을(를)`, `${HIDDEN}의 드라이브를`, `${HIDDEN} 대 둘`, `${FIGURE} 개선`])
    assert.equal(await inKorean(text), '', text);
});

test('refuses digits in words of an editor that are not those of the figure, and takes round numbers in words', async () => {
  const says = async (as: string) => {
    const isKorean = /\p{Script=Hangul}/u.test(as);
    const text = FIGURE.replace(' />', ` as="${as}" />`);
    const content = isKorean ? withTranslation(FIGURE, text) : edited(POST, `Some ${FIGURE}`, `Some ${text}`);
    return (await problemsIn(content)).map(({ message }) => message).join();
  };

  for (const as of [
    '1,400 drives',
    '２,000 drives',
    '1.4 thousand drives',
    '1 in 5',
    '1 million',
    '1천 4백 개',
    '천사백 개',
    '14만 개',
  ])
    assert.match(await says(as), /^as="…"/, as);
  for (const as of [
    '1,000 drives',
    'about 1000',
    '1 thousand',
    'a hundred thousand',
    'one in five',
    '1천 개',
    '천 개',
    '수십만 개',
    '오분의 사',
  ])
    assert.equal(await says(as), '', as);
});
