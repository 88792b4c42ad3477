import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { formatNumber, formatValue } from '../../src/rules/format.ts';
import type { Amount } from '../../src/rules/statement.ts';
import { highest, type Total } from '../../src/rules/window-field.ts';
import { contentData } from '../pages.ts';

const en = dictionaryFor('en');
const html = readFileSync('dist/index.html', 'utf8');
const { figures, charts } = contentData<{
  figures: (Amount & Total & { id: string })[];
  charts: { id: string; figures?: string[] }[];
}>('statistics');
const named = charts.find(({ id }) => id === 'windows')?.figures ?? [];
const newest = highest(
  figures.filter(({ id }) => named.includes(id)),
  'sent',
);
assert.ok(newest);

const text = (part = '') => part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** The first part of the page that fits. */
const part = (pattern: RegExp) => pattern.exec(html)?.[0] ?? '';
const hero = part(/<header class="[^"]*\bnight\b.*?<\/header>/s);
const field = part(/<figure[^>]*>(?:(?!<figure).)*?data-point.*?<\/figure>/s);
const ladder = part(/<figure data-drawing="evidence".*?<\/figure>/s);
const paragraphs = html.match(/<p>.*?<\/p>/gs) ?? [];

test('picture, ladder and text of home name the same newest total', () => {
  const total = formatValue(newest, en);

  for (const place of [field, ladder]) assert.ok(text(place).includes(total), text(place));
  assert.ok(paragraphs.some((one) => one.includes(`/statistics/${newest.id}/`) && text(one).includes(total)));
});

test('the rows of the field say how many drives stand there, up to the newest total', () => {
  const numbers = text(/<g[^>]*text-anchor="end".*?<\/g>/s.exec(field)?.[0])
    .trim()
    .split(' ');
  const rows = numbers.map((number) => Number(number.replaceAll(',', '')));

  assert.deepEqual(
    rows,
    rows.map((_, index) => Math.min((index + 1) * 25_000, newest.value ?? 0)),
  );
  assert.equal(numbers.at(-1), formatNumber(newest.value ?? 0, en));
});

test('each number is moved to the middle of its row, which Safari does not take from a group', () => {
  const numbers = field.match(/<text[^>]*>/g) ?? [];

  assert.ok(numbers.length > 0);
  for (const number of numbers) assert.match(number, / dy="0\.35em"/);
  assert.doesNotMatch(field, /<g[^>]*dominant-baseline/);
});

test('the field has a short name for those who do not see it', () => {
  const names = [...field.matchAll(/<svg[^>]*role="img"[^>]*aria-label="([^"]+)"/g)].map(
    ([, name = '']) => name,
  );

  assert.ok(names.length > 0);
  for (const name of names) assert.ok(name.length < 60, name);
});

test('one paragraph tells how the newest total and the dated ones relate', () => {
  const dated = figures.filter(
    ({ id, asOf }) => named.includes(id) && asOf !== undefined && asOf !== 'undated',
  );
  const highest = dated.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, 2);

  assert.equal(highest.length, 2);
  assert.ok(
    paragraphs.some((one) =>
      [newest, ...highest].every(({ id }) => one.includes(`href="/statistics/${id}/"`)),
    ),
  );
});

test('before its first heading home says who sends, since when, and that the site is independent', () => {
  for (const words of [
    'escaped North Korea',
    'North Korea Strategy Center',
    '2008',
    'Flash Drives for Freedom',
    'Human Rights Foundation',
    '2016',
    'independent',
  ])
    assert.ok(text(hero).includes(words), words);
  assert.match(hero, /<a[^>]*href="\/program\/"[^>]*>\s*How it works/);
  assert.match(hero, /<a[^>]*href="\/give\/"[^>]*>\s*How to give/);
});

test('home alone tells how drives travel, what is on them, what a viewer risks, and whether it works', () => {
  const whole = text(html);

  for (const words of [
    'balloons',
    'bottles',
    'smuggled goods',
    'Titanic',
    'offline Wikipedia',
    'years of labour',
    'No survey tells',
    'estimate',
  ])
    assert.ok(whole.includes(words), words);
});

test('home has two doors, to giving and to the figures', () => {
  const doors = part(new RegExp(`<nav[^>]*aria-label="${en.home.doors}".*?</nav>`, 's'));

  assert.deepEqual(
    [...doors.matchAll(/href="([^"]+)"/g)].map(([, address]) => address),
    ['/give/', '/statistics/'],
  );
});

test('home shows the three newest reports, each with a sentence', () => {
  const list =
    html
      .slice(html.indexOf(`<h2>${en.home.news}</h2>`))
      .match(/<li.*?<\/li>/gs)
      ?.slice(0, 4) ?? [];
  const reports = list.filter((one) => one.includes('href="/news/'));

  assert.equal(reports.length, 3);
  for (const report of reports) assert.match(report, /<p>[^<]{40,}<\/p>/);
});
