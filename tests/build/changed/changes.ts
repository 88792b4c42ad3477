import assert from 'node:assert/strict';
import { readJsonFeed, readRss } from '../../feeds.ts';
import { editData, OWN_TOPIC, put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const FIGURE = 'fdff-sent-total-2022';
const CORRECTED = '2026-11-18';
const REVISED = '2026-11-19';
/** A source that the figure had before, and where it is read. */
const FORMER_SOURCE = '2017/design-award';
const FORMER_ADDRESS = 'https://hrf.org/?p=27782';

const POST = `---
kind: update
title: "A post that was corrected"
summary: "It once named the wrong court, as the list of corrections now tells."
date: 2024-02-03
added: 2024-02-03
topics: [${OWN_TOPIC}]
certainty: official
changes:
  - date: ${CORRECTED}
    kind: correction
    what: "An earlier version named the wrong court & year."
    was: 'A judge spoke of <Figure id="${FIGURE}" />. <Source id="nkdb-about" />'
    now: 'A court spoke of <Figure id="${FIGURE}" />. <Source id="2023/ban-struck-down" />'
---

A court spoke of <Figure id="${FIGURE}" />. <Source id="2023/ban-struck-down" />

<Quote source="2023/ban-struck-down" by="A judge">

The words of a judge.

</Quote>

<Chart id="fdff-sent-total" />

| Year | Drives |
| --- | --- |
| 2021 | none <Source id="2017/design-award" /> |

- One <Source id="2017/design-award" />
`;

/** A post is corrected and a figure revised. */
export const changes: Change = {
  name: 'a corrected post and a revised figure stand in the list, in their feeds, and at their own place',
  make(root) {
    put(root, 'content/en/news/2024/corrected.mdx', POST);
    const revision = {
      date: REVISED,
      kind: 'revision',
      what: 'The sender gave a new total.',
      was: { range: { from: 100_000, to: 120_000 }, qualifier: 'exactly', sources: [FORMER_SOURCE] },
    };
    editData(root, 'data/statistics', (data: { figures: { id: string }[] }) => ({
      ...data,
      figures: data.figures.map((one) => (one.id === FIGURE ? { ...one, changes: [revision] } : one)),
    }));
  },

  async check({ read }, t) {
    const feedsOf = (folder: string) => [
      readRss(read(`${folder}rss.xml`)),
      readJsonFeed(read(`${folder}feed.json`)),
    ];
    const post = '/news/2024/corrected/';
    const figure = `/statistics/${FIGURE}/`;
    const difference = 'Value: was 100,000 to 120,000 devices, now about 130,000 devices';

    await t.test('in the list', () => {
      const [corrections = '', revisions = '', updates = ''] =
        read('corrections/index.html').match(/<section><h2>.*?<\/section>/gs) ?? [];
      assert.match(
        corrections,
        RegExp(`<a href="${post}#change-${CORRECTED}-1"[^>]*>A post that was corrected</a>`),
      );
      assert.ok(corrections.includes('named the wrong court &amp; year.') && !corrections.includes(FIGURE));
      assert.ok(revisions.includes(`<a href="${figure}#change-${REVISED}-1"`));
      assert.ok(revisions.includes('The sender gave a new total.') && revisions.includes(difference));
      assert.ok(!updates.includes(FIGURE) && !updates.includes(post));
    });

    await t.test('at their own place', () => {
      assert.ok(read(`${post}index.html`).includes(`id="change-${CORRECTED}-1"`));
      const log = read(`${figure}index.html`);
      assert.ok(log.includes(`id="change-${REVISED}-1"`) && log.includes(difference));
      assert.ok(log.includes(`${figure}version-1.txt`) && log.includes(`${figure}version-2.txt`));
      assert.match(read(`${figure}version-1.txt`), /100,000 to 120,000 devices/);
      assert.ok(read(`${figure}version-1.txt`).includes(FORMER_ADDRESS));
      assert.ok(!read(`${figure}version-2.txt`).includes(FORMER_ADDRESS));
      assert.match(read(`${figure}version-2.txt`), /about 130,000 devices/);
    });

    await t.test('in the feed of corrections, newest first', () => {
      for (const { items, faults } of feedsOf('corrections/')) {
        assert.deepEqual(faults, []);
        assert.deepEqual(
          items
            .slice(0, 2)
            .map(({ id, published }) => [id.replace(/^https:\/\/[^/]+/, ''), published.slice(0, 10)]),
          [
            [`${figure}#change-${REVISED}-1`, REVISED],
            [`${post}#change-${CORRECTED}-1`, CORRECTED],
          ],
        );
        assert.ok(items[0]?.html.includes(difference) && items[0].title.startsWith('Revision: '));
        assert.match(items[1]?.html ?? '', /named the wrong court &amp; year\./);
      }
    });

    await t.test('in the feed of figures, without the post', () => {
      for (const { items, faults } of feedsOf('statistics/')) {
        assert.deepEqual(faults, []);
        assert.deepEqual(
          items.map(({ id }) => new URL(id).hash),
          [`#change-${REVISED}-1`],
        );
        assert.match(items[0]?.html ?? '', /<h2>Sources<\/h2><ul><li>/);
      }
    });

    await t.test('in the feed of the post’s topic, under its old id, with what was changed', () => {
      for (const { items, faults } of feedsOf(`news/topic/${OWN_TOPIC}/`)) {
        const item = items.find(({ url }) => url.endsWith(post));
        assert.deepEqual(faults, []);
        assert.equal(item?.id, item?.url);
        assert.equal(item?.published.slice(0, 10), '2024-02-03');
        assert.equal(item.changed?.slice(0, 10) ?? CORRECTED, CORRECTED);
        assert.match(item.html, /<b>Correction, 18 Nov 2026:<\/b> An earlier version/);
        assert.match(item.html, /<blockquote>.*The words of a judge\..*<\/blockquote>/s);
        assert.match(item.html, /<table>.*<td>none \[<a /s);
        assert.doesNotMatch(item.html, /nkdb-about/, 'the source of a passage that was taken out');
        assert.equal((item.html.match(/2017\/design-award\/">[^<]{20,}<\/a><\/li>/g) ?? []).length, 1);
      }
    });

    await t.test('in the map of the site, with the day of the change', () => {
      const dayOf = (address: string) =>
        new RegExp(`<loc>https://[^/]+${address}</loc><lastmod>([^<]+)`).exec(read('sitemap.xml'))?.[1];
      assert.equal(dayOf(post), CORRECTED);
      assert.equal(dayOf('/corrections/'), REVISED);
    });
  },
};
