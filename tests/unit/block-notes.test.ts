import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markId, noteRequest, takeNotes } from '../../src/rules/block-notes.ts';

/** A number as its component draws it. */
const mark = (sentence: number, number: number, source: string, figures: string[] = []) =>
  `<a id="${markId(sentence, number)}" data-note="${noteRequest(sentence, number, source, figures)}">${number}</a>`;

test('a number leads to its note, which knows the way back', () => {
  const { html, notes } = takeNotes(`<b>Sent.</b>${mark(3, 7, '2017/award')}`);

  assert.equal(html, '<b>Sent.</b><a id="cite-3-7" href="#note-3-7">7</a>');
  assert.deepEqual(notes, [
    { id: 'note-3-7', mark: 'cite-3-7', sentence: 3, number: 7, source: '2017/award', figures: [] },
  ]);
});

test('a source has one note in a block, with every figure once', () => {
  const { html, notes } = takeNotes(
    [mark(3, 7, 'award', ['sent', 'aim']), mark(4, 7, 'award', ['aim', 'total'])].join(' '),
  );

  assert.deepEqual(
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
    ['#note-3-7', '#note-3-7'],
  );
  assert.deepEqual(
    notes.map(({ figures }) => figures),
    [['sent', 'aim', 'total']],
  );
});

test('notes stand by their numbers, also where an older number comes last', () => {
  const { notes } = takeNotes([mark(3, 7, 'award'), mark(4, 2, 'index')].join(' '));

  assert.deepEqual(
    notes.map(({ number }) => number),
    [2, 7],
  );
});

test('a block without numbers stays as it is', () => {
  const html = '<b title="data-note">Nothing to note.</b>';

  assert.deepEqual(takeNotes(html), { html, notes: [] });
});
