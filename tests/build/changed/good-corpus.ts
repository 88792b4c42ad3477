import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { POST, validContent } from '../../unit/content-tree.ts';
import { readCase } from '../../unit/corpus-case.ts';
import { PROJECT, put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

/** What the small content of the corpus names, and what stands for it in the project. */
const IN_PROJECT: readonly (readonly [string, string])[] = [
  ['sent-2021', 'fdff-sent-total-2022'],
  ['sent-2022', 'fdff-sent-total-2022'],
  ['1 thousand', '130 thousand'],
  ['id="the-report"', 'id="2017/design-award"'],
  ['source="the-report"', 'source="2017/design-award"'],
  ['id="sent"', 'id="fdff-sent-total"'],
  ['id="senders"', 'id="fdff"'],
  ['/charts/sent.svg', '/charts/fdff-sent-total.svg'],
  ['/news/2024/law-passed/', '/news/2023/ban-struck-down/'],
  ['/give/#what-to-give', '/give/'],
];

/** Cases that the project cannot hold as posts: they need other data, or another front matter. */
const OTHERWISE = /draft|private-word|changes|image|picture|front-matter/;

/** Every post of the good corpus, by the name of its case. */
const POSTS = new Map(
  globSync('tests/content/good/*.txt', { cwd: PROJECT }).flatMap((file) => {
    const name = basename(file, '.txt');
    const text = String(readCase(join(PROJECT, file)).content[POST] ?? '');
    if (OTHERWISE.test(name) || text === '' || text === validContent()[POST]) return [];
    const named = IN_PROJECT.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
    // Old ones: what is new stands in the feeds, which other changes look at.
    const front = named
      .replace(/^url: .*$/m, `url: https://example.org/good/${name}`)
      .replace(/^(date|added): (["']?)\d{4}/gm, '$1: $22011');
    const folder = /^date: undated/m.test(front) ? 'undated' : '2011';
    return [[`${folder}/good-${name}`, front]] as const;
  }),
);

/** What the check takes, no later stage refuses. */
export const goodCorpus: Change = {
  name: 'every post of the good corpus is a page of the site',
  make(root) {
    for (const [name, text] of POSTS) put(root, `content/en/news/${name}.mdx`, text);
    for (const name of [
      '.DS_Store',
      'public/.DS_Store',
      'public/Thumbs.db',
      'content/en/pages/.#give.mdx',
      'content/en/pages/give.mdx~',
    ])
      put(root, name, 'left behind');
  },
  check({ root }) {
    assert.ok(POSTS.size > 25, `${POSTS.size} posts`);
    const missing = [...POSTS.keys()].filter(
      (name) => !existsSync(join(root, `dist/news/${name}/index.html`)),
    );

    assert.deepEqual(missing, []);
    assert.ok(!existsSync(join(root, 'dist/.DS_Store')));
  },
};
