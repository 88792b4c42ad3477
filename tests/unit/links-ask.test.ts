import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { requester, type Reply } from '../../src/commands/links/request.ts';
import { AGENT, means, NOON, redirect, serve, stillClock } from './links-servers.ts';

test('a page that is there is asked for once, by name, without cookie and referrer', async (t) => {
  const { at, seen } = await serve(t, { '/page?a=b': { headers: { 'set-cookie': 'id=1' } } });
  const asking = means();

  const verdicts = [await askAddress(at('/page?a=b'), asking), await askAddress(at('/page?a=b'), asking)];

  assert.deepEqual(verdicts, Array(2).fill({ kind: 'fine', why: '' }));
  const [robots, ...pages] = seen;
  assert.equal(robots?.path, '/robots.txt');
  for (const { method, headers } of pages) {
    assert.equal(method, 'HEAD');
    assert.deepEqual(Object.keys(headers).sort(), [
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    assert.equal(headers['user-agent'], AGENT);
  }
  assert.equal(pages.length, 2);
});

for (const status of [400, 403, 404, 405, 500, 501]) {
  test(`a server that answers ${status} to HEAD is asked by GET before it is judged`, async (t) => {
    const page = await serve(t, {
      '/page': (response, method) => response.writeHead(method === 'HEAD' ? status : 200).end('text'),
    });

    const { kind } = await askAddress(page.at('/page'), means());

    assert.equal(kind, 'fine');
    assert.deepEqual(page.asked('/page'), ['HEAD', 'GET']);
  });
}

const STATUSES: Record<string, number[]> = {
  dead: [404, 410],
  refused: [400, 401, 402, 403, 405, 406, 451],
  busy: [408, 425, 429, 500, 502, 503, 504],
};
for (const [kind, statuses] of Object.entries(STATUSES)) {
  for (const status of statuses) {
    test(`an answer of ${status} is ${kind}`, async (t) => {
      const { at } = await serve(t, { '/page': { status } });

      const verdict = await askAddress(at('/page'), means());

      assert.deepEqual(verdict, { kind, why: String(status) });
    });
  }
}

test('a page is not fetched to its end', { timeout: 10_000 }, async (t) => {
  const closed = Promise.withResolvers<void>();
  const { at } = await serve(t, {
    '/page': (response, method) => {
      if (method === 'HEAD') return response.writeHead(405).end();
      response.on('close', closed.resolve);
      return response.writeHead(200).write('the beginning of a page that never ends');
    },
  });

  const { kind } = await askAddress(at('/page'), means());

  assert.equal(kind, 'fine');
  await closed.promise;
});

/* Redirects. */

for (const status of [301, 308]) {
  test(`a page that moved for good (${status}) is named with its new address`, async (t) => {
    const { at } = await serve(t, { '/old': redirect(status, '/new'), '/new': {} });

    const verdict = await askAddress(at('/old'), means());

    assert.deepEqual(verdict, { kind: 'moved', why: '', to: at('/new') });
  });
}

for (const status of [302, 303, 307]) {
  test(`a page that moved for a time (${status}) keeps its address`, async (t) => {
    const { at } = await serve(t, { '/old': redirect(status, '/new'), '/new': {} });

    const { kind } = await askAddress(at('/old'), means());

    assert.equal(kind, 'fine');
  });
}

test('of several moves only those for good count, up to the first that is for a time', async (t) => {
  const { at } = await serve(t, {
    '/a/1': redirect(301, '2'),
    '/a/2': redirect(308, '../b/?x=1'),
    '/b/?x=1': redirect(302, '/c'),
    '/c': redirect(301, '/d'),
    '/d': {},
  });

  const verdict = await askAddress(at('/a/1'), means());

  assert.deepEqual(verdict, { kind: 'moved', why: '', to: at('/b/?x=1') });
});

test('a move for good to another host asks that host for its robots.txt', async (t) => {
  const other = await serve(t, {
    '/robots.txt': { body: 'User-agent: *\nDisallow: /kept' },
    '/kept': {},
  });
  const { at } = await serve(t, { '/old': redirect(301, other.at('/kept')) });

  const { kind } = await askAddress(at('/old'), means());

  assert.equal(kind, 'robots');
  assert.deepEqual(other.asked('/kept'), []);
});

test('a move for good to a page that is gone makes no new address', async (t) => {
  const { at } = await serve(t, { '/old': redirect(301, '/new') });

  const { kind } = await askAddress(at('/old'), means());

  assert.equal(kind, 'dead');
});

test('a page that is answered under https now is named as such', async () => {
  const answers: Record<string, Partial<Reply>> = {
    'http://example.org/page': { status: 301, location: 'https://example.org/page' },
    'https://example.org/page': { status: 200 },
  };
  const request = async ({ href }: URL) => ({
    ...{ status: 404, location: undefined, retryAfter: undefined, body: '' },
    ...answers[href],
  });

  const verdict = await askAddress('http://example.org/page', means(stillClock(), request));

  assert.deepEqual(verdict, { kind: 'moved', why: 'https', to: 'https://example.org/page' });
});

for (const front of ['/', '/en/', '/ko', '/index.html', '/en-us/home']) {
  for (const status of [301, 302]) {
    test(`a redirect (${status}) to the front page ${front} has lost the path`, async (t) => {
      const { at } = await serve(t, { '/2017/report': redirect(status, front), [front]: {} });

      const verdict = await askAddress(at('/2017/report'), means());

      assert.deepEqual(verdict, { kind: 'lost', why: 'the front page', to: at(front) });
    });
  }
}

test('a front page may lead to that of a language', async (t) => {
  const { at } = await serve(t, { '/': redirect(302, '/en/'), '/en/': {} });

  const { kind } = await askAddress(at('/'), means());

  assert.equal(kind, 'fine');
});

test('an address that lies in the query is no front page', async (t) => {
  const { at } = await serve(t, { '/old': redirect(301, '/?p=12'), '/?p=12': {} });

  const { kind } = await askAddress(at('/old'), means());

  assert.equal(kind, 'moved');
});

test('redirects in a circle end, and so do more than five', async (t) => {
  const page = await serve(t, {
    '/a': redirect(302, '/b'),
    '/b': redirect(302, '/a'),
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`/${index}`, redirect(302, `/${index + 1}`)]),
    ),
  });

  const verdicts = [await askAddress(page.at('/a'), means()), await askAddress(page.at('/0'), means())];

  assert.deepEqual(verdicts, [
    { kind: 'lost', why: 'redirects in a circle', to: page.at('/a') },
    { kind: 'lost', why: 'more than 5 redirects', to: page.at('/6') },
  ]);
  assert.deepEqual(page.asked('/6'), []);
});

test('five redirects are followed', async (t) => {
  const chain = Array.from({ length: 5 }, (_, index) => [`/${index}`, redirect(302, `/${index + 1}`)]);
  const { at } = await serve(t, { ...Object.fromEntries(chain), '/5': {} });

  const { kind } = await askAddress(at('/0'), means());

  assert.equal(kind, 'fine');
});

for (const location of ['ftp://example.org/file', 'javascript:alert(1)', 'http://']) {
  test(`a redirect to ${location} names no page`, async (t) => {
    const { at } = await serve(t, { '/page': redirect(302, location) });

    const verdict = await askAddress(at('/page'), means());

    assert.deepEqual(verdict, { kind: 'lost', why: 'a redirect that names no page' });
  });
}

/* Servers that ask for patience. */

test('a server that asks for patience is left alone for that time, and asked once more', async (t) => {
  const clock = stillClock();
  const busy = { status: 429, headers: { 'retry-after': '37' } };
  const { at, seen } = await serve(t, { '/page': [busy, {}] }, clock);

  const { kind } = await askAddress(at('/page'), means(clock));

  assert.equal(kind, 'fine');
  const [, first, second] = seen.map((request) => request.at);
  assert.ok((second ?? 0) - (first ?? 0) >= 37_000);
});

test('a server that names a day and an hour is left alone until then', async (t) => {
  const clock = stillClock();
  const until = NOON + 60_000;
  const busy = { status: 503, headers: { 'retry-after': new Date(until).toUTCString() } };
  const { at, seen } = await serve(t, { '/page': [busy, {}] }, clock);

  const { kind } = await askAddress(at('/page'), means(clock));

  assert.equal(kind, 'fine');
  assert.ok((seen.at(-1)?.at ?? 0) >= until);
});

test('a server that stays busy is asked no third time, and one that wants to rest for long no second time', async (t) => {
  const page = await serve(t, {
    '/short': { status: 503, headers: { 'retry-after': '5' } },
    '/long': { status: 503, headers: { 'retry-after': '3600' } },
    '/never': { status: 503 },
  });

  const kinds = [];
  for (const path of ['/short', '/long', '/never'])
    kinds.push((await askAddress(page.at(path), means())).kind);

  assert.deepEqual(kinds, ['busy', 'busy', 'busy']);
  assert.deepEqual(
    ['/short', '/long', '/never'].map((path) => page.asked(path).length),
    [2, 1, 1],
  );
});

/* Networks that fail. */

test('a server that hangs is given up after the limit, twice', async (t) => {
  const hanging = await serve(t, { '/page': () => {} });
  const request = requester({ agent: AGENT, limitMs: 60, privateToo: true });

  const verdict = await askAddress(hanging.at('/page'), means(stillClock(), request));

  assert.deepEqual(verdict, { kind: 'unreachable', why: 'time-out' });
  assert.deepEqual(hanging.asked('/page'), ['HEAD', 'GET']);
});

test('a connection that breaks once is tried a second time', async (t) => {
  const page = await serve(t, {
    '/page': (response, method) => (method === 'HEAD' ? response.destroy() : response.end('text')),
  });

  const { kind } = await askAddress(page.at('/page'), means());

  assert.equal(kind, 'fine');
});

test('a host without a name, a port without a server and a server without TLS are told apart', async (t) => {
  const { at } = await serve(t, {});
  const resolve = async () => {
    throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  };
  const nameless = requester({ agent: AGENT, limitMs: 5_000, resolve });
  // Port 1 is for a service that nobody runs any more.
  const closed = 'http://127.0.0.1:1/page';

  const verdicts = [
    await askAddress('https://name.example/', means(stillClock(), nameless)),
    await askAddress(closed, means()),
    await askAddress(at('/page').replace('http:', 'https:'), means()),
  ];

  assert.deepEqual(
    verdicts.map(({ kind, why }) => `${kind}: ${why}`),
    ['unreachable: DNS', 'unreachable: connection', 'unreachable: TLS'],
  );
});
