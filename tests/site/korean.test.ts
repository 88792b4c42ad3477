import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { inLanguages, localAddress, plainAddress } from '../../src/rules/addresses.ts';
import { kindOf } from '../../src/rules/kinds.ts';
import { languageName } from '../../src/rules/languages.ts';
import { site } from '../../src/site.ts';
import { builtPages, isBorrowed, type BuiltPage } from '../pages.ts';

/* What holds between the languages of the site. */

const isPage = ({ html }: BuiltPage) => !/http-equiv="refresh"|content="noindex"/.test(html);
const [english, korean, ...others] = site.languages.map((language) => builtPages(language).filter(isPage));
const pages = [english, korean, ...others].flatMap((all) => all ?? []);

test('every page stands in each language', () => {
  for (const all of [korean, ...others])
    assert.deepEqual(
      all?.map(({ address }) => plainAddress(address)).sort(),
      english?.map(({ address }) => address).sort(),
    );
});

test('every page leads to the same page in each other language, in the words of that language', () => {
  const wrong = pages.filter(({ address, html }) =>
    inLanguages(address).some(({ language, address: to }) => {
      const way = new RegExp(
        `<a [^>]*href="${RegExp.escape(to)}"[^>]* lang="${language}" hreflang="${language}"[^>]*>${languageName(language)}</a>`,
      );
      return to !== address && !way.test(html);
    }),
  );

  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});

test('search engines are told of each language that has words of its own', () => {
  const borrowed = new Set(pages.filter(isBorrowed).map(({ address }) => address));
  const wrong = pages.filter(({ address, html }) => {
    const told = [
      ...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/[^/]+([^"]+)"/g),
    ];
    const own = inLanguages(address).filter((one) => !borrowed.has(one.address));
    const wanted =
      borrowed.has(address) || own.length === 1
        ? []
        : [...own, { language: 'x-default', address: own[0]?.address }].map(
            (one) => `${one.language} ${one.address}`,
          );
    return told.map(([, language, to]) => `${language} ${to}`).join() !== wanted.join();
  });

  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});

test('a Korean page leads into the English one only where it says so, and to files that are one for all', () => {
  const lost = (korean ?? []).flatMap(({ address, html }) =>
    [...html.matchAll(/<a ([^>]*)href="(\/[^"#?]*)[^"]*"([^>]*)>/g)].flatMap(([, before, to = '', after]) => {
      const isSaid = `${before}${after}`.includes('hreflang="') || kindOf(to) === 'version';
      const hasOwn = kindOf(localAddress('ko', to)) !== undefined;
      const isNotice = html.includes(`role="note"`) && to === plainAddress(address);
      return to.startsWith('/ko/') || !hasOwn || isSaid || isNotice ? [] : `${address} → ${to}`;
    }),
  );

  assert.deepEqual(lost, []);
});

/** The runs of text of a page that are not marked as another language, each with the words of its element. */
function unmarked(html: string): string[] {
  const found: string[] = [];
  const stack: boolean[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isOther =
        /^(?:script|style|code|head)$/.test(name) || /^(?:en|de)/.test(attributes['lang'] ?? '');
      stack.push((stack.at(-1) ?? false) || isOther);
    },
    ontext(text) {
      if (!stack.at(-1)) found.push(text);
    },
    onclosetag() {
      stack.pop();
    },
  });
  parser.end(html);
  return found;
}

test('no English sentence stands on a Korean page unless it is marked as English', () => {
  const left = (korean ?? []).flatMap(({ address, html }) =>
    unmarked(html)
      .filter((text) => !/\p{Script=Hangul}/u.test(text) && (text.match(/\b[a-z]{3,}\b/g) ?? []).length >= 6)
      .map((text) => `${address}: ${text.trim()}`),
  );

  assert.deepEqual(left, []);
});

test('each column of the open data is described in Korean on the Korean page', () => {
  const page = korean?.find(({ address }) => address === '/ko/data/')?.html ?? '';
  const columns = [...page.matchAll(/<code>(\w+)<\/code><\/th><td[^>]*>[^<]*<\/td><td([^>]*)>([^<]*)/g)];

  assert.ok(columns.length > 80, String(columns.length));
  assert.deepEqual(
    columns.filter(([, , attributes = '', words = '']) => /lang=/.test(attributes) || !/[가-힣]/.test(words)),
    [],
  );
});

test('every particle has found its form', () => {
  const open = (korean ?? []).flatMap(({ address, html }) =>
    (html.match(/[은이을과]\([는가를와]\)|\(으\)로/g) ?? []).map((found) => `${address}: ${found}`),
  );

  assert.deepEqual(open, []);
});

test('what is shown in the words of the other language is not indexed, and stands in no list of addresses', () => {
  const borrowed = pages.filter(isBorrowed);
  const listed = readFileSync('dist/sitemap.xml', 'utf8');

  assert.deepEqual(
    borrowed.filter(
      ({ address, html }) => html.includes('data-pagefind-body') || listed.includes(`example${address}<`),
    ),
    [],
  );
});

test('the page for wrong addresses below a language speaks that language first, and the other too', () => {
  const page = readFileSync('dist/ko/404.html', 'utf8');

  assert.match(page, /<html lang="ko"/);
  assert.match(page, /<h1>[^<]*\p{Script=Hangul}[^<]*<\/h1>.*<section [^>]*lang="en">.*<h2>This page/su);
  assert.match(page, /<meta name="robots" content="noindex">/);
});
