import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { writeChecksums } from '../../src/publish/checksums.ts';
import { assertFailed, assertWorked, bytesOf, PROJECT, put, start, temporaryFolder } from './copy.ts';
import { setUp } from '../programs.ts';
import { emptyPlace, NGINX_FILE, publish, putProgram, putSite } from './release-sites.ts';

setUp('rsync');

/** A host that is this computer. */
const SSH =
  'umask 077\nif [ "$1" = -l ]; then user=$2@; shift 2; fi\necho "$user$1" >>hosts\nshift\nexec sh -c "$*"';

test('a release is shown whole, with compressed files and the configuration of each server', async (t) => {
  const { target, read, shown, bring } = emptyPlace(t);

  await bring('one');

  assert.match(read('index.html'), /site\.one\.js/);
  const page = readFileSync(shown('index.html'));
  assert.deepEqual(brotliDecompressSync(readFileSync(shown('index.html.br'))), page);
  assert.deepEqual(gunzipSync(readFileSync(shown('index.html.gz'))), page);
  assert.deepEqual(readdirSync(join(target, 'hosting')).sort(), ['Caddyfile', 'apache.conf', 'nginx.conf']);
  assert.ok(readFileSync(join(target, 'hosting', NGINX_FILE), 'utf8').includes(`"${target}/current"`));
  assert.deepEqual(readdirSync(target).sort(), ['current', 'hosting', 'releases']);
});

test('a file that has not changed stays what readers have of it', async (t) => {
  const { shown, bring } = emptyPlace(t);
  await bring('one');
  const before = statSync(shown('about/index.html'));

  await bring('two');

  const after = statSync(shown('about/index.html'));
  assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
});

test('readers of an old page find its files for a day, and no longer', async (t) => {
  const { target, shown, bring } = emptyPlace(t);
  const kept = () =>
    ['one', 'two', 'three'].filter(
      (version) =>
        existsSync(shown(`assets/site.${version}.js`)) &&
        existsSync(shown(`assets/site.${version}.js.br`)) &&
        existsSync(shown(`pagefind/fragment/en_${version}.pf_fragment`)),
    );
  await bring('one');
  await bring('two');
  await bring('three');
  assert.deepEqual(kept(), ['one', 'two', 'three']);

  const list = join(target, readlinkSync(join(target, 'current')), '../kept');
  const day = 86_400;
  const aged = readFileSync(list, 'utf8').replace(/^\d+(?= .*one)/gm, (time) => `${Number(time) - day - 60}`);
  writeFileSync(list, aged);
  await bring('three');

  assert.deepEqual(kept(), ['two', 'three']);
});

test('the last five releases are kept', async (t) => {
  const { releases, bring } = emptyPlace(t);
  await bring('1');
  const [first] = releases();
  for (const version of ['2', '3', '4', '5', '6']) await bring(version);

  assert.equal(releases().length, 5);
  assert.ok(!releases().includes(first ?? ''));
});

test('a host is reached by ssh and rsync, and shows a release by one change', async (t) => {
  const { root, target, read } = emptyPlace(t);
  putProgram(root, 'ssh', SSH);
  for (const version of ['one', 'two']) {
    putSite(root, version);
    assertWorked(await publish(root, [`web@host:${target}`]));
  }
  // The server is another user than the one who publishes.
  const folders = ['.', 'releases', 'current/', 'current/assets/', 'hosting/'];
  assert.deepEqual(
    folders.map((folder) => (statSync(join(target, folder)).mode & 0o777).toString(8)),
    folders.map(() => '755'),
  );
  assert.match(read('index.html'), /site\.two\.js/);
  assert.ok(existsSync(join(target, 'current/assets/site.one.js')));

  assertWorked(await publish(root, [`web@host:${target}`, '--back']));

  assert.match(read('index.html'), /site\.one\.js/);
  assert.deepEqual([...new Set(readFileSync(join(root, 'hosts'), 'utf8').trim().split('\n'))], ['web@host']);
});

test('what breaks off leaves the old site as it was', async (t) => {
  const { root, target, bring } = emptyPlace(t);
  await bring('one');
  const before = bytesOf(join(target, 'releases'));
  const state = () => [readlinkSync(join(target, 'current')), readlinkSync(join(target, 'hosting'))];
  const links = state();
  const breaks: Record<string, string> = {
    rsync: 'for to; do :; done; mkdir -p "$to/site"; echo half >"$to/site/index.html"; exit 12',
    find: 'exit 1',
    mv: 'case "$*" in *current*) exit 1;; esac; exec /bin/mv "$@"',
    ln: 'exit 1',
  };
  putSite(root, 'two');
  for (const [program, script] of Object.entries(breaks)) {
    putProgram(root, program, script);
    const end = await publish(root, [target]);
    putProgram(root, program, `exec /usr/bin/${program} "$@"`);

    assert.equal(end.code, 1, `${program}: ${end.output}`);
    assert.match(end.output, /What readers are shown has not changed/, program);
    assert.equal(state()[0], links[0], program);
    const now = bytesOf(join(target, 'releases')) ?? {};
    for (const [path, bytes] of Object.entries(before ?? {}))
      assert.equal(now[path], bytes, `${program}: ${path}`);
  }

  assertWorked(await publish(root, [target]));
  assert.match(readFileSync(join(target, 'current/index.html'), 'utf8'), /site\.two\.js/);
});

test('the server reads new headers before it shows the pages that need them', async (t) => {
  const { root, target, bring, read } = emptyPlace(t);
  const sheet = 'p{margin:1px}';
  await bring('one');
  putSite(root, 'two', sheet);

  assertFailed(await publish(root, [target]), /headers or redirects have changed.*--reload/s);
  assert.match(read('index.html'), /site\.one\.js/);

  const refused = await publish(root, [target, '--reload', 'exit 3']);
  assertFailed(refused, /did not take its new configuration/);
  assert.match(read('index.html'), /site\.one\.js/);
  assert.ok(!readFileSync(join(target, 'hosting', NGINX_FILE), 'utf8').includes('sha256-Sl5'));

  // What the server is told, and what it shows at that moment.
  const reload = 'cp hosting/nginx.conf told; cp current/index.html shown';
  assertWorked(await publish(root, [target, '--reload', reload]));
  const told = readFileSync(join(target, 'told'), 'utf8');
  assert.equal(told.match(/style-src [^;]+/)?.[0].match(/sha256-/g)?.length, 2, 'both sheets are allowed');
  assert.match(readFileSync(join(target, 'shown'), 'utf8'), /site\.one\.js/);
  assert.match(read('index.html'), /site\.two\.js/);
});

test('says what to write where a target is none', async (t) => {
  const { root } = emptyPlace(t);
  putSite(root, 'one');
  for (const args of [
    [],
    ['-oProxyCommand=true:/x'],
    ['host:relative'],
    ['host:/'],
    ['/'],
    ['rsync://host/x'],
    ['a', 'b'],
    ['--what'],
  ])
    assertFailed(await publish(root, args), /Write npm run publish|There is no option/);
  for (const name of ['dist', './dist/x'])
    assertFailed(await publish(root, [name]), /belongs to the built site.*Name another folder\.$/m);
  put(root, 'taken', 'a file');
  assertFailed(
    await publish(root, ['taken']),
    /^Make the folder \S+taken there, and let \S+ write into it\.$/m,
  );
  assertFailed(await publish(root, ['nowhere', '--back']), /^There is no folder \S+nowhere\. Name the one/m);
});

test('refuses a site that is not as its list of checksums says, as after an edition that was stopped', async (t) => {
  const { root, target } = emptyPlace(t);
  for (const spoil of [
    () => put(root, 'dist/lit-windows-en.epub', 'the half of a book'),
    () => put(root, 'dist/news/index.html', 'Another page.'),
    () => rmSync(join(root, 'dist/about/index.html')),
  ]) {
    putSite(root, 'two');
    spoil();

    const end = await publish(root, [target]);

    assertFailed(
      end,
      /^dist\/ is not as it was built: \S+ is missing, or another than .*; then publish again\.$/m,
    );
    assert.equal(existsSync(join(target, 'current/assets/site.two.js')), false);
  }
});

test('says so where the pages name an address that nobody can have', async (t) => {
  const { root, target } = emptyPlace(t);
  for (const [host, isTold] of [
    ['lit-windows.example', true],
    ['lit.example.org', false],
  ] as const) {
    putSite(root, host);
    put(root, 'dist/sitemap.xml', `<loc>https://${host}/</loc>`);
    writeChecksums(join(root, 'dist'));

    const end = await publish(root, [target]);

    assertWorked(end);
    assert.equal(/placeholder as their address, https:\S+\. Build with SITE_URL/.test(end.output), isTold);
  }
});

test('prints the configuration of a server for one folder alone', async (t) => {
  const root = temporaryFolder(t);
  putSite(root, 'one');
  const hosting = (...args: string[]) =>
    start(root, ['node', join(PROJECT, 'src/commands/hosting.ts'), ...args]).end;

  assert.match((await hosting('nginx', '/srv/a site')).output, /^root "\/srv\/a site";/);
  for (const args of [[], ['iis'], ['nginx', 'srv'], ['nginx', '/srv/a', 'site']])
    assertFailed(await hosting(...args), /Write npm run --silent hosting -- nginx\|apache\|caddy/);
});
