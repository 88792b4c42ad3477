import { words, type Dictionary } from '../../i18n/dictionary.ts';
import type { Language } from '../../site.ts';
import { chartAddress, localAddress } from '../../rules/addresses.ts';
import {
  getCategories,
  getFigure,
  getLaws,
  getOrganisation,
  getChartFigures,
  getSource,
  getSurveys,
  type FigureRecord,
  type Law,
  type ChartRecord,
  type SourceRecord,
} from '../content.ts';
import {
  formatAmount,
  formatDate,
  formatNumber,
  formatStated,
  formatValue,
  formatWhen,
} from '../../rules/format.ts';
import { COUNTRIES } from '../../rules/vocabulary.ts';
import { windowField, type WindowField } from '../../rules/window-field.ts';
import { fieldKey, rangesKey, sharesKey, lawsKey, timeKey, type KeyItem } from './key.ts';
import type { Mark } from './marks.ts';
import { bars, ranges, shares, lawTimes, type Strips } from './rows.ts';
import { timeChart } from './time.ts';

/** A line of a chart’s table. The page and the picture print the same. */
export interface ChartRow {
  label: string;
  /** The page of what the line is about, where it has one. */
  address?: string | undefined;
  amount: string;
  when: string;
  source?: SourceRecord | undefined;
  /** Where the figure differs from others. */
  note?: string | undefined;
  /** Its own part of the drawing. */
  strip?: Mark[] | undefined;
}

/** Lines under one heading; a chart without headings has one group. */
export interface ChartGroup {
  title?: string;
  texts?: string[];
  rows: ChartRow[];
}

/** Everything that a chart shows, in words and marks. */
export interface ChartModel {
  id: string;
  title: string;
  description: string;
  address: string;
  columns: [string, string, string];
  /** The drawing above the table; its points carry the numbers of the lines. */
  plot?: { marks: Mark[]; height: number };
  field?: { windows: WindowField; number: (drives: number) => string };
  /** The numbers of the scale of the strips. */
  axis: Mark[];
  groups: ChartGroup[];
  key: KeyItem[];
  sources: SourceRecord[];
  notesTitle: string;
  notes: { term: string; text: string }[];
}

/** Everything that one form of chart adds to what all have. */
type Drawn = Pick<ChartModel, 'groups'> &
  Partial<Pick<ChartModel, 'columns' | 'plot' | 'field' | 'axis' | 'key' | 'notes' | 'notesTitle'>> & {
    sourceIds: string[];
  };

/** A chart with all that it shows, in one language. */
export async function chartModel(chart: ChartRecord, language: Language): Promise<ChartModel> {
  const t = words(language);
  const { sourceIds, ...drawn } = await formOf(chart, language, t);
  const { figure, value, when } = t.charts.columns;
  return {
    id: chart.id,
    title: chart.title,
    description: chart.description,
    address: localAddress(language, chartAddress(chart.id)),
    columns: [figure, value, when],
    axis: [],
    key: [],
    notes: [],
    notesTitle: t.charts.notes,
    sources: await Promise.all([...new Set(sourceIds)].map((id) => getSource(id, language))),
    ...drawn,
  };
}

async function formOf(chart: ChartRecord, language: Language, t: Dictionary): Promise<Drawn> {
  if (chart.form === 'surveys') return surveysChart(language, t);
  if (chart.form === 'laws') return lawsChart(language, t);
  if (chart.form === 'categories') return categoriesChart(language, t);
  const figures = await getChartFigures(chart, language);
  const number = (value: number) => formatNumber(value, t);
  const rows = await figureRows(figures, language, t);
  const common = {
    sourceIds: figures.flatMap(({ sources }) => sources),
    notes: figures.map(({ notMeaning }, index) => ({ term: rows[index]?.label ?? '', text: notMeaning })),
  };
  if (chart.form === 'windows') {
    const windows = windowField(figures);
    return { ...common, field: { windows, number }, groups: [{ rows }], key: fieldKey(windows, t) };
  }
  if (chart.form === 'time') {
    const drawn = timeChart(
      figures,
      {
        undated: t.undated,
        differs: (numbers) => t.charts.differs({ numbers }),
        number,
        value: (figure) => formatValue(figure, t),
      },
      chart.offScale,
    );
    const { marks, height } = drawn;
    return { ...common, plot: { marks, height }, groups: [{ rows }], key: timeKey(drawn, t) };
  }
  const drawn = chart.form === 'bars' ? bars(figures) : ranges(figures, number);
  const key = chart.form === 'bars' ? [] : rangesKey(figures, t);
  return { ...common, axis: drawn.axis, groups: [{ rows: withStrips(rows, drawn) }], key };
}

const withStrips = (rows: ChartRow[], { strips }: Strips): ChartRow[] =>
  rows.map((row, index) => ({ ...row, strip: strips[index] }));

async function figureRows(
  figures: readonly FigureRecord[],
  language: Language,
  t: Dictionary,
): Promise<ChartRow[]> {
  const isMixed = new Set(figures.map(({ stage }) => stage)).size > 1;
  return Promise.all(
    figures.map(async (figure) => ({
      label: isMixed ? `${t.stages[figure.stage].title}: ${figure.label}` : figure.label,
      address: figure.address,
      amount: formatStated(figure, t),
      when: formatWhen(figure, t),
      source: await getSource(figure.sources[0] ?? '', language),
      note: figure.conflictNote && `${t.accountsDiffer}. ${figure.conflictNote}`,
    })),
  );
}

async function surveysChart(language: Language, t: Dictionary): Promise<Drawn> {
  const surveys = await getSurveys(language);
  const groups = await Promise.all(
    surveys.map(async ({ title, by, fieldwork, asked, bias, results }) => {
      const figures = await Promise.all(results.map((id) => getFigure(id, language)));
      const number = asked === undefined ? undefined : await getFigure(asked, language);
      return {
        title,
        texts: [
          `${by}. ${fieldwork}.`,
          number ? t.charts.asked({ amount: formatAmount(number, t) }) : t.charts.notAsked,
          `${t.charts.bias} ${bias}`,
        ],
        rows: withStrips(await figureRows(figures, language, t), shares(figures)),
      };
    }),
  );
  return {
    groups,
    key: sharesKey(t),
    sourceIds: surveys.flatMap(({ sources }) => sources),
    notesTitle: t.charts.surveyNotes,
    notes: surveys.map(({ title, who }) => ({ term: title, text: who })),
  };
}

async function lawsChart(language: Language, t: Dictionary): Promise<Drawn> {
  const all = await getLaws(language);
  const ordered = COUNTRIES.flatMap((country) => all.filter((law) => law.country === country));
  const drawn = lawTimes(ordered);
  const rows = await Promise.all(
    ordered.map(async (law, index) => ({
      label: law.name,
      amount: t.charts.statuses[law.status],
      when: datesOf(law, t),
      source: await getSource(law.sources[0] ?? '', language),
      strip: drawn.strips[index],
    })),
  );
  return {
    axis: drawn.axis,
    columns: [t.charts.columns.law, t.charts.columns.status, t.charts.columns.dates],
    groups: COUNTRIES.map((country) => ({
      title: t.timeline.countries[country],
      rows: rows.filter((_, index) => ordered[index]?.country === country),
    })),
    key: lawsKey(ordered, t),
    sourceIds: ordered.flatMap(({ sources }) => sources),
    notesTitle: t.charts.lawNotes,
    notes: ordered.map(({ name, text, dateNote }) => ({
      term: name,
      text: dateNote === undefined ? text : `${text} ${dateNote}`,
    })),
  };
}

/** The dates of a law in words; one date where it was in force from the day of the vote. */
function datesOf({ passed, from, described, until }: Law, t: Dictionary): string {
  const term =
    from === undefined
      ? described && t.charts.described({ date: formatDate(described, t) })
      : until === undefined
        ? t.charts.from({ date: formatDate(from, t) })
        : `${formatDate(from, t)}${t.to}${formatDate(until, t)}`;
  return [
    passed === undefined || passed === from ? undefined : t.charts.passed({ date: formatDate(passed, t) }),
    term,
  ]
    .filter((text) => text !== undefined)
    .join('; ');
}

async function categoriesChart(language: Language, t: Dictionary): Promise<Drawn> {
  const categories = await getCategories(language);
  const { strips } = bars(categories.map(({ data }) => ({ value: data.examples.length })));
  const rows = await Promise.all(
    categories.map(async ({ address, data }, index) => {
      const groups = await Promise.all(
        [...new Set(data.examples.map(({ namedBy }) => namedBy))].map((id) => getOrganisation(id, language)),
      );
      return {
        label: data.title,
        address,
        amount: t.charts.works({ count: data.examples.length }),
        when: groups.map(({ name, short = name }) => short).join(', '),
        strip: strips[index],
      };
    }),
  );
  return {
    columns: [t.charts.columns.kind, t.charts.columns.works, t.charts.columns.by],
    groups: [{ rows }],
    sourceIds: categories.flatMap(({ data }) => data.examples.map(({ source }) => source)),
  };
}
