import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertOneProblem, POST, problemsIn, validContent } from './content-tree.ts';
import { translated } from './translated-content.ts';

/** The valid content with other words for its post. */
const withPostIn = (title: string, summary: string) =>
  validContent()
    [POST]?.replace(/^title: .*$/m, `title: "${title}"`)
    .replace(/^summary: .*$/m, `summary: "${summary}"`);

test('a text in another language is sent to the folder of its letters, and to none where no folder has them', async () => {
  for (const [title, summary, says] of [
    [
      '법이 통과됐습니다',
      '보도는 그 법이 무엇을 금하고 언제부터 시행되는지, 누가 반대했는지를 전합니다.',
      /Move the file to content\/ko\//,
    ],
    [
      '法律が通った',
      'この報道は、その法律が何を禁じ、いつから施行されるのか、だれが反対したのかを伝えています。こうした報道です。',
      /Move the file to the folder of its language; readers/,
    ],
  ] as const) {
    const problems = await problemsIn({ ...validContent(), [POST]: withPostIn(title, summary) ?? '' });
    assert.match(problems.find(({ message }) => message.startsWith('title:'))?.message ?? '', says);
  }
});

test('a translation in the folder of the originals is sent to the folder of its letters', async () => {
  for (const [text, says] of [
    [translated, /Move the file to content\/ko\/news\/2024\/another\.mdx/],
    [
      translated.replace(/"[가-힣].*"/g, '"A law has passed, and nobody knows why"'),
      /Move the file to the folder of its language/,
    ],
  ] as const) {
    const path = 'content/en/news/2024/another.mdx';
    await assertOneProblem({ ...validContent(), [path]: text }, path, 'follows', says);
  }
});
