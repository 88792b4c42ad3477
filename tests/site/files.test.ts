import assert from 'node:assert/strict';
import { existsSync, globSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { kindOf } from '../../src/rules/kinds.ts';
import { builtPages, isBorrowed, readSite } from '../pages.ts';

test('the map of the site names every listed page once, with a day', () => {
  const entries = [...readSite('sitemap.xml').matchAll(/<loc>(.*?)<\/loc><lastmod>(.*?)<\/lastmod>/g)];
  const listed = entries.map(([, loc = '']) => new URL(loc).pathname).sort();
  // A page in the words of another language leads search engines to the original.
  const built = builtPages()
    .filter(({ html }) => !html.includes('content="noindex"'))
    .filter((page) => !isBorrowed(page))
    .map(({ address }) => address)
    .sort();

  assert.deepEqual(listed, built);
  for (const [entry, , day = ''] of entries) assert.match(day, /^\d{4}-\d{2}-\d{2}$/, entry);
});

test('robots.txt leads to the map', () => {
  assert.match(readSite('robots.txt'), /^Sitemap: https:\/\/.*\/sitemap\.xml$/m);
});

test('every post stands in the archive, in the year and in its topics', () => {
  const pages = builtPages('en');
  const posts = pages.filter(
    ({ address, html }) => kindOf(address) === 'post' && !html.includes('http-equiv="refresh"'),
  );
  // The story in ten reports, before the archive, leads to some of them once more.
  const listed = (html: string) =>
    html
      .split('<section id="story">')
      .map((part, index) => (index > 0 ? part.slice(part.indexOf('</section>')) : part))
      .join('');
  const leads = (list: string, link: string) =>
    pages.filter(
      ({ address, html }) =>
        new RegExp(`^${list}(?:page/\\d+/)?$`).test(address) && listed(html).includes(link),
    ).length;

  assert.ok(posts.length >= 60);
  for (const { address, html } of posts) {
    const link = `<a href="${address}">`;
    const year = address.split('/')[2];
    const topics = [...html.matchAll(/href="(\/news\/topic\/[^"/]+\/)"/g)].flatMap(([, path]) => path ?? []);
    assert.ok(topics.length > 0, address);
    for (const list of ['/news/', `/news/${year}/`, ...topics])
      assert.equal(leads(list, link), 1, `${address} in ${list}`);
  }
});

test('the data file has every figure with its date and sources', () => {
  const { figures, sources } = JSON.parse(readSite('data/statistics.json')) as {
    figures: { id: string; asOf?: string; period?: object; sources: string[]; page: string }[];
    sources: { id: string }[];
  };
  const known = new Set(sources.map(({ id }) => id));

  assert.ok(figures.length >= 40);
  for (const { id, asOf, period, sources: cited, page } of figures) {
    assert.ok(asOf !== undefined || period !== undefined, id);
    assert.ok(cited.length > 0 && cited.every((source) => known.has(source)), id);
    assert.ok(existsSync(`dist${new URL(page).pathname}index.html`), id);
  }
});

test('every estimate of readers is called an estimate and shows its formula', () => {
  const figures = JSON.parse(readSite('data/statistics.json')) as {
    figures: { id: string; stage: string; formula?: string }[];
  };

  for (const { id, formula = '' } of figures.figures.filter(({ stage }) => stage === 'reached')) {
    const html = readSite(`statistics/${id}/index.html`);
    assert.match(html, /estimate/, id);
    assert.ok(formula.length > 0 && html.includes(formula.slice(0, 12)), id);
  }
});

test('scripts and the font stay light', () => {
  // The search comes when it is used: what it shows, and what finds.
  const most = (file: string) =>
    file.includes('titles') ? 30_000 : file.includes('SiteSearch') ? 13_000 : 5_000;
  for (const script of globSync('assets/*.js', { cwd: 'dist' }))
    assert.ok(statSync(`dist/${script}`).size <= most(script), script);
  const fonts = globSync('assets/*.woff2', { cwd: 'dist' });
  assert.equal(fonts.length, 1);
  assert.ok(statSync(`dist/${fonts[0]}`).size <= 15_000);
});

test('the host gets the same policy in a header, with frame-ancestors', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(readSite('index.html'))?.[1] ?? 'none';

  assert.ok(readSite('_headers').includes(`Content-Security-Policy: ${policy}; frame-ancestors 'none'`));
});

test('no postal address and no private link stands on the page for donors', () => {
  const text = readSite('give/index.html').replace(/<[^>]+>/g, ' ');

  assert.doesNotMatch(text, /P\.?\s?O\.? Box|\b\d{5}(?:-\d{4})?\b(?!\s*(?:drives|won))|Suite \d/i);
});
