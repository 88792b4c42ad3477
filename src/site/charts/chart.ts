import { dictionaryFor, type Dictionary } from '../../i18n/dictionary.ts';
import type { Language } from '../../site.ts';
import { excess, intervalOf, sumOf } from '../../rules/arithmetic.ts';
import {
  getChartFigures,
  getFigure,
  getLaws,
  getSource,
  getSurveys,
  type ChartRecord,
  type FigureRecord,
  type Law,
  type SourceRecord,
} from '../content.ts';
import {
  formatAmount,
  formatDate,
  formatInterval,
  formatNumber,
  formatStated,
  formatWhen,
} from '../../rules/format.ts';
import { DRAWING_LOOKS, type DrawingLook } from '../../rules/drawing-shapes.ts';
import { inLawOrder } from '../../rules/timeline.ts';
import { COUNTRIES, STAGES, type Unit } from '../../rules/vocabulary.ts';
import { windowField, type WindowField } from '../../rules/window-field.ts';
import { lawsKnown } from '../open-data/files.ts';
import { barsOf, extentOf, lawBars, partsOf, shareOf, type Piece } from './bars.ts';

/** A row of a chart: what it is, its bar, and what the bar stands for. The page, the picture and the CSV file print the same. */
export interface ChartRow {
  label: string;
  /** The page of what the row is about, where it has one. */
  address?: string | undefined;
  amount: string;
  when: string;
  source?: SourceRecord | undefined;
  /** Where the figure differs from others. */
  note?: string | undefined;
  bar: readonly Piece[];
  /** What the pieces of the bar are, in their order, where it is made of several. */
  parts?: readonly { look: DrawingLook; text: string }[] | undefined;
  /** Lowest and highest value and their unit, where the row is about a figure. */
  measured?: { low: number; high: number; unit: Unit };
}

/** Rows under one heading; a chart without headings has one group. */
export interface ChartGroup {
  title?: string;
  texts?: readonly string[];
  rows: readonly ChartRow[];
}

/** What a chart and the accounts on the page of a figure have in common. */
export interface Bars {
  title: string;
  /** What a row is about, and what its bar stands for. */
  columns: readonly [what: string, value: string];
  /** Texts of the scale, at equal distances from one end to the other, and their unit; without ticks there are no bars. */
  ticks: readonly string[];
  unit?: string;
  groups: readonly ChartGroup[];
}

/** Everything that a chart shows, in words and bars. */
export type ChartModel = ReturnType<typeof chartModel>;

/** Everything that one form of chart adds to what all have. */
interface Drawn extends Pick<Bars, 'groups' | 'ticks' | 'unit'>, Partial<Pick<Bars, 'columns'>> {
  field?: WindowField;
  notesTitle?: string;
  notes: (readonly [term: string, text: string])[];
  sourceIds: string[];
}

/** A chart with all that it shows, in one language. */
export function chartModel(chart: ChartRecord, language: Language) {
  const { id, title, description, address } = chart;
  const t = dictionaryFor(language);
  const { sourceIds, ...drawn } = formOf(chart, language, t);
  const { figure, value } = t.charts.columns;
  const shown = new Set(
    drawn.groups.flatMap(({ rows }) => rows.flatMap(({ bar }) => bar.map(({ look }) => look))),
  );
  const texts: Readonly<Partial<Record<DrawingLook, string>>> =
    chart.form === 'windows' ? {} : t.charts.looks[chart.form];
  // That a filled bar was counted needs no words where all are filled.
  const looks = DRAWING_LOOKS.filter((look) => shown.has(look) && !(look === 'lit' && shown.size === 1));
  return {
    ...{ id, title, description, address },
    columns: [figure, value] as const,
    key: looks.map((look) => ({ look, text: texts[look] ?? '' })),
    notesTitle: t.charts.notes,
    sources: [...new Set(sourceIds)].map((id) => getSource(id, language)),
    ...drawn,
  };
}

function formOf(chart: ChartRecord, language: Language, t: Dictionary): Drawn {
  if (chart.form === 'surveys') return surveysChart(language, t);
  if (chart.form === 'laws') return lawsChart(language, t);
  const figures = getChartFigures(chart, language);
  const { bars, scale } = barsOf(figures, chart);
  const row = (figure: FigureRecord) => figureRow(figure, bars[figures.indexOf(figure)] ?? [], language);
  const common = {
    sourceIds: figures.flatMap(({ sources }) => sources),
    notes: figures.map((figure) => [`${figure.label}, ${formatWhen(figure, t)}`, figure.notMeaning] as const),
  };
  if (chart.form === 'windows')
    return {
      ...common,
      field: windowField(figures),
      ticks: [],
      groups: [{ rows: figures.map((figure) => figureRow(figure, [], language)) }],
    };
  const stages = STAGES.filter((stage) => figures.some((figure) => figure.stage === stage));
  return {
    ...common,
    ...scaleIn(scale.ticks, figures, t),
    groups: stages.map((stage) => ({
      ...(stages.length > 1 && { title: t.stages[stage].title, texts: [t.stages[stage].note] }),
      rows: figures
        .filter((figure) => figure.stage === stage)
        .map((figure) => ({ ...row(figure), parts: partsIn(figure, figures, t) })),
    })),
  };
}

/** The texts of a scale of figures, and their unit: that of devices where some of them are drives. */
export function scaleIn(ticks: readonly number[], figures: readonly FigureRecord[], t: Dictionary) {
  const unit = figures.find((one) => one.unit === 'devices')?.unit ?? figures[0]?.unit ?? 'devices';
  return {
    ticks: ticks.map((value) => formatNumber(value, t)),
    unit: t.units[unit]({ count: ticks.at(-1) ?? 0, amount: '' }).trim(),
  };
}

/** A figure as a row. */
export function figureRow(figure: FigureRecord, bar: readonly Piece[], language: Language): ChartRow {
  const t = dictionaryFor(language);
  const [low, high] = extentOf(figure);
  return {
    label: figure.label,
    address: figure.address,
    amount: formatStated(figure, t),
    when: formatWhen(figure, t),
    source: getSource(figure.sources[0] ?? '', language),
    note: figure.conflictNote && `${t.accountsDiffer}. ${figure.conflictNote}`,
    bar,
    measured: { low, high, unit: figure.unit },
  };
}

/** Of which other figures of the chart a figure should be the sum, and what that leaves without an explanation. */
function partsIn(figure: FigureRecord, figures: readonly FigureRecord[], t: Dictionary): ChartRow['parts'] {
  const parts = partsOf(figure, figures);
  const rest = excess(intervalOf(figure), sumOf(parts.map(intervalOf)));
  if (parts.length === 0 || !rest) return undefined;
  return [
    ...parts.map((part) => ({
      look: 'lit' as const,
      text: t.charts.part({ amount: formatAmount(part, t), when: formatWhen(part, t) }),
    })),
    { look: 'hatched', text: t.charts.rest({ amount: formatInterval(rest, figure.unit, t) }) },
  ];
}

function surveysChart(language: Language, t: Dictionary): Drawn {
  const surveys = getSurveys(language);
  const groups = surveys.map(({ title, by, fieldwork, asked, bias, results }) => {
    const figures = results.map((id) => getFigure(id, language));
    const number = asked === undefined ? undefined : getFigure(asked, language);
    return {
      title,
      texts: [
        `${by}. ${fieldwork}.`,
        number ? t.charts.asked({ amount: formatAmount(number, t) }) : t.charts.notAsked,
        `${t.charts.bias} ${bias}`,
      ],
      rows: figures.map((figure) => figureRow(figure, shareOf(figure), language)),
    };
  });
  return {
    groups,
    ticks: [0, 50, 100].map((value) => formatNumber(value, t)),
    unit: t.units.percent({ amount: '' }).trim(),
    sourceIds: surveys.flatMap(({ sources }) => sources),
    notesTitle: t.charts.surveyNotes,
    notes: surveys.map(({ title, who }) => [title, who] as const),
  };
}

function lawsChart(language: Language, t: Dictionary): Drawn {
  const all = inLawOrder(getLaws(language));
  const known = lawsKnown();
  const ordered = COUNTRIES.flatMap((country) => all.filter((law) => law.country === country));
  const { bars, ticks } = lawBars(ordered, known);
  const row = (law: Law) => ({
    label: law.name,
    amount: t.charts.statuses[law.status],
    when: datesOf(law, t),
    source: getSource(law.sources[0] ?? '', language),
    bar: bars[ordered.indexOf(law)] ?? [],
  });
  return {
    ticks: ticks.map(String),
    columns: [t.charts.columns.law, t.charts.columns.status({ date: formatDate(known, t) })],
    groups: COUNTRIES.map((country) => ({
      title: t.timeline.countries[country],
      rows: ordered.filter((law) => law.country === country).map(row),
    })),
    sourceIds: ordered.flatMap(({ sources }) => sources),
    notesTitle: t.charts.lawNotes,
    notes: ordered.map(
      ({ name, text, dateNote }) => [name, dateNote === undefined ? text : `${text} ${dateNote}`] as const,
    ),
  };
}

/** The dates of a law in words; one date where it was in force from the day of the vote. */
function datesOf({ passed, from, described, until }: Law, t: Dictionary): string {
  const vote = passed !== undefined && passed !== from && t.charts.passed({ date: formatDate(passed, t) });
  const term =
    from === undefined
      ? described && t.charts.described({ date: formatDate(described, t) })
      : until === undefined
        ? t.charts.from({ date: formatDate(from, t) })
        : `${formatDate(from, t)}${t.to}${formatDate(until, t)}`;
  return [vote, term].filter(Boolean).join(', ');
}
