import { drawnPicture } from '../pictures.ts';
import { words } from '../../i18n/dictionary.ts';
import { site, type Language } from '../../site.ts';
import { chartFileAddress, localAddress } from '../../rules/addresses.ts';
import type { ChartRecord } from '../content.ts';
import { chartModel, type ChartModel } from './chart.ts';
import { chartPicture } from './picture.ts';

/** A picture of a chart to download. */
export interface ChartFile {
  format: 'svg' | 'png';
  address: string;
  bytes: Buffer;
}

const kept = new Map<string, Promise<ChartFile[]>>();

/** The pictures of a chart, SVG and PNG. Pages print their sizes, so each is made once in a build. */
export function getChartFiles(chart: ChartRecord, language: Language, base: URL | undefined) {
  const key = `${language}/${chart.id}`;
  const known = kept.get(key) ?? chartModel(chart, language).then((model) => filesOf(model, language, base));
  // In `astro dev` the content changes under the running server.
  if (!import.meta.env.DEV) kept.set(key, known);
  return known;
}

async function filesOf(chart: ChartModel, language: Language, base: URL | undefined): Promise<ChartFile[]> {
  const t = words(language);
  const publishers = [...new Set(chart.sources.map(({ publisher }) => publisher))];
  const svg = chartPicture(chart, {
    sources: `${t.sourcesLabel} ${publishers.join(', ')}`,
    publisher: site.name,
    licence: t.charts.licence,
    address: new URL(chart.address, base).href,
    numbered: t.charts.numbered,
  });
  const png = await drawnPicture(svg, 'chart');
  const address = (format: 'svg' | 'png') => localAddress(language, chartFileAddress(chart.id, format));
  return [
    { format: 'svg', address: address('svg'), bytes: Buffer.from(svg) },
    { format: 'png', address: address('png'), bytes: png },
  ];
}
