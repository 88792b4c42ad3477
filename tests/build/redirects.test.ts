import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertFailed, assertWorked, build, CHECK, copyProject, put, start } from './copy.ts';

const OLD = '/news/2024/old-name/';
const NEW = '/news/2024/new-name/';
const POST = `---
kind: update
title: "A post that was renamed"
summary: "It once stood at another address, to which readers still have links."
date: 2024-02-03
added: 2026-01-01
topics: [law]
certainty: official
---

It says nothing more.
`;

test('a page that was renamed needs a redirect, and the old address then leads on', async (t) => {
  const root = copyProject(t);
  const list = JSON.parse(readFileSync(join(root, 'content/data/published.json'), 'utf8')) as string[];
  put(root, 'content/data/published.json', `${JSON.stringify([...list, OLD].sort(), null, 2)}\n`);
  put(root, 'content/en/news/2024/new-name.mdx', POST);

  await t.test('without one the check fails', async () => {
    const words =
      /^content\/data\/published\.json:\d+:3: The page “?\/news\/2024\/old-name\/”? was published and is gone\./m;
    assertFailed(await start(root, CHECK).end, words);
  });

  await t.test('with one the site is built', async () => {
    put(root, 'content/data/redirects.json', `${JSON.stringify([{ from: OLD, to: NEW }], null, 2)}\n`);

    assertWorked(await build(root));

    const moved = readFileSync(join(root, 'dist', OLD, 'index.html'), 'utf8');
    assert.match(moved, new RegExp(`<meta http-equiv="refresh" content="0; ?url=${NEW}"`, 'i'));
    assert.match(moved, new RegExp(`<a href="${NEW}"`));
    assert.match(moved, /<meta http-equiv="Content-Security-Policy"/);
    assert.match(moved, /<meta name="robots" content="noindex"/);
    assert.ok(existsSync(join(root, 'dist', NEW, 'index.html')));
    const map = readFileSync(join(root, 'dist/sitemap.xml'), 'utf8');
    assert.ok(map.includes(NEW) && !map.includes(OLD));
  });
});
