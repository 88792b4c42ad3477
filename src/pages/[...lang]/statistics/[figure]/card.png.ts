import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawnPicture } from '../../../../build/kept-pictures.ts';
import { words } from '../../../../i18n/words.ts';
import { cardSvg } from '../../../../lib/card-picture.ts';
import { figureCard } from '../../../../lib/card.ts';
import { getSource } from '../../../../lib/content.ts';
import { figurePaths } from '../../../../lib/paths.ts';

export const getStaticPaths = figurePaths;

/** The picture that a link to a figure is shown with. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { figure, language } = props;
  const sources = await Promise.all(figure.sources.map((id) => getSource(id, language)));
  const publishers = sources.map(({ publisher }) => publisher);
  const png = await drawnPicture(cardSvg(figureCard(figure, publishers, words(language))), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
