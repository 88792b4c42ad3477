import type { APIRoute, GetStaticPaths } from 'astro';
import { getOpenData } from '../../site/open-data.ts';

/** Every file of the open data, under an address that stays. */
export const getStaticPaths = (() =>
  getOpenData().files.map(({ name, text, mediaType }) => ({
    params: { file: name },
    props: { text, mediaType },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string; mediaType: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': props.mediaType } });
