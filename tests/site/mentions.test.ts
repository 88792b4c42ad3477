import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtPages } from '../pages.ts';

const pages = new Map(builtPages().map(({ address, html }) => [address, html]));
const listOf = (name: string): unknown => JSON.parse(readFileSync(`content/data/${name}.json`, 'utf8'));

test('says of every source of the list where it is cited', () => {
  const lists = [...pages].filter(([address]) => address.startsWith('/sources/')).map(([, html]) => html);
  const entries = lists.flatMap((html) => [...html.matchAll(/<dd id="([^"]+)">(.*?)<\/dd>/gs)]);
  const listed = listOf('sources') as { id: string }[];

  const uncited = entries.filter(([, , entry = '']) => !/<span class="meta">Cited .*<a /s.test(entry));

  assert.equal(entries.length, listed.length);
  assert.deepEqual(
    uncited.map(([, id]) => id),
    [],
  );
});

test('leads from each answer of a survey to the chart that prints it', () => {
  const surveys = listOf('surveys') as { results: string[]; asked?: string }[];
  const figures = surveys.flatMap(({ results, asked }) => [
    ...results,
    ...(asked === undefined ? [] : [asked]),
  ]);
  const { series } = listOf('statistics') as { series: { id: string; form: string }[] };
  const chart = series.find(({ form }) => form === 'surveys')?.id;

  const without = figures.filter(
    (id) => !pages.get(`/statistics/${id}/`)?.includes(`<li><a href="/charts/${chart}/">`),
  );

  assert.ok(figures.length > 0);
  assert.deepEqual(without, []);
});

test('prints no heading of a list that has no entry', () => {
  const empty = [...pages]
    .filter(([, html]) => /<ul(?: [^>]*)?><\/ul>/.test(html))
    .map(([address]) => address);

  assert.deepEqual(empty, []);
});
