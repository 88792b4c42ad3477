import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { jsonFeed } from '../../site/feed-formats.ts';
import { drawFeed, feedPaths } from '../../site/feeds.ts';

export const getStaticPaths = feedPaths;

/** Each feed as JSON Feed. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site, url }) =>
  new Response(jsonFeed(await drawFeed(props.feed, site ?? url)), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
