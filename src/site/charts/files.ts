import { stringify } from 'csv-stringify/sync';
import { drawnPicture } from '../pictures.ts';
import { words } from '../../i18n/dictionary.ts';
import { site, type Language } from '../../site.ts';
import { chartFileAddress, localAddress } from '../../rules/addresses.ts';
import { CHART_FORMATS } from '../../site-plan.ts';
import { once, type ChartRecord } from '../content.ts';
import { chartModel, type ChartModel } from './chart.ts';
import { chartPicture } from './picture.ts';

/** A chart to download, as a picture or as its numbers. */
export interface ChartFile {
  format: (typeof CHART_FORMATS)[number];
  address: string;
  bytes: Buffer;
}

const keptFiles = once(() => new Map<string, Promise<ChartFile[]>>());

/** The files of a chart. Pages print their sizes, so each is made once. */
export function getChartFiles(record: ChartRecord, language: Language, base: URL | undefined) {
  const kept = keptFiles(language);
  const files = kept.get(record.id) ?? filesOf(chartModel(record, language), language, base);
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
  });
  const bytes = {
    svg: Buffer.from(svg),
    png: await drawnPicture(svg, 'chart'),
    csv: Buffer.from(chartTable(chart, base)),
  };
  return CHART_FORMATS.map((format) => ({
    format,
    bytes: bytes[format],
    address: localAddress(language, chartFileAddress(chart.id, format)),
  }));
}

/**
 * The rows of a chart as CSV by RFC 4180, as in the open data: a row of names, CRLF, UTF-8,
 * an apostrophe before what a spreadsheet would run. `low` and `high` are numbers, and empty for laws.
 */
export function chartTable({ groups }: Pick<ChartModel, 'groups'>, base: URL | undefined): string {
  const absolute = (address: string | undefined) => (address ? new URL(address, base).href : '');
  const rows = groups.flatMap(({ title = '', rows: members }) =>
    members.map(({ label, amount, measured, when, source, address }) => ({
      group: title,
      label,
      amount,
      low: measured?.low,
      high: measured?.high,
      unit: measured?.unit,
      when,
      source: source?.publisher,
      source_address: absolute(source?.address),
      page: absolute(address),
    })),
  );
  return stringify(rows, { header: true, record_delimiter: 'windows', escape_formulas: true });
}
