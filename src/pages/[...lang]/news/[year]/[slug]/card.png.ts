import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawnPicture } from '../../../../../build/kept-pictures.ts';
import { words } from '../../../../../i18n/words.ts';
import { cardSvg } from '../../../../../lib/card-picture.ts';
import { postCard } from '../../../../../lib/card.ts';
import { postPaths } from '../../../../../lib/paths.ts';

export const getStaticPaths = postPaths;

/** The picture that a link to a post is shown with. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const png = await drawnPicture(cardSvg(postCard(props.post.data, words(props.language))), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
