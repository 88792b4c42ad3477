import { KINDS, SLOTS, type KindName, type ListName } from '../site-plan.ts';
import { defaultLanguage } from '../site.ts';
import { languageOf, pageAddress } from './addresses.ts';
import { fillPath, pathExpression } from './path-pattern.ts';

/* What stands at an address, by the table of what the site publishes. */

const NAMES = Object.keys(KINDS) as KindName[];

const EXPRESSIONS = NAMES.map((kind) => {
  const { path } = KINDS[kind];
  // Pages and their files stand in every language; other files stand once.
  const isOnce = !path.endsWith('/') && !path.startsWith('<');
  return { kind, isOnce, expression: pathExpression(path, SLOTS) };
});

/** A page or file of the site. */
export interface Place {
  kind: KindName;
  /** Address of the page below or beside which it stands. */
  page?: string;
}

/** What stands at an address, in any language; nothing where the site publishes no such page or file. */
export function placeAt(address: string): Place | undefined {
  const language = languageOf(address);
  const above = language === defaultLanguage ? '' : `/${language}`;
  for (const { kind, isOnce, expression } of EXPRESSIONS) {
    const match = isOnce && above !== '' ? null : expression.exec(address.slice(above.length));
    if (!match) continue;
    const { page: below, beside } = match.groups ?? {};
    const page = below ?? (beside && `${beside}/`);
    if (page === undefined) return { kind };
    if (hasBelow(above + page, kind)) return { kind, page: above + page };
  }
  return undefined;
}

/** The kind of what stands at an address; nothing where the site publishes no such page or file. */
export const kindOf = (address: string): KindName | undefined => placeAt(address)?.kind;

/** Whether something of a kind may stand below or beside a page: a feed, citations, more pages of its list. */
export function hasBelow(page: string, kind: KindName): boolean {
  const above = kindOf(page);
  return above !== undefined && (KINDS[above].below ?? []).includes(kind);
}

/** Whether a page comes and goes with the entries of a list. */
export function isPassing(page: string): boolean {
  const kind = kindOf(page);
  return kind !== undefined && KINDS[kind].passing === true;
}

/**
 * Every page that stands as long as its entry, in the default language.
 * @param idsOf ids of the entries of a list
 */
export function lastingAddresses(idsOf: (list: ListName) => readonly string[]): string[] {
  return NAMES.flatMap((kind) => {
    const { path, of = [''], passing } = KINDS[kind];
    if (passing || !path.endsWith('/')) return [];
    const ids = typeof of === 'string' ? idsOf(of) : of;
    return ids.map((id) => (kind === 'text' ? pageAddress(id) : fillPath(path, id)));
  });
}

/** The address at which a file of the built site is served: `/news/` for `news/index.html`. */
export const addressOfFile = (file: string) => `/${file.replace(/(?<=^|\/)index\.html$/, '')}`;

/** First folders of the site, in which a text has no place. */
export const FOLDERS: ReadonlySet<string> = new Set(
  NAMES.flatMap((kind) => /^\/([a-z0-9-]+)(?:\/|\.html$)/.exec(KINDS[kind].path)?.[1] ?? []),
);
