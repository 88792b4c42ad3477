import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { KINDS } from '../pages.ts';

test('a keyboard opens the citation and reaches its files and the exact text', async ({ page }) => {
  await page.goto(KINDS.post);
  const block = page.locator('details.cite');

  await block.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(block.getByText('Human Rights Foundation. (2017, October 14).')).toBeVisible();
  for (const name of ['RIS', 'BibTeX', 'CSL-JSON', /^Version \d/]) {
    await page.keyboard.press('Tab');
    await expect(block.getByRole('link', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/version-\d+\.txt$/);
  await expect(page.locator('body')).toContainText('SHA-256 of everything between the two lines');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the citation unfolds and gives a file', async ({ page }) => {
    await page.goto(KINDS.figure);
    const block = page.locator('details.cite');
    await expect(block.getByText('[Data set]')).toBeHidden();
    await block.locator('summary').click();

    await expect(block.getByText('[Data set]')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      block.getByRole('link', { name: 'BibTeX' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^lit-windows-statistics-[a-z0-9-]+-v\d+\.bib$/);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^@misc\{lit-windows-statistics-.*\n\}\n$/s);
  });
});

test('in print the citation and the address of the page stand at its foot, though it was never opened', async ({
  page,
}) => {
  await page.goto(KINDS.text);
  const printed = page.getByText('Cite as: Lit Windows.');
  await expect(printed).toBeHidden();

  await page.emulateMedia({ media: 'print' });

  await expect(printed).toBeVisible();
  await expect(printed).toContainText(/This page: https?:\/\/[^/]+\/program\/$/);
  await expect(page.locator('details.cite')).toBeHidden();
});

test('a version is served as text in UTF-8', async ({ request }) => {
  const answer = await request.get(`${KINDS.text}version-1.txt`);

  expect(answer.headers()['content-type']).toContain('charset=utf-8');
});
