import { expect, test, type Page } from '@playwright/test';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** The share of a page’s height in which nothing stands in the right 40 % of the window. */
const emptyShare = (page: Page) =>
  page.evaluate(() => {
    const STEP = 20;
    const main = document.querySelector('main') ?? document.body;
    const { top, bottom } = main.getBoundingClientRect();
    const filled = new Set<number>();
    const fill = ({ left, right, top: from, bottom: to, width, height }: DOMRect) => {
      if (right <= innerWidth * 0.6 || left >= innerWidth || width === 0 || height === 0) return;
      for (let y = Math.floor((from - top) / STEP); y <= (to - top) / STEP; y++) filled.add(y);
    };
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.textContent?.trim() === '' || !text.parentElement?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) fill(box);
    }
    for (const drawn of main.querySelectorAll('svg, img, input, select, button'))
      if (drawn.checkVisibility()) fill(drawn.getBoundingClientRect());
    return 1 - filled.size / Math.ceil((bottom - top) / STEP);
  });

for (const address of [
  '/',
  '/program/',
  '/strategy/',
  '/how-it-travels/',
  '/content/',
  '/news/',
  '/statistics/',
  '/charts/',
  '/timeline/',
  '/give/',
])
  test(`the right of ${address} is used on a wide screen`, async ({ page }) => {
    await page.setViewportSize(WIDE);
    await page.goto(address);

    expect(await emptyShare(page)).toBeLessThan(0.6);
  });

test('the measure of what is empty sees words and drawings at the right, and only there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  const shareOf = async (style: string) => {
    await page.setContent(
      `<main style="height: 400px; position: relative"><p style="position: absolute; margin: 0; ${style}">Word</p></main>`,
    );
    return emptyShare(page);
  };

  expect(await shareOf('left: 0; font: 100px/1 serif')).toBe(1);
  expect(await shareOf('right: 0; font: 300px/1 serif')).toBeLessThan(0.3);
});

test('a guide has its headings at the side of the text, and each note level with its passage', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('/give/');
  const boxOf = async (text: string) =>
    (await page.locator('main').getByText(text).first().boundingBox()) ?? { x: NaN, y: NaN };

  const question = await boxOf('Is there a smallest size?');
  const answer = await boxOf('Accounts differ.');
  const note = await page
    .locator('p', { hasText: 'Accounts differ.' })
    .locator('xpath=following-sibling::*[1]')
    .boundingBox();

  expect(question.x).toBeLessThan(answer.x);
  expect(Math.abs(question.y - answer.y)).toBeLessThan(12);
  expect(Math.abs((note?.y ?? NaN) - answer.y)).toBeLessThan(12);
});

for (const address of ['/program/', '/strategy/does-it-work/', '/strategy/law/', '/ko/program/'])
  test(`the notes beside ${address} tear no hole into its text`, async ({ page }) => {
    await page.setViewportSize(WIDE);
    await page.goto(address);

    const holes = await page.locator('.prose').evaluate((text) => {
      const blocks = [...text.children].filter((block) => !block.matches('.notes'));
      return blocks.slice(1).map((block, index) => {
        const before = blocks[index] ?? block;
        const margins =
          Number.parseFloat(getComputedStyle(before).marginBottom) +
          Number.parseFloat(getComputedStyle(block).marginTop);
        return block.getBoundingClientRect().top - before.getBoundingClientRect().bottom - margins;
      });
    });

    expect(holes.length).toBeGreaterThan(5);
    expect(Math.max(...holes)).toBeLessThan(60);
  });

test('a note beside the text says what its figures count when its number is followed', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('/strategy/does-it-work/');
  const counted = page
    .locator('.note')
    .first()
    .getByRole('link', { name: /Unification Ministry/ });
  await expect(counted).toBeHidden();

  await page.locator('.marks a').first().click();

  await expect(counted).toBeVisible();
});

for (const viewport of [WIDE, PHONE])
  test(`the menu opens below its line, which stays as it is, at ${viewport.width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto('/program/');
    const line = page
      .locator('header > a')
      .or(page.locator('header summary'))
      .or(page.locator('header form'));
    const tops = () => line.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    const before = await tops();

    await page.locator('header summary').click();

    await expect(page.locator('header').getByRole('link', { name: 'Open data' })).toBeVisible();
    expect(await tops()).toEqual(before);
  });

test('the titles of a list are of one size, whatever their rank', async ({ page }) => {
  for (const address of ['/news/', '/news/2017/', '/corrections/update/', '/search/?q=donate']) {
    await page.goto(address);
    const titles = page.locator('.ledger > li > :is(h2, h3)');
    await expect(titles.first()).toBeVisible();

    const sizes = await titles.evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
    expect(new Set(sizes), address).toEqual(new Set(['18px']));
  }
});

test('the parts of the menu stand on one line, the one that is marked too', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('/program/');

  const tops = await page.locator('.menu > nav > ul > li > a').evaluateAll((links) =>
    links.map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return Math.round(range.getBoundingClientRect().top * 2) / 2;
    }),
  );

  expect(tops).toHaveLength(5);
  expect(new Set(tops).size).toBe(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test('the doors of home stand within its first five screens', async ({ page }) => {
    await page.goto('/');

    const door = await page.getByRole('link', { name: /^Give a drive/ }).boundingBox();

    expect(door?.y).toBeLessThan(5 * PHONE.height);
  });

  test('a name in a table whose cells stand below each other has the whole line', async ({ page }) => {
    await page.goto('/verify/');
    const name = page.getByRole('rowheader', { name: 'Human Rights Foundation' });

    expect((await name.boundingBox())?.width).toBeGreaterThan(PHONE.width * 0.8);
  });

  test('the menu and the other language stand beside the name of the site', async ({ page }) => {
    await page.goto('/');
    const brand = await page.locator('header > a').first().boundingBox();

    for (const part of [page.locator('header summary').first(), page.locator('header > a[hreflang]')])
      expect((await part.boundingBox())?.y).toBeLessThan((brand?.y ?? 0) + (brand?.height ?? 0));
  });

  test('dates and titles of the short band stand in columns', async ({ page }) => {
    for (const address of ['/', '/ko/']) {
      await page.goto(address);
      const titles = page.locator('[data-drawing="years"] li b');

      const lefts = await titles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
      expect(lefts.length).toBeGreaterThan(5);
      expect(new Set(lefts).size, address).toBe(1);
    }
  });

  for (const address of ['/ko/timeline/', '/ko/search/?q=documentaries', '/ko/give/packing-slip/'])
    test(`text at twice its size leaves the long words of ${address} within the window`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: true });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await page.goto(address);
      await expect(page.locator('main :is(.ledger li, tr)').filter({ visible: true }).first()).toBeVisible();

      const beyond = await page
        .locator('html, main li')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
      expect(beyond).toBe(0);
      await context.close();
    });

  test('text at twice its size is cut off nowhere in the band of events, and the ends of an axis stand apart', async ({
    page,
  }) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await page.goto('/timeline/');
    const steps = page.locator('[data-drawing] li');

    expect(await steps.count()).toBeGreaterThan(5);
    expect(await steps.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth))).toEqual(
      [],
    );
    await page.goto('/charts/laws/');
    const years = await page
      .locator('thead span > span > span')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .map((one) => one.getBoundingClientRect()),
      );

    expect(years.length).toBeGreaterThan(1);
    for (const [index, { left }] of years.slice(1).entries())
      expect(left).toBeGreaterThan((years[index]?.right ?? NaN) + 4);
  });

  for (const address of ['/timeline/', '/news/'])
    test(`the years of ${address} are folded but for the newest, and open with a tap`, async ({ page }) => {
      await page.goto(address);
      const years = page.locator('details', { has: page.locator('summary', { hasText: /^\d{4}: / }) });
      const folded = years.and(page.locator(':not([open])'));
      const count = await years.count();
      const year = (await folded.first().elementHandle()) ?? undefined;
      const first = years.and(folded).first().getByRole('listitem').first();

      await expect(folded).toHaveCount(count - 1);
      await expect(first).toBeHidden();
      await folded.first().locator('summary').click();

      await expect(folded).toHaveCount(count - 2);
      expect(await year?.evaluate((one) => one.querySelector('li')?.checkVisibility())).toBe(true);
    });
});

test('on paper the years stand open under their headings', async ({ page }) => {
  await page.goto('/timeline/');
  await page.emulateMedia({ media: 'print' });

  const year = page.locator('section', { has: page.getByRole('heading', { name: /^\d{4}$/ }) }).first();

  await expect(year.getByRole('listitem').first()).toBeVisible();
  await expect(year.locator('summary')).toBeHidden();
});

test('a long list is read in rows from the top down, never column by column', async ({ page }) => {
  await page.setViewportSize(WIDE);
  for (const [address, entries] of [
    ['/sources/', '.cited > div'],
    ['/glossary/', '.terms > div'],
    ['/corrections/', '.ledger > li'],
    ['/partners/', '.ledger > li'],
    ['/timeline/reaction/', '.ledger > li'],
    ['/content/', '.ledger > li'],
  ] as const) {
    await page.goto(address);

    const tops = await page
      .locator('main')
      .locator(entries)
      .evaluateAll((all) => all.map((entry) => Math.round(entry.getBoundingClientRect().top)));

    expect(tops.length, address).toBeGreaterThan(5);
    expect(tops, address).toEqual(tops.toSorted((a, b) => a - b));
  }
});
