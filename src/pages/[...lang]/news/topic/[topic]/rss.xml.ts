import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { words } from '../../../../../i18n/words.ts';
import { languagePaths } from '../../../../../lib/addresses.ts';
import { getPosts, getTopics } from '../../../../../lib/content.ts';
import { feed } from '../../../../../lib/feed.ts';

export async function getStaticPaths() {
  const paths = await Promise.all(
    languagePaths.map(async ({ language, lang }) =>
      (await getTopics(language)).map((topic) => ({
        params: { lang, topic: topic.id },
        props: { language, topic },
      })),
    ),
  );
  return paths.flat();
}

/** The news of one topic, with full text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) => {
  const { language, topic } = props;
  const posts = (await getPosts(language)).filter(({ data }) => data.topics.includes(topic.id));
  const title = words(language).news.topicTitle(topic.label);
  return feed(posts, title, topic.description, language, site ?? new URL('/', import.meta.url));
};
