import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, suite, test } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { setUp } from '../programs.ts';
import { killGroup, PROJECT, start, until } from './copy.ts';

suite('the site in Firefox', () => {
  const server = start(PROJECT, ['node', 'src/commands/serve.ts'], { PORT: '0' });
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  before(async () => {
    setUp('firefox-esr', ['pdftotext', 'poppler-utils']);
    await until(() => server.output().includes('http://'));
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
    page = await browser.newPage();
    // Other tests run beside these and may keep the machine busy.
    page.setDefaultTimeout(90_000);
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) faults.push(`asked ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) faults.push(message.text());
    });
  });
  after(async () => {
    await browser.close();
    killGroup(server.pid);
    await server.end;
  });

  const open = (address: string) =>
    page.goto(`${/http:\/\/[^/]+/.exec(server.output())?.[0] ?? ''}${address}`);
  /** The lines of each sheet of paper on which a page is printed. */
  const sheets = async (address: string) => {
    await open(address);
    const input = await page.pdf({ preferCSSPageSize: true, format: 'A4', timeout: 90_000 });
    const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
    // A form feed ends each sheet.
    return stdout
      .split('\f')
      .slice(0, -1)
      .map((sheet) => sheet.split('\n').flatMap((line) => line.trim() || []));
  };

  test('no sign of a drawing stands on its words', async () => {
    for (const address of ['/', '/strategy/'])
      for (const width of [768, 1440]) {
        await page.setViewport({ width, height: 900 });
        await open(address);

        const rooms = await page.$$eval('[data-drawing] li.row-span-2 > svg + div', (all) =>
          all.map(
            (words) =>
              words.getBoundingClientRect().top -
              (words.previousElementSibling?.getBoundingClientRect().bottom ?? NaN),
          ),
        );

        assert.ok(rooms.length > 2);
        for (const room of rooms) assert.ok(room >= 0, `${address} at ${width}: ${room}`);
      }
  });

  test('the notice and the label print on a sheet each', async () => {
    assert.equal((await sheets('/give/collection/notice/')).length, 2);
  });

  test('no title stands alone at the foot of a sheet', async () => {
    for (const address of ['/', '/statistics/']) {
      const printed = await sheets(address);
      const titles = await page.$$eval('h2, h3, summary', (all) =>
        all.map((title) => title.textContent.trim()),
      );

      assert.ok(printed.length > 2);
      for (const lines of printed) assert.ok(!titles.includes(lines.at(-1) ?? ''), `${lines.at(-1)}`);
    }
  });

  test('the search finds what only a text has, under the policy of the site', async () => {
    await open('/search/?q=ramen');

    await page.waitForSelector('site-search .behind a');
  });

  test('nothing was asked of another origin, and no page made an error', () => {
    assert.deepEqual(faults, []);
  });
});
