import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRss } from '../../feeds.ts';
import { put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

/** The site speaks another language besides, with all texts of the first. */
export const language: Change = {
  name: 'the feeds of another language speak it, and lead to its own pages',
  make(root) {
    for (const path of globSync('content/en/**/*.mdx', { cwd: root })) {
      const text = readFileSync(join(root, path), 'utf8');
      put(root, path.replace('content/en', 'content/ko'), text.replaceAll('](/', '](/ko/'));
    }
    const edit = (path: string, from: string, to: string) => {
      const text = readFileSync(join(root, path), 'utf8');
      assert.ok(text.includes(from), path);
      put(root, path, text.replace(from, to));
    };
    edit('src/site.ts', "languages: ['en']", "languages: ['en', 'ko']");
    edit('src/i18n/dictionary.ts', '= { en };', "= { en, ko: { ...en, locale: 'ko-KR', copyAt: '사본' } };");
  },

  check({ read }) {
    const { items, faults, page } = readRss(read('ko/news/rss.xml'));
    const html = items.map((item) => item.html).join('\n');
    assert.deepEqual(faults, []);
    assert.match(page, /\/ko\/news\/$/);
    assert.match(html, /사본/);
    assert.match(html, /2026년 2월 4일/);
    assert.doesNotMatch(html, /copy at|example\/(?:sources|statistics)\//);
  },
};
