import type { z } from 'astro/zod';
import type { Reference } from '../rules/references.ts';
import type { ListName } from '../rules/lists.ts';
import type { SCHEMAS, TextKind, TEXTS } from '../schemas/lists.ts';
import type { OWN_LISTS } from '../schemas/translations.ts';
import type { Language } from '../site.ts';

/*
 * The content as the check has read it, once: the build gives it to Astro as data
 * (src/publish/content-of.ts). Whatever a page needs of the content comes from this
 * reading, so no text is read or parsed a second time.
 */

/** A text as it was read and found to be right. */
export interface ReadText<Kind extends TextKind> {
  /** The language of its words; of a text that is not translated another than that of its page. */
  language: Language;
  /** Of a translation: whether the original was changed in substance after the version that it follows. */
  isOutdated?: boolean;
  /** Path below the folder of its kind: `give`, `2017/design-award`. */
  id: string;
  data: z.output<(typeof TEXTS)[Kind]>;
  /** What stands below the front matter, in MDX. */
  body: string;
  /** Its tree as JSON: the trees of ten thousand texts would keep the collector of garbage busy. */
  json: string;
  /** What its text names, then what its front matter names. */
  references: readonly Reference[];
}

/** A record of a list in `content/data`. */
export type ReadRecord<Name extends ListName> = z.output<(typeof SCHEMAS)[Name]>;

/** The words of each list in another language, by the ids of its records. */
type ListWords = Partial<Record<ListName, Readonly<Record<string, unknown>>>>;

/** All content; each list is in the order of its file. */
export interface Content {
  /** Address of the site. */
  site: string;
  texts: Record<Language, { [Kind in TextKind]: ReadText<Kind>[] }>;
  lists: { [Name in ListName]: ReadRecord<Name>[] };
  /** What the lists say in each language but the first. */
  listWords: Partial<Record<Language, ListWords>>;
  /** The lists that each language has for itself. */
  ownLists: Record<Language, { [Name in (typeof OWN_LISTS)[number]]: ReadRecord<Name>[] }>;
}

/** Astro loads its configuration and its pages as separate modules; they share only the process. */
const KEY = Symbol.for('lit-windows content');
const shared = globalThis as { [KEY]?: Content };

/** Gives the pages the content that they are drawn from. */
export function provideContent(content: Content): void {
  shared[KEY] = content;
}

/** The content that was provided last; another object after each change. @throws if there is none */
export function providedContent(): Content {
  const content = shared[KEY];
  if (!content) throw new Error('The content was not read. Keep the integrations of astro.config.mjs.');
  return content;
}

/** The whole address of a page or file of the site. */
export const absoluteUrl = (address: string): string => new URL(address, providedContent().site).href;
