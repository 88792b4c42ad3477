import { drawnPicture } from '../pictures.ts';
import { words } from '../../i18n/dictionary.ts';
import { site, type Language } from '../../site.ts';
import { chartFileAddress, localAddress } from '../../rules/addresses.ts';
import { once, type ChartRecord } from '../content.ts';
import { chartModel, type ChartModel } from './chart.ts';
import { chartPicture } from './picture.ts';

/** A picture of a chart to download. */
interface ChartFile {
  format: 'svg' | 'png';
  address: string;
  bytes: Buffer;
}

const keptFiles = once(async () => new Map<string, Promise<ChartFile[]>>());

/** The pictures of a chart, SVG and PNG. Pages print their sizes, so each is made once. */
export async function getChartFiles(record: ChartRecord, language: Language, base: URL | undefined) {
  const kept = await keptFiles(language);
  const files =
    kept.get(record.id) ?? chartModel(record, language).then((chart) => filesOf(chart, language, base));
  kept.set(record.id, files);
  return files;
}

async function filesOf(chart: ChartModel, language: Language, base: URL | undefined): Promise<ChartFile[]> {
  const t = words(language);
  const publishers = [...new Set(chart.sources.map(({ publisher }) => publisher))];
  const svg = chartPicture(chart, {
    sources: t.charts.sources({ names: publishers.join(', ') }),
    publisher: site.name,
    licence: t.charts.licence,
    address: new URL(chart.address, base).href,
    numbered: t.charts.numbered,
  });
  const file = (format: ChartFile['format'], bytes: Buffer): ChartFile => ({
    format,
    bytes,
    address: localAddress(language, chartFileAddress(chart.id, format)),
  });
  return [file('svg', Buffer.from(svg)), file('png', await drawnPicture(svg, 'chart'))];
}
