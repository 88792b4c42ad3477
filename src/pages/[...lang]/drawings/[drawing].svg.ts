import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getDrawings } from '../../../site/content.ts';
import { drawingModel } from '../../../site/drawings/drawing.ts';
import { drawingPicture } from '../../../site/drawings/picture.ts';
import { ofEachEntry } from '../../../site/static-paths.ts';

export const getStaticPaths = () => ofEachEntry('drawing', getDrawings);

/** A drawing as a picture to download. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const { drawing, language } = props;
  const picture = drawingPicture(drawingModel(drawing, language), language);
  return new Response(picture, { headers: { 'Content-Type': 'image/svg+xml' } });
};
