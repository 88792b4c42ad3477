import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import type { StoredText } from '../../src/browser/from-disk/full-text.ts';
import { finishedSite } from '../../src/publish/editions/finished-site.ts';
import { makeFolder } from '../../src/publish/editions/folder.ts';
import { QuickSearch, type QuickIndex } from '../../src/rules/search/quick-search.ts';
import * as koreanWords from '../../src/rules/search/korean-words.ts';
import { isKorean, tokensOf } from '../../src/rules/search/words.ts';

/** Results in the language of the page; those in the other one stand apart. */
const FOUND = 'site-search > ol a, site-search .behind a';

/**
 * Opens the edition in a browser from a folder whose path has spaces and Hangul, and does
 * what readers do.
 * @param options how the browser is started
 * @param withoutScripts the same with scripts turned off; a browser that cannot be driven
 *     so gets a copy from which the script is gone
 */
export function testEditionIn(
  name: string,
  options: () => LaunchOptions,
  withoutScripts?: () => LaunchOptions,
): void {
  suite(`the edition from a disk, in ${name}`, () => {
    const work = mkdtempSync(join(tmpdir(), 'edition-'));
    const folder = join(work, 'USB 드라이브', '읽을 것 #1');
    let browser: Browser;
    let page: Page;
    const asked: string[] = [];
    const errors: string[] = [];
    before(async () => {
      mkdirSync(join(work, 'USB 드라이브'));
      await makeFolder(finishedSite('dist'), `${folder}.zip`);
      browser = await puppeteer.launch(options());
    });
    after(async () => {
      await browser.close();
      rmSync(work, { recursive: true, force: true });
    });
    beforeEach(async () => {
      await page?.close();
      page = await browser.newPage();
      // Other tests run beside these and may keep the machine busy.
      page.setDefaultTimeout(90_000);
      await page.setViewport({ width: 1200, height: 900 });
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) errors.push(message.text());
      });
    });

    const addressOf = (path: string) => `${pathToFileURL(folder).href}/${path}`;
    const open = (path: string) => page.goto(addressOf(path));
    const text = (selector: string) => page.$eval(selector, (element) => element.textContent);
    /** Follows a link; the address of the page that it leads to, from the top of the edition. */
    const follow = async (selector: string) => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
      return page.url().replace(addressOf(''), '');
    };
    /** Where the links lead, from the top of the edition. */
    const links = async (selector: string) =>
      (await page.$$eval(selector, (all) => all.map((link) => (link as HTMLAnchorElement).href))).map(
        (href) => href.replace(addressOf(''), ''),
      );
    const until = (selector: string, what: string) =>
      page.waitForFunction(
        (one, words) => document.querySelector(one)?.textContent.includes(words) ?? false,
        {},
        selector,
        what,
      );
    /** Searches on the page of the search; the files that are found, when there is one of them. */
    const search = async (words: string, language = '') => {
      await open(`${language}search/index.html?q=${encodeURIComponent(words)}`);
      await page.waitForSelector(FOUND);
      return links(FOUND);
    };
    const data = <Value>(file: string): Value => {
      const script = readFileSync(join(folder, file), 'utf8');
      return JSON.parse(script.slice(script.indexOf(',') + 1, script.lastIndexOf(')'))) as Value;
    };
    /** A piece of some text that the titles do not know, with the pages that have it. */
    const onlyInText = (language: string, below: string, piecesOf: (word: string) => string[]) => {
      const titles = new QuickSearch([data<QuickIndex>(`${below}search/titles.js`)], koreanWords);
      const texts = data<string[]>(`text/${language}.js`).flatMap((year) =>
        data<StoredText[]>(`text/${language}-${year}.js`),
      );
      for (const { content } of texts)
        for (const { text: word } of tokensOf(content))
          for (const piece of piecesOf(word)) {
            const { entries, corrected } = titles.find(piece);
            const having = texts.filter((one) => one.content.toLowerCase().includes(piece));
            if (entries.length === 0 && corrected === undefined && having.length < 8)
              return { piece, files: having.map(({ file }) => file) };
          }
      return assert.fail('Every word of the texts stands in a title.');
    };
    /** Checks that the search finds such a piece in one of the pages that have it. */
    const findsInText = async (language: string, below: string, piecesOf: (word: string) => string[]) => {
      const { piece, files } = onlyInText(language, below, piecesOf);

      const found = await search(piece, below);

      assert.ok(
        files.some((file) => found.includes(file)),
        `${piece}: ${files.join(' ')} not in ${found.join(' ')}`,
      );
    };

    test('the first page says what it is; the other language is one step away and back', async () => {
      await open('index.html');

      assert.match((await text('[data-when=inside]')) ?? '', /version \d{4}-\d\d-\d\d-[0-9a-f]{8}.*trace/s);
      assert.equal(await follow('header a[data-same-state]'), 'ko/index.html');
      assert.match((await text('[data-when=inside]')) ?? '', /흔적입니다/);
      assert.equal(await follow('header a[data-same-state]'), 'index.html');
    });

    test('sheet and font come from the disk', async () => {
      await open('index.html');

      assert.ok(
        await page.evaluate(() =>
          document.fonts.ready.then(() => document.fonts.check('500 20px Newsreader')),
        ),
      );
      assert.equal(await page.$eval('.skip', (link) => getComputedStyle(link).position), 'absolute');
    });

    test('a report is read from the archive, and its link to the outside is marked', async () => {
      await open('news/index.html');
      const [post = ''] = (await links('main .ledger h3 a, main .ledger h2 a, main .ledger a')).filter((to) =>
        /^news\/\d{4}\/[a-z0-9-]+\/index\.html$/.test(to),
      );

      await open(post);

      assert.ok(((await text('h1')) ?? '').length > 5);
      const signs = await page.$$eval('a[href^="http"]', (all) =>
        all.map((link) => link.querySelector('[role=img]')?.ariaLabel ?? ''),
      );
      assert.ok(signs.length > 0);
      for (const sign of signs) assert.match(sign, /leads out to the internet/);
    });

    test('pages are offered while the reader types, and the form leads to the search', async () => {
      await open('give/index.html');
      await page.type('#site-search', 'balloon');
      await page.waitForSelector('#suggestions a');
      assert.ok((await links('#suggestions a')).includes('how-it-travels/index.html'));

      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

      assert.equal(page.url(), addressOf('search/index.html?q=balloon'));
      await until('site-search [role=status]', 'results for “balloon”');
    });

    test('the search finds a word of a title, and goes on when another is typed', async () => {
      assert.ok((await search('balloons')).includes('how-it-travels/index.html'));

      await page.$eval('#q', (field) => ((field as HTMLInputElement).value = ''));
      await page.type('#q', 'donate');
      await until('site-search [role=status]', '“donate”');

      assert.equal((await links(FOUND))[0], 'give/index.html');
      assert.equal(page.url(), addressOf('search/index.html?q=donate'));
    });

    test('the search finds what stands only in a text', async () => {
      await findsInText('en', '', (word) => (/^[a-z]{7,}$/.test(word) ? [word] : []));
    });

    test('the search in Korean finds a title, and a part within a compound of a text', async () => {
      assert.ok((await search('풍선', 'ko/')).includes('ko/how-it-travels/index.html'));
      await findsInText('ko', 'ko/', (word) =>
        isKorean(word) && word.length >= 7 ? [word.slice(2, -1)] : [],
      );
    });

    test('a choice narrows the search, and the other language has the same', async () => {
      await open('search/index.html?q=balloon&section=news');
      await page.waitForSelector(FOUND);

      assert.ok((await links(FOUND)).every((to) => to.startsWith('news/')));
      assert.equal(await follow('header a[data-same-state]'), 'ko/search/index.html?q=balloon&section=news');
    });

    test('the calculator answers, and its address keeps the number', async () => {
      await open('give/what-a-gift-does/index.html');
      await page.type('readers-calculator input', '12');
      await page.click('readers-calculator button');

      await until('readers-calculator [role=status]', '120');
      assert.equal(page.url(), addressOf('give/what-a-gift-does/index.html?drives=12'));
    });

    test('the figures are narrowed as choices are made', async () => {
      await open('statistics/index.html');
      const rows = () => page.$$eval('tr[data-is]', (all) => all.filter((row) => !row.hidden).length);
      const all = await rows();

      await page.evaluate(() => {
        const field = document.querySelector<HTMLSelectElement>('figure-filter select[name=stage]');
        if (!field) throw new Error('There is no choice.');
        field.value = 'sent';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });

      const some = await rows();
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
      assert.equal(page.url(), addressOf('statistics/index.html?stage=sent'));
    });

    test('a note of a text opens by its number, and a chart stands in its page', async () => {
      await page.setViewport({ width: 360, height: 780 });
      await open('program/index.html');
      await page.$eval('.marks a', (mark) => (mark as HTMLElement).click());
      await page.waitForFunction(() => document.querySelector('.note:target') !== null);
      assert.equal(await page.$eval('.note:target', (note) => getComputedStyle(note).position), 'fixed');

      await open('charts/index.html');
      const [chart = ''] = (await links('main a')).filter((to) => /^charts\/[a-z0-9-]+\/index/.test(to));
      await open(chart);
      assert.ok(
        await page.$$eval('figure svg', (all) => all.some((bar) => bar.getBoundingClientRect().width > 0)),
      );
    });

    test('without scripts everything is there to read, and the way from page to page', async (t) => {
      if (!withoutScripts) rmSync(join(folder, 'assets/site.js'));
      const without = await puppeteer.launch((withoutScripts ?? options)());
      t.after(async () => {
        await without.close();
        page = await browser.newPage();
      });
      page = await without.newPage();
      await open('index.html');
      assert.equal(await follow('header a[data-same-state]'), 'ko/index.html');
      await open('search/index.html?q=balloon');
      assert.notEqual(await page.$eval('.no-script', (words) => getComputedStyle(words).display), 'none');
      assert.ok((await links('main a')).includes('news/index.html'));
    });

    test('nothing else was asked for than files of the disk, and no page made an error', () => {
      assert.deepEqual(
        asked.filter((address) => !/^(?:file|data):/.test(address)),
        [],
      );
      assert.deepEqual(errors, []);
    });
  });
}
