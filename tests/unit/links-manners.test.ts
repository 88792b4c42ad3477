import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { internet, redirect, serve, visit } from './links-servers.ts';

const robots = (body: string) => ({ '/robots.txt': { body } });

/* robots.txt */

test('a page that robots.txt closes is not asked for, one that it opens is', async (t) => {
  const page = await serve(t, {
    ...robots('User-agent: *\nDisallow: /closed\nAllow: /closed/but-this'),
    '/closed/page': {},
    '/closed/but-this': {},
    '/open': {},
  });
  const visiting = visit();

  const verdicts = [];
  for (const path of ['/closed/page', '/closed/but-this', '/open'])
    verdicts.push(await askAddress(page.at(path), visiting));

  assert.deepEqual(verdicts, [
    { kind: 'refused', why: 'robots.txt' },
    { kind: 'fine', why: '' },
    { kind: 'fine', why: '' },
  ]);
  assert.deepEqual(page.asked('/closed/page'), []);
  assert.deepEqual(page.asked('/robots.txt'), ['GET'], 'read once');
});

test('a page that moved to another host is asked for as robots.txt of that host wishes', async (t) => {
  const other = await serve(t, { ...robots('User-agent: *\nDisallow: /kept'), '/kept': {} });
  const { at } = await serve(t, { '/old': redirect(301, other.at('/kept')) });

  const { kind } = await askAddress(at('/old'), visit());

  assert.equal(kind, 'refused');
  assert.deepEqual(other.asked('/kept'), []);
});

const FILES: Record<string, [kind: string, answer: Parameters<typeof serve>[1][string]]> = {
  'names this very program': [
    'refused',
    { body: 'User-agent: *\nDisallow:\n\nUser-agent: LitWindowsLinkCheck\nDisallow: /' },
  ],
  'has moved': ['refused', redirect(301, '/moved.txt')],
  'is answered by 401': ['fine', { status: 401 }],
  'is answered by 403': ['fine', { status: 403 }],
  'is answered by 404': ['fine', { status: 404 }],
  'is answered by 410': ['fine', { status: 410 }],
  'is answered by 429': ['busy', { status: 429 }],
  'is answered by 500': ['busy', { status: 500 }],
  'is answered by 503': ['busy', { status: 503 }],
};
for (const [what, [kind, answer]] of Object.entries(FILES)) {
  test(`a page whose robots.txt ${what} is ${kind}`, async (t) => {
    const page = await serve(t, {
      '/robots.txt': answer,
      '/moved.txt': { body: 'User-agent: *\nDisallow: /page' },
      '/page': {},
    });

    const verdict = await askAddress(page.at('/page'), visit());

    assert.equal(verdict.kind, kind);
    assert.equal(page.asked('/page').length, kind === 'fine' ? 1 : 0);
  });
}

test('a host that does not give its robots.txt is tried twice, once for all its pages', async (t) => {
  const page = await serve(t, { '/robots.txt': (response) => response.destroy() });
  const visiting = visit();

  const verdicts = [await askAddress(page.at('/a'), visiting), await askAddress(page.at('/b'), visiting)];

  assert.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['unreachable', 'unreachable'],
  );
  assert.deepEqual(
    page.seen.map(({ path }) => path),
    ['/robots.txt', '/robots.txt'],
  );
});

test('of a robots.txt without end the beginning counts', { timeout: 5_000 }, async (t) => {
  const { at } = await serve(t, {
    '/robots.txt': (response) =>
      response.write(`User-agent: *\nDisallow: /page\n${'# long\n'.repeat(100_000)}`),
  });

  const { kind } = await askAddress(at('/page'), visit({ limitMs: 60_000 }));

  assert.equal(kind, 'refused');
});

/* Rests between requests. */

for (const [status, headers] of [
  [429, {}],
  [503, { 'retry-after': '1' }],
] as const) {
  test(`a host that answers ${status} to be left alone is asked for nothing more`, async (t) => {
    const { at, seen } = await serve(t, { '/busy': { status, headers }, '/other': {} });
    const visiting = visit();

    const verdicts = [await askAddress(at('/busy'), visiting), await askAddress(at('/other'), visiting)];

    assert.deepEqual(
      verdicts.map(({ kind }) => kind),
      ['busy', 'busy'],
    );
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/robots.txt', '/busy'],
    );
  });
}

/** The shortest time between two of the requests that a server saw, in milliseconds. */
async function shortestGap(
  t: TestContext,
  routes: Parameters<typeof serve>[1],
  paths: readonly string[],
  visiting: ReturnType<typeof visit>,
) {
  const { at, seen } = await serve(t, routes);
  await Promise.all(paths.map((path) => askAddress(at(path), visiting)));
  return {
    gap: Math.min(...seen.slice(1).map((one, index) => one.at - (seen[index]?.at ?? 0))),
    count: seen.length,
  };
}

/** A timer may ring a moment early. */
const ALMOST = 0.9;

test('requests to one host lie apart, whoever sends them, and whatever the answer', async (t) => {
  const routes = { '/a': {}, '/b': redirect(302, '/a'), '/c': { status: 500 } };

  const { gap, count } = await shortestGap(t, routes, ['/a', '/b', '/c', '/a'], visit({ gapMs: 40 }));

  assert.equal(count, 7, 'robots.txt, five times HEAD, once GET');
  assert.ok(gap >= 40 * ALMOST, `${gap}`);
});

const DELAYS: Record<string, number> = { '0.08': 80, '3600': 120, '-5': 20 };
for (const [delay, gapMs] of Object.entries(DELAYS)) {
  test(`where robots.txt asks for a rest of ${delay} s, and 20 to 120 ms are ours, it is ${gapMs} ms`, async (t) => {
    const routes = robots(`User-agent: *\nCrawl-delay: ${delay}`);

    const { gap } = await shortestGap(t, routes, ['/a'], visit({ gapMs: 20, longestGapMs: 120 }));

    assert.ok(gap >= gapMs * ALMOST, `${gap}`);
  });
}

test('hosts do not wait for each other; names with and without www are one host', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });
  const names = ['http://a.example', 'http://b.example', 'http://www.a.example'];
  const dispatcher = internet(Object.fromEntries(names.map((name) => [name, at('')])));
  const visiting = visit({ dispatcher, gapMs: 500 });

  await Promise.all(names.slice(0, 2).map((name) => askAddress(`${name}/page`, visiting)));
  await askAddress(`${names[2]}/page`, visiting);

  const [robotsOfOne = 0, robotsOfOther = 0, page = 0, , robotsOfWww = 0] = seen.map((one) => one.at);
  assert.ok(robotsOfOther - robotsOfOne < 500 * ALMOST, 'a host is asked while another rests');
  assert.ok(robotsOfWww - page >= 500 * ALMOST, 'with www it rests with its host');
});
