import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomUtils } from 'htmlparser2';
import type { StoredText } from '../../browser/from-disk/full-text.ts';
import { pathFault } from '../../checks/file-names.ts';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import { UNDATED, yearOf } from '../../rules/dates.ts';
import { addressIn, languageOf } from '../../rules/addresses.ts';
import { addressOfFile } from '../../rules/kinds.ts';
import type { QuickIndex } from '../../rules/search/quick-search.ts';
import type { KindName } from '../../site-plan.ts';
import type { Language } from '../../site.ts';
import { classicScript } from './classic-script.ts';
import { zipped, type FinishedSite } from './finished-site.ts';
import { fileAt, SCRIPT, SHEET, storedText, toFolderPage } from './folder-page.ts';
import { fillFacts } from './offer.ts';
import { all, first, parsePage, readPage, showState, writtenPage, type Page } from './page.ts';

/** Files that go along with the pages; others are for hosts, search engines, feed readers. */
const FILES: ReadonlySet<KindName> = new Set([
  ...(['asset', 'titles', 'icon', 'drawing', 'chart file', 'open data', 'version'] as const),
  ...(['text of public/', 'picture of public/'] as const),
]);
/** Scripts, sheet and font stand in files of the edition's own; each page has its charts in it. */
const LEFT_OUT = /^assets\/.*\.(?:js|woff2)$|^(?:\w\w\/)?charts\/.*\.(?:png|svg)$/;

/** By path, each file of the edition that is opened from a folder. */
export type Files = Map<string, Buffer>;

/**
 * The site as a folder whose pages open from a disk, in which every address is relative and
 * leads to a file.
 * @throws where a page leads to something that is not there, or a name cannot stand on a FAT32 drive
 */
export async function folderFiles(site: FinishedSite): Promise<Files> {
  const read = (path: string) => readFileSync(join(site.folder, path));
  const carried = site.files.filter(
    ({ path, kind }) => (FILES.has(kind) && !LEFT_OUT.test(path)) || (isPage(path) && kind !== 'feeds'),
  );
  const paths = new Set([...carried.map(({ path }) => path), SHEET, SCRIPT]);
  const files: Files = new Map();
  const texts: StoredText[] = [];
  for (const { path, kind } of carried) {
    if (kind === 'titles') files.set(path.replace(/json$/, 'js'), titlesScript(path, read(path)));
    else if (!isPage(path)) files.set(path, read(path));
    else {
      const page = parsePage(read(path).toString());
      const language = languageOf(addressOfFile(path));
      const text = storedText(page, path);
      if (text) texts.push(text);
      if (kind === 'download') tellOfCopy(page, site, language);
      if (kind === 'home') sayFirst(page, site, language);
      toFolderPage(page, path, (file) => paths.has(file));
      files.set(path, Buffer.from(writtenPage(page)));
    }
  }
  for (const [language, ofLanguage] of Map.groupBy(texts, ({ file }) => languageOf(addressOfFile(file)))) {
    const years = Map.groupBy(ofLanguage, ({ sort }) => (sort > '1' ? yearOf(sort) : UNDATED));
    files.set(`text/${language}.js`, dataScript(`text/${language}`, [...years.keys()]));
    for (const [year, ofYear] of years)
      files.set(`text/${language}-${year}.js`, dataScript(`text/${language}-${year}`, ofYear));
  }
  files.set(SHEET, Buffer.from(sheetOf(read('index.html').toString(), read)));
  files.set(SCRIPT, Buffer.from(await classicScript()));
  refuseBadNames([...files.keys()]);
  return files;
}

/** Writes the edition that is opened from a folder: the folder, and beside it the same as a ZIP file. */
export async function makeFolder(site: FinishedSite, file: string): Promise<void> {
  const folder = file.replace(/\.zip$/, '');
  rmSync(folder, { recursive: true, force: true });
  const files = writeFiles(await folderFiles(site), folder);
  const entries = files.map(([path, bytes]) => [`lit-windows-${site.version}/${path}`, bytes] as const);
  writeFileSync(file, zipped(site, Object.fromEntries(entries)));
}

/** Writes files below a folder. @returns them in the order in which they were written, that of their paths */
export function writeFiles(files: Files, folder: string) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, bytes] of sorted) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return sorted;
}

const isPage = (path: string) => path.endsWith('index.html');

/** A file of data; see `browser/from-disk/data.ts`. */
const dataScript = (name: string, value: unknown) =>
  Buffer.from(`litWindowsData(${JSON.stringify(name)},${JSON.stringify(value)});\n`);

/** The titles for the search, which lead to files. */
function titlesScript(path: string, json: Buffer): Buffer {
  const index = JSON.parse(json.toString()) as QuickIndex;
  const entries = index.entries.map((entry) => ({ ...entry, address: fileAt(entry.address) }));
  return dataScript(path.replace(/\.json$/, ''), { ...index, entries });
}

/** The one sheet of the site, with its font in it: Firefox takes none from another file of a disk. */
function sheetOf(html: string, read: (path: string) => Buffer): string {
  const [, css = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  return css.replace(
    /url\(\/(assets\/[\w.-]+\.woff2)\)/g,
    (_, path: string) => `url(data:font/woff2;base64,${read(path).toString('base64')})`,
  );
}

/** Lets the page of downloads say what the copy is. */
function tellOfCopy(page: Page, site: FinishedSite, language: Language): void {
  showState(page, 'inside');
  // An offer that is not shown would change the copy with what lies beside it.
  for (const part of all('[data-when][hidden]', page)) DomUtils.removeElement(part);
  fillFacts(page, site, dictionaryFor(language));
}

/** Says on a first page what the copy is, in the words of the page of downloads. */
function sayFirst(page: Page, site: FinishedSite, language: Language): void {
  const downloads = readPage(join(site.folder, addressIn(language, 'download'), 'index.html'));
  tellOfCopy(downloads, site, language);
  const part = first('[data-when=inside]', downloads);
  const main = first('main', page);
  if (!part || !main) throw new Error(`The first page in ${language} cannot say what the copy is.`);
  DomUtils.prepend(main, part);
}

/** @throws where a name is none on a FAT32 drive or on Windows, or differs from another in capitals only */
function refuseBadNames(paths: readonly string[]): void {
  const faults = paths.flatMap((path) => {
    const fault = /[^\w./-]/.test(path)
      ? 'Its name has signs that some drives cannot keep.'
      : pathFault(path);
    return fault === undefined ? [] : [`${path}: ${fault}`];
  });
  for (const [, same] of Map.groupBy(paths, (path) => path.toLowerCase()))
    if (same.length > 1) faults.push(`${same.join(' and ')} differ in capitals only.`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
