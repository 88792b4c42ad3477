import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { test } from 'node:test';
import { styleHash } from '../../src/publish/headers.ts';
import { assertWorked, start } from './copy.ts';
import { publish, putSite, shownRelease } from './release-sites.ts';
import { setUp } from '../programs.ts';

const CHANGES = 100;
/** Of how many pages a reader remembers the scripts. */
const MEMORY = 30;

test(`nginx shows ${CHANGES} releases one after the other under load, and no request fails`, async (t) => {
  setUp('wrk');
  const { root, target, site } = await shownRelease(t);
  const load = start(root, ['wrk', '-t1', '-c8', '-d3600s', '--latency', `${site}/`]);
  t.after(() => load.child.kill('SIGKILL'));
  const reader = readAll(site);

  const begin = performance.now();
  for (let version = 1; version <= CHANGES; version++) {
    putSite(root, `v${version}`);
    assertWorked(await publish(root, [target]));
  }
  const seconds = (performance.now() - begin) / 1000;
  const { requests, failed, releases } = await reader.end();
  load.child.kill('SIGINT');
  const { output } = await load.end;

  t.diagnostic(
    `${CHANGES} changes in ${seconds.toFixed(0)} s. A reader: ${requests} requests, ${failed.length} failed, ${releases} releases seen.`,
  );
  for (const line of output.trim().split('\n')) t.diagnostic(line.trim());
  assert.deepEqual(failed, []);
  assert.match(output, /\d+ requests in/);
  assert.doesNotMatch(output, /Non-2xx|Socket errors/);
  assert.ok(releases > CHANGES / 2, `${releases} releases were seen`);
});

test('while the sheet changes and the server reads its configuration again, every page may use its own', async (t) => {
  const { root, target, site } = await shownRelease(t);
  const reader = readAll(site, false);
  const reload = `kill -HUP $(cat ${root}/nginx/nginx.pid)`;

  for (let version = 1; version <= 5; version++) {
    putSite(root, `v${version}`, `p{margin:${version}px}`);
    assertWorked(await publish(root, [target, '--reload', reload]));
  }
  assertWorked(await publish(root, [target, '--back', '--reload', reload]));
  const { failed, requests, releases } = await reader.end();

  t.diagnostic(`A reader: ${requests} requests, ${failed.length} failed, ${releases} releases seen.`);
  assert.deepEqual(failed, []);
  assert.ok(releases >= 5);
});

/** Reads like somebody in the middle of a visit: the page, its script, and the scripts of pages seen before. */
function readAll(site: string, keepAlive = true) {
  // A server that reads its configuration again closes connections that wait, as it may.
  const agent = new Agent({ keepAlive });
  const failed: string[] = [];
  const scripts: string[] = [];
  const seen = new Set<string>();
  let requests = 0;
  let isOver = false;
  const ask = (path: string) =>
    new Promise<string>((resolve) => {
      requests++;
      const fail = (why: string) => {
        failed.push(`${path}: ${why}`);
        resolve('');
      };
      get(site + path, { agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const [, sheet] = /<style>(.*?)<\/style>/.exec(text) ?? [];
          const policy = `${response.headers['content-security-policy']}`;
          if (response.statusCode !== 200) fail(`${response.statusCode}`);
          else if (sheet !== undefined && !policy.includes(styleHash(sheet))) fail(`${policy} for ${sheet}`);
          else resolve(text);
        });
      }).on('error', ({ message }) => fail(message));
    });
  const work = (async () => {
    while (!isOver) {
      const page = await ask('/');
      const script = /src="([^"]+)"/.exec(page)?.[1];
      if (script === undefined) failed.push('a page without its end');
      else if (!seen.has(script)) scripts.push(script);
      seen.add(script ?? '');
      for (const one of scripts.slice(-MEMORY)) await ask(one);
    }
  })();
  const end = async () => {
    isOver = true;
    await work;
    agent.destroy();
    return { requests, failed, releases: seen.size };
  };
  return { end };
}
