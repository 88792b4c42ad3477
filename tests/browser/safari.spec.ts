import { expect, test } from '@playwright/test';
import { KINDS } from '../pages.ts';
import { results } from './search-page.ts';

/* What Safari does by itself is done here by hand. */

test('the words are still in their field when Safari has reset it for a reader who comes back', async ({
  page,
}) => {
  await page.goto('/search/');
  await page.locator('#q').fill('balloon');
  await expect(results(page).first()).toBeVisible();

  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    for (const form of document.forms) form.reset();
  });

  await expect(page.locator('#q')).toHaveValue('balloon');
});

test('no field has such small letters that an iPhone enlarges the page when it is touched', async ({
  page,
}) => {
  for (const address of ['/', '/search/', KINDS.statistics, KINDS.calculator]) {
    await page.goto(address);

    const sizes = await page
      .locator('input, select')
      .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));

    expect(Math.min(...sizes), address).toBeGreaterThanOrEqual(16);
  }
});
