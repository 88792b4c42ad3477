import { stringify } from 'csv-stringify/sync';
import { drawnPicture } from '../pictures.ts';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import { chartFileAddress, languageOf } from '../../rules/addresses.ts';
import { memoizeWeak } from '../../rules/memoize.ts';
import type { CHART_FORMATS } from '../../site-plan.ts';
import type { ChartRecord } from '../content.ts';
import { CSV } from '../open-data/csv.ts';
import { absoluteUrl } from '../reading.ts';
import { chartModel, type ChartModel } from './chart.ts';
import { chartPicture } from './picture.ts';

/** The files of a chart to download, its picture and its numbers, by format. Pages print their sizes, so each is made once. */
export const getChartFiles = memoizeWeak(async (record: ChartRecord) => {
  const language = languageOf(record.address);
  const chart = chartModel(record, language);
  const svg = chartPicture(chart, dictionaryFor(language));
  const file = (format: (typeof CHART_FORMATS)[number], bytes: string | Buffer) => ({
    address: chartFileAddress(chart.address, format),
    bytes: Buffer.from(bytes),
  });
  return {
    // First, for editions go without the pictures.
    csv: file('csv', chartTable(chart)),
    svg: file('svg', svg),
    png: file('png', await drawnPicture(svg, 'chart')),
  };
});

/** The rows of a chart as CSV. `low` and `high` are numbers, and empty for laws. */
function chartTable({ groups }: ChartModel): string {
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
      source_address: source && absoluteUrl(source.address),
      page: address && absoluteUrl(address),
    })),
  );
  return stringify(rows, CSV);
}
