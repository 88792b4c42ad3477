import { dictionaryFor } from '../i18n/dictionary.ts';
import { localAddress, plainAddress, titlesAddress } from '../rules/addresses.ts';
import { sortKey, UNDATED, yearOf } from '../rules/dates.ts';
import { formatStated } from '../rules/format.ts';
import { nodesOf, wordsOf } from '../rules/markdown.ts';
import { LISTS } from '../rules/lists.ts';
import { formsOf } from '../rules/names.ts';
import type { QuickEntry, QuickIndex } from '../rules/search/quick-search.ts';
import { QUICK_KINDS } from '../rules/search/rank.ts';
import type { Language } from '../site.ts';
import {
  getBestBets,
  getCategories,
  getFigures,
  getLaws,
  getNames,
  getOrganisations,
  getPages,
  getPlaced,
  getPosts,
  getSynonyms,
  getTerms,
  isTranslated,
  memoizeByLanguage,
  type Category,
  type Page,
  treeOf,
} from './content.ts';
import { getMadePages, getPostLists } from './lists.ts';
import { getUsedOn } from './used-on.ts';

/*
 * What the first layer of the search knows: a file that is asked for with the first
 * keystroke, and one for each year of which it has no room.
 */

/** Bytes that the first file may have when it is compressed, and posts that it holds at most. */
const MOST = { bytes: 24_000, posts: 100 };
/** Of what the pages leave, posts take so much, and figures the rest. */
const FOR_POSTS = 0.75;

/** A file by the name that stands in its address; the first has none. */
const getTitles = memoizeByLanguage((language): ReadonlyMap<string, QuickIndex> => {
  const pages = pageEntries(language);
  const posts = postEntries(language);
  const figures = figureEntries(language);
  const synonyms = getSynonyms(language);
  const names = getNames(language);
  const bets = getBestBets(language);
  const asked = new Map(bets.map(({ page, asked }) => [localAddress(language, page), asked]));
  const withAsked = (entries: readonly QuickEntry[]) =>
    entries.map((entry) => ({ ...entry, asked: asked.get(entry.address) }));
  /** The first of a list, and whatever answers a question; then the others. What stands in another language is found there. */
  const divided = (
    entries: readonly QuickEntry[],
    isFirst: (entry: QuickEntry, index: number) => boolean,
  ) => {
    const { first = [], others = [] } = Object.groupBy(entries.filter(isTranslated), (entry, index) =>
      asked.has(entry.address) || isFirst(entry, index) ? 'first' : 'others',
    );
    return [first, others] as const;
  };
  const room = MOST.bytes - compressedBytes([pages, synonyms, names.map(formsOf), bets]);
  const within = (bytes: number) => {
    let left = bytes;
    return (entry: QuickEntry) => (left -= compressedBytes(entry)) > 0;
  };
  const hasRoom = within(room * FOR_POSTS);
  const [early, late] = divided(posts, (post, index) => hasRoom(post) && index < MOST.posts);
  const [known, rest] = divided(figures, within(room - compressedBytes(early)));
  const files = [...packed(late), ...(rest.length > 0 ? [['figures', rest] as const] : [])];
  return new Map<string, QuickIndex>([
    [
      '',
      {
        entries: withAsked([...pages.filter(isTranslated), ...early, ...known]),
        kinds: dictionaryFor(language).search.sections,
        asking: dictionaryFor(language).search.asking,
        // A name is found by each of its spellings.
        synonyms: [...synonyms.map(({ words }) => words), ...names.map(formsOf)],
        more: files.map(([name]) => name),
      },
    ],
    ...files.map(([name, entries]) => [name, { entries }] as const),
  ]);
});

/** About how many bytes a value takes when it is compressed: a Korean syllable takes nearly one, another sign a fifth. */
function compressedBytes(value: unknown): number {
  const text = JSON.stringify(value);
  const syllables = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return 0.22 * (text.length - syllables) + 0.85 * syllables;
}

/** Entries of whole years, the newest first, in files of at least so many, each by the name of its first year. */
function packed(entries: readonly QuickEntry[]): (readonly [name: string, entries: readonly QuickEntry[]])[] {
  const files: [string, QuickEntry[]][] = [];
  for (const [year, ofYear] of Map.groupBy(entries, ({ date = UNDATED }) => yearOf(date))) {
    const last = files.at(-1);
    if (last && last[1].length < MOST.posts) last[1].push(...ofYear);
    else files.push([year, [...ofYear]]);
  }
  return files;
}

/** The address of each file, with what it holds. */
export const titlesIn = (language: Language) =>
  [...getTitles(language)].map(
    ([name, index]) => [localAddress(language, titlesAddress(name)), index] as const,
  );

const inAddress = (address: string) => address.split(/[/-]/).filter((word) => /^[a-z]{3,}$/.test(word));

/** Further words, each once and none that the title has. */
function further(title: string, ...found: readonly (readonly string[])[]): string | undefined {
  const lower = title.toLowerCase();
  return (
    [...new Set(found.flat())].filter((word) => !lower.includes(word.toLowerCase())).join(' · ') || undefined
  );
}

/** What a page says of itself. */
type Told = Pick<QuickEntry, 'address' | 'title'> & { summary: string };

function pageEntries(language: Language): QuickEntry[] {
  const t = dictionaryFor(language);
  const labels: Readonly<Partial<Record<string, string>>> = { ...t.footerNav, ...t.nav };
  /** Pages that list records hold what these are called. */
  const held: Readonly<Partial<Record<string, readonly string[]>>> = {
    '/glossary/': [
      ...getTerms(language).map(({ term }) => term),
      ...getNames(language).map(({ name }) => name),
    ],
    '/partners/': getOrganisations(language).flatMap(({ name, short = '' }) => [name, short]),
    '/timeline/law/': getLaws(language).map(({ name }) => name),
  };
  const page = ({ address, title, summary }: Told, own: readonly string[] = []) => {
    const path = plainAddress(address);
    return {
      ...{ address, title, kind: 'page' as const, summary },
      words: further(title, [labels[path] ?? ''], own, held[path] ?? [], inAddress(path)),
    };
  };
  const told = ({ address, data }: Page | Category) => ({ ...data, address });
  return [
    ...getPages(language).map((text) => page(told(text), headingsOf(text))),
    ...getCategories(language).map((text): QuickEntry => ({
      ...page(told(text)),
      kind: 'category',
      words: further(text.data.title, headingsOf(text), titlesOf(text.data), [text.id]),
    })),
    ...getMadePages(language).map((made) => page(made)),
    ...getPostLists(language).map((list) => page(list, [list.label])),
    ...getPlaced(language).flatMap(({ list, summary, ...placed }): QuickEntry[] => {
      // Figures have entries of their own.
      if (list === 'figures' || !summary) return [];
      const kind = QUICK_KINDS.find((one) => one === LISTS[list].noun) ?? 'page';
      return [{ ...page({ ...placed, summary }), kind }];
    }),
  ];
}

const headingsOf = (text: Page | Category) =>
  nodesOf(treeOf(text))
    .filter(({ type }) => type === 'heading')
    .map(wordsOf);

const titlesOf = ({ examples }: Category['data']) => examples.map(({ title }) => title);

function postEntries(language: Language): QuickEntry[] {
  const t = dictionaryFor(language);
  const usedOn = getUsedOn(language);
  return getPosts(language).map(({ id, address, data }): QuickEntry => ({
    address,
    title: data.title,
    kind: 'news',
    summary: data.summary,
    words: further(data.title, inAddress(id)),
    uses: usedOn('sources', id).size || undefined,
    date: data.date === UNDATED ? undefined : data.date,
    topics: data.topics,
    publisher: data.kind === 'coverage' ? data.publisher : t.kinds.update,
    certainty: data.certainty,
  }));
}

/** Figures, those that most places use first. */
function figureEntries(language: Language): QuickEntry[] {
  const t = dictionaryFor(language);
  const usedOn = getUsedOn(language);
  return getFigures(language)
    .map((figure): QuickEntry => {
      const { id, address, label, stage, topics } = figure;
      const date = sortKey(figure.asOf ?? figure.period?.to ?? UNDATED);
      return {
        address,
        title: `${t.stages[stage].title}: ${label}`,
        kind: 'figure',
        summary: formatStated(figure, t),
        uses: usedOn('figures', id).size || undefined,
        date: date.startsWith('0000') ? undefined : date.slice(0, 7).replace(/-00$/, ''),
        topics,
      };
    })
    .toSorted((a, b) => (b.uses ?? 0) - (a.uses ?? 0));
}
