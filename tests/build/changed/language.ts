import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRss } from '../../feeds.ts';
import { put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

/** A translation that has begun: one sentence has its link first, and the other words are still missing. */
const KOREAN = { locale: 'ko-KR', copyAt: '<link>{site}</link> 사본 ({publisher})' };

/** The site speaks another language besides, with all texts of the first. */
export const language: Change = {
  name: 'the feeds of another language speak it, and lead to its own pages',
  make(root) {
    for (const path of globSync('content/en/**/*.mdx', { cwd: root })) {
      const text = readFileSync(join(root, path), 'utf8');
      const own = text
        .replace(/\]\(\/(?!favicon\.svg)/g, '](/ko/')
        .replace(/^next: .*$/m, (line) => line.replace(/(?<=[[ ])\//g, '/ko/'));
      put(root, path.replace('content/en', 'content/ko'), own);
    }
    const edit = (path: string, from: string, to: string) => {
      const text = readFileSync(join(root, path), 'utf8');
      assert.ok(text.includes(from), path);
      put(root, path, text.replace(from, to));
    };
    edit('src/site.ts', "languages: ['en']", "languages: ['en', 'ko']");
    put(root, 'src/i18n/ko.json', JSON.stringify(KOREAN));
    edit('src/i18n/dictionary.ts', '= { en };', '= { en, ko };');
    edit(
      'src/i18n/dictionary.ts',
      'import en',
      "import ko from './ko.json' with { type: 'json' };\nimport en",
    );
  },

  check({ read }) {
    const { items, faults, page } = readRss(read('ko/news/rss.xml'));
    const html = items.map((item) => item.html).join('\n');
    assert.deepEqual(faults, []);
    assert.match(page, /\/ko\/news\/$/);
    assert.match(html, /<a href="https:[^>]+>[^<]+<\/a> 사본 \([^)<]+\)/);
    assert.match(html, /The report: /);
    assert.match(html, /\d{4}년 \d{1,2}월 \d{1,2}일/);
    assert.doesNotMatch(html, /copy at|example\/(?:sources|statistics)\//);
  },
};
