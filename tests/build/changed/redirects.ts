import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertFailed, CHECK, madeUpdate, put, start } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const OLD = '/news/2024/old-name/';
const NEW = '/news/2024/new-name/';
const POST = madeUpdate(
  'A post that was renamed',
  'It once stood at another address, to which readers still have links.',
);

/** A page is renamed: without a redirect the check fails, with one the old address leads on. */
export const redirects: Change = {
  name: 'a page that was renamed needs a redirect, and the old address then leads on',
  async make(root) {
    const list = JSON.parse(readFileSync(join(root, 'content/data/published.json'), 'utf8')) as string[];
    put(root, 'content/data/published.json', `${JSON.stringify([...list, OLD].sort(), null, 2)}\n`);
    put(root, 'content/en/news/2024/new-name.mdx', POST);
    const words =
      /^content\/data\/published\.json:\d+:3: The page “?\/news\/2024\/old-name\/”? was published and is gone\./m;
    assertFailed(await start(root, CHECK).end, words);

    const leading = JSON.parse(readFileSync(join(root, 'content/data/redirects.json'), 'utf8')) as unknown[];
    put(
      root,
      'content/data/redirects.json',
      `${JSON.stringify([...leading, { from: OLD, to: NEW }], null, 2)}\n`,
    );
  },

  check({ root, read }) {
    const moved = read(`${OLD}index.html`);
    assert.match(moved, new RegExp(`<meta http-equiv="refresh" content="0; ?url=${NEW}"`, 'i'));
    assert.match(moved, new RegExp(`<a href="${NEW}"`));
    assert.match(moved, /<meta http-equiv="Content-Security-Policy"/);
    assert.match(moved, /<meta name="robots" content="noindex"/);
    assert.ok(existsSync(join(root, 'dist', NEW, 'index.html')));
    assert.ok(read('_redirects').includes(`${OLD} ${NEW} 301\n`));
    const map = read('sitemap.xml');
    assert.ok(map.includes(NEW) && !map.includes(OLD));
  },
};
