import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { inEachLanguage } from '../../../site/static-paths.ts';
import { titlesIn } from '../../../site/titles.ts';

export const getStaticPaths = () => inEachLanguage(titlesIn);

/** A file of the first layer of the search. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(JSON.stringify(props.index), { headers: { 'Content-Type': 'application/json' } });
