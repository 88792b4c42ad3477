import { expect, test } from '@playwright/test';

test('a program of another site may fetch the data and the feeds, and no page', async ({ page, baseURL }) => {
  // A blank page is of no origin, so each of these asks another one.
  const fetched = (path: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.headers.get('Content-Type'),
          () => 'refused',
        ),
      new URL(path, baseURL).href,
    );

  expect(await fetched('/data/statistics.csv')).toBe('text/csv; charset=utf-8');
  expect(await fetched('/data/statistics.json')).toBe('application/json; charset=utf-8');
  expect(await fetched('/data/statistics.schema.json')).toBe('application/schema+json');
  expect(await fetched('/news/rss.xml')).toMatch(/xml/);
  expect(await fetched('/news/feed.json')).toMatch(/json/);
  expect(await fetched('/statistics/')).toBe('refused');
});
