import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const status = (page: Page) => page.locator('site-search [role="status"]');
const results = (page: Page) => page.locator('site-search ol > li');

test('nothing of the index loads before the reader searches', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  for (const address of ['/news/', '/search/', '/']) await page.goto(address, { waitUntil: 'networkidle' });

  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
});

test('the form in the header of every page leads to results', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/about/');

  await page.getByRole('searchbox', { name: 'Search the site' }).fill('encyclopedia');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/search\/\?q=encyclopedia$/);
  await expect(status(page)).toHaveText(/^\d+ results? for “encyclopedia”\.$/);
  await expect(
    results(page)
      .getByRole('link', { name: /encyclopedia/i })
      .first(),
  ).toBeVisible();
  await expect(results(page).locator('mark').first()).toHaveText(/encyclopedia/i);
});

for (const [words, title] of [
  ['How many USB drives have been sent?', /USB drives/],
  ['1.35 million', /^Reached, by estimate: People since 2016/],
  ['130,000', /^Sent: USB drives and SD cards since 2016 \(Nov 2022\)/],
] as const)
  test(`“${words}” leads to a figure among the first ten`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`);

    await expect(
      results(page).filter({ hasText: 'Figure' }).getByRole('link', { name: title }).first(),
    ).toBeVisible();
  });

test('a search brings its first results in at most 120 kB', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const search = new Set<string>();
  let bytes = 0;
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/pagefind/')) search.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (search.has(requestId)) bytes += encodedDataLength;
  });

  await page.goto('/search/?q=drives');
  await expect(results(page).first()).toBeVisible();

  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

test('the archive can be narrowed; the address keeps the search and Back undoes it', async ({ page }) => {
  await page.goto('/news/');
  await expect(page.locator('#archive')).toBeVisible();

  await page.getByRole('combobox', { name: 'Topic' }).selectOption('law');
  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  const all = await results(page).count();
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2024');
  await expect(page).toHaveURL(/\/news\/\?topic=law&year=2024$/);
  await expect(page.locator('#archive')).toBeHidden();
  await expect.poll(() => results(page).count()).toBeLessThan(all);
  for (const date of await results(page).locator('.when').allTextContents()) expect(date).toContain('2024');

  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Year' })).toHaveValue('');
  await expect.poll(() => results(page).count()).toBe(all);
  await page.goBack();
  await expect(page.locator('#archive')).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

test('a shared address gives the same result', async ({ browser }) => {
  const titles: string[][] = [];
  for (let reader = 0; reader < 2; reader++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('/news/?q=balloon&topic=law&sort=date');
    await expect(status(page)).toHaveText(/results? for “balloon”/);
    await expect(page.getByRole('searchbox', { name: 'Search for' })).toHaveValue('balloon');
    await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('law');
    titles.push(await results(page).getByRole('heading').allTextContents());
    await context.close();
  }

  expect(titles[0]?.length).toBeGreaterThan(0);
  expect(titles[1]).toEqual(titles[0]);
});

test('a publisher is offered or typed by name, and found once the name is whole', async ({ page }) => {
  await page.goto('/news/');
  const field = page.getByRole('combobox', { name: 'Publisher' });
  const name = (await page.locator('#publishers option').first().getAttribute('value')) ?? '';

  await field.pressSequentially(name.toLowerCase());
  await expect(page).toHaveURL(/\/news\/$/);
  await field.press('Enter');

  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  await expect(results(page).first()).toContainText(name);
  await page.reload();
  await expect(field).toHaveValue(name.toLowerCase());
});

test('newest first means newest first', async ({ page }) => {
  await page.goto('/news/?topic=balloons&sort=date');
  await expect(results(page).first()).toBeVisible();

  const years = (await results(page).locator('.when').allTextContents()).map((date) =>
    Number(date.slice(-4)),
  );

  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

for (const [one, other] of [
  ['Kang Chol-hwan', 'Kang Cheol Hwan'],
  ['Jung Gwang-il', 'Jeong Gwang-il'],
  ['NKSC', 'North Korea Strategy Center'],
]) {
  test(`“${one}” and “${other}” find the same page`, async ({ page }) => {
    const found: string[][] = [];
    for (const words of [one ?? '', other ?? '']) {
      await page.goto(`/search/?q=${encodeURIComponent(words)}`);
      await expect(results(page).first()).toBeVisible();
      found.push(await results(page).getByRole('heading').allTextContents());
    }

    expect(found[0]?.filter((title) => found[1]?.includes(title)).length).toBeGreaterThan(0);
  });
}

for (const words of ['US$', 'USB', '2024']) {
  test(`“${words}” is found and marked`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`);

    await expect(results(page).first()).toBeVisible();
    await expect(page.locator('site-search mark', { hasText: words }).first()).toBeVisible();
  });
}

test('an empty result says what to try, and the ways to browse stay', async ({ page }) => {
  await page.goto('/news/?q=qqqqzzzz');

  await expect(status(page)).toHaveText(/^Nothing found\. Try /);
  await expect(page.getByRole('navigation', { name: 'By year' })).toBeVisible();
  await expect(page.locator('#archive')).toBeVisible();
});

test('the whole search works by keyboard', async ({ page }) => {
  await page.goto('/search/');

  await page.locator('#q').focus();
  await page.keyboard.type('documentary');
  await page.keyboard.press('Enter');
  await expect(results(page).first()).toBeVisible();
  await page.locator('#q').press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');

  await expect(results(page).getByRole('link').first()).toBeFocused();
});

test('more results follow on request, and the focus goes to the first of them', async ({ page }) => {
  await page.goto('/search/?q=drives');
  await expect(results(page)).toHaveCount(10);

  await page.getByRole('button', { name: 'Show more results' }).click();

  await expect(results(page)).toHaveCount(20);
  await expect(results(page).nth(10).getByRole('link')).toBeFocused();
});

test('the page with results has no accessibility fault', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto('/news/?q=radio');
    await expect(results(page).first()).toBeVisible();

    const { violations } = await new AxeBuilder({ page }).analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  }
});

test('a search that cannot be loaded says so', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=radio');

  await expect(status(page)).toHaveText(/could not be loaded/);
});
