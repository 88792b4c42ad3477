import type { APIRoute } from 'astro';
import { getFigures, getSeries, getSources } from '../../lib/content.ts';
import { site } from '../../site.ts';

/** All figures with the sources that they name, free to use. */
export const GET: APIRoute = async ({ site: base }) => {
  const figures = await getFigures();
  const cited = new Set(figures.flatMap(({ sources }) => sources));
  const sources = (await getSources()).filter(({ id }) => cited.has(id));
  const whole = <T extends { address: string }>({ address, ...rest }: T) => ({
    ...rest,
    page: new URL(address, base).href,
  });
  return Response.json({
    name: `${site.name}: figures`,
    licence: site.licence,
    figures: figures.map(whole),
    series: await getSeries(),
    sources: sources.map(({ isPost: _, ...source }) => whole(source)),
  });
};
