import { KINDS, SLOTS, type Kind, type KindName, type PagedList } from '../site-plan.ts';
import { defaultLanguage, type Language } from '../site.ts';
import { fillPath, languageOf, localAddress, pageAddress, plainAddress } from './addresses.ts';

/* What stands at an address, by the table of what the site publishes. */

/** An expression for every address that a path makes; each slot is a group of its name. */
function expressionOf(path: string): RegExp {
  const parts = path
    .split(/<(\w+)>/)
    .map((part, index) => (index % 2 ? `(?<${part}>${SLOTS[part] ?? '[a-z0-9-]+'})` : RegExp.escape(part)));
  return new RegExp(`^${parts.join('')}$`);
}

const ALL = Object.entries(KINDS).map(([name, kind]) => ({
  ...kind,
  name: name as KindName,
  expression: expressionOf(kind.path),
  isPage: kind.path.endsWith('/'),
}));

/** What stands at an address, with the address of the page below or beside which it stands. */
export type Route = Kind & { name: KindName; page?: string };

/** What stands at an address, in any language; nothing where the site publishes no such page or file. */
export function routeAt(address: string): Route | undefined {
  const language = languageOf(address);
  const plain = plainAddress(address);
  for (const kind of ALL) {
    const match = kind.expression.exec(plain);
    if (!match) continue;
    const { page: below, beside } = match.groups ?? {};
    const plainPage = below ?? (beside && `${beside}/`);
    if (plainPage === undefined) {
      // Files of the whole site stand once for all languages.
      if (kind.isPage || kind.local || plain === address) return kind;
    } else {
      const page = localAddress(language, plainPage);
      if (hasBelow(page, kind.name)) return { ...kind, page };
    }
  }
  return undefined;
}

/** The kind of what stands at an address; see `placeAt`. */
export const kindOf = (address: string): KindName | undefined => routeAt(address)?.name;

/** Whether something of a kind may stand below or beside a page: a feed, a version, more pages of its list. */
export const hasBelow = (page: string, kind: KindName): boolean =>
  (routeAt(page)?.below?.includes(kind) ?? false) &&
  !(KINDS[kind].original && languageOf(page) !== defaultLanguage);

/** The path of the pages of a list; of texts, the list is their kind. */
const PATHS = Object.fromEntries(
  ALL.flatMap(({ of, path }) => (typeof of === 'string' ? [[of, path]] : [])),
) as Readonly<Record<PagedList, string>>;
/** The lists of which each entry has a page. */
export const PAGED_LISTS = Object.keys(PATHS) as PagedList[];

/**
 * Where the page of an entry of a list stands in the default language.
 * @param id of a post, year and file name, as in `2017/design-award`
 */
export function entryAddress(list: PagedList, id: string): string {
  return list === 'pages' ? pageAddress(id) : fillPath(PATHS[list], id);
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
  return routeAt(local) ? local + rest : url;
}

/** The address at which a file of the built site is served: `/news/` for `news/index.html`. */
export const addressOfFile = (file: string) => `/${file.replace(/(?<=^|\/)index\.html$/, '')}`;

/** The file of the built site that is served at an address: `news/index.html` for `/news/`. */
export const fileAt = (address: string) => address.slice(1) + (address.endsWith('/') ? 'index.html' : '');

/** First folders of the site, in which a text has no place. */
export const FOLDERS: ReadonlySet<string> = new Set(
  ALL.flatMap(({ path }) => /^\/([a-z0-9-]+)(?:\/|\.html$)/.exec(path)?.[1] ?? []),
);
