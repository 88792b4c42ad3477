import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeNotes } from '../../src/rules/margin-notes.ts';

test('takes the marks out of a paragraph and leaves the rest as it is', () => {
  const html = '<a href="/statistics/sent/" data-note="figure:sent">1,000</a> were <b>sent</b>.';

  const taken = takeNotes(html);

  assert.equal(taken.html, '<a href="/statistics/sent/">1,000</a> were <b>sent</b>.');
});

test('asks for each note once, in the order of the text', () => {
  const html = [
    '<i data-note="source:2017/award"></i>',
    '<i data-note="figure:sent"></i>',
    '<i data-note="source:2017/award"></i>',
  ].join('');

  const { marks } = takeNotes(html);

  assert.deepEqual(marks, [
    { kind: 'source', id: '2017/award' },
    { kind: 'figure', id: 'sent' },
  ]);
});

test('keeps a figure and a source of one id apart', () => {
  const html = '<i data-note="figure:sent"></i><i data-note="source:sent"></i>';

  const { marks } = takeNotes(html);

  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['figure', 'source'],
  );
});

test('leaves a paragraph without marks alone', () => {
  const html = '<b title="data-note">Nothing to note.</b>';

  const taken = takeNotes(html);

  assert.deepEqual(taken, { html, marks: [] });
});
