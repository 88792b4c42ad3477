import { words } from '../i18n/dictionary.ts';
import { addressIn } from '../rules/addresses.ts';
import { byTopic, relatedPosts } from '../rules/archive.ts';
import { byYear } from '../rules/dates.ts';
import { EXCERPT_SIZE, listPages } from '../rules/list-pages.ts';
import { EVENT_KINDS, LISTED_CHANGE_KINDS } from '../rules/vocabulary.ts';
import { sectionPicture, topicCard, type SharingPicture } from '../rules/sharing.ts';
import { site } from '../site.ts';
import { byId, getPosts, getTopics, getYears, once, type Post } from './content.ts';
import { getChanges } from './changed.ts';

/** A list of posts with an address of its own; the posts are the newest first. */
interface PostList {
  kind: 'archive' | 'year' | 'topic';
  address: string;
  title: string;
  summary: string;
  /** What the way to it is called in a list of years or topics. */
  label: string;
  /** Of a topic: what is shown where its list is shared. */
  picture?: SharingPicture;
  posts: readonly Post[];
}

/** The archive, then each year, then each topic that a post names. */
export const getPostLists = once((language): PostList[] => {
  const t = words(language);
  const posts = getPosts(language);
  const years = byId(getYears(language));
  const ofTopics = byTopic(posts);
  return [
    {
      kind: 'archive',
      address: addressIn(language, 'archive'),
      title: t.news.title,
      summary: t.news.summary,
      label: t.news.all,
      posts,
    },
    ...[...byYear(posts, ({ data }) => data.date)].map(([year, ofYear]): PostList => ({
      kind: 'year',
      address: addressIn(language, 'year', year),
      title: t.news.yearTitle({ year }),
      summary: years.get(year)?.change ?? t.news.yearSummary({ year }),
      label: t.news.yearTitle({ year }),
      posts: ofYear,
    })),
    ...getTopics(language).map((topic): PostList => ({
      kind: 'topic',
      address: topic.address,
      title: t.news.topicTitle({ label: topic.label }),
      summary: topic.description,
      label: topic.label,
      picture: sectionPicture(topicCard(topic)),
      posts: ofTopics.get(topic.id) ?? [],
    })),
  ];
});

/** How many related posts a post shows. */
const RELATED = 3;

/** Gives the posts that share most topics with a post. */
export const getRelatedPosts = once((language) => relatedPosts(getPosts(language), RELATED));

/** Corrections, revisions and updates of the site: the changes of each kind, the newest first. */
export const getChangeLists = once((language) =>
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

const changesByKind = once((language) => Map.groupBy(getChanges(language), ({ kind }) => kind));

/** The pages that are made of lists and forms, by what each says of itself. */
export const getMadePages = once((language) => {
  const t = words(language);
  const pages: [address: string, words: { title: string; summary: string }][] = [
    [addressIn(language, 'categories'), t.content],
    [addressIn(language, 'statistics'), t.statistics],
    [addressIn(language, 'charts'), t.charts],
    [addressIn(language, 'sources'), t.sourcesPage],
    [addressIn(language, 'corrections'), t.changes],
    [addressIn(language, 'data'), t.data],
    [addressIn(language, 'feeds'), t.feeds],
    [addressIn(language, 'download'), t.download],
    [addressIn(language, 'time line'), t.timeline],
    ...EVENT_KINDS.map((kind): (typeof pages)[number] => [
      addressIn(language, 'time line of one kind', kind),
      t.timeline.kinds[kind],
    ]),
  ];
  return pages.map(([address, { title, summary }]) => ({ address, title, summary }));
});
