import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { parse } from 'csv-parse/sync';
import { findingText } from '../../src/rules/finding.ts';
import { formatAmount, formatWhen } from '../../src/rules/format.ts';
import type { Amount, When } from '../../src/rules/statement.ts';
import { contentData, readSite } from '../pages.ts';

const en = dictionaryFor('en');

interface Chart {
  id: string;
  title: string;
  description: string;
  form: string;
  figures?: string[];
}

const { figures, charts: written } = contentData<{
  figures: (Amount & When & { id: string; label: string })[];
  charts: Chart[];
}>('statistics');
const byId = new Map(figures.map((figure) => [figure.id, figure]));
const listed = written.map((chart) => ({
  ...chart,
  title: findingText(chart.title, (id) => byId.get(id), en),
}));
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const charts = listed.map((one) => ({ ...one, html: readSite(`charts/${one.id}/index.html`) }));

test('the wall of charts shows each as a small picture below which its finding leads to its page', () => {
  const wall = readSite('charts/index.html');
  const entries = wall.match(/<li class="border-t[^>]*>.*?<\/li>/gs) ?? [];

  assert.equal(entries.length, listed.length);
  for (const { id, title } of listed) {
    const entry = entries.find((one) => one.includes(`href="/charts/${id}/"`)) ?? '';
    assert.match(entry, /<svg[^>]*aria-hidden="true"[^>]*>.*<(?:rect|path)/s, id);
    assert.ok(text(entry).includes(title), id);
  }
});

test('a chart is called by its finding, in a name that is soon heard', () => {
  for (const { id, title, html } of charts) {
    assert.ok(title.length <= 120, `${id}: ${title.length}`);
    assert.ok(html.includes(`<figure class="chart my-5 font-label text-small" aria-label="${title}">`), id);
  }
});

test('no chart needs a key of more than three signs, and none has numbers for its marks', () => {
  for (const { id, form, html } of charts) {
    const figure = /<figure class="chart.*?<\/figure>/s.exec(html)?.[0] ?? '';
    const key = /<ul.*?<\/ul>/s.exec(figure.slice(0, figure.indexOf('<table')))?.[0] ?? '';
    assert.ok((key.match(/<li/g) ?? []).length <= 3, id);
    // The rows of windows have their numbers in the drawing; the scales of bars are text of the page.
    assert.doesNotMatch(figure, form === 'windows' ? /role="application"/ : /role="application"|<text/, id);
  }
});

test('every chart stands on its page with title, description, drawing, table and sources', () => {
  for (const { id, title, description, html } of charts) {
    assert.ok(text(/<h1[^>]*>.*?<\/h1>/s.exec(html)?.[0] ?? '').includes(title), id);
    assert.ok(text(html).includes(description), id);
    assert.match(html, /<svg[^>]*(?:role="img"|aria-hidden)/, id);
    assert.ok(html.includes(`<table`) && html.includes(`aria-label="${title}"`), id);
    const sources = html.slice(html.indexOf(`<h2>${en.statistics.sources}</h2>`));
    assert.match(sources, /<li>.*?<a href="\/(?:news|sources)\//s, id);
  }
});

test('the table of a chart has the amount and the date of each of its figures', () => {
  for (const { id, figures: ids = [], html } of charts) {
    const rows = html.match(/<tr data-row>.*?<\/tr>/gs) ?? [];
    assert.ok(rows.length >= Math.max(2, ids.length), id);
    for (const figureId of ids) {
      const figure = byId.get(figureId);
      const row = text(rows.find((one) => one.includes(`/statistics/${figureId}/`)) ?? '');
      assert.ok(figure && row.includes(formatAmount(figure, en)), `${id}: ${figureId}`);
      assert.ok(row.includes(formatWhen(figure, en)), `${id}: ${figureId}`);
    }
  }
});

test('each row of figures or laws has its bar, and the scale its numbers and its unit', () => {
  for (const { id, form, html } of charts.filter(({ form }) => form !== 'windows')) {
    const rows = html.match(/<tr data-row>.*?<\/tr>/gs) ?? [];
    assert.ok(rows.length >= 3 && rows.every((row) => /<rect [^>]*width="[\d.]+%"/.test(row)), id);
    const scale = text(/<tr[^>]*aria-hidden="true">.*?<\/tr>/s.exec(html)?.[0] ?? '');
    assert.match(scale, form === 'laws' ? /\b20\d\d\b.*\b20\d\d\b/s : /\s0\s.*\d/s, id);
    if (form !== 'laws') assert.match(scale, /devices|people|US\$|%/, id);
  }
});

test('a total that its parts do not make says in its row what no source explains', () => {
  const total = charts.find(({ id }) => id === 'fdff-sent-total');
  const row = text(
    total?.html.match(/<tr data-row>.*?<\/tr>/gs)?.find((one) => one.includes('130,000')) ?? '',
  );

  assert.match(row, /about 110,000 devices, Nov 2021.*about 2,000 devices, Jan–Nov 2022/s);
  assert.match(row, /about 18,000 devices that no source explains/);
  assert.match(text(total?.html ?? ''), /December 2021 is in neither/);
});

test('every survey stands with the number asked, or that it is not stated, and with its bias', () => {
  const surveys = contentData<{ title: string; asked?: string; bias: string }[]>('surveys');
  const html = charts.find(({ form }) => form === 'surveys')?.html ?? '';
  const headings = (html.match(/<th [^>]*scope="rowgroup"(?:(?!<\/th>).)*<\/th>/gs) ?? []).map(text);

  assert.equal(headings.length, surveys.length);
  for (const { title, asked, bias } of surveys) {
    const heading = headings.find((one) => one.includes(title)) ?? '';
    const number = asked === undefined ? undefined : byId.get(asked);
    assert.ok(heading.includes(number ? formatAmount(number, en) : en.charts.notAsked), title);
    assert.ok(heading.includes(bias), title);
  }
});

test('every law has a row with its status in words', () => {
  const laws = contentData<{ name: string; status: keyof typeof en.charts.statuses }[]>('laws');
  const rows = charts.find(({ form }) => form === 'laws')?.html.match(/<tr data-row>.*?<\/tr>/gs) ?? [];

  assert.equal(rows.length, laws.length);
  for (const { name, status } of laws)
    assert.ok(text(rows.find((row) => row.includes(name)) ?? '').includes(en.charts.statuses[status]), name);
});

test('every chart is offered as SVG, PNG and CSV, with the size of the file', () => {
  for (const { id, html } of charts)
    for (const format of ['svg', 'png', 'csv']) {
      const kilobytes = Math.max(1, Math.round(statSync(`dist/charts/${id}.${format}`).size / 1000));
      const link = `<a href="/charts/${id}.${format}" download>${format.toUpperCase()}, ${kilobytes} kB</a>`;
      assert.ok(html.replace(/\s+/g, ' ').includes(link), `${id}.${format}`);
    }
});

test('the CSV file of a chart has the rows of its table, with their numbers and sources', () => {
  for (const { id, html, figures: ids = [] } of charts) {
    const rows = parse<Record<string, string>>(readSite(`charts/${id}.csv`), { columns: true });
    assert.equal(rows.length, html.match(/<tr data-row>/g)?.length, id);
    for (const figureId of ids) {
      const row = rows.find(({ page = '' }) => page.endsWith(`/statistics/${figureId}/`));
      const figure = byId.get(figureId);
      assert.ok(row && figure && row['source'] && row['source_address'], `${id}: ${figureId}`);
      assert.equal(row['label'], figure.label);
      assert.equal(row['low'], String(figure.range?.from ?? figure.value));
      assert.equal(row['high'], String(figure.range?.to ?? figure.value));
      assert.equal(row['when'], formatWhen(figure, en));
    }
  }
});

test('the page of a chart holds a line of HTML that shows its picture elsewhere, with its finding and a link', () => {
  for (const { id, title, html } of charts) {
    const code = /<code>(.*?)<\/code>/s.exec(html)?.[1]?.replace(/&lt;/g, '<').replace(/&gt;/g, '>') ?? '';
    const read = code.replace(/&quot;|&#34;/g, '"').replace(/&#39;/g, '’');
    assert.match(
      read,
      new RegExp(`^<a href="https://[^"]+/charts/${id}/"><img src="https://[^"]+/charts/${id}\\.svg"`),
    );
    assert.ok(read.includes(`alt="${title}"`), id);
  }
});

test('a chart within a text leads to its page and its files', () => {
  const html = readSite('program/index.html');
  const [, id = ''] = /<figure class="chart.*?href="\/charts\/([a-z0-9-]+)\/"/s.exec(html) ?? [];

  for (const path of ['/', '.svg', '.png', '.csv'])
    assert.ok(html.includes(`href="/charts/${id}${path}"`), path);
});

test('the pictures are valid XML that asks for nothing and runs nothing', () => {
  const files = globSync('charts/*.svg', { cwd: 'dist' });

  assert.equal(files.length, listed.length);
  for (const file of files) {
    const svg = readSite(file);
    assert.equal(XMLValidator.validate(svg), true, file);
    assert.doesNotMatch(
      svg,
      /<(?:script|foreignObject|image|style|a)\b|\son\w+=|<!ENTITY|url\((?!#)|href="(?!#)/,
      file,
    );
  }
});

test('the pictures carry title, values, sources, licence and the address of their page as text', () => {
  for (const { id, title, description, figures: ids = [] } of charts) {
    const svg = new XMLParser({ processEntities: true }).parse(readSite(`charts/${id}.svg`)) as {
      svg: { title: string; desc: string };
    };
    assert.equal(svg.svg.title, title, id);
    for (const part of [description, 'Source', en.charts.licence, `/charts/${id}/`])
      assert.ok(svg.svg.desc.includes(part), `${id}: ${part}`);
    for (const figureId of ids) {
      const figure = byId.get(figureId);
      assert.ok(figure && svg.svg.desc.includes(formatAmount(figure, en)), `${id}: ${figureId}`);
    }
  }
});

test('the pictures draw their letters as outlines, so that they look alike everywhere', () => {
  for (const { id } of listed) {
    const svg = readSite(`charts/${id}.svg`);
    const shapes = new Set(svg.match(/(?<=<path id=")l\w+/g));
    const uses = svg.match(/(?<=<use href="#)\w+/g) ?? [];
    assert.doesNotMatch(svg, /<text\b/, id);
    assert.ok(uses.length > 200 && uses.every((use) => shapes.has(use)), id);
  }
});

test('the PNG is 1600 pixels wide and holds nothing but its picture', async () => {
  for (const { id } of listed) {
    const { width, height, exif, xmp, iptc } = await sharp(`dist/charts/${id}.png`).metadata();

    assert.equal(width, 1600, id);
    assert.ok(height > 600, id);
    assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined], id);
  }
});
