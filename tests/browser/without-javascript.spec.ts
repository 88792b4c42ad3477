import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('the archive lists posts and leads to older ones, years and topics', async ({ page }) => {
  await page.goto('/news/');

  await expect(page.locator('#archive').getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News archive, page 2');
  await page.getByRole('link', { name: '2017', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News of 2017');
});

test('the search page says that it needs JavaScript and where to go', async ({ page }) => {
  await page.goto('/search/?q=radio');

  await expect(page.getByText('The search needs JavaScript')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: 'Radio' })).toBeVisible();
  await expect(page.locator('main').getByRole('searchbox')).toHaveCount(0);
});

test('the calculator gives way to a table', async ({ page }) => {
  await page.goto('/give/?drives=25');

  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^25 250/ })).toBeVisible();
});

test('on a phone the sources of a paragraph unfold below it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/program/');
  const notes = page.locator('details.notes').first();

  await expect(notes.getByRole('listitem').first()).toBeHidden();
  await notes.locator('summary').click();

  await expect(notes.getByRole('listitem').first()).toBeVisible();
});

test('on a wide screen they stand beside it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/program/');

  const note = await page.locator('details.notes li').first().boundingBox();
  const text = await page.locator('.prose > p').first().boundingBox();

  expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
});
