import { expect, test, type Page } from '@playwright/test';
import { KINDS } from '../pages.ts';

const points = '[data-point]';
/** The value that the table of the chart gives for a point. */
const valueOf = (page: Page, point: number) =>
  page.locator('[data-row]').nth(point).locator('td').first().innerText();
const chosen = 'tr[aria-current="true"]';

test('a keyboard reads each point of a chart, one after the other, and Escape clears', async ({ page }) => {
  await page.goto(KINDS.chart);
  const plot = page.getByRole('application');
  const status = page.getByRole('status');
  const hint = (await status.textContent()) ?? '';

  await plot.focus();
  await page.keyboard.press('ArrowRight');
  await expect(status).toContainText(await valueOf(page, 0));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(status).toContainText(await valueOf(page, 2));
  await expect(page.locator(chosen)).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(status).toContainText(await valueOf(page, (await page.locator('[data-row]').count()) - 1));
  await page.keyboard.press('Home');
  await expect(page.locator(`${points}.chosen`)).toHaveCount(1);
  await page.keyboard.press('Escape');

  await expect(status).toHaveText(hint.trim());
  await expect(page.locator(chosen)).toHaveCount(0);
});

test('a chart is one stop of the tab key', async ({ page }) => {
  await page.goto(KINDS.chart);

  await page.getByRole('application').focus();
  await page.keyboard.press('Tab');

  await expect(page.locator('table.rows a').first()).toBeFocused();
});

test('a pointer reads the nearest point, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(KINDS.chart);
  const point = page.locator(points).nth(6);
  await point.scrollIntoViewIfNeeded();
  const box = (await point.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  await page.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2 + 4);

  await expect(page.getByRole('status')).toContainText(await valueOf(page, 6));
  await expect(page.locator(chosen)).toContainText(await valueOf(page, 6));
});

test('on a phone a value stands before what is said of it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(KINDS.chart);
  const row = page.getByRole('row', { name: /about 90,000 devices/ });

  const top = async (part: string) => (await row.locator(part).first().boundingBox())?.y ?? NaN;

  expect(await top('td')).toBeLessThan(await top('small'));
  expect(await top('td')).toBeGreaterThan(await top('th a'));
});

test('the rows of a chart of laws are read by keyboard and pointer', async ({ page }) => {
  await page.goto('/charts/laws/');
  const table = page.getByRole('table');

  await table.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status')).toContainText('in force');
  await page.getByRole('row', { name: /struck down/ }).hover();

  await expect(page.getByRole('status')).toContainText('struck down, passed 14 Dec 2020');
});

test('the field of windows tells what each kind of window means', async ({ page }) => {
  await page.goto('/charts/windows/');

  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');

  await expect(page.getByRole('status')).toContainText('lit:');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the table has what the script would tell, and no hint stands there', async ({ page }) => {
    await page.goto(KINDS.chart);

    await expect(page.getByRole('row', { name: /about 90,000 devices/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Accounts differ\./ }).first()).toBeVisible();
    await expect(page.getByRole('status')).toBeHidden();
  });
});

test('a printed chart keeps its signs, its key and its numbers, and no downloads', async ({ page }) => {
  await page.goto(KINDS.chart);
  await page.emulateMedia({ media: 'print' });

  await expect(page.locator(points).first()).toBeVisible();
  await expect(page.getByText('accounts differ', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download the chart, PNG' })).toBeHidden();
  await expect(page.getByRole('status')).toBeHidden();
});
