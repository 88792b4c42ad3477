import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { site } from '../../src/site.ts';
import { builtPages } from '../pages.ts';

const en = dictionaryFor('en');

/** Bytes that a card may have. */
const CARD_BUDGET = 25_000;

const pages = builtPages();
const FIGURE = /^\/(?:[a-z]{2}\/)?statistics\/[^/]+\/$/;
const POST = /^\/(?:[a-z]{2}\/)?news\/(?:\d{4}|undated)\/[^/]+\/$/;
/** Files of all parts and topics of a site in one language. */
const MOST_SHARED = 40;

function property(html: string, name: string): string | undefined {
  return new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];
}

/** Path of the picture with which a page is shown. */
const pictureOf = (html: string) => new URL(property(html, 'og:image') ?? '').pathname;
const isOld = (html: string) => html.includes('http-equiv="refresh"');

test('every page is shown with a picture that is there, and with words for it', () => {
  for (const { address, html } of pages) {
    assert.ok(existsSync(`dist${pictureOf(html)}`), address);
    assert.ok((property(html, 'og:image:alt') ?? '').length > 20, address);
  }
});

test('a figure is shown with a card of its own', () => {
  const figures = pages.filter(({ address, html }) => FIGURE.test(address) && !isOld(html));

  assert.ok(figures.length > 100);
  for (const { address, html } of figures) assert.equal(pictureOf(html), `${address}card.png`);
});

test('a post is shown with the card of its first topic, or with its first picture', () => {
  const posts = pages.filter(({ address, html }) => POST.test(address) && !isOld(html));

  assert.ok(posts.length > 50);
  for (const { address, html } of posts)
    assert.match(
      pictureOf(html),
      /^\/(?:[a-z]{2}\/)?news\/topic\/[a-z-]+\/card\.png$|^\/assets\/.*\.jpeg$/,
      address,
    );
  const award = posts.find(({ address }) => address === '/news/2017/design-award/');
  assert.equal(pictureOf(award?.html ?? ''), '/news/topic/fdff/card.png');
});

test('every card has the size that networks ask for, stays light, and is shown with a page', async () => {
  const shown = new Set(pages.map(({ html }) => pictureOf(html)));
  const cards = globSync('**/card.png', { cwd: 'dist' });

  assert.ok(
    cards.filter((path) => !FIGURE.test(`/${path}`.replace('card.png', ''))).length <=
      MOST_SHARED * site.languages.length,
  );
  for (const path of cards) {
    assert.ok(shown.has(`/${path}`), path);
    const { format, width, height, exif, xmp, iptc } = await sharp(`dist/${path}`).metadata();
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 }, path);
    assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined], path);
    assert.ok(
      statSync(`dist/${path}`).size <= CARD_BUDGET,
      `${path}: ${statSync(`dist/${path}`).size} bytes`,
    );
  }
});

test('the words for a card name the number, who gives it, and what is doubtful about it', () => {
  const { figures } = JSON.parse(readFileSync('dist/data/statistics.json', 'utf8')) as {
    figures: { id: string; stage: string; certainty: string; conflicts: string[]; reportedBy: string }[];
  };

  for (const { id, stage, certainty, conflicts, reportedBy } of figures) {
    const html = readFileSync(`dist/statistics/${id}/index.html`, 'utf8');
    const words = (property(html, 'og:image:alt') ?? '').replaceAll('&amp;', '&');
    assert.match(words, /\d/, id);
    assert.ok(words.includes(`${en.statistics.by}: ${reportedBy}`), id);
    assert.equal(words.includes(en.estimated({ amount: '' }).trim()), stage === 'reached', id);
    assert.equal(words.includes(en.accountsDiffer), conflicts.length > 0, id);
    assert.equal(words.includes(en.certainty.claimed), certainty === 'claimed', id);
  }
});
