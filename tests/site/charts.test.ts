import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { words } from '../../src/i18n/dictionary.ts';
import { formatAmount, formatWhen } from '../../src/rules/format.ts';
import type { Amount, When } from '../../src/rules/statement.ts';

const en = words('en');

interface Chart {
  id: string;
  title: string;
  description: string;
  form: string;
  figures?: string[];
}

const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');
const { figures, charts: listed } = JSON.parse(readFileSync('content/data/statistics.json', 'utf8')) as {
  figures: (Amount & When & { id: string; label: string })[];
  charts: Chart[];
};
const byId = new Map(figures.map((figure) => [figure.id, figure]));
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const charts = listed.map((one) => ({ ...one, html: read(`charts/${one.id}/index.html`) }));

test('the list of charts names each with its description and leads to its page', () => {
  const list = read('charts/index.html');

  for (const { id, title, description } of listed) {
    assert.ok(list.includes(`<a href="/charts/${id}/">${title}</a>`), id);
    assert.ok(text(list).includes(description), id);
  }
});

test('every chart stands on its page with title, description, drawing, table and sources', () => {
  for (const { id, title, description, html } of charts) {
    assert.ok(html.includes(`<h1>${title}</h1>`), id);
    assert.ok(text(html).includes(description), id);
    assert.match(html, /<svg[^>]*(?:role="img"|aria-hidden)/, id);
    assert.match(html, /<table class="rows"/, id);
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

test('each point that is drawn on a page has its row', () => {
  for (const { id, form, html } of charts.filter(({ form }) => form === 'time')) {
    const points = html.match(/ data-point/g) ?? [];
    const rows = html.match(/<tr data-row>/g) ?? [];
    assert.ok(points.length >= 2, `${id} ${form}`);
    assert.equal(points.length, rows.length, id);
  }
});

test('every survey stands with the number asked, or that it is not stated, and with its bias', () => {
  const surveys = JSON.parse(readFileSync('content/data/surveys.json', 'utf8')) as {
    title: string;
    asked?: string;
    bias: string;
  }[];
  const html = charts.find(({ form }) => form === 'surveys')?.html ?? '';
  const headings = (html.match(/<th scope="rowgroup"(?:(?!<\/th>).)*<\/th>/gs) ?? []).map(text);

  assert.equal(headings.length, surveys.length);
  for (const { title, asked, bias } of surveys) {
    const heading = headings.find((one) => one.includes(title)) ?? '';
    const number = asked === undefined ? undefined : byId.get(asked);
    assert.ok(heading.includes(number ? formatAmount(number, en) : en.charts.notAsked), title);
    assert.ok(heading.includes(bias), title);
  }
});

test('every law has a row with its status in words', () => {
  const laws = JSON.parse(readFileSync('content/data/laws.json', 'utf8')) as {
    name: string;
    status: keyof typeof en.charts.statuses;
  }[];
  const rows = charts.find(({ form }) => form === 'laws')?.html.match(/<tr data-row>.*?<\/tr>/gs) ?? [];

  assert.equal(rows.length, laws.length);
  for (const { name, status } of laws)
    assert.ok(text(rows.find((row) => row.includes(name)) ?? '').includes(en.charts.statuses[status]), name);
});

test('the chart of kinds of content counts the works that each page lists', () => {
  const rows = charts.find(({ form }) => form === 'categories')?.html.match(/<tr data-row>.*?<\/tr>/gs) ?? [];

  assert.ok(rows.length > 5);
  for (const row of rows) {
    const address = /href="\/(content\/[^"]+)"/.exec(row)?.[1] ?? '';
    const table = /<tbody>(.*?)<\/tbody>/s.exec(read(`${address}index.html`))?.[1] ?? '';
    const works = (table.match(/<tr>/g) ?? []).length;
    assert.ok(row.includes(`<td>${works === 0 ? 'none' : works}</td>`), address);
  }
});

test('every chart offers its picture as SVG and PNG, with the size of the file', () => {
  for (const { id, html } of charts)
    for (const format of ['svg', 'png']) {
      const kilobytes = Math.max(1, Math.round(statSync(`dist/charts/${id}.${format}`).size / 1000));
      const link = `<a href="/charts/${id}.${format}" download>Download the chart, ${format.toUpperCase()}, ${kilobytes} kB</a>`;
      assert.ok(html.includes(link), `${id}.${format}`);
    }
});

test('a chart within a text leads to its page and its pictures', () => {
  const html = read('program/index.html');

  for (const path of ['/', '.svg', '.png'])
    assert.ok(html.includes(`href="/charts/fdff-collected-total${path}"`), path);
});

test('the pictures are valid XML that asks for nothing and runs nothing', () => {
  const files = globSync('charts/*.svg', { cwd: 'dist' });

  assert.equal(files.length, listed.length);
  for (const file of files) {
    const svg = read(file);
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
    const svg = new XMLParser({ processEntities: true }).parse(read(`charts/${id}.svg`)) as {
      svg: { title: string; desc: string };
    };
    assert.equal(svg.svg.title, title, id);
    for (const part of [description, en.charts.sources({ names: '' }), en.charts.licence, `/charts/${id}/`])
      assert.ok(svg.svg.desc.includes(part), `${id}: ${part}`);
    for (const figureId of ids) {
      const figure = byId.get(figureId);
      assert.ok(figure && svg.svg.desc.includes(formatAmount(figure, en)), `${id}: ${figureId}`);
    }
  }
});

test('the pictures draw their letters as outlines, so that they look alike everywhere', () => {
  for (const { id } of listed) {
    const svg = read(`charts/${id}.svg`);
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
