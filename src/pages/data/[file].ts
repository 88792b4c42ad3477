import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getOpenData } from '../../site/open-data.ts';

/** Every file of the open data, under an address that stays. */
export const getStaticPaths = () =>
  getOpenData().files.map((file) => ({ params: { file: file.name }, props: file }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.write(), { headers: { 'Content-Type': props.mediaType } });
