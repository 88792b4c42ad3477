import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test, type TestContext } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { finishedSite } from '../../src/publish/editions/finished-site.ts';
import { MAKERS } from '../../src/publish/editions/makers.ts';
import { editionAddress } from '../../src/rules/addresses.ts';
import type { EditionId } from '../../src/site-plan.ts';
import { setUp } from '../programs.ts';
import { inTimeZone } from '../time-zone.ts';
import { temporaryFolder } from './copy.ts';
import { freePort } from './servers.ts';

/* The books and the ZIM file as programs of others read them. */

const site = finishedSite('dist');
const EPUBCHECK = '/usr/share/java/epubcheck.jar';

/** Makes an edition in a folder of its own, as if on a machine in a time zone. */
async function made(t: TestContext, id: EditionId, zone: string, of = site): Promise<string> {
  const file = join(temporaryFolder(t), editionAddress(id, site.version).replace(/^.*\//, ''));
  await inTimeZone(zone, () => MAKERS[id](of, file));
  return file;
}

suite('the books', () => {
  before(() => setUp([EPUBCHECK, 'epubcheck']));

  for (const id of ['epub-en', 'epub-ko'] as const)
    test(`${id} is valid, and the same wherever it is made`, async (t) => {
      const file = await made(t, id, 'Asia/Seoul');
      const { status, stdout, stderr } = spawnSync('java', ['-jar', EPUBCHECK, '--failonwarnings', file], {
        encoding: 'utf8',
      });

      assert.equal(status, 0, stdout + stderr);
      assert.match(stdout + stderr, /0 fatals \/ 0 errors \/ 0 warnings/);
      const again = await made(t, id, 'America/Los_Angeles');
      assert.ok(readFileSync(file).equals(readFileSync(again)), 'two makings differ');
    });
});

suite('the ZIM file', () => {
  before(() => {
    setUp(['zimwriterfs', 'zim-tools'], 'faketime', ['kiwix-serve', 'kiwix-tools']);
  });

  test('passes zimcheck, and is the same whenever it is made', async (t) => {
    const file = await made(t, 'zim', 'Asia/Seoul');
    const { status, stdout } = spawnSync('zimcheck', ['--all', file], { encoding: 'utf8' });

    assert.match(stdout, /Overall Test Status: Pass/, stdout);
    assert.equal(status, 0);
    const again = await made(t, 'zim', 'America/Los_Angeles');
    assert.ok(readFileSync(file).equals(readFileSync(again)), 'two makings differ');
  });

  test('is served by Kiwix in both languages, and its search finds pages by their text', async (t) => {
    // Of another day than that of the making.
    const file = await made(t, 'zim', 'UTC', { ...site, date: '2020-02-03' });
    const kiwix = await served(t, file);
    const name = `lit-windows-${site.version}`;

    const { feed } = new XMLParser().parse(await kiwix('/catalog/v2/entries')) as {
      feed: { entry: Record<string, unknown> };
    };
    assert.equal(feed.entry['title'], 'Lit Windows');
    assert.equal(feed.entry['language'], 'eng,kor');
    assert.equal(feed.entry['summary'], 'An independent record of outside information sent into North Korea');
    // It says when the content was last changed, never when the file was made.
    assert.equal(feed.entry['updated'], '2020-02-03T00:00:00Z');
    assert.match(await kiwix(`/${name}/`), /<h1[^>]*>Small windows on the outside world/);
    assert.match(await kiwix(`/${name}/ko/strategy/index.html`), /<html lang="ko"/);
    // Kiwix names no encoding: a browser knows it by this sign, or shows other letters.
    assert.match(await kiwix(`/${name}/about/version-1.txt`), /^\uFEFFAbout Lit Windows/);

    const found = async (words: string) => {
      const page = await kiwix(`/search?content=${name}&pattern=${encodeURIComponent(words)}&pageLength=5`);
      return [...page.matchAll(/<a href="\/[^"/]+\/([^"?]+\.html)">/g)].map(([, path]) => path);
    };
    assert.ok((await found('wipe a drive')).includes('give/wipe/index.html'));
    assert.ok((await found('USB 지우기')).includes('ko/give/wipe/index.html'));
    assert.ok((await found('Aviation Safety Act')).length > 0);
    // Every page has it in its menus, which are not searched.
    assert.deepEqual(await found('Lebkuchen'), []);
    assert.ok(!(await found('packing slip')).some((path) => path?.startsWith('statistics/')));
  });
});

/** What Kiwix serves of a ZIM file, by its address. */
async function served(t: TestContext, file: string): Promise<(path: string) => Promise<string>> {
  const port = await freePort();
  const server = spawn('kiwix-serve', ['--address=127.0.0.1', `--port=${port}`, file]);
  t.after(() => server.kill());
  let said = '';
  server.stdout.setEncoding('utf8');
  for await (const text of server.stdout as AsyncIterable<string>)
    if ((said += text).includes('can be accessed')) break;
  return async (path) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    assert.equal(answer.status, 200, `${path}: ${said}`);
    // As `text()` has it, but with the mark of the encoding.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.bytes());
  };
}
