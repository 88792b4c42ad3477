import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assertFailed, CHECK, editData, madeUpdate, put, start } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const OLD = '/news/2024/old-name/';
const NEW = '/news/2024/new-name/';
const TEXT = 'It says nothing more.';
const POST = madeUpdate(
  'A post that was renamed',
  'It once stood at another address, to which readers still have links.',
  TEXT,
).replace(
  'certainty',
  'changes:\n  - { date: 2026-01-02, kind: rewording, what: "The title is shorter." }\ncertainty',
);
const hashed = (text: string) => hash('sha256', text);

/** What was published of the page under its old address: a version that is known by its hash alone, and one that is no more. */
export const OLD_VERSIONS = {
  [`${OLD}version-1.txt`]: `${hashed(`Version 1 of 1 Jan 2026\n\n${TEXT}\n`)} 2026-01-01`,
  [`${OLD}version-2.txt`]: `${hashed('Another text\n')} 2026-01-02`,
};

/** A page is renamed: without a redirect the check fails, with one the old address leads on. */
export const redirects: Change = {
  name: 'a page that was renamed needs a redirect, and the old address then leads on',
  async make(root) {
    editData(root, 'data/published', (list: string[]) => [...list, OLD].sort());
    put(root, 'content/en/news/2024/new-name.mdx', POST);
    const words =
      /^content\/data\/published\.json:\d+:3: The page “?\/news\/2024\/old-name\/”? was published and is gone\./m;
    assertFailed(await start(root, CHECK).end, words);

    editData(root, 'data/redirects', (list: object[]) => [...list, { from: OLD, to: NEW }]);
  },

  check({ root, read }) {
    const moved = read(`${OLD}index.html`);
    assert.match(moved, new RegExp(`<meta http-equiv="refresh" content="0; ?url=${NEW}"`, 'i'));
    assert.match(moved, new RegExp(`<a href="${NEW}"`));
    assert.match(moved, /<meta http-equiv="Content-Security-Policy"/);
    assert.match(moved, /<meta name="robots" content="noindex"/);
    assert.ok(existsSync(join(root, 'dist', NEW, 'index.html')));
    for (const [from, to] of [
      [OLD, NEW],
      [`${OLD}version-1.txt`, `${NEW}version-1.txt`],
      // What says something else is no version to which readers of this one can be led.
      [`${OLD}version-2.txt`, NEW],
    ] as const)
      assert.ok(read('_redirects').includes(`\n${from} ${to} 301\n`), from);
    assert.match(read(`${NEW}version-1.txt`), new RegExp(`^${TEXT}$`, 'm'));
    const map = read('sitemap.xml');
    assert.ok(map.includes(NEW) && !map.includes(OLD));
  },
};
