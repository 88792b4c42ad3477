import { chromium, type Page } from '@playwright/test';
import { setUpChromium } from '../chromium.ts';

/** How long a reader waits, in milliseconds. */
export interface AnswerTime {
  query: string;
  /** From the last key to the answer, when the first layer is there. */
  answerMs: number;
  /** From the first key of all to its answer: the first layer is loaded in between. */
  firstMs: number;
}

/** Much slower than this machine, as a cheap phone is. */
const SLOWER = 4;

/** Types each query into the search page at an address, on a processor slowed down, and waits for its answer. */
export async function answerTimes(address: string, queries: readonly string[]): Promise<AnswerTime[]> {
  const browser = await chromium.launch({
    executablePath: setUpChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const times: AnswerTime[] = [];
    for (const query of queries) {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(address);
      const firstMs = await timed(page, query.slice(0, 1));
      await page.getByRole('searchbox').pressSequentially(query.slice(1, -1));
      const answerMs = await timed(page, query.slice(-1));
      times.push({ query, answerMs, firstMs });
      await page.close();
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** Presses a key and waits until the status line tells what was found. */
async function timed(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('site-search input[type=search]');
    const status = document.querySelector('site-search [role=status]');
    if (!input || !status) throw new Error('The page has no search.');
    const done = new Promise<number>((resolve) => {
      let from = 0;
      input.addEventListener('keydown', () => (from = performance.now()), { once: true });
      new MutationObserver((_, observer) => {
        if (from === 0 || !/\d|Nothing/.test(status.textContent)) return;
        observer.disconnect();
        // What changed is seen with the next picture.
        requestAnimationFrame(() => resolve(performance.now() - from));
      }).observe(status, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { answered: done });
  });
  await page.getByRole('searchbox').press(key);
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered);
}
