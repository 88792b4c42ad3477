import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { inLanguages, languageOf, plainAddress } from '../../src/rules/addresses.ts';
import { kindOf } from '../../src/rules/kinds.ts';
import { defaultLanguage } from '../../src/site.ts';
import { FIRST_ANSWER, firstViewBytes } from '../first-view.ts';
import { builtPages, isBorrowed, type BuiltPage } from '../pages.ts';
import { THOROUGH } from '../thorough.ts';

/*
 * What readers, search engines and the law of HTML ask of every page. Links and anchors,
 * other origins, code in the page and the hash of the sheet are asked by
 * src/publish/postflight.ts in every build; tests/build/postflight.test.ts tests that.
 */

const pages = builtPages();
/** Pages in English: Korean joins its particles to the word before. */
const english = pages.filter(({ address }) => languageOf(address) === 'en');

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

/** Pages of which a check says something, each with what it says. */
function faults(check: (page: BuiltPage) => string | undefined | false): string[] {
  return pages.flatMap((page) => {
    const fault = check(page);
    return fault ? [`${page.address}: ${fault}`] : [];
  });
}

test('there are pages to check', () => {
  assert.ok(pages.length > 100);
});

/** The pages of one language, of which the others have the templates, with one of each kind of the others. */
const differing = [
  ...new Map(
    pages.map((page) => {
      const language = languageOf(page.address);
      return [language === defaultLanguage ? page.address : `${language} ${kindOf(page.address)}`, page];
    }),
  ).values(),
];

/** Makes the configuration once, and not for each page anew. */
class OneConfig extends StaticConfigLoader {
  #made: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(handle: string) {
    return (this.#made ??= super.getConfigFor(handle));
  }
}

test('every page is valid HTML, and by day one of each kind in the other language', async () => {
  const loader = new OneConfig({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // Matters of style, not of validity.
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'long-title': 'off',
      // Scripts come from this origin only, as the policy says.
      'require-sri': 'off',
    },
  });
  const validator = new HtmlValidate(loader);

  const found = await Promise.all(
    (THOROUGH ? pages : differing).map(async ({ address, html }) => {
      const { results } = await validator.validateString(html);
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${address}: ${ruleId}: ${message}`),
      );
    }),
  );

  assert.deepEqual(found.flat(), []);
});

test('every page has one h1', () => {
  assert.deepEqual(
    faults(({ html }) => all(html, /<(h1)[\s>]/g).length !== 1 && 'not one h1'),
    [],
  );
});

test('every page has a title and a description of its own, but for what stands in the words of another', () => {
  for (const pattern of [/<title>(.*?)<\/title>/, /<meta name="description" content="(.*?)"/]) {
    const seen = new Map<string, string>();
    const repeated = faults((page) => {
      const { address, html } = page;
      if (isBorrowed(page)) return undefined;
      const text = pattern.exec(html)?.[1] ?? '';
      // A list without words of its own in a language has those of the original in its description.
      const key = `${languageOf(address)} ${text}`;
      const other = seen.get(key);
      seen.set(key, address);
      return text === '' ? 'nothing' : other !== undefined && `“${text}” stands on ${other} too`;
    });
    assert.deepEqual(repeated, []);
  }
});

test('links to other sites tell them nothing of the reader', () => {
  const bare = pages.flatMap(({ address, html }) =>
    (html.match(/<a [^>]*href="https?:[^>]*>/g) ?? [])
      .filter((tag) => !tag.includes('rel="noopener noreferrer"'))
      .map((tag) => `${address}: ${tag}`),
  );

  assert.deepEqual(bare, []);
});

test('all pages carry one policy, which allows their one sheet and nothing inline besides', () => {
  const policies = new Set(
    pages.map(
      ({ html }) => /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? 'none',
    ),
  );
  const [policy = ''] = policies;

  assert.equal(policies.size, 1);
  assert.equal(all(policy, /style-src (?:'sha256-([^']+)')/g).length, 1, policy);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|data:/);
});

test('besides its search field, only the search, the archive, the list of figures, the calculator and sheets to print load a script', () => {
  const scripted = pages.filter(({ html }) =>
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)/g)].some(([, file = '']) => !file.includes('HeaderSearch')),
  );
  const others = scripted
    .filter(({ html }) => !/<(?:readers-calculator|print-button)\b/.test(html))
    .map(({ address }) => address);
  const own = ['/news/', '/search/', '/statistics/'];

  assert.deepEqual(others, own.flatMap((path) => inLanguages(path).map(({ address }) => address)).sort());
  assert.ok(scripted.some(({ address }) => address === '/give/what-a-gift-does/'));
});

test('the first screen of every page arrives with the first answer, sheet and all', () => {
  const heavy = faults(({ html }) => {
    const bytes = firstViewBytes(html);
    return bytes > FIRST_ANSWER && `${bytes} bytes, ${FIRST_ANSWER} are allowed`;
  });

  assert.deepEqual(heavy, []);
});

test('the measure of the first screen counts what stands in it, and nothing below it', () => {
  const page = (...parts: string[]) =>
    `<html><head><style>p{}</style></head><main>${parts.join('')}</main></html>`;
  const text = `<p>${'word '.repeat(400)}</p>`;
  // Signs that Brotli cannot make shorter.
  const noise = `<p>${randomBytes(FIRST_ANSWER).toString('base64')}</p>`;

  assert.ok(firstViewBytes(page(text, noise)) < 200);
  assert.ok(firstViewBytes(page(noise, text)) > FIRST_ANSWER);
  assert.ok(firstViewBytes(page(`<img alt="${noise}">`, text)) > FIRST_ANSWER);
});

/** What stands in the frame of every page, or repeats an amount that its sentence tells apart. */
const FRAME =
  /<header class="gutter.*?<\/header>|<footer.*?<\/footer>|<a (?:lang="en" )?class="amount .*?<\/a>/gs;
const LINK = /<a (?:[^>]* )?href="([^"]+)"([^>]*)>(.*?)<\/a>/gs;
/** The links of a page, by the words that are seen or read aloud. */
function linksOf(address: string, html: string) {
  return [...html.replace(FRAME, '').matchAll(LINK)].map(([tag, href = '', , inner = '']) => ({
    to: new URL(href, `https://here${address}`).href,
    words: (/ aria-label="([^"]+)"/.exec(tag)?.[1] ?? inner.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}

test('no two links of a page have the same words and lead to different places', () => {
  const alike = pages.flatMap(({ address, html }) => {
    const targets = Map.groupBy(linksOf(address, html), ({ words }) => words);
    return [...targets]
      .filter(([, links]) => new Set(links.map(({ to }) => to)).size > 1)
      .map(([words, links]) => `${address}: ${words} (${links.map(({ to }) => to).join(' ')})`);
  });

  assert.ok(pages.some(({ address, html }) => linksOf(address, html).length > 100));
  assert.deepEqual(alike, []);
});

test('every fold is a group with a name', () => {
  assert.deepEqual(
    faults(({ html }) => /<details(?![^>]* aria-label="[^"]+")[^>]*>/.exec(html)?.[0]),
    [],
  );
});

test('no link is only a date', () => {
  const date = /^(?:undated|날짜 없음|(?:\d+ )?(?:[A-Z][a-z]{2,8} )?\d{4}|\d{4}년(?: \d+월)?(?: \d+일)?)$/;
  const dates = pages.flatMap(({ address, html }) =>
    linksOf(address, html)
      // The archive leads to its years.
      .filter(({ words, to }) => date.test(words) && !/\/news\/\d{4}\/$/.test(to))
      .map(({ words, to }) => `${address}: ${words} (${to})`),
  );

  assert.deepEqual(dates, []);
});

test('no word is glued to a link, a figure or a date', () => {
  const glued = english.flatMap(({ address, html }) => {
    const text = html.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '');
    return (
      text.match(
        /[\p{L}\d,.;:)]<(?:a|b|time|data|span|i)[ >][^<]*|<\/(?:a|b|time|data|span|i)>[\p{L}\d(]+/gu,
      ) ?? []
    ).map((place) => `${address}: ${place}`);
  });

  assert.deepEqual(glued, []);
});

test('every page describes itself in data that search engines can read', () => {
  const unread = faults(({ address, html }) => {
    const graphs = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text = '']) => JSON.parse(text) as { '@context': string; '@graph': Record<string, unknown>[] },
    );
    const types = graphs.flatMap((data) => data['@graph'].map((thing) => thing['@type']));
    const isOf = graphs.every((data) => data['@context'] === 'https://schema.org');
    const wanted = plainAddress(address) === '/' ? 'Organization' : 'BreadcrumbList';
    return (!isOf || !types.includes(wanted)) && `${wanted} is missing`;
  });

  assert.deepEqual(unread, []);
});
