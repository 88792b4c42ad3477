import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { defaultLanguage } from '../../site.ts';
import { getDrawings } from '../../site/content.ts';
import { drawingModel } from '../../site/drawings/drawing.ts';
import { drawingPicture } from '../../site/drawings/picture.ts';

export const getStaticPaths = (async () =>
  (await getDrawings(defaultLanguage)).map((drawing) => ({
    params: { drawing: drawing.id },
    props: { drawing },
  }))) satisfies GetStaticPaths;

/** A drawing as a picture to download. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) => {
  const model = await drawingModel(props.drawing, defaultLanguage);
  return new Response(drawingPicture(model, site, defaultLanguage), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
