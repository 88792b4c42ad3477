import { dictionaryFor } from '../i18n/dictionary.ts';
import { addressIn, fillPath, localAddress } from '../rules/addresses.ts';
import { byTopic, relatedPosts } from '../rules/archive.ts';
import { changesOf } from '../rules/changes.ts';
import { ascending, byYear } from '../rules/dates.ts';
import { memoizeWeak } from '../rules/memoize.ts';
import { EXCERPT_SIZE, listPages } from '../rules/list-pages.ts';
import { LISTED_CHANGE_KINDS } from '../rules/vocabulary.ts';
import { sectionPicture, topicCard } from '../rules/sharing.ts';
import type { Change } from '../rules/statement.ts';
import { KINDS } from '../site-plan.ts';
import { site, type Language } from '../site.ts';
import {
  byId,
  getFigures,
  getPlaced,
  getPosts,
  getTexts,
  getTopics,
  getYears,
  memoizeByLanguage,
  type Post,
  type SiteChange,
} from './content.ts';
import { providedContent } from './reading.ts';

/**
 * Lists of posts, the newest first: the archive, then each year, then each topic that a post names. The label
 * is what the way to it is called in a list of years or topics; the picture is shown where it is shared.
 */
export const getPostLists = memoizeByLanguage((language) => {
  const t = dictionaryFor(language);
  const posts = getPosts(language);
  const years = byId(getYears(language));
  const ofTopics = byTopic(posts);
  return [
    {
      kind: 'archive' as const,
      address: addressIn(language, 'archive'),
      title: t.news.title,
      summary: t.news.summary,
      label: t.news.all,
      picture: undefined,
      posts,
    },
    ...[...byYear(posts, ({ data }) => data.date)].map(([year, ofYear]) => ({
      kind: 'year' as const,
      address: addressIn(language, 'year', year),
      title: t.news.yearTitle({ year }),
      summary: years.get(year)?.change ?? t.news.yearSummary({ year }),
      label: t.news.yearTitle({ year }),
      picture: undefined,
      posts: ofYear,
    })),
    ...getTopics(language).map((topic) => ({
      kind: 'topic' as const,
      address: topic.address,
      title: t.news.topicTitle({ label: topic.label }),
      summary: topic.description,
      label: topic.label,
      picture: sectionPicture(topicCard(topic)),
      posts: ofTopics.get(topic.id) ?? [],
    })),
  ];
});

/** How many posts of a list each year has. */
export const getYearSizes = memoizeWeak(
  (posts: readonly Post[]) =>
    new Map([...byYear(posts, ({ data }) => data.date)].map(([year, { length }]) => [year, length])),
);

/** How many related posts a post shows. */
const RELATED = 3;

/** Gives the posts that share most topics with a post. */
export const getRelatedPosts = memoizeByLanguage((language) => relatedPosts(getPosts(language), RELATED));

/** Every change of substance to a text, a figure or a record of a list, newest first. */
export const getChanges = memoizeByLanguage((language): SiteChange[] =>
  changesOf(getTexts(language), getFigures(language), changedRecords(language)),
);

/**
 * The changes of an original with those of its translation alone, the oldest first.
 * @param edits as the translation lists them
 */
export function withEdits(changes: readonly Change[], edits: unknown, language: Language): Change[] {
  const own = ((edits ?? []) as Change[]).map((edit) => ({
    ...edit,
    what: dictionaryFor(language).changes.edit({ what: edit.what }),
  }));
  return [...changes, ...own].toSorted((a, b) => ascending(a.date, b.date));
}

/** The records of lists with their changes, each with where it is told; so do changes of the words of a figure in one language. */
function changedRecords(language: Language) {
  const ofLanguage = providedContent().listWords[language];
  return getPlaced(language).map(({ list, id, address, title, changes }) => {
    const own = ofLanguage?.[list]?.[id] as { edits?: unknown } | undefined;
    // The changes of a figure itself are told with what it stated before.
    const told = list === 'figures' ? [] : changes;
    return { id: `${list}/${id}`, address, data: { title, changes: withEdits(told, own?.edits, language) } };
  });
}

/** Corrections, revisions and updates of the site: the changes of each kind, the newest first. */
export const getChangeLists = memoizeByLanguage((language) =>
  LISTED_CHANGE_KINDS.map((kind) => {
    const changes = changesByKind(language).get(kind) ?? [];
    return {
      kind,
      changes,
      pages: listPages(addressIn(language, 'changes of one kind', kind), changes),
      /** Whether it has pages of its own: in every language, once it is long in one. */
      isLong: site.languages.some((one) => (changesByKind(one).get(kind)?.length ?? 0) > EXCERPT_SIZE),
    };
  }),
);

const changesByKind = memoizeByLanguage((language) => Map.groupBy(getChanges(language), ({ kind }) => kind));

/** The pages that are made of lists and forms, by what each says of itself. */
export const getMadePages = memoizeByLanguage((language) => {
  const t = dictionaryFor(language);
  return Object.values(KINDS).flatMap(({ path, of, words: part }) => {
    if (part === undefined) return [];
    const told = t[part] as Titled & { kinds?: Partial<Record<string, Titled>> };
    return (typeof of === 'object' ? of : ['']).map((word) => {
      const { title, summary } = told.kinds?.[word] ?? told;
      return { address: localAddress(language, fillPath(path, word)), title, summary };
    });
  });
});

type Titled = Readonly<Record<'title' | 'summary', string>>;
