import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  excerptPieces,
  indexFilters,
  isSearch,
  parseState,
  soughtWords,
  stateQuery,
} from '../../src/rules/search-state.ts';

test('reads words, choices and order from an address', () => {
  const state = parseState('?q=radio+hours&topic=law&year=2024&sort=date');

  assert.deepEqual(state, { q: 'radio hours', filters: { topic: 'law', year: '2024' }, sort: 'date' });
});

test('leaves out choices that it does not know and those that are empty', () => {
  const state = parseState('?colour=red&year=&kind=%20%20&topic=law');

  assert.deepEqual(state, { q: '', filters: { topic: 'law' }, sort: 'relevance' });
});

test('puts the best match first for any order but that by date', () => {
  const orders = ['', '?sort=', '?sort=size', '?sort=date'].map((query) => parseState(query).sort);

  assert.deepEqual(orders, ['relevance', 'relevance', 'relevance', 'date']);
});

test('trims the words and joins Korean letters that come apart', () => {
  const apart = '한국'.normalize('NFD');

  const { q } = parseState(`?q=%20${encodeURIComponent(apart)}%20`);

  assert.equal(q, '한국'.normalize('NFC'));
  assert.notEqual(q, apart);
});

test('reads a broken address without a fault', () => {
  const state = parseState('?q=%E0%A4%A&&&=x');

  assert.deepEqual(state.filters, {});
  assert.equal(typeof state.q, 'string');
});

test('asks the index for a publisher by the word that it keeps, however the name is typed', () => {
  const filters = ['The Associated Press', 'the associated press ', 'the-associated-press'].map((publisher) =>
    indexFilters({ q: '', filters: { topic: 'law', publisher }, sort: 'relevance' }),
  );

  assert.deepEqual(filters, Array(3).fill({ topic: 'law', publisher: 'the-associated-press' }));
  assert.deepEqual(indexFilters({ q: 'law', filters: { year: '2024' }, sort: 'date' }), { year: '2024' });
});

test('writes the choices in one order, whatever the order they were made in', () => {
  const state = { q: 'R&D', filters: { year: '2024', topic: 'law' }, sort: 'date' } as const;

  const query = stateQuery(state);

  assert.equal(query, '?q=R%26D&topic=law&year=2024&sort=date');
});

test('writes nothing where nothing is searched', () => {
  const query = stateQuery({ q: '', filters: { year: '' }, sort: 'relevance' });

  assert.equal(query, '');
});

test('reads back what it wrote', () => {
  const state = {
    q: '김정은 “50 %” + <b>',
    filters: { topic: 'law', year: 'undated', publisher: 'yonhap', kind: 'coverage', certainty: 'claimed' },
    sort: 'date',
  } as const;

  const read = parseState(stateQuery(state));

  assert.deepEqual(read, state);
});

test('searches for words or for choices alone, but not for an order alone', () => {
  const asked = ['?q=law', '?year=2024', '?sort=date', ''].map((query) => isSearch(parseState(query)));

  assert.deepEqual(asked, [true, true, false, false]);
});

test('cuts an excerpt into matches and the text between them', () => {
  const pieces = excerptPieces('the <mark>radio</mark> and <mark>leaflets</mark>');

  assert.deepEqual(pieces, [
    { text: 'the ', match: false },
    { text: 'radio', match: true },
    { text: ' and ', match: false },
    { text: 'leaflets', match: true },
  ]);
});

test('turns entities of an excerpt into the characters they stand for', () => {
  const pieces = excerptPieces('&lt;b&gt; &quot;it&#39;s&quot; &#x27;so&#x27; <mark>R&amp;D</mark>');

  assert.deepEqual(pieces, [
    { text: "<b> \"it's\" 'so' ", match: false },
    { text: 'R&D', match: true },
  ]);
});

test('turns an entity only once, so that a text about entities stays one', () => {
  const [piece] = excerptPieces('&amp;lt; and &copy;');

  assert.equal(piece?.text, '&lt; and &copy;');
});

test('has no piece for an empty excerpt', () => {
  const pieces = excerptPieces('');

  assert.deepEqual(pieces, []);
});

test('leaves the words of a question out, for no page of figures has them', () => {
  const asking = 'how many have been what is';
  const questions = ['How many drives have been sent?', 'radio  hours', 'what is', '"how many drives"'];

  assert.deepEqual(
    questions.map((q) => soughtWords(q, asking)),
    ['drives sent', 'radio hours', 'what is', '"how many drives"'],
  );
});
