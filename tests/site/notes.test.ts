import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { languageOf } from '../../src/rules/addresses.ts';
import { builtPages } from '../pages.ts';

/* The numbers behind sentences, and the notes to which they lead. */

const pages = builtPages();

const NUMBER =
  /<a id="([^"]+)" href="#([^"]+)" role="doc-noteref" aria-label="([^"]+)"[^>]*>(\d+[a-z]*)<\/a>/g;
const NOTE = /<p class="note[^"]*" id="([^"]+)" role="doc-footnote"[^>]*>(.*?)<\/p>/gs;

test('every figure in running text leads to its page, and a number behind it to its source', () => {
  const bare = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<data value=/g)]
      .filter(({ index }) => {
        const before = html.slice(0, index);
        const after = html.slice(index, index + 3000);
        const block = after.slice(0, /<\/(?:p|ul|ol|table)>/.exec(after)?.index);
        return (
          !/<a (?:lang="en" )?class="amount[^>]* href="(?:\/[a-z]{2})?\/statistics\/[^"]+">$/.test(before) ||
          (!/doc-noteref/.test(block) &&
            !block.includes(`${dictionaryFor(languageOf(address)).statistics.sources}: <a `))
        );
      })
      .map(({ index }) => `${address}: ${html.slice(index, index + 60)}`),
  );

  assert.deepEqual(bare, []);
});

test('every number leads to a note in its page, which leads back and out, and is read with its source', () => {
  const wrong = pages.flatMap(({ address, html }) => {
    const notes = new Map([...html.matchAll(NOTE)].map(([, id = '', text = '']) => [id, text]));
    const led = new Set<string>();
    const prefix = dictionaryFor(languageOf(address)).notes.mark({ number: '#', name: '' });
    const lost = [...html.matchAll(NUMBER)].flatMap(([, id = '', to = '', name = '', number = '']) => {
      const note = notes.get(to) ?? '';
      led.add(to);
      const own = name.replace(prefix.replace('#', number), '');
      const back = / href="#([^"]+)" role="doc-backlink"/.exec(note)?.[1];
      const isRight =
        own !== name && note.includes(own) && note.replace(/^<b[^>]*>/, '').startsWith(`${number}</b>`);
      return isRight && html.includes(` id="${back}"`) ? [] : `${address}#${id}`;
    });
    return [...lost, ...[...notes.keys()].filter((id) => !led.has(id))];
  });

  assert.ok(pages.some(({ html }) => [...html.matchAll(NUMBER)].length > 20));
  assert.deepEqual(wrong, []);
});

test('the sources of a page are numbered from 1 in the order in which the text names them', () => {
  const wrong = pages.filter(({ html }) => {
    const seen: string[] = [];
    for (const [, , , , mark = ''] of html.matchAll(NUMBER)) {
      const number = mark.replace(/[a-z]+$/, '');
      if (!seen.includes(number)) seen.push(number);
    }
    return seen.some((number, index) => Number(number) !== index + 1);
  });

  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});

test('numbers stand behind the end of a sentence, never before a full stop', () => {
  const early = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<sup class="marks"(?:(?!<\/sup>).)*<\/sup>\s?(?:[.,;:!?)”]|[a-z])/gs)].map(
      ({ index }) => `${address}: ${html.slice(index - 30, index)}`,
    ),
  );

  assert.deepEqual(early, []);
});

test('numbers and notes stay out of what the search takes, and out of titles and descriptions', () => {
  const taken = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<(?:sup class="marks"|div class="notes[^"]*")[^>]*>/g)]
      .filter(([tag]) => !tag.includes('data-pagefind-ignore'))
      .map(([tag]) => `${address}: ${tag}`),
  );
  const raised = pages.flatMap(({ address, html }) =>
    /<(?:title|meta)[^>]*>[^<]*\u202F/.test(html) ? `${address}: a raised number` : [],
  );

  assert.deepEqual([...taken, ...raised], []);
});

test('a block has one note of each source, by number, with each figure once', () => {
  const groups = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<div class="notes[^"]*"[^>]*>(.*?)<\/div>/gs)].map(([, group = '']) => ({
      address,
      notes: [...group.matchAll(NOTE)].map(([, , text = '']) => ({
        number: Number(/^<b[^>]*>(\d+)/.exec(text)?.[1]),
        figures: [...text.matchAll(/ href="([^"]*\/statistics\/[^"]+)"/g)].map(([, figure]) => figure),
      })),
    })),
  );
  const wrong = groups.filter(({ notes }) => {
    const numbers = notes.map(({ number }) => number);
    return (
      numbers.some((number, index) => index > 0 && !(number > (numbers[index - 1] ?? 0))) ||
      notes.some(({ figures }) => new Set(figures).size !== figures.length)
    );
  });

  assert.ok(groups.some(({ notes }) => notes.length > 2));
  assert.ok(groups.some(({ notes }) => notes.some(({ figures }) => figures.length > 1)));
  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});
