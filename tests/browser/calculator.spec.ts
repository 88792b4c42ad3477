import { expect, test } from '@playwright/test';

const result = 'readers-calculator [role="status"]';

test('an address with a number of drives shows the estimate, its formula and its doubt', async ({ page }) => {
  await page.goto('/give/what-a-gift-does/?drives=25');

  await expect(page.locator(result)).toHaveText(
    '25 × 10 = 250 readers, by estimate. Nobody has counted them.',
  );
  await expect(page.getByText('Nobody outside has counted')).toBeVisible();
});

test('the form keeps its number in the address, and Back returns to the one before', async ({ page }) => {
  await page.goto('/give/what-a-gift-does/');
  const drives = page.getByRole('spinbutton', { name: 'Drives' });

  await drives.fill('40');
  await drives.press('Enter');
  await expect(page).toHaveURL(/\?drives=40/);
  await drives.fill('1200');
  await drives.press('Enter');
  await expect(page.locator(result)).toContainText('1,200 × 10 = 12,000');
  await page.goBack();

  await expect(page.locator(result)).toContainText('40 × 10 = 400');
  await expect(drives).toHaveValue('40');
});

test('a number that cannot be is answered in the language of the page', async ({ page }) => {
  await page.goto('/ko/give/what-a-gift-does/');
  const drives = page.getByRole('spinbutton');

  for (const wrong of ['0', '', '9999999']) {
    await drives.fill(wrong);
    await drives.press('Enter');

    await expect(page.locator(result)).toHaveText('1부터 1,000,000까지의 정수를 넣으십시오.', {
      timeout: 5000,
    });
  }
});

test('an estimate is written in the manner of the language of the page', async ({ page }) => {
  await page.goto('/ko/give/what-a-gift-does/?drives=12000');

  await expect(page.locator(result)).toHaveText(/^1만 2,000개 × 10명 = 독자 12만 명\(추정\)/);
});

for (const wrong of ['0', '-5', '1e9', 'abc', '2.5', '9999999']) {
  test(`an address with “${wrong}” drives asks for a whole number`, async ({ page }) => {
    await page.goto(`/give/what-a-gift-does/?drives=${wrong}`);

    await expect(page.locator(result)).toHaveText('Enter a whole number from 1 to 1,000,000.');
  });
}
