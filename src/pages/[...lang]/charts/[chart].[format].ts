import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languagePaths } from '../../../rules/addresses.ts';
import { getChartFiles } from '../../../site/charts/files.ts';
import { getSeries } from '../../../site/content.ts';

const TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const;

export const getStaticPaths = (async () => {
  const all = await getSeries();
  return languagePaths.flatMap(({ language, lang }) =>
    all.flatMap((series) =>
      (['svg', 'png'] as const).map((format) => ({
        params: { lang, chart: series.id, format },
        props: { series, language, format },
      })),
    ),
  );
}) satisfies GetStaticPaths;

/** A chart as a picture to download. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props, site }) => {
  const files = await getChartFiles(props.series, props.language, site);
  const bytes = files.find(({ format }) => format === props.format)?.bytes ?? '';
  return new Response(new Uint8Array(Buffer.from(bytes)), {
    headers: { 'Content-Type': TYPES[props.format] },
  });
};
