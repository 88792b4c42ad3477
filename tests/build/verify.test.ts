import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { writeChecksums } from '../../src/publish/checksums.ts';
import { setUp } from '../programs.ts';
import { assertFailed, assertWorked, copyProject, PROJECT, put, start, temporaryFolder } from './copy.ts';

const FILES = {
  'index.html': '<p>Home',
  'news/x/index.html': '<p>News',
  'old/index.html': '<p>Moved',
  '404.html': '<p>Wrong address',
  'data/news.csv': 'id\n',
};

/** A small site with its list, and a whole copy of it. */
async function siteAndCopy(t: TestContext) {
  const root = temporaryFolder(t);
  // With a byte order mark, as some editors save it.
  put(root, 'content/data/redirects.json', '\uFEFF[{ "from": "/old/", "to": "/news/x/" }]');
  for (const [path, text] of Object.entries(FILES))
    for (const folder of ['dist', 'copy']) put(root, `${folder}/${path}`, text);
  writeChecksums(join(root, 'dist'));
  const verify = (...args: string[]) =>
    start(root, ['node', join(PROJECT, 'src/commands/verify.ts'), ...args]).end;
  return { root, verify };
}

test('a whole copy is said to be whole, also with what a system leaves on a stick', async (t) => {
  const { root, verify } = await siteAndCopy(t);
  put(root, 'copy/._index.html', 'x');

  const end = await verify('copy');

  assertWorked(end);
  assert.match(
    end.output,
    /^Compared copy with the 5 files of dist\/SHA256SUMS, .*\nThe copy is whole and true\.\n$/,
  );
});

test('a file that differs, is missing or is more is named', async (t) => {
  const { root, verify } = await siteAndCopy(t);
  put(root, 'copy/news/x/index.html', '<p>News!');
  put(root, 'copy/extra.html', '<p>Extra');
  rmSync(join(root, 'copy/data/news.csv'));

  assertFailed(
    await verify('copy'),
    /1 file is another than ours:\n {2}news\/x\/index\.html\n1 file is missing:\n {2}data\/news\.csv\n1 file is not ours:\n {2}extra\.html\nThis copy is not the true one/,
  );
});

test('what cannot be compared is told in a sentence', async (t) => {
  const { root, verify } = await siteAndCopy(t);

  assertFailed(await verify('nowhere'), /^There is no folder nowhere\. /);
  for (const odd of ['https://a.example/below/', 'https://', 'HTTPS://a b/'])
    assertFailed(await verify(odd), /no address of a host/);
  assertFailed(await verify('copy', '--list', 'dist'), /^There is no list of checksums at dist\./);
  assertFailed(await verify('http://127.0.0.1:9/'), /^127\.0\.0\.1:9 does not answer for [\w.]+\w\S*: /);
  put(root, 'content/data/redirects.json', '[{');
  assertFailed(
    await verify('http://127.0.0.1:9/'),
    /^content\/data\/redirects\.json cannot be read\. Run “npm run check”/,
  );
  assertFailed(await verify(), /npm run verify -- <address or folder>/);
  put(root, 'dist/SHA256SUMS', '<!doctype html>');
  assertFailed(await verify('copy'), /^This is no list of checksums/);
  rmSync(join(root, 'dist/SHA256SUMS'));
  assertFailed(
    await verify('copy'),
    /^There is no list of checksums at dist\/SHA256SUMS\. Type npm run build/,
  );
});

/** Serves the copy as a host does, but for some paths. */
async function served(
  t: TestContext,
  root: string,
  odd: Record<string, [number, Record<string, string>?]> = {},
) {
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, ++underWay);
    response.on('close', () => underWay--);
    const path = request.url ?? '/';
    const file = join(root, 'copy', path.endsWith('/') ? `${path}index.html` : path);
    const [status, headers] = odd[path] ?? (existsSync(file) ? [200] : [404]);
    setTimeout(
      () => response.writeHead(status, headers).end(status === 200 ? readFileSync(file) : 'Sorry'),
      5,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => new Promise((closed) => server.close(closed)));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, most: () => most };
}

suite('a copy at an address', () => {
  test('is whole where each file is served, an old address as a redirect', async (t) => {
    const { root, verify } = await siteAndCopy(t);
    const { address, most } = await served(t, root, { '/old/': [301, { location: '/news/x/' }] });

    const end = await verify(address);

    assertWorked(end);
    assert.match(end.output, /The copy is whole and true\./);
    assert.ok(most() <= 4, `${most()} at once`);
  });

  test('is another where a page leads elsewhere or says something else, and lacks what is not served', async (t) => {
    const { root, verify } = await siteAndCopy(t);
    put(root, 'copy/index.html', '<p>Home<script src="/x.js"></script>');
    const { address } = await served(t, root, {
      '/old/': [301, { location: 'https://other.example/news/x/' }],
      '/news/x/': [302, { location: '/' }],
      '/data/news.csv': [500],
    });

    assertFailed(
      await verify(address),
      /3 files are others than ours:\n {2}index\.html\n {2}news\/x\/index\.html\n {2}old\/index\.html\n1 file is missing:\n {2}data\/news\.csv\n/,
    );
  });
});

test('a copy that differs from a build for another address is told with how to build for its own', async (t) => {
  const { root, verify } = await siteAndCopy(t);
  const { address } = await served(t, root);
  const says =
    /This copy is not the true one.*\ndist\/ is built for https:\/\/lit\.example\/, and .*: SITE_URL=(\S+) npm run build/;
  const buildFor = (place: string) => {
    put(root, 'dist/sitemap.xml', `<loc>${place}</loc>`);
    writeChecksums(join(root, 'dist'));
  };
  buildFor('https://lit.example/');

  const end = await verify(address);

  assertFailed(end, says);
  assert.equal(says.exec(end.output)?.[1], new URL(address).origin);
  // A folder has no address, a list from elsewhere is not of that build, and a true copy needs no advice.
  put(root, 'list', readFileSync(join(root, 'dist/SHA256SUMS'), 'utf8'));
  assert.doesNotMatch((await verify('copy')).output, /SITE_URL/);
  assert.doesNotMatch((await verify(address, '--list', 'list')).output, /SITE_URL/);
  put(root, 'copy/sitemap.xml', '<loc>https://lit.example/</loc>');
  assertWorked(await verify(address));
  buildFor(address);
  assert.doesNotMatch((await verify(address)).output, /SITE_URL/);
});

/** How each program makes a pair of keys: a secret one at a path, and the words of the public one. */
const KEYS: Record<string, (folder: string) => { secret: string; open: string }> = {
  minisign(folder) {
    setUp('minisign');
    const [secret, open] = [join(folder, 'key'), join(folder, 'key.pub')];
    spawnSync('minisign', ['-G', '-W', '-s', secret, '-p', open]);
    return { secret, open: readFileSync(open, 'utf8').split('\n')[1] ?? '' };
  },
  'ssh-keygen'(folder) {
    setUp(['ssh-keygen', 'openssh-client']);
    const secret = join(folder, 'key');
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', secret]);
    return { secret, open: readFileSync(`${secret}.pub`, 'utf8').trim() };
  },
};

for (const [program, makeKeys] of Object.entries(KEYS)) {
  test(`${program} signs the list by a key, and a list by another key is refused`, async (t) => {
    const root = copyProject(t);
    const [ours, theirs] = [makeKeys(temporaryFolder(t)), makeKeys(temporaryFolder(t))];
    for (const folder of ['dist', 'copy']) put(root, `${folder}/index.html`, '<p>Home');
    const facts = join(root, 'src/site.ts');
    const named = readFileSync(facts, 'utf8').replace("signingKey: ''", `signingKey: '${ours.open}'`);
    writeFileSync(facts, named);
    assert.ok(named.includes(ours.open));
    const run = (command: string, ...args: string[]) =>
      start(root, ['node', `src/commands/${command}.ts`, ...args]).end;

    assertFailed(
      await run('sign', theirs.secret),
      /is not by the key that src\/site\.ts names\. It was removed\./,
    );
    assert.deepEqual(
      [existsSync(join(root, 'dist/SHA256SUMS.sig')), existsSync(join(root, 'dist/SHA256SUMS.minisig'))],
      [false, false],
    );
    assertWorked(await run('sign', ours.secret));

    const end = await run('verify', 'copy');
    assertWorked(end);
    assert.match(end.output, /signed by our key\.\n/);
    // A list from elsewhere counts by its signature alone.
    for (const ending of ['', '.sig', '.minisig'])
      if (existsSync(join(root, `dist/SHA256SUMS${ending}`)))
        put(root, `list${ending}`, readFileSync(join(root, `dist/SHA256SUMS${ending}`), 'utf8'));
    assertWorked(await run('verify', 'copy', '--list', 'list'));
    put(
      root,
      'list',
      readFileSync(join(root, 'list'), 'utf8').replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
    );
    assertFailed(await run('verify', 'copy', '--list', 'list'), /^The signature of list is not by the key/);
  });
}

test('signs with no key that lies in the project, is none, or is not there', async (t) => {
  const root = copyProject(t);
  const folder = temporaryFolder(t);
  put(root, 'dist/index.html', '<p>Home');
  for (const name of ['content/key', '..key']) put(root, name, 'untrusted comment: a key');
  put(folder, 'key', 'my password');
  const sign = (...args: string[]) => start(root, ['node', 'src/commands/sign.ts', ...args]).end;

  for (const name of ['content/key', '..key'])
    assertFailed(await sign(name), /^The key lies in the project\. Keep it elsewhere/);
  assertFailed(await sign(join(folder, 'key')), /^This is neither a key of minisign nor one of SSH\.$/m);
  for (const path of [join(folder, 'none'), folder]) assertFailed(await sign(path), /^There is no key at /);
  assertFailed(await sign(), /^Type npm run sign -- /);
});
