import { expect, test } from '@playwright/test';
import { KINDS } from '../pages.ts';

const TOTAL = '/charts/fdff-sent-total/';

test('a chart takes no key of the reader’s: the arrows scroll the page, also from within its table', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(KINDS.chart);
  await expect(page.getByRole('application')).toHaveCount(0);
  await page.getByRole('table').getByRole('link').first().focus();
  const before = await page.evaluate(() => scrollY);

  await page.keyboard.press('ArrowDown');

  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
});

for (const [width, what] of [
  [360, 'a phone'],
  [1280, 'a desk'],
] as const)
  test(`on ${what} the table of a chart has its headers, and each row its figure, date, source and value`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(TOTAL);
    const table = page.getByRole('table');

    await expect(table.getByRole('columnheader')).toHaveText(['When, and source', 'Figure', 'Value']);
    const row = table.getByRole('row', { name: /about 130,000 devices/ });
    await expect(row.getByRole('rowheader')).toHaveText('USB drives and SD cards since 2016');
    await expect(row).toContainText('Nov 2022');
    await expect(row.getByRole('link', { name: 'Radio Free Asia' })).toBeVisible();
  });

test('on a phone a value stands above its bar, and what is said of it below', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(KINDS.chart);
  const row = page.getByRole('row', { name: /about 90,000 devices/ });

  const top = async (part: string) => (await row.locator(part).first().boundingBox())?.y ?? NaN;

  expect(await top('th a')).toBeLessThan(await top('b'));
  expect(await top('b')).toBeLessThan(await top('svg'));
  expect(await top('svg')).toBeLessThan(await top('small'));
});

test('the numbers of a scale stand where its bars are as long', async ({ page }) => {
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(TOTAL);
    const middleOf = async (text: string) => {
      const box = await page.getByText(text, { exact: true }).boundingBox();
      return (box?.x ?? NaN) + (box?.width ?? NaN) / 2;
    };
    const bar = (await page.locator('[data-row] svg').first().boundingBox()) ?? { x: NaN, width: NaN };

    const zero = (await page.getByText('0', { exact: true }).boundingBox())?.x ?? NaN;
    expect(Math.abs(zero - bar.x)).toBeLessThan(1);
    expect(Math.abs((await middleOf('50,000')) - (bar.x + bar.width / 3))).toBeLessThan(2);
    expect(Math.abs((await middleOf('100,000')) - (bar.x + (bar.width * 2) / 3))).toBeLessThan(2);
  }
});

test('where drawings are off, as in Tor Browser at its safest, a chart leaves its words, and none run together', async ({
  page,
}) => {
  for (const address of [TOTAL, '/charts/surveys/', '/charts/laws/', KINDS.figure]) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('svg').forEach((drawing) => drawing.remove()));

    await expect(page.getByRole('table').first()).toBeVisible();
    const scale = (await page.locator('thead [aria-hidden]').first().innerText()).split(/\s+/);
    expect(scale.length).toBeGreaterThan(2);
    expect(scale.every((text) => /^(?:\d{1,3}(?:,\d{3})*|\d{4}|devices|%|)$/.test(text))).toBe(true);
  }
});

test('text at twice its size makes no page of figures scroll sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  for (const address of [KINDS.chart, KINDS.figure, KINDS.statistics, '/data/', KINDS.category, '/charts/']) {
    await page.goto(address);

    const wide = await page.locator('main').evaluate((main) => {
      for (const folded of main.querySelectorAll('details')) folded.open = true;
      return [...main.querySelectorAll('*')]
        .filter(
          (one) =>
            !one.closest('.scroll, .overflow-x-auto') && one.getBoundingClientRect().right > innerWidth + 1,
        )
        .map((one) => one.outerHTML.slice(0, 80));
    });
    expect(wide, address).toEqual([]);
  }
});

test('the page of a figure begins with its number, and lights it among the other accounts', async ({
  page,
}) => {
  await page.goto(KINDS.figure);
  const main = page.getByRole('main');
  const number = await main.getByText('about 130,000 devices', { exact: true }).first().boundingBox();
  const heading = main.getByRole('heading', { level: 1, name: 'USB drives and SD cards since 2016' });

  expect(number?.y).toBeLessThan((await heading.boundingBox())?.y ?? NaN);
  await expect(main.getByText(/^Reported by .*Nov 2022\. Sent, not arrived\.$/)).toBeVisible();
  const table = page.getByRole('table', { name: 'All accounts of it' });
  const fills = await table
    .locator('[data-row]', { has: page.locator('rect') })
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.textContent.includes('this figure'),
        row.querySelector('rect')?.getAttribute('fill'),
      ]),
    );
  expect(fills.filter(([, fill]) => fill === 'var(--lit)')).toEqual([[true, 'var(--lit)']]);
  expect(fills.length).toBeGreaterThan(3);
});

test('a printed chart keeps its bars, its key and its numbers, and no downloads', async ({ page }) => {
  await page.goto(KINDS.chart);
  await page.emulateMedia({ media: 'print' });

  await expect(page.locator('[data-row] rect').first()).toBeVisible();
  await expect(page.getByText('beyond what other accounts bear out', { exact: true })).toBeVisible();
  await expect(page.getByText('about 90,000 devices')).toBeVisible();
  await expect(page.getByRole('link', { name: /^PNG/ })).toBeHidden();
});

test('the numbers of a scale stand apart and beside their lines, in narrow columns too', async ({ page }) => {
  await page.goto(KINDS.chart);
  for (const width of [320, 360, 768, 820, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });

    const { labels, lines } = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('thead td .w-0 > span')].filter((label) =>
        label.checkVisibility({ visibilityProperty: true }),
      );
      const svg = document.querySelector('[data-row] svg')?.getBoundingClientRect();
      const [left, wide] = [svg?.left ?? NaN, svg?.width ?? NaN];
      return {
        labels: shown.map((label) => {
          const { left: from, right: to } = label.getBoundingClientRect();
          return { from, to, text: Number(label.textContent.replace(',', '')) };
        }),
        lines: { left, wide },
      };
    });

    const last = labels.at(-1)?.text ?? NaN;
    expect(labels.length, `${width}`).toBeGreaterThan(1);
    for (const [index, { from, to, text }] of labels.entries()) {
      const next = labels[index + 1];
      if (next) expect(next.from - to, `${width}: ${text}`).toBeGreaterThan(6);
      const line = lines.left + (text / last) * lines.wide;
      expect(line, `${width}: ${text}`).toBeGreaterThan(from - 3);
      expect(line, `${width}: ${text}`).toBeLessThan(to + 3);
    }
  }
});
