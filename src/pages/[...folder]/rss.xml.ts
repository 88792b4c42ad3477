import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { rss } from '../../site/feed-formats.ts';
import { drawFeed, feedPaths } from '../../site/feeds.ts';

export const getStaticPaths = feedPaths;

/** Each feed as RSS. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site, url }) =>
  new Response(rss(await drawFeed(props.feed, site ?? url)), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
