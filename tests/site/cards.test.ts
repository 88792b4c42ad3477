import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { en } from '../../src/i18n/en.ts';
import { builtPages } from '../pages.ts';

/** Bytes that a card may have. */
const CARD_BUDGET = 25_000;

const pages = builtPages();
const OWN = /^\/(?:[a-z]{2}\/)?(?:statistics\/[^/]+|news\/(?:\d{4}|undated)\/[^/]+)\/$/;
const hasOwn = ({ address, html }: (typeof pages)[number]) =>
  OWN.test(address) && !html.includes('http-equiv="refresh"');

function property(html: string, name: string): string | undefined {
  return new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];
}

test('every post and every figure is shown with a card of its own, every other page with the site’s', () => {
  assert.ok(pages.filter(hasOwn).length > 200);
  for (const page of pages) {
    const { pathname } = new URL(property(page.html, 'og:image') ?? '');
    assert.equal(pathname, hasOwn(page) ? `${page.address}card.png` : '/social-card.png', page.address);
  }
});

test('every card has the size that networks ask for, stays light, and belongs to a page', async () => {
  const cards = globSync('**/card.png', { cwd: 'dist' }).sort();

  assert.deepEqual(
    cards.map((path) => `/${path}`),
    pages
      .filter(hasOwn)
      .map(({ address }) => `${address}card.png`)
      .sort(),
  );
  for (const path of cards) {
    const { format, width, height } = await sharp(`dist/${path}`).metadata();
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 }, path);
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
    assert.equal(words.includes(`(${en.estimate})`), stage === 'reached', id);
    assert.equal(words.includes(en.accountsDiffer), conflicts.length > 0, id);
    assert.equal(words.includes(en.certainty.claimed), certainty === 'claimed', id);
  }
});
