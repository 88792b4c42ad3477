import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getDrawings } from '../../../site/content.ts';
import { drawingModel } from '../../../site/drawings/drawing.ts';
import { drawingPicture } from '../../../site/drawings/picture.ts';
import { inEachLanguage } from '../../../site/static-paths.ts';

export const getStaticPaths = () =>
  inEachLanguage(async (language) =>
    (await getDrawings(language)).map((drawing) => ({
      params: { drawing: drawing.id },
      props: { drawing },
    })),
  );

/** A drawing as a picture to download. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) => {
  const { drawing, language } = props;
  const model = await drawingModel(drawing, language);
  return new Response(drawingPicture(model, site, language), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
