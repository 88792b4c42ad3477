import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesIn } from '../../src/rules/references.ts';

test('finds the figures, sources and charts that a text names', () => {
  const text = 'Some <Figure id="sent" /> were sent <Source id="2017/award" />.\n\n<Chart id="by-year" />';

  const references = referencesIn(text);

  assert.deepEqual(references, {
    figures: ['sent'],
    sources: ['2017/award'],
    series: ['by-year'],
    organisations: false,
  });
});

test('leaves out tags in notes, which no reader sees', () => {
  const text = '{/* <Figure id="a" />\nand <Organisations /> */}<Source id="b" />{/* <Source id="c" /> */}';

  const references = referencesIn(text);

  assert.deepEqual(references, { figures: [], sources: ['b'], series: [], organisations: false });
});

test('tells of a text that prints the list of organisations', () => {
  const prints = ['<Organisations />', '<Organisations/>', '<Official id="hrf" />'].map(
    (text) => referencesIn(text).organisations,
  );

  assert.deepEqual(prints, [true, true, false]);
});

test('names each id once, in order of first mention', () => {
  const text = '<Source id="b" /> <Source id="a" /> <Source id="b" />';

  const { sources } = referencesIn(text);

  assert.deepEqual(sources, ['b', 'a']);
});

test('finds the id behind other attributes and line breaks', () => {
  const text = '<Figure unit="hide" id="sent" /> and <Figure\n  id="collected"\n/>';

  const { figures } = referencesIn(text);

  assert.deepEqual(figures, ['sent', 'collected']);
});

test('counts the source of a quotation among the sources', () => {
  const text =
    '<Source id="a" />\n\n<Quote by="Name" source="2017/award">\n\nWords <Source id="b" />\n\n</Quote>';

  const { sources } = referencesIn(text);

  assert.deepEqual(sources, ['a', '2017/award', 'b']);
});

test('leaves out tags of other names and tags without an id', () => {
  const text = '<Figures id="a" /> <Official id="hrf" /> <Figure /> <Source title="x" /> id="b"';

  const references = referencesIn(text);

  assert.deepEqual(references, {
    figures: [],
    sources: [],
    series: [],
    organisations: false,
  });
});
