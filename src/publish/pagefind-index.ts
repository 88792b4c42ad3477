import { globSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { dictionaryFor } from '../i18n/dictionary.ts';
import { languageOf } from '../rules/addresses.ts';
import { addressOfFile } from '../rules/kinds.ts';
import { lazy } from '../rules/memoize.ts';
import { nameFinder } from '../rules/names.ts';
import { numbersInWords } from '../rules/search/index-attributes.ts';
import { getNames } from '../site/content.ts';
import { defaultLanguage } from '../site.ts';
import { searchPage, spellings } from './search-page.ts';

/** Ready-made interfaces and the highlighter: this site has an interface of its own. */
const OTHER_INTERFACES = 'pagefind-{ui,modular-ui,component-ui,highlight,worker}*';
/** More than the parts of an index that do not grow with the site. */
const FIXED_BYTES = 1_000_000;

/**
 * The search index of a site while it is made. Its bytes depend on the order in which
 * pages are added.
 */
export type SearchIndex = Awaited<ReturnType<typeof openSearchIndex>>;

/** Starts Pagefind in a process of its own. */
export async function openSearchIndex() {
  const { index, errors } = await pagefind.createIndex({ includeCharacters: '$', writePlayground: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  // The content is not read yet.
  const finder = lazy(() => nameFinder(getNames(defaultLanguage)));
  let bytes = FIXED_BYTES;
  let added = Promise.resolve();
  return {
    /**
     * Adds a page that names itself indexable. Ends when Pagefind has taken the page before
     * this one, so that it works while the next page is read.
     */
    async add(file: string, html: string): Promise<void> {
      const url = addressOfFile(file);
      const { locale } = dictionaryFor(languageOf(url));
      const content = searchPage(html, (text) => [
        ...spellings(text, finder()),
        ...numbersInWords(text, locale),
      ]);
      await added;
      if (content === undefined) return;
      bytes += content.length;
      added = index.addHTMLFile({ url, content }).then(({ errors }) => {
        if (errors.length > 0) throw new Error(`${file} could not be indexed: ${errors.join('; ')}`);
      });
      // The error is thrown where the next page is added, or the index written.
      added.catch(() => {});
    },

    /**
     * Writes the index into a folder.
     * @throws with the code ENOSPC where it may not fit on the disk, of which Pagefind itself tells in a panic
     */
    async write(folder: string): Promise<void> {
      await added;
      const { bavail, bsize } = statfsSync(dirname(folder));
      if (bavail * bsize < bytes) throw Object.assign(new Error('No space left'), { code: 'ENOSPC' });
      const { errors } = await index.writeFiles({ outputPath: folder });
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
      await pagefind.close();
      for (const name of globSync(OTHER_INTERFACES, { cwd: folder })) rmSync(join(folder, name));
    },

    /** Ends Pagefind, whatever it is doing. */
    close: pagefind.close,
  };
}
