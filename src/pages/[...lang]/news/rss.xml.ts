import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { words } from '../../../i18n/words.ts';
import { languagePaths } from '../../../lib/addresses.ts';
import { getPosts } from '../../../lib/content.ts';
import { feed } from '../../../lib/feed.ts';

export const getStaticPaths = () =>
  languagePaths.map(({ language, lang }) => ({ params: { lang }, props: { language } }));

/** All news, with full text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { language },
  site,
}) => {
  const { news } = words(language);
  return feed(
    await getPosts(language),
    news.title,
    news.summary,
    language,
    site ?? new URL('/', import.meta.url),
  );
};
