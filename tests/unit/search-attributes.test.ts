import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexAttributes, numbersInWords } from '../../src/rules/search/index-attributes.ts';

test('marks the element as one to be indexed, with its title and the texts of a result', () => {
  const attributes = indexAttributes({ title: 'A law', section: 'news', meta: { date: '14 Mar 2024' } });

  assert.equal(attributes['data-pagefind-body'], '');
  assert.equal(attributes['data-pagefind-meta'], 'title[data-title], date[data-date]');
  assert.equal(attributes['data-title'], 'A law');
  assert.equal(attributes['data-date'], '14 Mar 2024');
});

test('names the section and every value of every filter', () => {
  const filters = { topic: ['law', 'balloons'], year: ['2024'] };

  const attributes = indexAttributes({ title: 'A law', section: 'news', filters });

  assert.equal(attributes['data-filters'], 'section:news topic:law topic:balloons year:2024');
});

test('gives a key for the order by date, the lowest where there is none', () => {
  const dated = indexAttributes({ title: 'A law', section: 'news', sort: '2024-03-14' });
  const plain = indexAttributes({ title: 'About', section: 'page' });

  assert.equal(dated['data-pagefind-sort'], 'date:2024-03-14');
  assert.equal(plain['data-pagefind-sort'], 'date:0');
});

test('a number in full is found by its words, once', () => {
  const text = 'about 1,300,000 people, more than 1,350,000 people, 1,300,000 again, 130,000 drives';

  assert.deepEqual(numbersInWords(text, 'en-GB'), ['1.3 million', '1.35 million']);
});
