import type { EditionId } from '../../site-plan.ts';
import { makeBook } from './epub.ts';
import type { FinishedSite } from './finished-site.ts';
import { makeFolder } from './folder.ts';
import { makeZim } from './zim.ts';

/**
 * Makes an edition of the site and writes it.
 * @param file path of the file to write, in a folder that is there; other things may be written beside it
 * @throws with a sentence for whoever asked, where it cannot be made
 */
export type Maker = (site: FinishedSite, file: string) => void | Promise<void>;

/** How each edition is made. */
export const MAKERS: Readonly<Record<EditionId, Maker>> = {
  folder: makeFolder,
  'epub-en': makeBook('en'),
  'epub-ko': makeBook('ko'),
  zim: makeZim,
};
