import { KINDS, SLOTS, type Kind, type KindName, type PagedList } from '../site-plan.ts';
import { defaultLanguage, type Language } from '../site.ts';
import { languageOf, localAddress, pageAddress, plainAddress } from './addresses.ts';
import { fillPath, pathExpression } from './path-pattern.ts';

/* What stands at an address, by the table of what the site publishes. */

const ALL = Object.entries(KINDS).map(([name, kind]) => ({
  ...kind,
  name: name as KindName,
  expression: pathExpression(kind.path, SLOTS),
  isPage: kind.path.endsWith('/'),
}));

/** What stands at an address, with the address of the page below or beside which it stands. */
export type Place = Kind & { name: KindName; page?: string };

/** What stands at an address, in any language; nothing where the site publishes no such page or file. */
export function placeAt(address: string): Place | undefined {
  const language = languageOf(address);
  const above = language === defaultLanguage ? '' : `/${language}`;
  for (const kind of ALL) {
    const match = kind.expression.exec(address.slice(above.length));
    if (!match) continue;
    if (kind.original && above !== '') continue;
    const { page: below, beside } = match.groups ?? {};
    const page = below ?? (beside && `${beside}/`);
    if (page !== undefined && hasBelow(above + page, kind.name)) return { ...kind, page: above + page };
    // Files of the whole site stand once for all languages.
    if (page === undefined && (kind.isPage || kind.local || above === '')) return kind;
  }
  return undefined;
}

/** The kind of what stands at an address; see `placeAt`. */
export const kindOf = (address: string): KindName | undefined => placeAt(address)?.name;

/** Whether something of a kind may stand below or beside a page: a feed, a version, more pages of its list. */
export const hasBelow = (page: string, kind: KindName): boolean =>
  (placeAt(page)?.below?.includes(kind) ?? false) &&
  !(KINDS[kind].original && languageOf(page) !== defaultLanguage);

/** The path of the pages of a list; of texts, the list is their kind. */
const PATHS: ReadonlyMap<PagedList, string> = new Map(
  ALL.flatMap(({ of, path }) => (typeof of === 'string' ? [[of, path] as const] : [])),
);
/** The lists of which each entry has a page. */
export const PAGED_LISTS: readonly PagedList[] = [...PATHS.keys()];

/**
 * Where the page of an entry of a list stands in the default language.
 * @param id of a post, year and file name, as in `2017/design-award`
 */
export function entryAddress(list: PagedList, id: string): string {
  const path = PATHS.get(list);
  return list === 'pages' || path === undefined ? pageAddress(id) : fillPath(path, id);
}

/**
 * Every page that stands as long as its entry, in the default language.
 * @param idsOf ids of the entries of a list
 */
export function lastingAddresses(idsOf: (list: PagedList) => readonly string[]): string[] {
  return ALL.filter(({ isPage, passing }) => isPage && !passing).flatMap(({ path, of = [''] }) =>
    typeof of === 'string'
      ? idsOf(of).map((id) => entryAddress(of, id))
      : of.map((word) => fillPath(path, word)),
  );
}

/**
 * A link to the same page or file in a language. Texts name pages by their addresses in the
 * default language; what is one for all languages, and outside addresses, stay as they are.
 */
export function localLink(language: Language, url: string): string {
  const [, path = '', rest = ''] = /^(\/[^?#]*)(.*)$/s.exec(url) ?? [];
  if (path === '') return url;
  const local = localAddress(language, plainAddress(path));
  return placeAt(local) ? local + rest : url;
}

/** The address at which a file of the built site is served: `/news/` for `news/index.html`. */
export const addressOfFile = (file: string) => `/${file.replace(/(?<=^|\/)index\.html$/, '')}`;

/** The file of the built site that is served at an address: `news/index.html` for `/news/`. */
export const fileAt = (address: string) => address.slice(1) + (address.endsWith('/') ? 'index.html' : '');

/** First folders of the site, in which a text has no place. */
export const FOLDERS: ReadonlySet<string> = new Set(
  ALL.flatMap(({ path }) => /^\/([a-z0-9-]+)(?:\/|\.html$)/.exec(path)?.[1] ?? []),
);
