import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('the archive lists posts and leads to older ones, years and topics', async ({ page }) => {
  await page.goto('/news/');

  await expect(page.locator('#archive').getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News archive, page 2');
  await page.getByRole('link', { name: 'News of 2017', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('News of 2017');
});

test('the search page says that it needs JavaScript and where to go', async ({ page }) => {
  await page.goto('/search/?q=radio');

  await expect(page.getByText('The search needs JavaScript')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: 'Radio' })).toBeVisible();
  await expect(page.locator('main').getByRole('searchbox')).toHaveCount(0);
});

test('the calculator gives way to a table', async ({ page }) => {
  await page.goto('/give/what-a-gift-does/?drives=25');

  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^25 250/ })).toBeVisible();
});

test('on a phone a number opens its own note, which leads back to the sentence', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/program/');
  const notes = page.locator('.note:visible');
  const number = page.getByLabel(/^Source 3: /).first();
  await number.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);

  await expect(notes).toHaveCount(0);
  await number.click();

  await expect(notes).toHaveCount(1);
  await expect(notes).toContainText('Human Rights Foundation');
  await expect(notes).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(before);

  await notes.locator('[role=doc-backlink]').click();

  await expect(notes).toHaveCount(0);
  await expect(number).toBeInViewport();
});

test('on a phone a tap beside the note closes it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/program/');
  const notes = page.locator('.note:visible');
  await page.locator('[role=doc-noteref]').first().click();
  await expect(notes).toHaveCount(1);

  await page.mouse.click(180, 60);

  await expect(notes).toHaveCount(0);
});

test('on a wide screen notes stand beside their paragraph, level with it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/program/');

  const note = await page.locator('[role=doc-footnote]').first().boundingBox();
  const text = await page.locator('.prose p').first().boundingBox();

  expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  expect(Math.abs((note?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(12);
});

test('a keyboard passes closed notes, opens one by its number, and goes on from there to the report', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/program/');
  const numbers = page.locator('[role=doc-noteref]');
  const note = page.locator('.note').first();
  const report = note.getByText('NK Insider, undated');
  await expect(report).toBeVisible();

  // The last of the first passage: before the next one stands its note.
  await numbers.nth(1).focus();
  await page.keyboard.press('Tab');
  await expect(numbers.nth(2)).toBeFocused();
  await numbers.first().focus();
  await page.keyboard.press('Enter');
  await expect(note).toBeFocused();
  const links = note.getByRole('link');
  for (let at = 0; at < (await links.count()); at++) {
    await page.keyboard.press('Tab');
    await expect(links.nth(at)).toBeFocused();
  }

  expect(await links.first().getAttribute('href')).toMatch(/^https:/);
  await expect(links.last()).toHaveAccessibleName(/^Back to the text/);
});

test('a pointer follows the link of a closed note', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/program/');

  await page.locator('.note').first().getByText('our summary').click();

  await expect(page).toHaveURL('/news/undated/375-balloons/');
});

test('each number is large enough for a finger, and none covers another', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');

  const small = await page.locator('[role=doc-noteref]').evaluateAll(
    (marks) =>
      marks.filter((mark) => {
        const { width, height, left, right, top } = mark.getBoundingClientRect();
        const middle = document.elementFromPoint((left + right) / 2, top + height / 2);
        const isHit = middle === null || mark.contains(middle);
        return width < 24 || height < 24 || !isHit;
      }).length,
  );

  expect(small).toBe(0);
});
