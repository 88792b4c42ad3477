import { globSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { words } from '../i18n/dictionary.ts';
import { languageOf } from '../rules/addresses.ts';
import { addressOfFile } from '../rules/kinds.ts';
import { nameFinder, type Name } from '../rules/names.ts';
import { numbersInWords } from '../rules/search/index-attributes.ts';
import { searchPage, spellings } from './search-page.ts';

/** Ready-made interfaces and the highlighter: this site has an interface of its own. */
const OTHER_INTERFACES = 'pagefind-{ui,modular-ui,component-ui,highlight,worker}*';
/** More than the parts of an index that do not grow with the site. */
const FIXED_BYTES = 1_000_000;

/**
 * The search index of a site while it is made. Its bytes depend on the order in which
 * pages are added.
 */
export class SearchIndex {
  readonly #index: pagefind.PagefindIndex;
  readonly #find = nameFinder(
    JSON.parse(readFileSync('content/data/names.json', 'utf8').replace(/^\uFEFF/, '')) as Name[],
  );
  #bytes = FIXED_BYTES;
  #added: Promise<void> = Promise.resolve();

  private constructor(index: pagefind.PagefindIndex) {
    this.#index = index;
  }

  /** Starts Pagefind in a process of its own. */
  static async open(): Promise<SearchIndex> {
    const { index, errors } = await pagefind.createIndex({ includeCharacters: '$', writePlayground: false });
    if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  /**
   * Adds a page that names itself indexable. Ends when Pagefind has taken the page before
   * this one, so that it works while the next page is read.
   */
  async add(file: string, html: string): Promise<void> {
    const url = addressOfFile(file);
    const { locale } = words(languageOf(url));
    const content = searchPage(html, (text) => [
      ...spellings(text, this.#find),
      ...numbersInWords(text, locale),
    ]);
    await this.#added;
    if (content === undefined) return;
    this.#bytes += content.length;
    this.#added = this.#index.addHTMLFile({ url, content }).then(({ errors }) => {
      if (errors.length > 0) throw new Error(`${file} could not be indexed: ${errors.join('; ')}`);
    });
    // The error is thrown where the next page is added, or the index written.
    this.#added.catch(() => {});
  }

  /**
   * Writes the index into a folder.
   * @throws with the code ENOSPC where it may not fit on the disk, of which Pagefind itself tells in a panic
   */
  async write(folder: string): Promise<void> {
    await this.#added;
    const { bavail, bsize } = statfsSync(dirname(folder));
    if (bavail * bsize < this.#bytes) throw Object.assign(new Error('No space left'), { code: 'ENOSPC' });
    const { errors } = await this.#index.writeFiles({ outputPath: folder });
    if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
    await this.close();
    for (const name of globSync(OTHER_INTERFACES, { cwd: folder })) rmSync(join(folder, name));
  }

  /** Ends Pagefind, whatever it is doing. */
  async close(): Promise<void> {
    await pagefind.close();
  }
}
