import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRecord, Post } from '../../src/site/content.ts';
import { provideContent, type Content } from '../../src/site/reading.ts';
import {
  breadcrumbData,
  datasetData,
  eventListData,
  observationData,
  postData,
  publisherData,
  structuredData,
} from '../../src/site/structured-data.ts';

provideContent({ site: 'https://example.org/' } as Content);

const report: Extract<Post['data'], { kind: 'coverage' }> = {
  kind: 'coverage',
  title: 'A law is passed',
  summary: 'What the law forbids.',
  date: '2024-03',
  added: '2024-04-01',
  topics: ['law'],
  certainty: 'reported',
  changes: [],
  allowedWords: [],
  draft: false,
  publisher: 'The Daily',
  url: 'https://daily.example/law',
  language: 'en',
};

const figure: FigureRecord = {
  id: 'sent-2021',
  label: 'Drives sent',
  value: 1000,
  qualifier: 'about',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives handed over.',
  asOf: '2021-12',
  reportedBy: 'The senders',
  sources: ['the-report'],
  method: 'Not known.',
  notMeaning: 'Sent is not arrived.',
  topics: ['fdff'],
  checked: '2026-11-20',
  changes: [],
  crossChecks: [],
  parts: [],
  conflicts: [],
  certainty: 'official',
  address: '/statistics/sent-2021/',
};

test('lets no text close the block or open another element', () => {
  const text = '</script><script>alert(1)</script><!--';

  const block = structuredData([{ '@type': 'WebPage', name: text }]);

  assert.doesNotMatch(block, /</);
  assert.equal(JSON.parse(block)['@graph'][0].name, text);
});

test('leads from the home page to the page, by whole addresses', () => {
  const trail = [
    { title: 'Home', address: '/' },
    { title: 'News', address: '/news/' },
  ];

  const crumbs = breadcrumbData(trail);

  assert.deepEqual(crumbs.itemListElement, [
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://example.org/' },
    { '@type': 'ListItem', position: 2, name: 'News', item: 'https://example.org/news/' },
  ]);
});

test('gives somebody else’s report its own publisher, date and address', () => {
  const data = JSON.parse(JSON.stringify(postData(report, '/news/2024/law/')));

  assert.equal(data['@type'], 'WebPage');
  assert.equal(data.url, 'https://example.org/news/2024/law/');
  assert.deepEqual(data.mainEntity, {
    '@type': 'NewsArticle',
    headline: 'A law is passed',
    inLanguage: 'en',
    publisher: { '@type': 'Organization', name: 'The Daily' },
    datePublished: '2024-03',
    url: 'https://daily.example/law',
  });
});

test('guesses no date and no address for a report that has none', () => {
  const { url, ...withoutUrl } = report;

  const data = JSON.parse(JSON.stringify(postData({ ...withoutUrl, date: 'undated' }, '/news/undated/law/')));

  assert.ok(url);
  assert.deepEqual(Object.keys(data.mainEntity), ['@type', 'headline', 'inLanguage', 'publisher']);
});

test('names the site as author of its own updates only', () => {
  const { publisher, url, language, ...common } = report;
  const update = { ...common, kind: 'update' } as const;

  const own = JSON.parse(JSON.stringify(postData(update, '/news/2024/own/')));
  const other = JSON.parse(JSON.stringify(postData(report, '/news/2024/law/')));

  assert.ok(publisher && url && language);
  assert.equal(own['@type'], 'NewsArticle');
  assert.deepEqual(own.author, JSON.parse(JSON.stringify(publisherData())));
  assert.equal(other.author, undefined);
  assert.equal(other.mainEntity.author, undefined);
});

test('dates an update of the site by its newest change', () => {
  const { publisher, url, language, ...common } = report;
  const change = { date: '2024-05-01', kind: 'correction', what: 'The name of the court.' } as const;
  const update = { ...common, kind: 'update' as const, changes: [change] };

  const data = JSON.parse(JSON.stringify(postData(update, '/news/2024/own/')));

  assert.ok(publisher && url && language);
  assert.deepEqual([data.datePublished, data.dateModified], ['2024-03', '2024-05-01']);
});

test('offers the set of figures free of charge, with a licence and a file', () => {
  const data = JSON.parse(
    JSON.stringify(datasetData({ name: 'Statistics', description: 'All figures.', address: '/statistics/' })),
  );

  assert.equal(data.isAccessibleForFree, true);
  assert.match(data.license, /^https:\/\/creativecommons\.org\//);
  assert.deepEqual(
    data.distribution.map((file: { contentUrl: string }) => file.contentUrl),
    ['https://example.org/data/statistics.json', 'https://example.org/data/statistics.csv'],
  );
});

test('says of a figure what was counted, how many, and when', () => {
  const data = JSON.parse(JSON.stringify(observationData(figure, 'about 1,000 drives')));

  assert.equal(data.description, 'about 1,000 drives. Drives handed over.');
  assert.equal(data.value, 1000);
  assert.equal(data.observationDate, '2021-12');
});

test('leaves out the date of an undated figure and the value of a range', () => {
  const { value, ...withoutValue } = figure;
  const range = { ...withoutValue, range: { from: 1, to: 2 }, asOf: 'undated' };

  const data = JSON.parse(JSON.stringify(observationData(range, '1 to 2 drives')));

  assert.ok(value);
  assert.ok(!('value' in data) && !('observationDate' in data));
});

test('says of a time line how many events it has and which years they span', () => {
  const events = [{ date: '2007' }, { date: '2026-02-04' }];

  const [data, empty] = [events, []].map((list) =>
    JSON.parse(
      JSON.stringify(
        eventListData({ name: 'Time line', description: 'What happened.', address: '/timeline/' }, list),
      ),
    ),
  );

  assert.equal(data.url, 'https://example.org/timeline/');
  assert.equal(data.temporalCoverage, '2007/2026');
  assert.equal(data.mainEntity.numberOfItems, 2);
  assert.ok(!('temporalCoverage' in empty));
});
