import { expect, test } from '@playwright/test';
import { results, status } from './search-page.ts';

test('the archive can be narrowed; the address keeps the search and Back undoes it', async ({ page }) => {
  await page.goto('/news/');
  await expect(page.locator('#archive')).toBeVisible();

  await page.getByText('Filter', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('law');
  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  const all = await results(page).count();
  await page.getByRole('combobox', { name: 'From' }).selectOption('2024');
  await expect(page).toHaveURL(/\/news\/\?topic=law&from=2024$/);
  await expect(page.locator('#archive')).toBeHidden();
  await expect.poll(() => results(page).count()).toBeLessThan(all);
  for (const date of await results(page).locator('.when').allTextContents())
    expect(Number(date.slice(-4))).toBeGreaterThanOrEqual(2024);

  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'From' })).toHaveValue('');
  await expect.poll(() => results(page).count()).toBe(all);
  await page.goBack();
  await expect(page.locator('#archive')).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

test('a list is counted when all its titles are there', async ({ page }) => {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route(/titles-\w+\.json$/, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  await page.goto('/news/?topic=law');
  await asked.promise;
  await expect(results(page)).toHaveCount(0);

  released.resolve();
  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  const count = Number.parseInt(await status(page).innerText());
  await page.waitForLoadState('networkidle');

  expect(Number.parseInt(await status(page).innerText())).toBe(count);
});

test('each choice says how many results it leaves, and can be taken off alone', async ({ page }) => {
  await page.goto('/news/?q=balloon&topic=law&from=2020');
  await page.getByText('Filter (2)').click();
  const label = (await page.locator('#topic option:checked').textContent()) ?? '';

  const promised = Number(/\((\d+)\)/.exec(label)?.[1]);
  expect(await results(page).count()).toBe(promised);
  await page.getByRole('link', { name: 'Without “From 2020”' }).click();

  await expect(page).toHaveURL(/\/news\/\?q=balloon&topic=law$/);
});

test('a shared address gives the same result', async ({ browser }) => {
  const titles: string[][] = [];
  for (let reader = 0; reader < 2; reader++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('/news/?q=balloon&topic=law&sort=date');
    await expect(status(page)).toHaveText(/results? for “balloon”/);
    await expect(page.getByRole('searchbox', { name: 'Search for' })).toHaveValue('balloon');
    await expect(page.locator('#topic')).toHaveValue('law');
    titles.push(await results(page).getByRole('heading').allTextContents());
    await context.close();
  }

  expect(titles[0]?.length).toBeGreaterThan(0);
  expect(titles[1]).toEqual(titles[0]);
});

test('a publisher is offered or typed by name, and found once the name is whole', async ({ page }) => {
  await page.goto('/news/');
  await page.getByText('Filter', { exact: true }).click();
  const field = page.getByRole('combobox', { name: 'Publisher' });
  await field.focus();
  const name = (await page.locator('#publishers option').first().getAttribute('value')) ?? '';

  await field.pressSequentially(name.toLowerCase());
  await expect(page).toHaveURL(/\/news\/$/);
  await field.press('Enter');

  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  await page.reload();
  await expect(page.locator('#publisher')).toHaveValue(name.toLowerCase());
});

test('newest first means newest first', async ({ page }) => {
  await page.goto('/news/?topic=balloons&sort=date');
  await expect(results(page).first()).toBeVisible();

  const years = (await results(page).locator('.when').allTextContents()).map((date) =>
    Number(date.slice(-4)),
  );

  expect(years).toEqual(years.toSorted((a, b) => b - a));
});
