import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeChecksums } from '../../src/publish/checksums.ts';
import { site } from '../../src/site.ts';
import { builtPages } from '../pages.ts';

test('the built site is as its list of checksums says, which names every file but those for hosts', () => {
  const { status, stdout } = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: 'dist' });
  const listed = readFileSync('dist/SHA256SUMS', 'utf8').split('\n');

  assert.equal(status, 0, String(stdout));
  for (const name of [
    'index.html',
    '.well-known/security.txt',
    'ko/verify/index.html',
    'pagefind/pagefind.js',
  ])
    assert.ok(
      listed.some((line) => line.endsWith(`  ${name}`)),
      name,
    );
  assert.ok(!listed.some((line) => line.endsWith('  _headers')));
});

test('the commands of the page name what differs or is missing in a copy, and nothing in a whole one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  try {
    for (const name of ['a', 'b', 'c']) {
      mkdirSync(join(folder, name));
      cpSync('dist/index.html', join(folder, name, 'index.html'));
    }
    writeChecksums(folder);
    for (const language of ['en', 'ko']) {
      const text = readFileSync(`content/${language}/pages/verify.mdx`, 'utf8').replace(
        /^---$[^]*?^---$/m,
        '',
      );
      const commands = [...text.matchAll(/```sh\n(.*)\n```/g)].map(([, command = '']) => command);
      assert.equal(commands.length, 2);
      for (const command of commands) {
        const run = () => spawnSync('sh', ['-c', `LC_ALL=C ${command}`], { cwd: folder, encoding: 'utf8' });
        assert.equal(run().stdout, '', command);
        appendFileSync(join(folder, 'a/index.html'), ' ');
        rmSync(join(folder, 'b/index.html'));
        assert.match(
          run().stdout,
          /^a\/index\.html: FAILED\nb\/index\.html: FAILED open or read\n$/,
          command,
        );
        cpSync('dist/index.html', join(folder, 'a/index.html'));
        cpSync('dist/index.html', join(folder, 'b/index.html'));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('further hosts and the key have a form that readers can use', () => {
  const { mirrors, onion, signingKey } = site;
  for (const { address, checked } of mirrors)
    assert.match(`${address} ${checked}`, /^https:\/\/[^/]+\/ \d{4}-\d\d-\d\d$/);
  if (onion)
    assert.match(`${onion.address} ${onion.checked}`, /^http:\/\/[a-z2-7]{56}\.onion\/ \d{4}-\d\d-\d\d$/);
  assert.match(signingKey, /^$|^RW[\w+/=]{54}$|^(?:ssh|sk|ecdsa)-\S+ \S+$/);
});

test('the page names the list and says how it stands with the signature, in both languages', () => {
  const pages = builtPages().filter(({ address }) => /^(?:\/ko)?\/verify\/$/.test(address));
  assert.equal(pages.length, 2);
  for (const { html, address } of pages) {
    assert.match(html, /href="\/SHA256SUMS"/, address);
    assert.equal(/minisign -Vm|ssh-keygen -Y verify/.test(html), site.signingKey !== '', address);
    assert.equal(html.includes('onion-location'), site.onion !== undefined, address);
  }
});
