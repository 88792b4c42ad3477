import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { words } from '../../src/i18n/dictionary.ts';
import { formatStated } from '../../src/rules/format.ts';
import type { Amount } from '../../src/rules/statement.ts';
import type { Stage } from '../../src/rules/vocabulary.ts';
import { builtPages } from '../pages.ts';

const en = words('en');

interface Step {
  title: string;
  figures?: string[];
  event?: string;
  link?: string;
}
interface Drawing {
  id: string;
  title: string;
  description: string;
  steps: Step[];
}

const data = (file: string): unknown => JSON.parse(readFileSync(`content/data/${file}.json`, 'utf8'));
const drawings = data('drawings') as Drawing[];
const { figures } = data('statistics') as { figures: (Amount & { id: string; stage: Stage })[] };
const amounts = new Map(figures.map((figure) => [figure.id, formatStated(figure, en)]));
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Every place at which a drawing stands. */
const drawn = builtPages().flatMap(({ address, html }) =>
  (html.match(/<figure class="drawing .*?<\/figure>/gs) ?? []).map((figure) => ({ address, html: figure })),
);
const placesOf = ({ title }: Drawing) => drawn.filter(({ html }) => html.includes(`<b>${title}</b>`));

test('every drawing stands on a page, with what it shows, its sources and its picture', () => {
  for (const drawing of drawings) {
    const places = placesOf(drawing);

    assert.ok(places.length > 0, drawing.id);
    for (const { address, html } of places) {
      assert.ok(plain(html).includes(drawing.description), `${drawing.id} on ${address}`);
      assert.match(html, /Sources: <a href="\/(?:news|sources)\//, `${drawing.id} on ${address}`);
      assert.ok(html.includes(`href="/drawings/${drawing.id}.svg" download`), `${drawing.id} on ${address}`);
    }
  }
});

test('the steps of a drawing are a list of words, each with the numbers of its figures', () => {
  for (const drawing of drawings)
    for (const { html } of placesOf(drawing)) {
      const steps = html.match(/<li.*?<\/li>/gs) ?? [];
      for (const { title, figures: ids = [], link } of drawing.steps) {
        const step = steps.find((one) => plain(one).includes(title)) ?? '';
        assert.notEqual(step, '', `${drawing.id}: ${title}`);
        if (link) assert.ok(step.includes(`href="${link}"`), `${drawing.id}: ${title}`);
        for (const id of ids) {
          assert.ok(step.includes(`href="/statistics/${id}/"`), `${drawing.id}: ${id}`);
          assert.ok(plain(step).includes(amounts.get(id) ?? '?'), `${drawing.id}: ${id}`);
        }
      }
    }
});

test('a picture of a drawing has its title, its description, every number, and is small', () => {
  for (const { id, title, description, steps } of drawings) {
    const file = readFileSync(`dist/drawings/${id}.svg`, 'utf8');
    const { svg } = new XMLParser({ processEntities: true }).parse(file) as {
      svg: { title: string; desc: string };
    };

    assert.equal(svg.title, title);
    assert.ok(svg.desc.startsWith(description), id);
    assert.ok(statSync(`dist/drawings/${id}.svg`).size < 6000, id);
    assert.doesNotMatch(file, /<(?:script|style|image|foreignObject)|href=/, id);
    // A long line is broken into several texts.
    const texts = plain(file);
    for (const figure of steps.flatMap(({ figures: ids = [] }) => ids))
      assert.ok(texts.includes(amounts.get(figure) ?? '?'), `${id}: ${figure}`);
  }
});

test('the windows of the ladder are as many as its totals have ten thousands', () => {
  const ladder = drawn.find(({ address, html }) => address === '/' && html.includes('drawing grid'));
  const windows = (step: string) => (/<path fill="var\(--lit\)" d="(.*?)"/.exec(step)?.[1] ?? '').match(/z/g);
  const lit = (ladder?.html.match(/<li.*?<\/li>/gs) ?? []).flatMap((step) => windows(step)?.length ?? []);
  const total = (id: string) => figures.find((figure) => figure.id === id)?.value ?? 0;

  // The last is that of the key.
  assert.deepEqual(lit.slice(0, 2), [
    Math.floor(total('fdff-collected-total-2018') / 10_000),
    Math.floor(total('fdff-sent-total-2022') / 10_000),
  ]);
});

test('a drawing of the years shows months at most', () => {
  const band = drawn.find(({ address, html }) => address === '/timeline/' && html.includes('drawing band'));
  const days = plain(band?.html ?? '').match(
    /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\b/g,
  );

  assert.ok(band);
  assert.equal(days, null);
});

test('the text of a version says that a drawing stands there, and an earlier one does not', () => {
  const versions = globSync('version-*.txt', { cwd: 'dist/how-it-travels' });
  const version = (number: number) => readFileSync(`dist/how-it-travels/version-${number}.txt`, 'utf8');

  assert.ok(
    version(versions.length).includes(
      '[Here the page shows the drawing “launch”, from the data of the site.]',
    ),
  );
  assert.ok(!version(1).includes('drawing'));
});
