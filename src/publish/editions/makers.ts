import type { EditionId } from '../../site-plan.ts';
import { makeBook } from './epub.ts';
import type { FinishedSite } from './finished-site.ts';
import { makeFolder } from './folder.ts';
import { makeZim } from './zim.ts';

/**
 * How each edition of the site is made and written into a file, in a folder that is there; other things
 * may be written beside it. Each throws a sentence for whoever asked, where it cannot be made.
 */
export const MAKERS: Readonly<Record<EditionId, (site: FinishedSite, file: string) => void | Promise<void>>> =
  {
    folder: makeFolder,
    'epub-en': makeBook('en'),
    'epub-ko': makeBook('ko'),
    zim: makeZim,
  };
