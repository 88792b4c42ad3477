import type { Page } from '@playwright/test';

/* The parts of a page with a search. */

export const status = (page: Page) => page.locator('site-search [role="status"]');
export const results = (page: Page) => page.locator('site-search > ol > li');
export const inText = (page: Page) => page.locator('site-search .behind li');
