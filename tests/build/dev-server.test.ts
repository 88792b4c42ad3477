import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { copyProject, killGroup, put, start } from './copy.ts';
import { freePort } from './servers.ts';

const POST = 'content/en/news/2017/design-award.mdx';
const ADDRESS = '/news/2017/design-award/';
const LIMIT_MS = 120_000;

test('the preview shows what is written, and what is wrong over the last good page', async (t) => {
  const root = copyProject(t);
  const port = await freePort();
  const server = start(root, ['astro', 'dev', '--host', '127.0.0.1', '--port', String(port)]);
  t.after(async () => {
    killGroup(server.pid);
    await server.end;
  });
  const text = readFileSync(join(root, POST), 'utf8');
  const write = (title: string, more = '') =>
    put(root, POST, text.replace(/^title: .*$/m, `title: ${title}`) + more);
  /** The page; an empty text while the server cannot answer. */
  const page = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}${ADDRESS}`).catch(() => undefined);
    return answer?.ok ? answer.text() : '';
  };
  /** Asks for the page again and again until something holds of it, or of what the server has printed. */
  const until = async (holds: (html: string) => boolean): Promise<string> => {
    const limit = performance.now() + LIMIT_MS;
    for (let html = await page(); ; html = await page()) {
      if (holds(html)) return html;
      assert.ok(performance.now() < limit, `waited in vain; the server said:\n${server.output()}`);
      await wait(250);
    }
  };

  await t.test('it shows a page', async () => {
    await until((html) => html.includes('<h1'));
  });

  await t.test('it gives the files to which pages lead', async () => {
    const files = [
      '/news/rss.xml',
      '/ko/news/feed.json',
      '/charts/windows.svg',
      '/data/news.csv',
      '/about/version-1.txt',
    ];
    const answers = files.map((file) =>
      fetch(`http://127.0.0.1:${port}${file}`).then(({ status }) => status),
    );

    assert.deepEqual(await Promise.all(answers), [200, 200, 200, 200, 200]);
  });

  await t.test('it shows a changed title', async () => {
    write('"A title that was changed"');

    await until((html) => /<h1[^>]*>A title that was changed</.test(html));

    // Its text was published: the page shows the change, the terminal asks to tell of it.
    assert.match(
      server.output(),
      /design-award\.mdx:\d+:\d+: This text was published, and says something else/,
    );
  });

  await t.test('of a faulty file it says what to do, and leaves the last good page', async () => {
    write('"A title with a fault below"', '\n<Figure id="no-such-figure" />\n');

    const html = await until(() => server.output().includes('no-such-figure'));

    assert.match(server.output(), /content\/en\/news\/2017\/design-award\.mdx:\d+:\d+: .*no-such-figure/);
    assert.match(html, /<h1[^>]*>A title that was changed</);
  });

  /** What whoever opens a page now is shown over it. */
  const overlay = () =>
    new Promise<string>((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`, 'vite-hmr');
      socket.addEventListener('error', () => reject(new Error('The stream cannot be read.')));
      socket.addEventListener('message', ({ data }) => {
        if (!String(data).includes('"error"')) return;
        resolve(String(data));
        socket.close();
      });
    });

  await t.test('whoever opens the page then is shown the fault over it', async () => {
    assert.match(await overlay(), /no-such-figure/);
  });

  await t.test('a file without its fault shows again', async () => {
    write('"A title without a fault"');

    await until((html) => /<h1[^>]*>A title without a fault</.test(html));
  });

  await t.test('of a dictionary that cannot be read it says so over the page, and goes on', async () => {
    const path = 'src/i18n/ko.json';
    const words = readFileSync(join(root, path), 'utf8');
    put(root, path, words.replace(/",$/m, '"'));

    await until(() => server.output().includes(`${path}:`));

    assert.match(await overlay(), /src\/i18n\/ko\.json:\d+:\d+\W+n?올바른 JSON이 아닙니다/);
    put(root, path, words);
    await until(() => /All problems of the content are corrected(?!.*ko\.json)/s.test(server.output()));
    await until((html) => /<h1[^>]*>A title without a fault</.test(html));
  });

  for (const [path, sentence] of [
    ['content/images/broken.jpg', 'The file is not a JPEG, PNG, WebP or AVIF picture'],
    ['content/notes.doc', 'This kind of file is not taken here'],
  ] as const) {
    await t.test(`of ${path} it says in our words what to do, without a stack`, async () => {
      put(root, path, 'words');

      await until(() => server.output().includes(`${path}:1:1`));

      const { err } = JSON.parse(await overlay()) as { err: { message: string; stack: string } };
      assert.ok(err.message.includes(path) && err.message.includes(sentence), err.message);
      assert.equal(err.stack, '');
      rmSync(join(root, path));
      await until((html) => /<h1[^>]*>A title without a fault</.test(html));
    });
  }
});
