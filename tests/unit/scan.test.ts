import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textScorer } from '../../src/rules/search/scan.ts';

const finds = (query: string, text: string, title = '') => textScorer(query)(title, text) > 0;

test('finds a Korean word wherever it stands, within a compound and with any particle', () => {
  const text = '정부보조금이 줄었고 피터슨국제경제연구소는 이를 알렸다.';

  for (const query of ['보조금', '보조금을', '국제경제', '연구소에서는'])
    assert.ok(finds(query, text), query);
  assert.ok(!finds('보조원', text));
});

test('finds other words in each of their forms, and as whole words only', () => {
  assert.ok(finds('balloon', 'Two balloons rose.'));
  assert.ok(finds('studies', 'She wrote a study.'));
  assert.ok(finds('anti-leaflet', 'The anti-leaflet law'));
  assert.ok(finds('1.3 million', 'about 1,300,000 people'));
  assert.ok(!finds('art', 'They start late, in part.'));
});

test('wants every word, in the title or in the text', () => {
  assert.ok(finds('balloon law', 'It forbids them.', 'The law on balloons'));
  assert.ok(finds('law 풍선', 'A law on 대형풍선'));
  assert.ok(!finds('balloon law', 'Balloons rose.'));
  assert.ok(!finds('', 'Balloons rose.'));
});

test('a title counts more than a text, and a short text more than a long one', () => {
  const score = textScorer('balloon');

  const [inTitle, short, long] = [
    score('Balloons', 'They rose.'),
    score('Launch', 'A balloon rose.'),
    score('Launch', `A balloon rose. ${'Nothing else was seen. '.repeat(50)}`),
  ];

  assert.ok(inTitle > short && short > long, `${inTitle} ${short} ${long}`);
});
