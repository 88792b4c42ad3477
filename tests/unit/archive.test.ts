import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byTopic, inArchiveOrder, relatedPosts } from '../../src/rules/archive.ts';
import { byYear } from '../../src/rules/dates.ts';

function post(id: string, date: string, topics: string[] = ['law']) {
  return { id, data: { date, topics } };
}

const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('puts the newest post first and undated posts last', () => {
  const posts = [
    post('undated', 'undated'),
    post('old', '2016'),
    post('month', '2024-03'),
    post('day', '2024-03-01'),
  ];

  const archive = inArchiveOrder(posts);

  assert.deepEqual(ids(archive), ['day', 'month', 'old', 'undated']);
});

test('orders posts of one date by id, however they come', () => {
  const posts = [post('b', '2024'), post('c', '2024'), post('a', '2024')];

  const orders = [posts, posts.toReversed()].map((given) => ids(inArchiveOrder(given)));

  assert.deepEqual(orders, [
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('leaves the list that it is given as it was', () => {
  const posts = [post('old', '2016'), post('new', '2024')];

  inArchiveOrder(posts);

  assert.deepEqual(ids(posts), ['old', 'new']);
});

test('groups posts by year in the order in which they come, undated ones by that word', () => {
  const posts = [post('a', '2024-03-01'), post('b', '2024'), post('c', '2016-05'), post('d', 'undated')];

  const years = [...byYear(posts, ({ data }) => data.date)].map(([year, ofYear]) => [year, ids(ofYear)]);

  assert.deepEqual(years, [
    ['2024', ['a', 'b']],
    ['2016', ['c']],
    ['undated', ['d']],
  ]);
});

test('puts a post under each of its topics, in the order in which they come', () => {
  const posts = [post('a', '2024', ['law', 'radio']), post('b', '2016', ['law'])];

  const topics = [...byTopic(posts)].map(([topic, ofTopic]) => [topic, ids(ofTopic)]);

  assert.deepEqual(topics, [
    ['law', ['a', 'b']],
    ['radio', ['a']],
  ]);
});

test('relates the posts that share most topics, in the order given where they share as many', () => {
  const one = post('one', '2024', ['law', 'balloons']);
  const others = [
    post('first', '2023', ['law']),
    post('second', '2022', ['balloons', 'radio']),
    post('most', '2021', ['balloons', 'law']),
  ];

  const related = relatedPosts([one, ...others], 3)(one);

  assert.deepEqual(ids(related), ['most', 'first', 'second']);
});

test('leaves out the post itself and posts on other topics', () => {
  const one = post('one', '2024', ['law']);
  const others = [post('other', '2023', ['radio']), post('same', '2022', ['law'])];

  const related = relatedPosts([one, ...others], 3)(one);

  assert.deepEqual(ids(related), ['same']);
});

test('finds the post that shares most topics behind others that share some', () => {
  const one = post('one', '2024', ['law', 'radio']);
  const some = numbers(5).map((number) => post(`some-${number}`, '2023', ['law']));
  const most = post('most', '2016', ['radio', 'law']);

  const related = relatedPosts([...some, most], 3)(one);

  assert.deepEqual(ids(related), ['most', 'some-1', 'some-2']);
});

test('relates no more posts than asked for', () => {
  const one = post('one', '2024');
  const others = [post('a', '2023'), post('b', '2022'), post('c', '2021')];

  const related = relatedPosts(others, 2)(one);

  assert.deepEqual(ids(related), ['a', 'b']);
});
