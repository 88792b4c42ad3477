import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentData, pagesByAddress } from '../pages.ts';

const pages = pagesByAddress('en');
const archive = pages.get('/news/') ?? '';

const story = contentData<{ id: string; why: string }[]>('story');
const years = contentData<{ id: string; change: string }[]>('years');

/** Addresses of the posts to which a part of a page leads, in its order. */
const postsInList = (html: string) => [...html.matchAll(/<h2><a href="\/news\/\d/g)].length;
const postsIn = (html: string) =>
  [...html.matchAll(/<h3><a href="(\/news\/[^"]+)"/g)].flatMap(([, address]) => address ?? []);

test('the archive opens with the reports that the editor chose, in that order, each with its reason', () => {
  const [opening = ''] = archive.split('<section id="story">')[1]?.split('</section>') ?? [];

  assert.deepEqual(
    postsIn(opening),
    story.map(({ id }) => `/news/${id}/`),
  );
  for (const { id, why } of story) assert.ok(opening.includes(`<p>${why}</p>`), id);
});

test('the further pages of the archive do not tell the story again', () => {
  const { id, why } = story[0] ?? assert.fail('no report is chosen');

  assert.ok(archive.includes(why), id);
  assert.ok(!(pages.get('/news/page/2/') ?? assert.fail('no second page')).includes(why), id);
});

test('each year says what changed in it, on its page and in the list of years', () => {
  for (const { id, change } of years) {
    const page = pages.get(`/news/${id}/`) ?? assert.fail(`${id}: no report of this year`);
    assert.ok(page.includes(change), id);
    assert.ok(archive.split('id="years"')[1]?.includes(change), id);
  }
});

test('every year of the archive has its sentence', () => {
  const withReports = [...pages.keys()].flatMap((address) => /^\/news\/(\d{4})\/$/.exec(address)?.[1] ?? []);

  assert.deepEqual(withReports.toSorted(), years.map(({ id }) => id).toSorted());
});

test('a year of which a page of the archive shows a part says of how many', () => {
  const whole = new Map<string, string>();
  for (const [address, html] of pages) {
    const year = /^\/news\/(\d{4})\/$/.exec(address)?.[1];
    if (year) whole.set(year, String(postsInList(html)));
  }
  const told = [...archive.matchAll(/<summary[^>]*>\s*(\d{4}): (?:(\d+) of )?(\d+) reports?\s*</g)];

  assert.ok(told.length > 0);
  for (const [, year = '', , total] of told) assert.equal(total, whole.get(year), year);
});

test('the list of topics marks the topic that is open', () => {
  const page = pages.get('/news/topic/balloons/') ?? assert.fail('no page of the topic');

  assert.match(page, /<a[^>]*href="\/news\/topic\/balloons\/"[^>]*aria-current="page"/);
});
