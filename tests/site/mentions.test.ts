import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentData, pagesByAddress } from '../pages.ts';

const pages = pagesByAddress('en');
const page = (address: string) => pages.get(address) ?? '';

const sources = contentData<{ id: string }[]>('sources');

test('says on the page of every source where it is cited', () => {
  const uncited = sources.filter(
    ({ id }) =>
      !/<h2>Where this site uses it<\/h2><ul class="tags flex-col"><li><a /.test(page(`/sources/${id}/`)),
  );

  assert.ok(sources.length > 0);
  assert.deepEqual(uncited, []);
});

test('the list of sources leads to each of them, and keeps the anchors that it had', () => {
  const lists = [...pages].filter(([address]) => /^\/sources\/(?:page\/\d+\/)?$/.test(address));
  const list = lists.map(([, html]) => html).join('');

  const missing = sources.filter(({ id }) => !list.includes(`<dd id="${id}"><a href="/sources/${id}/">`));

  assert.deepEqual(missing, []);
});

test('shows no more than twenty places, and leads to a list of all that leads back', () => {
  const long = [...pages].filter(([address]) => address.endsWith('/used/'));

  for (const [address] of long) {
    const of = address.replace(/used\/$/, '');
    const shown =
      /<h2>Where this site uses it<\/h2><ul class="tags flex-col">(.*?)<\/ul>(.*?)<\/section>/.exec(page(of));
    const all = [...pages].filter(([other]) => other.startsWith(address)).map(([, html]) => html);
    const places = all.flatMap((html) => /<\/header><ul>(.*?)<\/ul>/.exec(html)?.[1]?.match(/<li>/g) ?? []);
    assert.equal(shown?.[1]?.match(/<li>/g)?.length, 20, of);
    assert.ok(shown[2]?.includes(`<a href="${address}">All ${places.length} places</a>`), of);
    assert.ok(page(address).includes(`"item":"https://lit-windows.example${of}"`), address);
  }
  for (const [address, html] of pages)
    for (const [, list = ''] of html.matchAll(/<h2>Where this site uses it<\/h2>(.*?)<\/section>/g))
      assert.ok((list.match(/<li>/g) ?? []).length <= 20, address);
});

test('leads from each answer of a survey to the chart that prints it', () => {
  const surveys = contentData<{ results: string[]; asked?: string }[]>('surveys');
  const figures = surveys.flatMap(({ results, asked }) => [
    ...results,
    ...(asked === undefined ? [] : [asked]),
  ]);
  const { charts } = contentData<{ charts: { id: string; form: string }[] }>('statistics');
  const chart = charts.find(({ form }) => form === 'surveys')?.id;

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
