import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { randomNumbers } from '../random.ts';
import { THOROUGH } from '../thorough.ts';
import { killGroup, PROJECT, put, start, temporaryFolder, until } from './copy.ts';

const REQUESTS = THOROUGH ? 10_000 : 1_000;
const PAGE = `<!doctype html><p>${'words '.repeat(400)}`;

/** A built site of two pages, served at a port of its own. */
async function served(t: TestContext): Promise<{ root: string; port: number; output: () => string }> {
  const root = temporaryFolder(t);
  for (const folder of ['dist', 'next']) {
    put(root, `${folder}/_headers`, '/*\n  X-Content-Type-Options: nosniff\n');
    put(root, `${folder}/index.html`, PAGE);
    put(root, `${folder}/404.html`, '<!doctype html><p>Wrong address');
    put(root, `${folder}/news/index.html`, '<!doctype html><p>News');
    put(root, `${folder}/data/news.csv`, 'id,title\n');
  }
  const server = start(root, ['node', join(PROJECT, 'src/commands/serve.ts')], { PORT: '0' });
  t.after(async () => {
    killGroup(server.pid);
    await server.end;
  });
  await until(() => server.output().includes('http://'));
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(server.output())?.[1]);
  return { root, port, output: server.output };
}

test('where another program answers at the port, says so and what to type', async (t) => {
  const { root, port } = await served(t);

  const second = start(root, ['node', join(PROJECT, 'src/commands/serve.ts')], { PORT: String(port) });

  const { code, output } = await second.end;
  assert.equal(code, 1);
  assert.match(output, /^Another program answers at port \d+, .*PORT=\d+ npm run serve\n$/);
});

test('says what a port is where it is told of none', async (t) => {
  const { root } = await served(t);

  for (const port of ['web', '70000', '1.5']) {
    const { code, output } = await start(root, ['node', join(PROJECT, 'src/commands/serve.ts')], {
      PORT: port,
    }).end;

    assert.equal(code, 1);
    assert.equal(output, `PORT is “${port}”. It is a number up to 65535: PORT=4321 npm run serve\n`);
  }
});

/** Sends bytes as they are, and gives what comes back until the server closes or says no more. */
const sent = (port: number, bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(bytes, 'latin1');
  });

const ask = (port: number, path: string, method = 'GET', headers = '') =>
  sent(port, `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

test('serves pages and files with their headers, and its own page for a wrong address', async (t) => {
  const { port } = await served(t);

  const [home, news, table, wrong] = await Promise.all(
    ['/', '/news/?a=b', '/data/news.csv', '/wrong/'].map((path) => ask(port, path)),
  );

  assert.deepEqual(
    [home, news, table, wrong].map((one) => statusOf(one ?? '')),
    [200, 200, 200, 404],
  );
  assert.match(home ?? '', /X-Content-Type-Options: nosniff/);
  assert.match(wrong ?? '', /Wrong address/);
});

test('leads from a page without its last slash to that page, with what is asked of it', async (t) => {
  const { port } = await served(t);

  const answers = await Promise.all(['/news', '/news?q=a%20b'].map((path) => ask(port, path)));

  assert.deepEqual(
    answers.map((one) => [statusOf(one), /^Location: (.*)\r$/m.exec(one)?.[1]]),
    [
      [301, '/news/'],
      [301, '/news/?q=a%20b'],
    ],
  );
});

test('answers a part of a file where it is asked for well, and else with the whole', async (t) => {
  const { port } = await served(t);
  const length = Buffer.byteLength(PAGE);

  const range = async (value: string) => {
    const answer = await ask(port, '/', 'GET', `Range: ${value}\r\n`);
    return `${statusOf(answer)} ${/Content-Length: (\d+)/i.exec(answer)?.[1] ?? ''}`;
  };

  assert.equal(await range('bytes=0-9'), '206 10');
  assert.equal(await range('bytes=-10'), '206 10');
  assert.equal(await range(`bytes=${length - 5}-`), '206 5');
  assert.match(await range('bytes=999999999999-'), /^416/);
  for (const odd of ['bytes=', 'bytes=a-b', 'lines=1-2', 'bytes=9-1-2', `bytes=${'9'.repeat(400)}-`])
    assert.match(await range(odd), /^200/, odd);
});

test('answers every other method with 405', async (t) => {
  const { port } = await served(t);

  for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const answer = await ask(port, '/', method);

    assert.equal(statusOf(answer), 405, method);
    assert.match(answer, /Allow: GET, HEAD/);
  }
});

test('outlives odd requests while the site is exchanged again and again', async (t) => {
  const { root, port, output } = await served(t);
  const random = randomNumbers(7);
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const odd = () =>
    ask(
      port,
      one([
        '/',
        '/news/',
        '/news',
        '//',
        '/%',
        '/%00',
        '/../../etc/passwd',
        '/%2e%2e/x',
        '*',
        'http://x:99999/',
        `/${'a'.repeat(5000)}`,
        '/\x01',
        '/data/',
        '/404.html',
        '/_headers',
        '?',
        '/%E0%A4%A',
        '/\\..\\',
      ]),
      one(['GET', 'GET', 'GET', 'HEAD', 'POST', 'get', 'BREW', 'CONNECT']),
      one([
        '',
        'Range: bytes=-1\r\n',
        'Range: bytes=5-2\r\n',
        'Range: bytes=0-0,2-3\r\n',
        'Range: x\r\n',
        'If-None-Match: "\r\n',
        'If-Modified-Since: never\r\n',
        'Accept-Encoding: gzip, x;q=9\r\n',
        'Content-Length: -1\r\n',
        'Expect: much\r\n',
        'Upgrade: websocket\r\nConnection: Upgrade\r\n',
        `X: ${'y'.repeat(20000)}\r\n`,
      ]),
    );
  let exchanges = 0;
  let isOver = false;
  const exchange = async () => {
    for (; !isOver; exchanges++) {
      renameSync(join(root, 'dist'), join(root, 'old'));
      await new Promise(setImmediate);
      renameSync(join(root, 'next'), join(root, 'dist'));
      renameSync(join(root, 'old'), join(root, 'next'));
      await new Promise(setImmediate);
    }
  };
  const work = Array.from({ length: 20 }, async () => {
    for (let count = 0; count < REQUESTS / 20; count++) await odd();
  });
  const exchanging = exchange();
  await Promise.all(work);
  isOver = true;
  await exchanging;

  assert.ok(exchanges > 0);
  assert.equal(statusOf(await ask(port, '/')), 200, output());
  assert.equal(output().trim().split('\n').length, 1, output());
});
