import { expect, test } from '@playwright/test';

test('the list of figures narrows to the choices, says how many are left, and keeps them in the address', async ({
  page,
}) => {
  await page.goto('/statistics/');
  const rows = page.locator('tr[data-is]:visible');
  await expect(rows).toHaveCount(0);
  await page.getByText('Filter the figures').click();

  await page.getByLabel('Certainty').selectOption('Claimed, not proven');
  await page.getByLabel('Only where accounts differ').check();

  const left = await rows.count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(await page.locator('tr[data-is]').count());
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${left} figures? shown$`));
  await expect(page).toHaveURL(/\?certainty=claimed&differ=differ$/);
  for (const row of await rows.all()) await expect(row).toContainText('accounts differ');

  await page.reload();

  await expect(rows).toHaveCount(left);
  await expect(page.getByLabel('Only where accounts differ')).toBeChecked();

  await page.getByRole('button', { name: 'Show all figures' }).click();

  await expect(rows).toHaveCount(0);
  await expect(page.locator('[data-stage]:visible')).toHaveCount(await page.locator('[data-stage]').count());
  await expect(page).toHaveURL(/\/statistics\/$/);
});

test('a word that no figure has leaves an empty list that says so', async ({ page }) => {
  await page.goto('/statistics/?q=nosuchword');

  await expect(page.locator('tr[data-is]:visible')).toHaveCount(0);
  await expect(page.locator('[data-part]:visible')).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText('No figure fits all of these choices.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list of figures is whole and offers no choices', async ({ page }) => {
    await page.goto('/statistics/');

    await expect(page.getByLabel('Certainty')).toBeHidden();
    expect(await page.locator('tr[data-is]').count()).toBeGreaterThan(100);
    await page.locator('summary', { hasText: 'Votes' }).click();
    await expect(page.locator('tr[data-is]:visible').first()).toContainText('votes');
  });
});

test('each question is answered by one figure, and leads to all figures of its kind', async ({ page }) => {
  await page.goto('/statistics/');
  const asked = page.getByRole('definition').filter({ hasText: 'newest total with a date' });

  await expect(asked.getByRole('link').first()).toHaveText('more than 135,000 devices');
  await asked.getByRole('link', { name: /figures: How many/ }).click();
  await page.locator('summary', { hasText: 'Sent' }).click();

  // The newest total with a date stands first.
  await expect(page.locator('[data-stage="sent"] tr[data-is]').first()).toContainText(
    'about 130,000 devices',
  );
});

test('an address with the kind of counting opens its table', async ({ page }) => {
  await page.goto('/statistics/#reached');

  await expect(page.locator('[data-stage="reached"] tr[data-is]').first()).toBeInViewport();
});
