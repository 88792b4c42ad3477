import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_KINDS, type EventKind } from '../../src/rules/vocabulary.ts';
import { contentData, pagesByAddress } from '../pages.ts';

const pages = pagesByAddress();
const page = (address: string) => pages.get(address) ?? '';

interface Told {
  id: string;
  figures?: string[];
  sources: string[];
}
const events =
  contentData<(Told & { date: string; kind: EventKind; title: string; law?: string; certainty: string })[]>(
    'events',
  );
const laws = contentData<(Told & { status: string })[]>('laws');

/** The entry of an event or a law on a page. */
const entry = (address: string, id: string) =>
  page(address)
    .split('<li id="')
    .find((part) => part.startsWith(`${id}"`)) ?? '';

test('every event is a line of the time line that leads to its whole entry', () => {
  for (const { id, kind, date, title } of events) {
    const line = entry('/timeline/', id);
    assert.ok(line.includes(`<time datetime="${date}">`), id);
    assert.ok(line.includes(`<a href="/timeline/${kind}/#${id}">${title}</a>`), id);
    assert.ok(page(`/timeline/${kind}/`).includes(`<li id="${id}">`), id);
  }
});

test('the pages of the kinds hold each event once, with all its figures and sources', () => {
  for (const { id, kind, figures = [], sources } of events) {
    const holding = EVENT_KINDS.filter((one) => entry(`/timeline/${one}/`, id) !== '');
    const whole = entry(`/timeline/${kind}/`, id);

    assert.deepEqual(holding, [kind], id);
    for (const figure of figures)
      assert.ok(whole.includes(`href="/statistics/${figure}/"`), `${id}: ${figure}`);
    for (const source of sources)
      assert.match(whole, new RegExp(`href="/(?:news|sources)/${source}/"`), `${id}: ${source}`);
  }
});

test('dates stand in their order, the oldest first', () => {
  for (const address of ['/timeline/', ...EVENT_KINDS.map((kind) => `/timeline/${kind}/`)]) {
    const dates = [...page(address).matchAll(/<li id="[^"]+"><time datetime="([^"]+)"/g)].map(
      ([, date = '']) => date,
    );

    assert.ok(dates.length > 0, address);
    assert.deepEqual(
      dates,
      dates.toSorted((a, b) => (`${a}-00-00`.slice(0, 10) < `${b}-00-00`.slice(0, 10) ? -1 : 1)),
    );
  }
});

test('each page marks where the reader is and counts the events of every kind', () => {
  for (const kind of [undefined, ...EVENT_KINDS]) {
    const html = page(kind ? `/timeline/${kind}/` : '/timeline/');
    const counts = [
      ...html.matchAll(/<a [^>]*href="(\/timeline\/[^"#]*)"( aria-current="page")?>[^<]+<\/a> (\d+)/g),
    ];

    assert.equal(counts.length, EVENT_KINDS.length + 1);
    for (const [, address = '', current, count] of counts) {
      const of = address.split('/')[2];
      assert.equal(Number(count), events.filter((event) => of === '' || event.kind === of).length, address);
      assert.equal(current !== undefined, address === (kind ? `/timeline/${kind}/` : '/timeline/'), address);
    }
  }
});

test('what is only claimed is marked so, in the list and in its entry', () => {
  for (const { id, kind, certainty } of events) {
    for (const address of ['/timeline/', `/timeline/${kind}/`])
      assert.equal(
        entry(address, id).includes('class="claimed"'),
        certainty === 'claimed',
        `${address}#${id}`,
      );
  }
});

test('every law stands on the page of the law, and the events that changed it lead there', () => {
  for (const { id, figures = [], status } of laws) {
    const whole = entry('/timeline/law/', id);
    assert.equal(whole.includes('<b class='), status === 'in-force', id);
    for (const figure of figures)
      assert.ok(whole.includes(`href="/statistics/${figure}/"`), `${id}: ${figure}`);
    for (const event of events.filter(({ law }) => law === id))
      assert.ok(entry('/timeline/law/', event.id).includes(`<a href="#${id}">`), event.id);
  }
});

/** What the page of a source says, and the list of all places that cite it. */
const usesOf = (source: string) =>
  [...pages]
    .filter(([address]) => new RegExp(`^/(?:news|sources)/${source}/(?:used/.*)?$`).test(address))
    .map(([, html]) => html)
    .join('');

test('a figure and a source name the events in which they stand', () => {
  for (const { id, kind, figures = [], sources } of [
    ...events,
    ...laws.map((law) => ({ ...law, kind: 'law' })),
  ]) {
    const link = `href="/timeline/${kind}/#${id}"`;
    for (const figure of figures)
      assert.ok(page(`/statistics/${figure}/`).includes(link), `${figure}: ${id}`);
    for (const source of sources) assert.ok(usesOf(source).includes(link), `${source}: ${id}`);
  }
});
