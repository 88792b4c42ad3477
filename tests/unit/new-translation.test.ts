import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import { inTree, validContent } from './content-tree.ts';
import { TODAY, update, command, interview, options, withContent } from './new-command.ts';

test('a translation begins with the words and tags of its original, and is not taken for done', async () => {
  await inTree(validContent(), async (root) => {
    const { status, stdout } = await command(root, '--lang=ko', 'content/en/news/2024/law-passed.mdx');
    const text = readFileSync(join(root, 'content/ko/news/2024/law-passed.mdx'), 'utf8');

    assert.equal(status, 0);
    assert.match(stdout, /^content\/ko\/news\/2024\/law-passed\.mdx\n/);
    assert.match(text, /^---\ntitle: "A law is passed"\nsummary: ".+"\nfollows: 1\n---\n/);
    assert.match(text, /Some <Figure id="sent-2021" \/> were sent <Source id="the-report" \/>\.\n$/);
    assert.match(
      (await checkContent(root, { today: TODAY })).map(({ message }) => message).join('\n'),
      /“A law is passed”는 옮기지 않은 채입니다/,
    );
  });
});

test('a translation is refused where there is no original, no such language, or one already', async () => {
  await inTree(validContent(), async (root) => {
    const original = 'content/en/news/2024/law-passed.mdx';
    await command(root, '--lang', 'ko', original);

    assert.match((await command(root, '--lang', 'ko', original)).stderr, /exists already and stays as it is/);
    assert.match(
      (await command(root, '--lang', 'ko', 'content/en/news/2024/no.mdx')).stderr,
      /There is no text/,
    );
    assert.match((await command(root, '--lang', 'xx', original)).stderr, /Texts are translated into ko/);
  });
});

test('of two texts that are named none is passed over without a word', async () => {
  await inTree(validContent(), async (root) => {
    const originals = ['content/en/news/2024/law-passed.mdx', 'content/en/pages/guide.mdx'];
    const { status, stderr } = await command(root, '--lang', 'ko', ...originals);

    assert.equal(status, 1);
    assert.match(stderr, /^One text is translated at a time\. Name the others later\.$/m);
    assert.ok(!existsSync(join(root, 'content/ko/news')));
  });
});

test('asks for a post in Korean alone in Korean, and finds nothing wrong with it but its note', () =>
  withContent(async (root) => {
    const { said } = await interview(
      root,
      [
        ['종류', 'update'],
        ['제목', '법원이 전단 금지를 거뒀습니다'],
        ['주소에 쓸 짧은 이름', 'ban struck down'],
        ['날짜', '2024-03-14'],
        ['주제', 'lawe'],
        ['확실한 정도', 'official'],
        [
          '요약',
          '법원이 전단을 금지한 법을 무효라고 했고, 판사 두 명은 뜻을 달리했습니다. 우리가 읽은 대로입니다.',
        ],
        ['주제', 'law'],
      ],
      'ko',
    );

    assert.match(said, /update +우리의 알림/);
    assert.match(said, /“law”를 쓰려 했습니까/);
    const path = 'content/ko/news/2024/ban-struck-down.mdx';
    assert.match(readFileSync(join(root, path), 'utf8'), /title: "법원이[^]*\{\/\* 누가 무엇을 보도하는지/);
    assert.deepEqual(
      (await checkContent(root, { today: TODAY })).map((one) => [one.path, one.message.slice(0, 11)]),
      [[path, '서식의 메모가 아직 ']],
    );
  }));

test('what comes next is told in the language of the file', () =>
  withContent(async (root) => {
    const { stdout } = await command(root, '--lang', 'ko', 'content/en/news/2024/law-passed.mdx');
    assert.match(stdout, /^content\/ko\/.*\n다음: 원문의 말 위에/);
    const { stdout: post } = await command(
      root,
      '--lang',
      'ko',
      ...options({
        ...update,
        title: '새 페이지입니다',
        name: 'new',
        summary: '이 사이트에 새 페이지가 생겼고, 누구에게 왜 쓸모가 있는지를 여기에서 알려 드립니다.',
      }),
    );
    assert.match(post, /^content\/ko\/news\/2024\/new\.mdx\n다음: 이 파일을 열어/);
  }));
