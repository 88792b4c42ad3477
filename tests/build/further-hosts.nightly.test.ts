import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertWorked, build, copyProject, keepPictures } from './copy.ts';

const ONION = `http://${'a'.repeat(56)}.onion/`;
const MIRROR = 'https://mirror.example/';
const KEY = `RW${'Q'.repeat(54)}`;

test('further hosts and the key stand on the page and in the headers of a site that names them', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  const facts = join(root, 'src/site.ts');
  const text = readFileSync(facts, 'utf8');
  const named = text
    .replace("signingKey: ''", `signingKey: '${KEY}'`)
    .replace('mirrors: []', `mirrors: [{ address: '${MIRROR}', checked: '2026-01-02' }]`)
    .replace('onion: undefined', `onion: { address: '${ONION}', checked: '2026-01-03' }`);
  assert.ok([KEY, MIRROR, ONION].every((one) => named.includes(one)));
  writeFileSync(facts, named);

  assertWorked(await build(root, { SITE_URL: 'https://site.example' }));

  const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  for (const path of ['', 'ko/', 'give/', 'ko/verify/'])
    assert.ok(
      read(`${path}index.html`).includes(`<meta http-equiv="onion-location" content="${ONION}${path}">`),
      path,
    );
  assert.match(read('_headers'), new RegExp(`^/\\*\\n(?:  .*\\n)*  Onion-Location: ${ONION}$`, 'm'));
  for (const page of ['verify/index.html', 'ko/verify/index.html']) {
    const html = read(page);
    // As words: who follows a link learns nothing of where it leads.
    for (const address of [MIRROR, ONION]) {
      assert.ok(html.includes(`>${address}<`), `${page} ${address}`);
      assert.ok(!html.includes(`href="${address}"`), `${page} ${address}`);
    }
    assert.match(html, /2 Jan 2026|2026년 1월 2일/);
    assert.ok(html.includes(`minisign -Vm SHA256SUMS -P ${KEY}`), page);
  }
});
