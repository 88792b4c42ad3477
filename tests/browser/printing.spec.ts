import { expect, test } from '@playwright/test';
import { KINDS } from '../pages.ts';

const SLIP = '/give/packing-slip/';

test('the button prints the slips', async ({ page }) => {
  await page.goto(SLIP);
  await page.evaluate(() => {
    globalThis.print = () => void document.body.setAttribute('data-printed', '');
  });

  await page.getByRole('button', { name: 'Print two slips' }).click();

  await expect(page.locator('body[data-printed]')).toBeVisible();
});

test('a sheet holds two slips and the line to cut along, and nothing else of the page', async ({ page }) => {
  await page.goto(SLIP);
  const slips = page.getByRole('heading', { name: 'For Flash Drives for Freedom' });
  await expect(slips).toHaveCount(1);

  await page.emulateMedia({ media: 'print' });

  await expect(slips).toHaveCount(2);
  await expect(page.getByText('Cut here')).toBeVisible();
  for (const other of ['button', 'heading level 1', 'list', 'contentinfo'])
    await expect(
      other === 'heading level 1'
        ? page.getByRole('heading', { level: 1 })
        : page.getByRole(other as 'button'),
    ).toHaveCount(0);
});

test('the notice and the label print on a page each, large enough to read from a step away', async ({
  page,
}) => {
  await page.goto('/give/collection/notice/');
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });

    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
  }
  await page.emulateMedia({ media: 'print' });
  const sizes = await page
    .locator('.to-print li')
    .evaluateAll((items) => items.map((item) => Number.parseFloat(getComputedStyle(item).fontSize)));

  // In CSS pixels, of which 96 make an inch.
  expect(Math.min(...sizes)).toBeGreaterThan(20);
  const posters = page.locator('.to-print', { has: page.locator('h2') });
  for (const poster of await posters.all()) {
    const sizeOf = (part: string) =>
      poster
        .locator(part)
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(await sizeOf('h2')).toBeGreaterThan(await sizeOf('li'));
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('no button to print is there', async ({ page }) => {
    await page.goto(SLIP);

    await expect(page.getByRole('heading', { name: 'Without a printer' })).toBeVisible();
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  });
});

test('paper names the official page by its whole address, and says how it was checked', async ({ page }) => {
  await page.goto('/give/');
  const address = page.getByText(
    'Official page of Flash Drives for Freedom: https://hrf.org/programs_posts/flash-drives-for-freedom/',
  );
  await expect(address).toBeHidden();

  await page.emulateMedia({ media: 'print' });

  await expect(address).toBeVisible();
  await expect(page.getByText('was compared with stored copies')).toBeVisible();
});

test('paper shows no way on that leads nowhere, and no list of changes', async ({ page }) => {
  await page.goto('/news/2024/ministry-interviews/');
  await expect(page.getByRole('link', { name: 'Read the report', exact: true })).toBeVisible();

  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('link', { name: 'Read the report', exact: true })).toBeHidden();
  await page.goto('/give/');
  await expect(page.getByText('Changes since publication')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Open the official page' })).toBeHidden();
});

test('the axis of a chart is repeated with its head on every sheet', async ({ page }) => {
  await page.goto('/charts/laws/');

  await expect(page.locator('thead').getByText('2022', { exact: true })).toBeVisible();
});

test('paper shows what is folded, in a browser whose sheet cannot unfold it too', async ({ page }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...of: [string]) => !of[0].includes('details-content') && supports(...of);
  });
  await page.goto('/give/');
  const closed = page.locator('main details:not([open])');
  const before = await closed.count();
  expect(before).toBeGreaterThan(1);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(closed).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(closed).toHaveCount(before);
});

test('paper shows the address of the report behind a note', async ({ page }) => {
  await page.goto('/program/');
  await page.emulateMedia({ media: 'print' });

  const address = await page
    .locator('.note a[href^="https:"]')
    .first()
    .evaluate((link) => {
      const { content, visibility } = getComputedStyle(link, '::after');
      return { content, visibility };
    });

  expect(address).toEqual({ content: expect.stringContaining('https://'), visibility: 'visible' });
});

test('the check list and the packing slip each print on one page', async ({ page }) => {
  for (const address of [KINDS['check list'], KINDS['packing slip']])
    for (const format of ['A4', 'Letter']) {
      await page.goto(address);
      const pdf = await page.pdf({ format });

      expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    }
});

test('a printed page shows its sources with their addresses', async ({ page }) => {
  await page.goto('/program/');
  await page.emulateMedia({ media: 'print' });

  await expect(page.locator('[role=doc-footnote]').first()).toBeVisible();
  await expect(page.getByRole('banner').getByRole('search')).toBeHidden();
});
