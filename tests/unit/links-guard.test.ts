import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { isPublic, type Resolve } from '../../src/commands/links/guard.ts';
import { requester, type Request } from '../../src/commands/links/request.ts';
import { AGENT, means, serve, stillClock } from './links-servers.ts';

const HIDDEN = [
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '127.0.0.1',
  '127.9.9.9',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'ff02::1',
  'no address',
];
const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450::1',
];

test('tells public computers from all others', () => {
  const found = [...HIDDEN, ...PUBLIC].filter(isPublic);

  assert.deepEqual(found, PUBLIC);
});

/** What becomes of an address if each name leads to these computers. */
function verdictOf(url: string, computers: readonly string[] = []) {
  const resolve: Resolve = async () => computers.map((address) => ({ address, family: 4 }));
  const request = requester({ agent: AGENT, limitMs: 5_000, resolve });
  return askAddress(url, means(stillClock(), request));
}

for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0177.0.0.1']) {
  test(`a server behind the number ${host} hears nothing`, async (t) => {
    const { at, seen } = await serve(t, { '/page': {} });

    const { kind } = await verdictOf(at('/page').replace('127.0.0.1', host));

    assert.equal(kind, 'hidden');
    assert.deepEqual(seen, []);
  });
}

test('a name that leads to this computer is refused, and so is one that leads there among others', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });
  const named = at('/page').replace('127.0.0.1', 'name.example');

  const verdicts = [
    await verdictOf(named, ['127.0.0.1']),
    await verdictOf(named, ['8.8.8.8', '127.0.0.1']),
    await verdictOf(named, []),
  ];

  assert.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['hidden', 'hidden', 'hidden'],
  );
  assert.deepEqual(seen, []);
});

test('localhost is refused as the system itself looks it up', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });
  const request = requester({ agent: AGENT, limitMs: 5_000 });

  const { kind } = await askAddress(
    at('/page').replace('127.0.0.1', 'localhost'),
    means(stillClock(), request),
  );

  assert.equal(kind, 'hidden');
  assert.deepEqual(seen, []);
});

test('a redirect into the network of the computer that asks is not followed', async (t) => {
  const { at, seen } = await serve(t, { '/secret': {} });
  const guarded = requester({ agent: AGENT, limitMs: 5_000 });
  const request: Request = async (url, ...rest) =>
    url.hostname === 'public.example'
      ? { status: 302, location: at('/secret'), retryAfter: undefined, body: '' }
      : guarded(url, ...rest);
  const asking = { ...means(stillClock(), request), leave: async () => 'yes' as const };

  const { kind, why } = await askAddress('https://public.example/page', asking);

  assert.equal(kind, 'hidden');
  assert.match(why, /^127\.0\.0\.1:\d+$/);
  assert.deepEqual(seen, []);
});

test('a name and a password in an address are not sent', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });

  await askAddress(at('/page').replace('//', '//name:word@'), means());

  assert.equal(seen.length, 2);
  for (const { headers } of seen) assert.equal(headers.authorization, undefined);
});
