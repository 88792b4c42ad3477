import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { words } from '../i18n/dictionary.ts';
import { languageOf } from '../rules/addresses.ts';
import { PICTURE } from '../checks/check-images.ts';
import { nameFinder, type Name } from '../rules/names.ts';
import { numbersInWords, withFilters } from '../rules/search-index.ts';
import { contentPolicy, headersFile, securityHeaders, styleHash } from './headers.ts';
import { withSpellings } from './search-spellings.ts';

const SHEET_LINK = /<link rel="stylesheet" href="(\/assets\/[^"]+\.css)">/g;
const VITE_MARK = /\/\*\$vite\$:\d+\*\//g;
/** Ready-made interfaces and the highlighter: this site has an interface of its own. */
const OTHER_INTERFACES = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)/;
const CHARSET = '<meta charset="utf-8">';

/**
 * Makes Astro's output what readers get: the one sheet stands inside each page, the
 * policy with its hash comes first in the head, the search index and the header file
 * are written.
 * @throws if the pages do not share one sheet, or the index cannot be made
 */
export async function finish(dist: string): Promise<void> {
  removeOriginals(dist);
  const pages = globSync('**/*.html', { cwd: dist }).sort();
  const sheets = new Set(
    pages.flatMap((page) => [...read(dist, page).matchAll(SHEET_LINK)].flatMap(([, href]) => href ?? [])),
  );
  const [sheet] = sheets;
  if (sheet === undefined || sheets.size > 1) {
    throw new Error(
      `The pages share one sheet; found ${sheets.size}. Keep styles in src/styles/global.css, not in components.`,
    );
  }
  const css = read(dist, sheet).replace(VITE_MARK, '').trim();
  const policy = contentPolicy(styleHash(css));
  for (const page of pages) {
    const html = read(dist, page)
      .replace(SHEET_LINK, () => `<style>${css}</style>`)
      .replace(CHARSET, `${CHARSET}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    writeFileSync(join(dist, page), html);
  }
  rmSync(join(dist, sheet));
  writeFileSync(join(dist, '_headers'), headersFile(securityHeaders(policy)));
  await whilePagefindLives(writeIndex(dist, pages));
}

/**
 * Takes out pictures that no file of the site names. Astro copies the original of a
 * picture that is drawn by no page, as that of a draft.
 */
function removeOriginals(dist: string): void {
  // By name, one file after the other: all texts of a large site at once would fill the memory.
  const named = new Set(
    globSync('**/*.{html,xml,css,js,json}', { cwd: dist }).flatMap(
      (path) => read(dist, path).match(/\/assets\/[\w.-]+/g) ?? [],
    ),
  );
  for (const path of globSync('assets/**/*', { cwd: dist }).filter((name) => PICTURE.test(name))) {
    if (!named.has(`/${path}`)) rmSync(join(dist, path));
  }
}

/** Indexes every page that names itself indexable, with the other spellings of the names in it. */
async function writeIndex(dist: string, pages: readonly string[]): Promise<void> {
  const names: Name[] = JSON.parse(readFileSync('content/data/names.json', 'utf8').replace(/^\uFEFF/, ''));
  const find = nameFinder(names);
  const { index, errors } = await pagefind.createIndex({ includeCharacters: '$', writePlayground: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  for (const page of pages) {
    const html = read(dist, page);
    if (!html.includes('data-pagefind-body')) continue;
    const url = `/${page.replace(/index\.html$/, '')}`;
    const { locale } = words(languageOf(url));
    const content = withFilters(withSpellings(html, find, (text) => numbersInWords(text, locale)));
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length > 0) throw new Error(`${page} could not be indexed: ${added.errors.join('; ')}`);
  }
  const { files, errors: unwritten } = await index.getFiles();
  if (unwritten.length > 0) throw new Error(`The search index could not be written: ${unwritten.join('; ')}`);
  await pagefind.close();
  // Written here, not by Pagefind, whose process breaks off where the disk is full.
  for (const { path, content } of files.filter(({ path }) => !OTHER_INTERFACES.test(path))) {
    const target = join(dist, 'pagefind', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Pagefind leaves its promises open for ever when its process dies; then Node has nothing left to wait for. */
async function whilePagefindLives<T>(work: Promise<T>): Promise<T> {
  const { promise: death, reject } = Promise.withResolvers<never>();
  const died = () => reject(new Error('Pagefind ended before the search index was whole. Build again.'));
  process.once('beforeExit', died);
  return Promise.race([work, death]).finally(() => process.off('beforeExit', died));
}

function read(dist: string, path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}
