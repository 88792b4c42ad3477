import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawnPicture } from '../../../../../site/pictures.ts';
import { words } from '../../../../../i18n/dictionary.ts';
import { cardSvg } from '../../../../../site/card-picture.ts';
import { postCard } from '../../../../../site/card.ts';
import { postPaths } from '../../../../../site/static-paths.ts';

export const getStaticPaths = postPaths;

/** The picture that a link to a post is shown with. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const png = await drawnPicture(cardSvg(postCard(props.post.data, words(props.language))), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
