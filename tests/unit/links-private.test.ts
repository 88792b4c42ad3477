import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAddress } from '../../src/commands/links/ask.ts';
import { isPublic, publicOnly } from '../../src/commands/links/visitor.ts';
import { internet, redirect, serve, visit } from './links-servers.ts';

const PRIVATE = [
  ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1'],
  ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::a00:1'],
  ...['::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '64:ff9b:1::a00:1', '2001::1', '2001:db8::1'],
  ...['2002:a00:1::', '3fff::1', '4000::1', 'fc00::1', 'fd12::1'],
  ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
  'no address',
];
const PUBLIC = [
  ...['1.1.1.1', '8.8.8.8', '100.63.255.255', '172.15.0.1', '172.32.0.1', '192.169.0.1', '223.255.255.255'],
  ...['2606:4700::1111', '2a00:1450::1'],
];

test('tells public computers from all others', () => {
  const found = [...PRIVATE, ...PUBLIC].filter(isPublic);

  assert.deepEqual(found, PUBLIC);
});

/** Asks an address if each name leads to these computers. */
function kindOf(url: string, computers: readonly string[]) {
  const dispatcher = publicOnly((_host, _options, done) =>
    done(
      null,
      computers.map((address) => ({ address, family: 4 })),
    ),
  );
  return askAddress(url, visit({ dispatcher })).then(({ kind }) => kind);
}

for (const host of '127.0.0.1 [::1] [::ffff:127.0.0.1] 2130706433 0x7f.1 0177.0.0.1 127.0.0.1.'.split(' ')) {
  test(`a server behind the number ${host} hears nothing`, async (t) => {
    const { at, seen } = await serve(t, { '/page': {} });

    const { kind } = await askAddress(
      at('/page').replace('127.0.0.1', host),
      visit({ dispatcher: publicOnly() }),
    );

    assert.equal(kind, 'private');
    assert.deepEqual(seen, []);
  });
}

test('a name that leads to this computer is refused, and so is one that leads there among others', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });
  const named = at('/page').replace('127.0.0.1', 'name.example');

  for (const computers of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], []])
    assert.equal(await kindOf(named, computers), 'private');
  assert.deepEqual(seen, []);
});

test('localhost is refused as the system itself looks it up', async (t) => {
  const { at, seen } = await serve(t, { '/page': {} });

  const { kind } = await askAddress(
    at('/page').replace('127.0.0.1', 'localhost'),
    visit({ dispatcher: publicOnly() }),
  );

  assert.equal(kind, 'private');
  assert.deepEqual(seen, []);
});

test('a host without a name on the Internet cannot be reached', async () => {
  const dispatcher = publicOnly((_host, _options, done) => done(new Error('no such host'), []));

  const verdict = await askAddress('https://name.example/', visit({ dispatcher }));

  assert.deepEqual(verdict, { kind: 'unreachable', why: 'no such host' });
});

for (const path of ['/page', '/robots.txt']) {
  test(`a redirect of ${path} into the network of the computer that asks is not followed`, async (t) => {
    const { at, seen } = await serve(t, { '/secret': {} });
    const stand = await serve(t, { '/page': {}, [path]: redirect(302, at('/secret')) });
    const dispatcher = internet({ 'https://public.example': stand.at('') }, publicOnly());

    const { kind } = await askAddress('https://public.example/page', visit({ dispatcher }));

    assert.equal(kind, 'private');
    assert.deepEqual(seen, []);
  });
}
