import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import { askAndWrite } from '../../src/commands/new.ts';
import { inTree, POST, STATISTICS, TODAY, validContent } from './content-tree.ts';
import { COMMAND, posts, postsBefore, update, withContent } from './new-command.ts';

const ANSWERS = ['kind', 'title', 'date', 'topics', 'certainty', 'summary'] as const;

/** Ends the command that gets lines before it asks, and no more after these. @returns the exit code */
function typed(root: string, lines: readonly (string | undefined)[]) {
  const child = spawn('node', COMMAND, { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve) => child.once('close', resolve));
}

test('takes what is typed before it is asked for as answers, in their order', () =>
  withContent(async (root) => {
    const code = await typed(
      root,
      ANSWERS.map((field) => update[field]),
    );

    assert.equal(code, 0);
    assert.deepEqual(
      posts(root).filter((path) => !postsBefore.includes(path)),
      ['content/en/news/2024/a-new-page.mdx'],
    );
  }));

test('leaves nothing behind where the editor breaks off', () =>
  withContent(async (root) => {
    assert.equal(await typed(root, ['update', 'A new page']), 130);
    assert.deepEqual(posts(root), postsBefore);
  }));

test('writes nothing where the editor breaks off while the answers are checked', () =>
  withContent(async (root) => {
    const stopping = new AbortController();
    const left = ANSWERS.map((field) => update[field] ?? '');
    const ask = (): Promise<string> => {
      const answer = left.shift() ?? assert.fail('asked again');
      if (left.length === 0) stopping.abort();
      return Promise.resolve(answer);
    };

    await assert.rejects(
      askAndWrite({ ask, say: () => {}, signal: stopping.signal }, root, TODAY),
      stopping.signal.reason as Error,
    );

    assert.deepEqual(posts(root), postsBefore);
  }));

test('a problem of a field names its path, where the field is missing or unknown too', async () => {
  const content = validContent();
  const post = content[POST] ?? '';
  for (const [changed, field] of [
    [{ [POST]: post.replace('topics: [law]', 'topics: [lwa]') }, ['topics', 0]],
    [{ [POST]: post.replace('certainty: reported\n', '') }, ['certainty']],
    [
      { [POST]: post.replace('certainty:', 'dateNote: "No day is printed."\ncertainti: true\ncertainty:') },
      ['certainti'],
    ],
    [{ [STATISTICS]: (content[STATISTICS] ?? '').replace('"asOf"', '"asof"') }, ['figures', 0, 'asof']],
  ] as const) {
    const problems = await inTree({ ...content, ...changed }, (root) => checkContent(root, { today: TODAY }));
    assert.ok(
      problems.some((problem) => problem.field?.join() === field.join()),
      JSON.stringify(problems),
    );
  }
});
