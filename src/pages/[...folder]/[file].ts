import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { jsonFeed, rss } from '../../site/feed-formats.ts';
import { drawFeed, feedPaths } from '../../site/feeds.ts';

export const getStaticPaths = feedPaths;

/** Each feed and each of its archives, as RSS and as JSON Feed. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { feed, document, format } = props;
  const channel = await drawFeed(feed, document);
  return new Response(format.file === 'rss.xml' ? await rss(channel) : jsonFeed(channel), {
    headers: { 'Content-Type': format.type },
  });
};
