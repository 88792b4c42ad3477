import { expect, test } from '@playwright/test';
import { accessibilityFaults, OF_COLOUR_AND_WIDTH } from './accessibility.ts';
import { inText, results, status } from './search-page.ts';

test('nothing of the index loads before the reader searches', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  for (const address of ['/news/', '/search/', '/']) await page.goto(address, { waitUntil: 'networkidle' });

  expect(asked.filter((path) => /^\/(?:pagefind\/|search\/titles)/.test(path))).toEqual([]);
});

test('the form in the header of every page leads to results', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/about/');

  await page.getByRole('combobox', { name: 'Search the site' }).fill('encyclopedia');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/search\/\?q=encyclopedia$/);
  await expect(status(page)).toHaveText(/^\d+ results? for “encyclopedia”\.$/);
  await expect(
    results(page)
      .getByRole('link', { name: /encyclopedia/i })
      .first(),
  ).toBeVisible();
  await expect(results(page).locator('mark').first()).toBeVisible();
});

test('an answer comes with one small file of titles, before the index of the texts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await page.goto('/search/?q=balloon');
  await expect(results(page).first()).toBeVisible();
  const files = asked.filter((path) => /^\/(?:search\/titles|pagefind)/.test(path));

  expect(files[0]).toBe('/search/titles.json');
  expect(files.filter((path) => path.startsWith('/pagefind'))).toEqual([]);
  const { encodedBodySize } = await page.evaluate(
    () =>
      performance.getEntriesByName(`${location.origin}/search/titles.json`)[0] as PerformanceResourceTiming,
  );
  expect(encodedBodySize).toBeGreaterThan(1_000);
});

test('a question has its page first, pages stand before reports and figures are folded', async ({ page }) => {
  await page.goto('/search/');

  await page.locator('#q').pressSequentially('how to donate');

  await expect(results(page).getByRole('link').first()).toHaveAttribute('href', '/give/');
  await page.goto('/search/?q=drives');
  const figures = results(page).getByText(/^\d+ figures$/);
  await expect(figures).toBeVisible();
  await figures.click();
  await expect(results(page).locator('ol li').first()).toBeVisible();
});

test('a slip is forgiven, and the page says what it looked for', async ({ page }) => {
  await page.goto('/search/?q=baloon');

  await expect(status(page)).toHaveText(/for “balloon”\. “baloon” was not found\.$/);
  await expect(results(page).first()).toBeVisible();
});

test('what only the text of a page has is found behind the titles', async ({ page }) => {
  await page.goto('/search/?q=ramen');

  await expect(inText(page).first()).toBeVisible();
  await expect(inText(page).locator('mark').first()).toHaveText(/ramen/i);
});

test('the text behind the titles is shown around the words that were typed, without other help', async ({
  page,
}) => {
  // Format also means to wipe, which the page says before.
  await page.goto('/search/?q=quick+format');

  await expect(inText(page).first()).toContainText(/quick format/i);
  await expect(page.getByText('Did you mean')).toBeHidden();
});

test('a name that is not on the site finds nothing', async ({ page }) => {
  await page.goto('/search/?q=Park+Qzang-hak');

  await expect(status(page)).toHaveText('Nothing found for “Park Qzang-hak”.');
  await page.waitForLoadState('networkidle');
  await expect(inText(page)).toHaveCount(0);
});

test('every spelling of a name finds the same pages', async ({ page }) => {
  const found: string[][] = [];
  for (const words of ['Kang Chol-hwan', 'Kang Cheol Hwan', '강철환']) {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`);
    await expect(results(page).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    found.push(await results(page).getByRole('heading').allTextContents());
  }

  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test('an empty result says what to try, and the ways to browse stay', async ({ page }) => {
  await page.goto('/search/?q=baluuns');

  await expect(status(page)).toHaveText('Nothing found for “baluuns”.');
  await expect(page.locator('site-search .help')).toHaveText(/^Did you mean balloons?/);
  await page.locator('site-search .help').getByRole('link').first().click();
  await expect(results(page).first()).toBeVisible();
  await page.goto('/news/?q=qqqqzzzz');
  await expect(page.getByRole('navigation', { name: 'By year' })).toBeVisible();
});

test('the whole search works by keyboard', async ({ page }) => {
  await page.goto('/search/');

  await page.locator('#q').focus();
  await page.keyboard.type('documentary');
  await page.keyboard.press('Enter');
  await expect(results(page).first()).toBeVisible();
  const first = results(page).getByRole('link').first();
  // The button, the filter and the two orders may stand between.
  for (let step = 0; step < 5; step++)
    if (!(await first.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');

  await expect(first).toBeFocused();
});

test('more results follow on request, the focus goes to the first, and the address keeps them', async ({
  page,
}) => {
  await page.goto('/search/?q=drives');
  const more = page.getByRole('button', { name: 'Show more results' });

  await more.click();
  await expect(inText(page)).toHaveCount(10);
  await more.click();

  await expect(inText(page)).toHaveCount(20);
  await expect(inText(page).nth(10).getByRole('link')).toBeFocused();
  await page.reload();
  await expect(inText(page)).toHaveCount(20);
});

test('more is offered as long as there is more, and no longer', async ({ page }) => {
  await page.goto('/search/?q=ramen');
  const more = page.getByRole('button', { name: 'Show more results' });
  const texts = () => inText(page).count();
  await expect(inText(page).first()).toBeVisible();

  while (await more.isVisible()) {
    const before = await texts();
    await more.click();
    await expect.poll(texts).toBeGreaterThan(before);
    await expect(page.locator('site-search .more')).toBeEnabled();
  }

  expect(await texts()).toBeGreaterThan(0);
});

test('neither the page with results nor the empty answer has an accessibility fault', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [address, answer] of [
      ['/news/?q=radio', /results? for/],
      ['/search/?q=Qzang', /^Nothing found/],
    ] as const) {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(address);
      await expect(status(page)).toHaveText(answer);

      const rules = colorScheme === 'dark' ? OF_COLOUR_AND_WIDTH : undefined;
      expect(await accessibilityFaults(page, { rules }), address).toEqual([]);
      await context.close();
    }
});

test('after a lost connection everything can be asked again', async ({ page }) => {
  let isLost = true;
  await page.route(/titles\.json|pagefind\.js/, (route) => (isLost ? route.abort() : route.continue()));
  await page.goto('/search/?q=ramen');
  await expect(status(page)).toHaveText(/could not be loaded/);

  isLost = false;
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(inText(page).first()).toBeVisible();
});

test('the field of every page offers pages as links, by keyboard too', async ({ page }) => {
  await page.goto('/about/');
  const field = page.getByRole('combobox', { name: 'Search the site' });
  const options = page.getByRole('option');

  await field.pressSequentially('donat');
  await expect(options.first()).toHaveAttribute('href', '/give/');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  expect(await accessibilityFaults(page, { part: 'search-suggestions' })).toEqual([]);
  await field.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('Escape');
  await expect(options).toHaveCount(0);
  await field.pressSequentially('e');
  await expect(options.first()).toBeVisible();
  await field.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');

  await expect(page).toHaveURL(/\/give\/$/);
});

test('what is chosen stays chosen while pages for the words typed last are still looked for', async ({
  page,
}) => {
  await page.goto('/about/');
  const field = page.getByRole('combobox', { name: 'Search the site' });
  const options = page.getByRole('option');
  await field.pressSequentially('donat');
  await expect(options.last()).toHaveAttribute('href', /q=donat$/);

  await field.evaluate((input: HTMLInputElement) => {
    input.value = 'donate';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
  });

  await expect(options.last()).toHaveAttribute('href', /q=donate$/);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/give\/$/);
});

test('what the other language has for the same words is listed below, in that language', async ({ page }) => {
  await page.goto('/ko/search/?q=wikipedia');
  const other = page.locator('site-search .other');

  await expect(other.getByRole('listitem').first()).toBeVisible();
  await expect(other.getByRole('link').first()).toHaveAttribute('href', /\/search\/\?q=wikipedia$/);
  const links = await other.locator('ol').getByRole('link').all();
  expect(links.length).toBeLessThanOrEqual(5);
  for (const link of links) expect(await link.getAttribute('href')).not.toMatch(/^\/ko\//);
  await expect(other.locator('ol')).toHaveAttribute('lang', 'en');

  await page.goto('/ko/search/?q=사랑의 불시착');
  await expect(results(page).first()).toBeVisible();
  await page.goto('/search/?q=드라마');
  await expect(other.locator('ol a').first()).toHaveAttribute('href', /^\/ko\//);
  await expect(other.locator('ol a').first()).toHaveText('영화와 드라마');
});

test('the rules of Korean words come when Korean is typed, also into the English search', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const rules = () => asked.filter((url) => url.includes('/korean-words.'));
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'Search the site' });
  const offered = page.getByRole('option');

  await field.pressSequentially('balloon');
  await expect(offered.first()).toBeVisible();
  expect(rules()).toEqual([]);
  await field.fill('풍선을');

  // What is offered first is the same for both words, so it does not tell that the rules have come.
  await expect.poll(rules).toHaveLength(1);
  await expect(offered.first()).toHaveAttribute('href', '/how-it-travels/');
});

test('in Korean a noun is found with its particle, and while its last syllable is typed', async ({
  page,
}) => {
  await page.goto('/ko/search/?q=풍선을');
  await expect(results(page).getByRole('link').first()).toHaveAttribute('href', '/ko/how-it-travels/');

  await page.locator('#q').fill('풍서');
  await expect(results(page).getByRole('link').first()).toHaveText('소식: 풍선');
  await expect(results(page).locator('mark').first()).toBeVisible();
});
