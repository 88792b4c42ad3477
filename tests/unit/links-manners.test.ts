import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { pacer } from '../../src/commands/links/pace.ts';
import { means, redirect, serve, stillClock } from './links-servers.ts';

const robots = (body: string) => ({ '/robots.txt': { body } });

/* robots.txt */

test('a page that robots.txt closes is not asked for, one that it opens is', async (t) => {
  const page = await serve(t, {
    ...robots('User-agent: *\nDisallow: /closed\nAllow: /closed/but-this'),
    '/closed/page': {},
    '/closed/but-this': {},
    '/open': {},
  });
  const asking = means();

  const verdicts = [];
  for (const path of ['/closed/page', '/closed/but-this', '/open'])
    verdicts.push(await askAddress(page.at(path), asking));

  assert.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['robots', 'fine', 'fine'],
  );
  assert.match(verdicts[0]?.why ?? '', /^robots\.txt of 127\.0\.0\.1:\d+$/);
  assert.deepEqual(page.asked('/closed/page'), []);
  assert.deepEqual(page.asked('/robots.txt'), ['GET'], 'read once');
});

test('what robots.txt says to this very program counts before what it says to all', async (t) => {
  const { at } = await serve(t, {
    ...robots('User-agent: *\nDisallow:\n\nUser-agent: LitWindowsLinkCheck\nDisallow: /'),
    '/page': {},
  });

  const { kind } = await askAddress(at('/page'), means());

  assert.equal(kind, 'robots');
});

for (const status of [401, 403, 404, 410]) {
  test(`a robots.txt that is answered by ${status} closes nothing`, async (t) => {
    const { at } = await serve(t, { '/robots.txt': { status }, '/page': {} });

    const { kind } = await askAddress(at('/page'), means());

    assert.equal(kind, 'fine');
  });
}

for (const status of [429, 500, 503]) {
  test(`a robots.txt that the server fails to give (${status}) closes all, for now`, async (t) => {
    const page = await serve(t, { '/robots.txt': { status }, '/page': {} });

    const { kind } = await askAddress(page.at('/page'), means());

    assert.equal(kind, 'busy');
    assert.deepEqual(page.asked('/page'), []);
  });
}

test('a robots.txt that has moved is read where it is', async (t) => {
  const page = await serve(t, {
    '/robots.txt': redirect(301, '/moved/robots.txt'),
    '/moved/robots.txt': { body: 'User-agent: *\nDisallow: /page' },
    '/page': {},
  });

  const { kind } = await askAddress(page.at('/page'), means());

  assert.equal(kind, 'robots');
});

test('a host that does not give its robots.txt is tried twice, once for all its pages', async (t) => {
  const page = await serve(t, { '/robots.txt': (response) => response.destroy() });
  const asking = means();

  const verdicts = [await askAddress(page.at('/a'), asking), await askAddress(page.at('/b'), asking)];

  assert.deepEqual(verdicts, Array(2).fill({ kind: 'unreachable', why: 'connection' }));
  assert.deepEqual(
    page.seen.map(({ path }) => path),
    ['/robots.txt', '/robots.txt'],
  );
});

/* Rests between requests, by a clock that stands still until somebody waits. */

/** Seconds between the requests that a server saw. */
async function gapsOf(
  t: Parameters<typeof serve>[0],
  routes: Parameters<typeof serve>[1],
  paths: readonly string[],
): Promise<number[]> {
  const clock = stillClock();
  const { at, seen } = await serve(t, routes, clock);
  const asking = means(clock);
  await Promise.all(paths.map((path) => askAddress(at(path), asking)));
  return seen.slice(1).map((request, index) => (request.at - (seen[index]?.at ?? 0)) / 1000);
}

test('requests to one host lie two seconds apart, whoever sends them, and whatever the answer', async (t) => {
  const routes = { '/a': {}, '/b': redirect(302, '/a'), '/c': { status: 500 } };

  const gaps = await gapsOf(t, routes, ['/a', '/b', '/c', '/a']);

  assert.equal(gaps.length, 6, 'robots.txt, five times HEAD, once GET');
  assert.deepEqual(gaps, Array(6).fill(2));
});

test('a longer rest that robots.txt asks for is kept', async (t) => {
  const gaps = await gapsOf(t, { ...robots('User-agent: *\nCrawl-delay: 10') }, ['/a', '/a']);

  assert.deepEqual(gaps, Array(4).fill(10));
});

test('a rest of an hour is cut to a minute, and one of less than nothing is two seconds', async (t) => {
  const long = await gapsOf(t, { ...robots('User-agent: *\nCrawl-delay: 3600'), '/a': {} }, ['/a']);
  const short = await gapsOf(t, { ...robots('User-agent: *\nCrawl-delay: -5'), '/a': {} }, ['/a']);

  assert.deepEqual([long, short], [[60], [2]]);
});

test('hosts do not wait for each other; names with and without www are one host', async () => {
  const clock = stillClock();
  const pace = pacer(clock, 2_000);
  const begins: [string, number][] = [];
  const turn = (url: string) => pace.turn(new URL(url), async () => void begins.push([url, clock.now()]));
  const start = clock.now();

  await turn('https://a.example/');
  await turn('https://b.example/');
  await turn('http://www.a.example/');

  assert.deepEqual(begins, [
    ['https://a.example/', start],
    ['https://b.example/', start],
    ['http://www.a.example/', start + 2_000],
  ]);
});

test('a host gets one request at a time, and the next one also after a fault', async () => {
  const pace = pacer(stillClock(), 0);
  const url = new URL('https://a.example/');
  const running = { now: 0, most: 0 };
  const task = async () => {
    running.most = Math.max(running.most, ++running.now);
    await new Promise(setImmediate);
    running.now--;
    throw new Error('a fault');
  };

  const ends = await Promise.allSettled([1, 2, 3].map(() => pace.turn(url, task)));

  assert.equal(running.most, 1);
  assert.deepEqual(
    ends.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
});
