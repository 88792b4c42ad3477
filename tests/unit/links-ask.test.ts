import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { internet, redirect, serve, visit } from './links-servers.ts';

test('a page that is there is asked for once, by name, without cookie and referrer', async (t) => {
  const { at, seen } = await serve(t, { '/page?a=b': { headers: { 'set-cookie': 'id=1' } } });
  const visiting = visit();

  const verdicts = [await askAddress(at('/page?a=b'), visiting), await askAddress(at('/page?a=b'), visiting)];

  assert.deepEqual(verdicts, Array(2).fill({ kind: 'fine', why: '' }));
  const [robots, ...pages] = seen;
  assert.equal(robots?.path, '/robots.txt');
  assert.deepEqual(
    pages.map(({ method, headers }) => `${method} ${Object.keys(headers).sort()}`),
    Array(2).fill('HEAD accept,connection,host,user-agent'),
  );
  assert.match(
    pages[0]?.headers['user-agent'] ?? '',
    /^LitWindowsLinkCheck\/1\.0 \(.* Lit Windows .*; \+https:\/\/site\.example\/\)$/,
  );
});

test('a name and a password in an address are not sent', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });

  await askAddress(at('/page').replace('//', '//name:word@'), visit());

  assert.deepEqual(
    seen.map(({ headers }) => headers.authorization),
    [undefined, undefined],
  );
});

for (const status of [400, 403, 404, 405, 500, 501, 'nothing']) {
  test(`a server that answers ${status} to HEAD is asked by GET before it is judged`, async (t) => {
    const page = await serve(t, {
      '/page': (response, method) => {
        if (method === 'GET') response.end('text');
        else if (typeof status === 'number') response.writeHead(status).end();
        else response.destroy();
      },
    });

    const { kind } = await askAddress(page.at('/page'), visit());

    assert.equal(kind, 'fine');
    assert.deepEqual(page.asked('/page'), ['HEAD', 'GET']);
  });
}

const STATUSES: Record<string, number[]> = {
  gone: [404, 410],
  refused: [400, 401, 402, 403, 405, 406, 451],
  busy: [408, 425, 500, 502, 503, 504],
};
for (const [kind, statuses] of Object.entries(STATUSES)) {
  for (const status of statuses) {
    test(`an answer of ${status} is ${kind}`, async (t) => {
      const { at } = await serve(t, { '/page': { status } });

      const verdict = await askAddress(at('/page'), visit());

      assert.deepEqual(verdict, { kind, why: String(status) });
    });
  }
}

test('a page is not fetched to its end', { timeout: 5_000 }, async (t) => {
  const closed = Promise.withResolvers<void>();
  const { at } = await serve(t, {
    '/page': (response, method) => {
      if (method === 'HEAD') return response.writeHead(405).end();
      response.on('close', closed.resolve);
      return response.writeHead(200).write('the beginning of a page that never ends');
    },
  });

  const { kind } = await askAddress(at('/page'), visit({ limitMs: 60_000 }));

  assert.equal(kind, 'fine');
  await closed.promise;
});

/* Redirects. */

const MOVES = { moved: [301, 308], fine: [302, 303, 307] };
for (const [kind, statuses] of Object.entries(MOVES)) {
  for (const status of statuses) {
    test(`a page that a redirect of ${status} leads to is ${kind}`, async (t) => {
      const { at } = await serve(t, { '/old': redirect(status, '/new'), '/new': {} });

      const verdict = await askAddress(at('/old'), visit());

      assert.deepEqual(verdict, { kind, why: '', ...(kind === 'moved' && { to: at('/new') }) });
    });
  }
}

test('of several moves only those for good count, up to the first that is for a time', async (t) => {
  const { at } = await serve(t, {
    '/a/1': redirect(301, '2'),
    '/a/2': redirect(308, '../b/?x=1'),
    '/b/?x=1': redirect(302, '/c'),
    '/c': redirect(301, '/d'),
    '/d': {},
  });

  const verdict = await askAddress(at('/a/1'), visit());

  assert.deepEqual(verdict, { kind: 'moved', why: '', to: at('/b/?x=1') });
});

for (const front of ['/', '/en/', '/ko', '/index.html', '/en-us/home']) {
  for (const status of [301, 302]) {
    test(`a page that leads (${status}) to the front page ${front} is gone`, async (t) => {
      const { at } = await serve(t, { '/2017/report': redirect(status, front), [front]: {} });

      const verdict = await askAddress(at('/2017/report'), visit());

      assert.deepEqual(verdict, { kind: 'gone', why: `leads to ${at(front)}` });
    });
  }
}

test('a front page may lead to that of a language, and an address in the query is no front page', async (t) => {
  const routes = { '/': redirect(302, '/en/'), '/en/': {}, '/old': redirect(301, '/?p=12'), '/?p=12': {} };
  const { at } = await serve(t, routes);

  const verdicts = [await askAddress(at('/'), visit()), await askAddress(at('/old'), visit())];

  assert.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['fine', 'moved'],
  );
});

test('five redirects are followed, and no more', async (t) => {
  const chain = Array.from({ length: 9 }, (_, index) => [`/${index}`, redirect(302, `/${index + 1}`)]);
  const page = await serve(t, { ...Object.fromEntries(chain), '/9': {} });

  const verdicts = [await askAddress(page.at('/4'), visit()), await askAddress(page.at('/3'), visit())];

  assert.deepEqual(verdicts, [
    { kind: 'fine', why: '' },
    { kind: 'gone', why: 'more than 5 redirects' },
  ]);
  assert.deepEqual(page.asked('/9'), ['HEAD']);
});

const NOWHERE: Record<string, string> = {
  '/page': 'redirects in a circle',
  '/missing': '404',
  'ftp://example.org/file': 'a redirect to no page',
  'javascript:alert(1)': 'a redirect to no page',
  'http://': 'a redirect to no page',
};
for (const [location, why] of Object.entries(NOWHERE)) {
  test(`a page that leads to ${location} is gone`, async (t) => {
    const { at } = await serve(t, { '/page': redirect(301, location) });

    const verdict = await askAddress(at('/page'), visit());

    assert.deepEqual(verdict, { kind: 'gone', why });
  });
}

test('a page that is answered under https now has moved', async (t) => {
  const plain = await serve(t, { '/page': redirect(301, 'https://a.example/page') });
  const secure = await serve(t, { '/page': {} });
  const dispatcher = internet({ 'http://a.example': plain.at(''), 'https://a.example': secure.at('') });

  const verdict = await askAddress('http://a.example/page', visit({ dispatcher }));

  assert.deepEqual(verdict, { kind: 'moved', why: '', to: 'https://a.example/page' });
});

/* Networks that fail. */

test('a server that hangs is given up after the limit, twice', async (t) => {
  const hanging = await serve(t, { '/page': () => {} });

  const verdict = await askAddress(hanging.at('/page'), visit({ limitMs: 1_000 }));

  assert.equal(verdict.kind, 'unreachable');
  assert.match(verdict.why, /timeout/);
  assert.deepEqual(hanging.asked('/page'), ['HEAD', 'GET']);
});

test('a port without a server and a server without TLS cannot be reached', async (t) => {
  const { at } = await serve(t, {});
  // Port 1 is for a service that nobody runs any more.
  const addresses = ['http://127.0.0.1:1/page', at('/page').replace('http:', 'https:')];

  for (const address of addresses) {
    const { kind, why } = await askAddress(address, visit());

    assert.equal(kind, 'unreachable');
    assert.match(why, /ECONNREFUSED|SSL/);
  }
});
