import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuickEntry } from '../../src/rules/search/quick-search.ts';
import {
  countsOf,
  indexFilters,
  isChosen,
  isSearch,
  parseState,
  stateQuery,
  type SearchState,
} from '../../src/rules/search/state.ts';

const nothing: SearchState = { q: '', chosen: {}, sort: 'relevance', more: 0 };
const post = (date: string, ...topics: string[]): QuickEntry => ({
  address: `/news/${date}/`,
  title: 'A report',
  kind: 'news',
  date,
  topics,
  publisher: 'The Associated Press',
});

test('reads words, choices, order and how many results were shown from an address', () => {
  const state = parseState('?q=radio+hours&topic=law&from=2020&to=2024&sort=date&more=2');

  assert.deepEqual(state, {
    q: 'radio hours',
    chosen: { topic: 'law', from: '2020', to: '2024' },
    sort: 'date',
    more: 2,
  });
});

test('reads a single year of an older address as a range of one year', () => {
  assert.deepEqual(parseState('?year=2024').chosen, { from: '2024', to: '2024' });
});

test('leaves out choices that it does not know, those that are empty, and years that are none', () => {
  const state = parseState('?colour=red&from=soon&to=&publisher=%20%20&topic=law&more=-3');

  assert.deepEqual(state, { ...nothing, chosen: { topic: 'law' } });
});

test('shows no more than a reader would ask for, whatever the address says', () => {
  const { more } = parseState('?more=100000');

  assert.equal(more, 50);
});

test('trims the words and joins Korean letters that come apart', () => {
  const apart = '한국'.normalize('NFD');

  const { q } = parseState(`?q=%20${encodeURIComponent(apart)}%20`);

  assert.equal(q, '한국'.normalize('NFC'));
  assert.notEqual(q, apart);
});

test('reads a broken address without a fault', () => {
  const state = parseState('?q=%E0%A4%A&&&=x');

  assert.deepEqual(state.chosen, {});
  assert.equal(typeof state.q, 'string');
});

test('asks the text index for a publisher by the word that it keeps, and for each year of a range', () => {
  const filters = ['The Associated Press', 'the associated press ', 'the-associated-press'].map((publisher) =>
    indexFilters({ ...nothing, chosen: { topic: 'law', publisher } }, []),
  );
  const ofYears = indexFilters({ ...nothing, chosen: { from: '2021' } }, ['2020', '2021', '2022']);

  assert.deepEqual(filters, Array(3).fill({ topic: 'law', publisher: 'the-associated-press' }));
  assert.deepEqual(ofYears, { year: { any: ['2021', '2022'] } });
});

test('reads back what it wrote, and writes nothing where nothing is searched', () => {
  const state: SearchState = {
    q: '김정은 “50 %” + <b>',
    chosen: { topic: 'law', publisher: 'yonhap', certainty: 'claimed', from: '2011', to: '2014' },
    sort: 'date',
    more: 3,
  };

  assert.deepEqual(parseState(stateQuery(state)), state);
  assert.equal(stateQuery(nothing), '');
});

test('searches for words or for choices alone, but not for an order alone', () => {
  const asked = ['?q=law', '?from=2024', '?sort=date', ''].map((query) => isSearch(parseState(query)));

  assert.deepEqual(asked, [true, true, false, false]);
});

test('both ends of a range of years belong to it; what has no date does not', () => {
  const state = parseState('?from=2020&to=2021');

  const chosen = ['2019-12-31', '2020', '2021-12-31', '2022'].filter((date) => isChosen(post(date), state));

  assert.deepEqual(chosen, ['2020', '2021-12-31']);
  assert.equal(isChosen({ ...post('2020'), date: undefined }, state), false);
});

test('counts what each value would leave, with all else that is chosen', () => {
  const entries = [post('2020', 'law', 'radio'), post('2020', 'law'), post('2023', 'radio')];

  const counts = countsOf(entries, parseState('?topic=radio&to=2021'), 'topic');

  assert.deepEqual(Object.fromEntries(counts), { law: 2, radio: 1 });
});
