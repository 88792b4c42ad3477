import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getChartFiles } from '../../../site/charts/files.ts';
import { getCharts } from '../../../site/content.ts';
import { inEachLanguage } from '../../../site/static-paths.ts';
import { CHART_FORMATS } from '../../../site-plan.ts';

const TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8' } as const;

export const getStaticPaths = (() =>
  inEachLanguage((language) =>
    getCharts(language).flatMap((chart) =>
      CHART_FORMATS.map((format) => ({ params: { chart: chart.id, format }, props: { chart, format } })),
    ),
  )) satisfies GetStaticPaths;

/** A chart to download: its picture, or its numbers. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const files = await getChartFiles(props.chart);
  return new Response(new Uint8Array(files[props.format].bytes), {
    headers: { 'Content-Type': TYPES[props.format] },
  });
};
