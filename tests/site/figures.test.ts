import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contentData, pagesByAddress } from '../pages.ts';

interface Figure {
  id: string;
  label: string;
  value?: number;
  qualifier: string;
  counted: string;
  reportedBy: string;
  method: string;
  notMeaning: string;
  measure?: string;
  asOf?: string;
  sources: string[];
  conflicts?: string[];
  conflictNote?: string;
  parts?: string[];
  crossChecks?: { sum: string[]; times?: string }[];
}

const { figures } = contentData<{ figures: Figure[] }>('statistics');
const byId = new Map(figures.map((figure) => [figure.id, figure]));
const pages = pagesByAddress();

/** The words of a page as a reader sees them. */
function wordsOf(figure: Figure): string {
  const html = pages.get(`/statistics/${figure.id}/`) ?? '';
  return html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

const number = (value: number) => new Intl.NumberFormat('en-GB').format(value);
const isNumber = ({ value, qualifier }: Figure) =>
  value !== undefined && ['exactly', 'about'].includes(qualifier);

test('each figure has a page with what is counted, how, by whom, what it does not mean, and when it was checked', () => {
  const lacking = figures.flatMap((figure) => {
    const words = wordsOf(figure);
    const told = [figure.label, figure.counted, figure.reportedBy, figure.method, figure.notMeaning];
    return [
      ...told.filter((text) => !words.includes(text)),
      ...(/Last checked \d+ \w+ \d{4}/.test(words) ? [] : ['checked']),
    ].map((text) => `${figure.id}: ${text}`);
  });

  assert.deepEqual(lacking, []);
});

test('each source of a figure says when it was read, and has an archived copy or says that none is known', () => {
  const silent = figures.filter((figure) => {
    const words = wordsOf(figure);
    const read = words.match(/Read by us: [^.]*\d{4}\./g) ?? [];
    const archived = words.match(/Archived copy|No archived copy is known to us\./g) ?? [];
    return read.length !== figure.sources.length || archived.length !== figure.sources.length;
  });

  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

test('figures of one measure that conflict stand side by side with the arithmetic of the difference', () => {
  const pairs = figures.flatMap((figure) =>
    (figure.conflicts ?? []).flatMap((id) => {
      const other = byId.get(id);
      const isSame = other && figure.measure !== undefined && other.measure === figure.measure;
      return isSame && isNumber(figure) && isNumber(other) ? [[figure, other] as const] : [];
    }),
  );

  const wrong = pairs.filter(([figure, other]) => {
    const difference = Math.abs((figure.value ?? 0) - (other.value ?? 0));
    const wanted =
      difference === 0
        ? 'Both give the same number.'
        : `= ${[figure, other].some(({ qualifier }) => qualifier === 'about') ? 'about ' : ''}${number(difference)}`;
    const words = wordsOf(figure);
    return (
      !words.includes(wanted) || !words.includes(other.label) || !words.includes(figure.conflictNote ?? '-')
    );
  });

  assert.ok(pairs.length > 4);
  assert.deepEqual(
    wrong.map(([{ id }, other]) => `${id}, ${other.id}`),
    [],
  );
});

test('figures that count different things are never subtracted', () => {
  const subtracted = figures.filter((figure) => {
    const others = (figure.conflicts ?? []).flatMap((id) => byId.get(id) ?? []);
    const unlike = others.filter(({ measure }) => measure === undefined || measure !== figure.measure);
    const told = wordsOf(figure).match(/so nothing is subtracted\./g) ?? [];
    return told.length !== unlike.length;
  });

  assert.deepEqual(
    subtracted.map(({ id }) => id),
    [],
  );
});

test('a figure shows what it would be by other figures', () => {
  const checked = figures.filter(({ crossChecks = [] }) => crossChecks.length > 0);

  const wrong = checked.flatMap((figure) =>
    (figure.crossChecks ?? []).flatMap(({ sum, times }) => {
      const values = sum.map((id) => byId.get(id)?.value ?? Number.NaN);
      const result =
        values.reduce((total, value) => total + value, 0) *
        (times ? (byId.get(times)?.value ?? Number.NaN) : 1);
      return wordsOf(figure).includes(number(result)) ? [] : [`${figure.id}: ${result}`];
    }),
  );

  assert.ok(checked.length > 3);
  assert.deepEqual(wrong, []);
});

test('the history of a figure names each account, and the years without one as a gap', () => {
  const measures = Map.groupBy(
    figures.filter(({ measure }) => measure !== undefined),
    ({ measure }) => measure,
  );

  const lacking = [...measures.values()].flatMap((accounts) =>
    accounts.flatMap((figure) =>
      accounts.filter(({ label }) => !wordsOf(figure).includes(label)).map(({ id }) => `${figure.id}: ${id}`),
    ),
  );
  const gapped = wordsOf(byId.get('fdff-reach-total-2022') ?? assert.fail());

  assert.deepEqual(lacking, []);
  assert.match(gapped, /2019 to 2021: no figure found/);
});

test('a sum shows the parts that make it', () => {
  const sums = figures.filter(({ parts = [] }) => parts.length > 0);

  const wrong = sums.filter(
    (figure) =>
      !(figure.parts ?? []).every((id) =>
        wordsOf(figure).includes(number(byId.get(id)?.value ?? Number.NaN)),
      ),
  );

  assert.ok(sums.length > 0);
  assert.deepEqual(wrong, []);
});

/** The list of what uses a source is no use itself. */
const USES = /<h2>Where this site uses it<\/h2>.*?<\/section>/s;

test('each figure leads to every place on the site that uses it', () => {
  const lost = [...pages].flatMap(([address, html]) =>
    /^\/(?:statistics|sources|charts|data|search|corrections)\/|\/used\//.test(address)
      ? []
      : [
          ...html
            .replace(USES, '')
            .matchAll(/<a (?:class="amount[^>]* )?href="\/statistics\/([a-z0-9-]+)\/"/g),
        ].flatMap(([, id]) => {
          const page = pages.get(`/statistics/${id}/`);
          return page !== undefined && !page.includes(`href="${address}`) ? [`${address}: ${id}`] : [];
        }),
  );

  assert.deepEqual(lost, []);
});

test('a figure that a text gives in words leads to its page, which names the words', () => {
  const texts = globSync('content/en/**/*.mdx').map((path) => readFileSync(path, 'utf8'));
  const worded = texts.flatMap((text) => [
    ...text.slice(text.indexOf('\n---')).matchAll(/<Figure id="([^"]+)" as="([^"]+)" \/>/g),
  ]);
  const all = [...pages.values()].join('\n');

  const lost = worded.filter(([, id = '', words = '']) => {
    const link = new RegExp(
      `<a class="amount[^>]* href="/statistics/${id}/">\\s*<data [^>]*>${words}</data>`,
    );
    return !link.test(all) || !pages.get(`/statistics/${id}/`)?.includes(`“${words}” in “`);
  });

  assert.deepEqual(
    lost.map(([tag]) => tag),
    [],
  );
});
