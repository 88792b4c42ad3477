import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';

/** What browsers of a few years ago do not know; what stands with it they pass over. */
const NEW = /oklch\(|:has\(|::details-content|subgrid|text-wrap:balance|\(width[<>]=/g;

for (const address of [
  '/',
  '/program/',
  '/news/',
  '/news/2017/design-award/',
  '/statistics/',
  '/statistics/fdff-sent-total-2022/',
  '/charts/stages/',
  '/timeline/',
  '/give/',
])
  test(`an old browser shows ${address} whole and legible`, async ({ browser }) => {
    // The sheet is no longer the one that the policy names.
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: 'dark',
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const answer = await route.fetch();
      const { 'content-encoding': _, ...headers } = answer.headers();
      const body = (await answer.text()).replace(NEW, (found) => found.replace(/[a-z]/, 'x'));
      await route.fulfill({ response: answer, headers, body });
    });
    await page.goto(address);

    expect.soft(await accessibilityFaults(page, { rules: ['color-contrast'] })).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // What is folded can be opened: nothing stands in a fold without its handle.
    const lost = await page
      .locator('details:not([open])')
      .evaluateAll(
        (folds) => folds.filter((fold) => !fold.querySelector('summary')?.checkVisibility()).length,
      );
    expect(lost).toBe(0);
    await context.close();
  });

test('an old browser, which knows no properties of ARIA, reads out what the search offers', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const own: Record<string, unknown> = Element.prototype as never;
    for (const name of Object.getOwnPropertyNames(own)) if (/^(?:aria|role$)/.test(name)) delete own[name];
  });
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'Search the site', expanded: false });

  await field.pressSequentially('balloon');
  await expect(page.getByRole('option').last()).toHaveAttribute('href', /q=balloon$/);
  await page.keyboard.press('ArrowDown');

  await expect(page.getByRole('combobox', { expanded: true })).toBeFocused();
  await expect(page.getByRole('listbox', { name: /./ }).getByRole('option', { selected: true })).toHaveCount(
    1,
  );
});
