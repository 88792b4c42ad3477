import { expect, test, type Locator, type Page } from '@playwright/test';
import { KINDS } from '../pages.ts';
import { accessibilityFaults, OF_COLOUR_AND_WIDTH } from './accessibility.ts';

/** Everything that a page did wrong on the way: errors, policy violations, requests to elsewhere. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // The address of no page answers 404, which the browser reports as an error.
    const wanted = message.text().includes('404') && message.location().url.endsWith('/no-such-page/');
    if (message.type() === 'error' && !wanted) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') faults.push(`asked ${request.url()}`);
  });
  return faults;
}

/** Fails with every accessibility fault of a page as it stands, by some rules or by all. */
async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  expect.soft(await accessibilityFaults(page, { rules })).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page, width: number): Promise<void> {
  const found = await page.evaluate(() => ({
    window: window.innerWidth,
    page: document.documentElement.scrollWidth,
  }));
  expect.soft(found.window).toBe(width);
  expect.soft(found.page, `the page at ${width} pixels`).toBeLessThanOrEqual(width);
}

/** The words that stand on more than one line; addresses and code may. */
const brokenWords = (page: Page) =>
  page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around?.checkVisibility() || around.closest('pre, code, svg')) continue;
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  });

/**
 * Opens a page on which the font of the headings comes after the first paint.
 * @returns the sum of what moved since
 */
async function openWithLateFont(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let release = () => {};
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.woff2', async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  release();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
  );
}

for (const [kind, address] of Object.entries(KINDS)) {
  test(`the ${kind} page is accessible in light and dark colours, fits every window and does not move while it loads`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: 412, height: 823 },
    });
    const page = await context.newPage();
    const faults = watch(page);

    await test.step('nothing moves, even where the font comes late', async () => {
      expect.soft(await openWithLateFont(page, address)).toBeLessThan(0.01);
      await page.waitForLoadState();
    });
    await test.step('no accessibility fault in light colours', async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectAccessible(page);
    });
    await test.step('no accessibility fault on a phone in dark colours', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 800 });
      await expectAccessible(page, OF_COLOUR_AND_WIDTH);
    });
    for (const width of [320, 768, 1920]) {
      await test.step(`no scrolling sideways at ${width} pixels`, async () => {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScrolling(page, width);
      });
    }
    for (const width of [768, 1024]) {
      await test.step(`no word is broken at ${width} pixels`, async () => {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await brokenWords(page)).toEqual([]);
      });
    }
    await test.step('no scrolling sideways with text at twice its size', async () => {
      // Chromium's own text size setting enlarges the root, as this does.
      const client = await context.newCDPSession(page);
      await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
      await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await expect(page.locator('html')).toHaveCSS('font-size', '32px');
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScrolling(page, width);
      }
    });
    await test.step('no error, no request to elsewhere, nothing kept', async () => {
      expect.soft(faults).toEqual([]);
      expect.soft(await context.cookies()).toEqual([]);
      expect.soft(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
    await context.close();
  });
}

test('in forced colours the charts keep their signs', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(KINDS.chart);

  const [text, ground] = await page.locator('html').evaluate((html) => {
    const { color, backgroundColor } = getComputedStyle(html);
    return [color, backgroundColor] as const;
  });

  const inks = await page.locator('[data-row] rect').evaluateAll((bars) =>
    bars.map((bar) => {
      const { stroke, fill } = getComputedStyle(bar);
      return [stroke, fill];
    }),
  );
  // Some bars are outlines or hatched, the others are filled; none is lost in the ground.
  expect(inks.filter((colours) => colours.every((colour) => ['none', ground].includes(colour)))).toEqual([]);
  expect(inks.some(([, fill]) => fill === 'none')).toBe(true);
  expect(inks.some(([, fill]) => fill?.startsWith('url('))).toBe(true);
  expect(inks.every(([stroke]) => stroke === text)).toBe(true);
  await page.goto('/charts/windows/');
  await expect(page.locator('svg[aria-label*="outlined"] path')).toHaveCSS('stroke', text);
  await context.close();
});

test('forced colours, which take shadows away, still mark where the reader is', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(KINDS['time line']);

  await expect(page.locator('main [aria-current="page"]')).toHaveCSS('border-bottom-width', '3px');
  await context.close();
});

test('forced colours lay no ground behind words in the colour of that ground', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  for (const address of ['/', '/give/', '/search/']) {
    await page.goto(address);
    const ground = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);

    const adjusted = await page
      .locator('body *')
      .evaluateAll(
        (all, colour) =>
          all
            .filter((one) => getComputedStyle(one).color === colour)
            .map((one) => getComputedStyle(one).forcedColorAdjust),
        ground,
      );

    expect(new Set(adjusted), address).toEqual(new Set(['none']));
  }
  await context.close();
});

for (const { width, isBelow } of [
  { width: 768, isBelow: true },
  { width: 1280, isBelow: false },
])
  test(`the search stands beside the name of the site at ${width} pixels, and the menu ${isBelow ? 'below' : 'between'}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 1024 });
    await page.goto(KINDS.statistics);
    const bar = page.getByRole('banner');
    const box = async (part: Locator) => (await part.boundingBox()) ?? { y: NaN, height: NaN };

    const brand = await box(bar.getByRole('link', { name: 'Lit Windows' }));
    const search = await box(bar.getByRole('search'));
    const menu = await box(bar.getByRole('navigation'));

    expect(search.y).toBeLessThan(brand.y + brand.height);
    expect(menu.y >= search.y + search.height).toBe(isBelow);
    expect(menu.height).toBeLessThan(60);
  });

test('a keyboard reaches the text, the menu and the search in this order', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/program/');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Lit Windows' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Menu', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('navigation', { name: 'Menu' }).getByRole('link').first()).toBeFocused();
});

test('on a wide screen every page of every part is one action away, without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/about/');
  const menu = page.getByRole('banner').getByRole('navigation');

  await expect(menu.getByRole('link', { name: 'Charts', exact: true })).toBeHidden();
  await page.getByText('Menu', { exact: true }).click();

  await expect(menu.getByRole('link', { name: 'Charts', exact: true })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'How it travels', exact: true })).toBeVisible();
  await context.close();
});

test('on a phone the rows of the menu are full width and high enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/about/');
  await page.getByText('Menu', { exact: true }).click();
  const rows = await page.getByRole('banner').getByRole('navigation').locator('> ul > li > a').all();

  for (const row of rows) {
    const box = await row.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.width).toBeGreaterThan(300);
  }
  expect(rows).toHaveLength(5);
});

test('the search of the site has a visible label, and gives way on pages with a search of their own', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/about/');
  const search = page.getByRole('banner').getByRole('search');

  await expect(search.getByText('Search the site')).toBeVisible();
  await expect(search.getByLabel('Search the site')).toBeVisible();
  for (const address of ['/search/', '/news/']) {
    await page.goto(address);
    await expect(search).toHaveCount(0);
  }
});

test('on a phone the menu opens by keyboard and leads to a page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');

  await page.getByText('Menu', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Data', exact: true }).first().click();

  await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
});
