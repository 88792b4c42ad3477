import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { formatStated } from '../../src/rules/format.ts';
import type { Amount } from '../../src/rules/statement.ts';
import type { Stage } from '../../src/rules/vocabulary.ts';
import { widthOf } from '../../src/site/lettering.ts';
import { builtPages, contentData } from '../pages.ts';

const en = dictionaryFor('en');

interface Step {
  title: string;
  figures?: string[];
  sources?: string[];
  event?: string;
  short?: boolean;
  link?: string;
}
interface Drawing {
  id: string;
  form: string;
  title: string;
  description: string;
  steps: Step[];
}

const drawings = contentData<Drawing[]>('drawings');
const { figures } = contentData<{ figures: (Amount & { id: string; stage: Stage })[] }>('statistics');
const amounts = new Map(figures.map((figure) => [figure.id, formatStated(figure, en)]));
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Every place at which a drawing stands, with the id of the drawing. */
const drawn = builtPages('en').flatMap(({ address, html }) =>
  [...html.matchAll(/<figure data-drawing="([^"]+)".*?<\/figure>/gs)].map(([figure, id = '']) => ({
    ...{ address, id },
    html: figure,
  })),
);
/** Where a drawing stands with all its steps; home shows the short form of a band. */
const placesOf = ({ id, form }: Drawing) =>
  drawn.filter((place) => place.id === id && !(form === 'band' && place.address === '/'));
const stepsIn = (html: string) => html.match(/<li.*?<\/li>/gs) ?? [];

test('there are ten drawings at least, and no two say the same', () => {
  assert.ok(drawings.length >= 10);
  assert.equal(new Set(drawings.map(({ title }) => title)).size, drawings.length);
});

test('no sign has a height besides its width, by which Firefox would measure the row of a larger one', () => {
  for (const { address, html } of drawn)
    for (const step of stepsIn(html)) {
      const [sign = ''] = /<svg[^>]*>/.exec(step) ?? [];
      assert.doesNotMatch(sign, / height=/, `${address}: ${sign}`);
    }
});

test('every drawing stands on a page, with its finding, what it shows, its sources and its picture', () => {
  for (const drawing of drawings) {
    const places = placesOf(drawing);

    assert.ok(places.length > 0, drawing.id);
    for (const { address, html } of places) {
      const caption = /<figcaption.*?<\/figcaption>/s.exec(html)?.[0] ?? '';
      assert.ok(plain(caption).includes(drawing.title), `${drawing.id} on ${address}`);
      assert.ok(plain(html).includes(drawing.description), `${drawing.id} on ${address}`);
      assert.match(html, /Sources?: <a href="\/(?:news|sources)\//, `${drawing.id} on ${address}`);
      assert.match(html, new RegExp(`href="/drawings/${drawing.id}.svg" download`), drawing.id);
    }
  }
});

test('the steps of a drawing are a list of words, each with the numbers of its figures', () => {
  for (const drawing of drawings)
    for (const { address, html } of placesOf(drawing)) {
      const steps = stepsIn(html);
      for (const { title, figures: ids = [], link } of drawing.steps) {
        const step = steps.find((one) => plain(one).includes(title)) ?? '';
        assert.notEqual(step, '', `${drawing.id}: ${title}`);
        // A page does not lead to itself.
        if (link) assert.equal(step.includes(`href="${link}"`), link !== address, `${drawing.id}: ${title}`);
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

test('without its signs a drawing is still words: none of its pictures holds text but the band, which has its list', () => {
  for (const { id, html } of drawn) {
    const pictures = (html.match(/<svg.*?<\/svg>/gs) ?? []).filter((svg) => svg.includes('<text'));
    const inBand = html.includes('max-lg:unfolded');
    assert.equal(pictures.length, inBand ? 1 : 0, id);
    // Letters have a size in a drawn picture only, so that where none is drawn they do not run together.
    for (const svg of pictures) assert.match(svg, /class="[^"]*text-\[0px\][^>]*>.*<g font-size=/s, id);
    assert.ok(stepsIn(html).length >= 2, id);
  }
});

test('home shows the turning points in short: some of them, each leading to its event', () => {
  for (const { id, steps } of drawings.filter(({ form }) => form === 'band')) {
    const [home] = drawn.filter((place) => place.id === id && place.address === '/');
    const short = steps.filter((step) => step.short);
    const shown = stepsIn(home?.html ?? '');

    assert.ok(short.length >= 4 && short.length < steps.length, id);
    assert.equal(shown.length, short.length, id);
    for (const [index, { title, event }] of short.entries()) {
      assert.ok(plain(shown[index] ?? '').includes(title), title);
      assert.match(shown[index] ?? '', new RegExp(`href="/timeline/\\w+/#${event}"`), title);
    }
  }
});

test('a step that names voices lists each publisher once, with a window for each', () => {
  const voices = drawings.flatMap((drawing) => drawing.steps.filter(({ sources }) => sources));

  assert.ok(voices.length > 0);
  for (const drawing of drawings)
    for (const { html } of placesOf(drawing))
      for (const { title, sources } of drawing.steps.filter((step) => step.sources)) {
        const step = stepsIn(html).find((one) => plain(one).includes(title)) ?? '';
        const names = [...step.matchAll(/<a href="\/(?:news|sources)\/[^>]*>([^<]+)/g)].map(
          ([, name]) => name,
        );
        const windows = step.match(/z(?=M|")/g) ?? [];
        assert.ok(names.length > 0 && names.length <= (sources?.length ?? 0), title);
        assert.equal(new Set(names).size, names.length, title);
        assert.equal(windows.length, names.length, title);
      }
});

/** The head of the article of a page, below the bar of the site. */
const headOf = (html: string) => /<header(?:(?!<header).)*?<h1.*?<\/header>/s.exec(html)?.[0] ?? '';

test('the page of a kind of content has the sign that the drawing of kinds gives it', () => {
  const kinds = drawings.find(({ id }) => id === 'kinds');
  const pages = builtPages('en').filter(({ address }) => /^\/content\/[^/]+\/$/.test(address));

  assert.ok(pages.length > 3);
  for (const { address, html } of pages) {
    const isDrawn = kinds?.steps.some(({ link }) => link === address);
    assert.equal(/<svg[^>]*aria-hidden/.test(headOf(html)), isDrawn, address);
  }
});

test('the windows of the ladder are as many as its totals have ten thousands, lit as far as the field of home', () => {
  const ladder = drawn.find(({ id }) => id === 'evidence');
  const steps = drawings.find(({ id }) => id === 'evidence')?.steps ?? [];
  const windows = (step: string, of: RegExp) => (of.exec(step)?.[1] ?? '').match(/z/g)?.length ?? 0;
  const counted = steps.flatMap(({ title, figures: [id = ''] = [] }) => {
    const step = stepsIn(ladder?.html ?? '').find((one) => plain(one).includes(title)) ?? '';
    const lit = windows(step, /<path fill="var\(--lit\)" d="(.*?)"/);
    return lit > 0 ? [{ id, lit, hatched: windows(step, /<path d="(.*?)"/) }] : [];
  });
  const home = plain(builtPages('en').find(({ address }) => address === '/')?.html ?? '');
  const inField = (word: string) => Number(new RegExp(`(\\d+) ${word}:`).exec(home)?.[1]);

  assert.ok(counted.length >= 2);
  for (const { id, lit, hatched } of counted) {
    const total = figures.find((figure) => figure.id === id)?.value ?? 0;
    assert.equal(lit + hatched, Math.floor(total / 10_000), id);
  }
  const sent = counted.find(({ id }) => id.includes('sent'));
  assert.deepEqual(sent?.lit, Math.floor(inField('lit') / 10));
  assert.ok(inField('hatched') > 10 && sent.hatched > 0);
});

test('of what was tested once the ladder hatches one window', () => {
  const { html = '' } = drawn.find(({ id }) => id === 'evidence') ?? {};
  const step = stepsIn(html).find((one) => plain(one).includes('Arrived')) ?? '';

  assert.match(step, /<path d="M1 1h13v18h-13z"><\/path>|<path d="M1 1h13v18h-13z"\/>/);
});

test('in the band of events no text comes near another, in fonts a tenth wider too', () => {
  for (const language of ['en', 'ko'] as const) {
    const { html } =
      builtPages(language).find(({ html: page }) => page.includes('max-lg:unfolded')) ?? assert.fail();
    const texts = [...html.matchAll(/<text x="(\d+)" y="(\d+)" text-anchor="middle">([^<]+)/g)].map(
      ([, x, y, text = '']) => ({
        ...{ x: Number(x), y: Number(y), text },
        half: (widthOf(text, { size: 13, face: 'label' }) * 1.1) / 2,
      }),
    );

    assert.ok(texts.length > 20, language);
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1).filter(({ y }) => Math.abs(y - one.y) < 10))
        assert.ok(Math.abs(other.x - one.x) > one.half + other.half, `${one.text}, ${other.text}`);
  }
});

test('a drawing of the years shows months at most', () => {
  const band = drawn.find(
    ({ address, html }) => address === '/timeline/' && html.includes('max-lg:unfolded'),
  );
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
