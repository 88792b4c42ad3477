import { expect, test } from '@playwright/test';

test('the years lie across a wide window with the list folded, and stand beside the list on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/timeline/');
  const band = page.locator('[data-drawing]').filter({ has: page.locator('details') });
  const first = band.getByRole('link', { name: 'A first group is founded' });

  await expect(band.locator('svg[role="img"]')).toBeVisible();
  await expect(first).toBeHidden();
  await band.getByText('The same as a list').click();
  await expect(first).toBeVisible();

  await page.reload();
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(band.locator('svg[role="img"]')).toBeHidden();
  await expect(first).toBeVisible();
});

test('the steps of a path stand side by side in a wide window, and below each other on a phone', async ({
  page,
}) => {
  await page.goto('/how-it-travels/');
  const steps = page.locator('[data-drawing="path"] ol > li');
  const places = async () => {
    const boxes = await Promise.all((await steps.all()).map((step) => step.boundingBox()));
    return {
      rows: new Set(boxes.map((box) => box?.y)).size,
      columns: new Set(boxes.map((box) => box?.x)).size,
    };
  };

  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await places()).toEqual({ rows: 1, columns: 6 });
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await places()).toEqual({ rows: 6, columns: 1 });
});

test('in forced colours a drawing takes those of the reader', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto('/');

  const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  const windows = page.locator('[data-drawing="evidence"] ol svg');
  await expect(windows.first().locator('g')).toHaveCSS('stroke', text);
  await expect(windows.nth(1).locator('path')).toHaveCSS('stroke-dasharray', '1.5px, 2.5px');
  // The colour behind chosen words need not stand out from the ground.
  await expect(page.locator('header figcaption b')).toHaveCSS('color', text);
  await expect(page.locator('header [data-point]').first()).toHaveCSS('stroke', text);
  await context.close();
});

test('packages are drawn larger for a phone than a picture made for a wide page would be', async ({
  page,
}) => {
  await page.goto('/how-it-travels/');
  const shown = page.locator('[data-drawing="launch"] svg:visible').first();
  // Of the drawing, how many pixels of the screen one of its own takes.
  const scale = () =>
    shown.evaluate((svg: SVGSVGElement) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);

  await page.setViewportSize({ width: 360, height: 800 });
  expect(await scale()).toBeGreaterThan(0.95);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await scale()).toBeGreaterThan(0.85);
});

test('every line of a drawing has one weight, however large its sign is shown', async ({ page }) => {
  await page.goto('/');
  const lines = page.locator('[data-drawing] svg path:not([stroke-width])');

  expect(await lines.count()).toBeGreaterThan(10);
  for (const weight of await lines.evaluateAll((all) =>
    all.map((line) => {
      const { vectorEffect, strokeWidth } = getComputedStyle(line);
      return `${vectorEffect} ${strokeWidth}`;
    }),
  ))
    expect(weight).toBe('non-scaling-stroke 1.25px');
});
