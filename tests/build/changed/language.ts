import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readRss } from '../../feeds.ts';
import { OWN_TOPIC, put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const ORIGINAL = 'content/en/pages/safety.mdx';
const CHANGE = '{ date: 2026-11-17, kind: update, what: "A sentence was added at the end." }';
const EDITED = 'content/ko/pages/verify.mdx';
const EDIT =
  '{ date: 2026-11-18, kind: correction, what: "날짜를 잘못 옮겼습니다. 원문과 같게 고쳤습니다." }';
/** So many that the Korean list of corrections has pages that the English one has not. */
const EDITS = `  - ${EDIT.replace('11-18', '11-16')}\n`.repeat(150) + `  - ${EDIT}`;
const FIGURES = 'content/ko/data/figures.json';
const FIGURE_EDIT = '{ "date": "2026-11-18", "kind": "correction", "what": "단위를 잘못 옮겼습니다." }';
const KOREAN_ALONE = `---
kind: update
title: "한국어로만 쓴 알림"
summary: "이 알림은 한국어로만 있고, 영어 쪽에서는 안내와 함께 그대로 보입니다."
date: 2024-03-05
added: 2024-03-05
topics: [${OWN_TOPIC}]
certainty: official
---

서울에서 쓴 알림입니다. 다음 글은 [기증](/give/)에 있습니다.
`;

/** One page is not translated, one follows an earlier version of its original, and a post is written in Korean alone. */
export const language: Change = {
  name: 'what is not translated stands under a notice, and is found where it was written',
  make(root) {
    rmSync(join(root, 'content/ko/pages/privacy.mdx'));
    put(root, 'content/ko/news/2024/in-korean-alone.mdx', KOREAN_ALONE);
    const words = readFileSync(join(root, FIGURES), 'utf8');
    put(root, FIGURES, words.replace(/"fdff-sent-total-2022":\s*\{/, `$& "edits": [${FIGURE_EDIT}],`));
    const text = readFileSync(join(root, ORIGINAL), 'utf8');
    const translated = readFileSync(join(root, EDITED), 'utf8');
    put(root, EDITED, translated.replace(/^follows: .*$/m, `$&\nedits:\n${EDITS}`));
    put(root, ORIGINAL, text.replace(/^updated: .*$/m, `$&\nchanges:\n  - ${CHANGE}`));
  },

  check({ read }) {
    const missing = read('ko/privacy/index.html');
    assert.match(missing, /<html lang="ko">/);
    assert.match(missing, /role="note"[^>]*>[^<]*아직 한국어로 옮기지 않았습니다/);
    assert.match(missing, /<link rel="canonical" href="https:\/\/[^/]+\/privacy\/">/);
    assert.match(missing, /<h1 lang="en"[^>]*>Privacy<\/h1>/);
    assert.doesNotMatch(missing, /data-pagefind-body|hreflang="x-default"|content="noindex"/);
    assert.match(missing, /<a [^>]*href="\/ko\/news\/">news<\/a>/);

    const older = read('ko/safety/index.html');
    assert.match(older, /role="note"[^>]*>.*?<a href="\/safety\/">원문<\/a>/s);
    assert.match(older, /data-pagefind-body/);

    const edited = read('ko/verify/index.html');
    assert.match(edited, /id="change-2026-11-18-1".*?\(한국어 글에서만\) 날짜를 잘못 옮겼습니다/s);
    assert.doesNotMatch(edited, /role="note"/);
    assert.match(read('ko/corrections/index.html'), /href="\/ko\/verify\/#change-2026-11-18-1"/);
    assert.doesNotMatch(read('verify/index.html'), /change-2026-11-18|날짜를 잘못/);
    assert.match(
      read('ko/corrections/index.html'),
      /href="\/ko\/statistics\/fdff-sent-total-2022\/".*?\(한국어 글에서만\) 단위를 잘못/s,
    );
    assert.doesNotMatch(read('corrections/index.html'), /단위를 잘못/);

    const listed = read('ko/corrections/correction/page/3/index.html');
    assert.match(listed, /<a [^>]*href="\/corrections\/correction\/(?:page\/2\/)?"[^>]*hreflang="en"/);
    assert.doesNotMatch(listed, /<link rel="alternate" hreflang/);

    const alone = read('news/2024/in-korean-alone/index.html');
    assert.match(alone, /role="note"[^>]*>This text has not been translated yet\. It is shown in Korean\./);
    assert.match(alone, /<h1 lang="ko"[^>]*>한국어로만 쓴 알림<\/h1>/);
    assert.match(alone, /<link rel="canonical" href="https:\/\/[^/]+\/ko\/news\/2024\/in-korean-alone\/">/);
    assert.match(alone, /href="\/give\/"/);
    assert.match(read('ko/news/2024/in-korean-alone/index.html'), /2024년 3월 5일/);

    const addresses = read('sitemap.xml');
    assert.doesNotMatch(addresses, /\/ko\/privacy\/<|example\/news\/2024\/in-korean-alone\/</);
    assert.match(addresses, /\/ko\/safety\/</);
    assert.doesNotMatch(read('ko/search/titles.json'), /"\/ko\/privacy\/"/);

    const { items, faults, page } = readRss(read(`ko/news/topic/${OWN_TOPIC}/rss.xml`));
    assert.deepEqual(faults, []);
    assert.ok(page.endsWith(`/ko/news/topic/${OWN_TOPIC}/`));
    assert.ok(items.some(({ html }) => html.includes('서울에서 쓴 알림')));
  },
};
