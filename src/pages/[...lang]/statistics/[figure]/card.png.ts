import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawnPicture } from '../../../../site/pictures.ts';
import { words } from '../../../../i18n/dictionary.ts';
import { cardSvg } from '../../../../site/card-picture.ts';
import { figureCard } from '../../../../site/card.ts';
import { getSource } from '../../../../site/content.ts';
import { figurePaths } from '../../../../site/static-paths.ts';

export const getStaticPaths = figurePaths;

/** The picture that a link to a figure is shown with. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { figure, language } = props;
  const sources = await Promise.all(figure.sources.map((id) => getSource(id, language)));
  const publishers = sources.map(({ publisher }) => publisher);
  const png = await drawnPicture(cardSvg(figureCard(figure, publishers, words(language))), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
