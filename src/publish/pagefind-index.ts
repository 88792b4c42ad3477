import { globSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { addressOfFile } from '../rules/kinds.ts';

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
  let bytes = FIXED_BYTES;
  let added = Promise.resolve();
  return {
    /**
     * Adds what is indexed of a page. Ends when Pagefind has taken the page before
     * this one, so that it works while the next page is finished.
     */
    async add(file: string, content: string): Promise<void> {
      await added;
      bytes += content.length;
      added = index.addHTMLFile({ url: addressOfFile(file), content }).then(({ errors }) => {
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
