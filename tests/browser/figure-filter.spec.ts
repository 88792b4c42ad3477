import { expect, test } from '@playwright/test';

test('the list of figures narrows to the choices, says how many are left, and keeps them in the address', async ({
  page,
}) => {
  await page.goto('/statistics/');
  const rows = page.locator('tr[data-is]:visible');
  const all = await rows.count();

  await page.getByLabel('Certainty').selectOption('Claimed, not proven');
  await page.getByLabel('Only where accounts differ').check();

  const left = await rows.count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${left} figures? shown$`));
  await expect(page).toHaveURL(/\?certainty=claimed&differ=differ$/);
  for (const row of await rows.all()) await expect(row).toContainText('accounts differ');

  await page.reload();

  await expect(rows).toHaveCount(left);
  await expect(page.getByLabel('Only where accounts differ')).toBeChecked();

  await page.getByRole('button', { name: 'Show all figures' }).click();

  await expect(rows).toHaveCount(all);
  await expect(page).toHaveURL(/\/statistics\/$/);
});

test('a word that no figure has leaves an empty list that says so', async ({ page }) => {
  await page.goto('/statistics/?q=nosuchword');

  await expect(page.locator('tr[data-is]:visible')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText('No figure fits all of these choices.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list of figures is whole and offers no choices', async ({ page }) => {
    await page.goto('/statistics/');

    await expect(page.getByLabel('Certainty')).toBeHidden();
    expect(await page.locator('tr[data-is]:visible').count()).toBeGreaterThan(100);
  });
});
