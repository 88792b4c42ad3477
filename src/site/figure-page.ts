import { dictionaryFor, type Dictionary } from '../i18n/dictionary.ts';
import { compare, intervalOf, productOf, sumOf } from '../rules/arithmetic.ts';
import { withAnchors } from '../rules/changes.ts';
import { precisionOf, UNDATED } from '../rules/dates.ts';
import { formatAmount, formatDate, formatInterval, formatWhen } from '../rules/format.ts';
import { history } from '../rules/figure-order.ts';
import { accountBars } from './charts/bars.ts';
import { figureRow, scaleIn, type Bars, type ChartRow } from './charts/chart.ts';
import { certaintyAddress, glossaryAddress, methodAddress } from '../rules/method-anchors.ts';
import { figureVersions } from '../rules/versions.ts';
import type { Language } from '../site.ts';
import {
  getFigure,
  getFigures,
  getSource,
  getTexts,
  memoizeByLanguage,
  type FigureRecord,
} from './content.ts';
import { publishedDay } from './published-versions.ts';

/** All that the page of a figure shows: what it states, and how it stands with its sources, other figures and its past. */
export function getFigurePage(figure: FigureRecord, language: Language) {
  const t = dictionaryFor(language);
  const getAll = (ids: readonly string[]) => ids.map((id) => getFigure(id, language));
  const { measure } = figure;
  const accounts = getFigures(language).filter((other) => measure && other.measure === measure);
  const { reportedBy: by, stage } = figure;
  return {
    /** Who gives the figure, as of when, and what its kind of counting does not tell. */
    reported: [t.statistics.reported({ by, when: formatWhen(figure, t) }), t.stages[stage].short]
      .filter((text) => text !== '')
      .join(' '),
    facts: factsOf(figure, t),
    /** Links to what its words mean. */
    definitions: [
      {
        address: methodAddress(figure.stage, language),
        title: t.definitions.stage({ title: t.stages[figure.stage].title }),
      },
      { address: certaintyAddress(language), title: t.definitions.certainty },
      { address: glossaryAddress(language), title: t.definitions.glossary },
    ],
    sources: figure.sources.map((id) => getSource(id, language)),
    /** Figures that do not agree with it. */
    conflicts: getAll(figure.conflicts).map((other) => ({ other, difference: difference(figure, other, t) })),
    /** Figures that add up to it. */
    parts: amounts(getAll(figure.parts), t),
    /** What it would be if others held: their sum, times one where there is one. */
    checks: figure.crossChecks.map(({ sum, times }) =>
      crossCheck(figure, getAll(sum), times ? getFigure(times, language) : undefined, t),
    ),
    /** What was said of the same thing, by date, with the years for which nothing is known. */
    accounts: accounts.length > 1 ? accountsOf(figure, accounts, language) : undefined,
    /** Texts that give it in words of their editor. */
    worded: (getWordings(language).get(figure.id) ?? []).map(({ address, title, words }) => ({
      address,
      title: t.statistics.inWords({ words, title }),
    })),
    versions: versionsOf(figure),
  };
}

function factsOf(figure: FigureRecord, t: Dictionary): [term: string, text: string | undefined][] {
  const { asOf, dateNote } = figure;
  const precision = asOf && asOf !== UNDATED ? t.precision[precisionOf(asOf)] : '';
  const dated = precision && `${t.statistics.datedTo({ date: formatWhen(figure, t), precision })}.`;
  return [
    [t.statistics.counted, figure.counted],
    [t.statistics.not, figure.notMeaning],
    [t.statistics.dated, [dated, dateNote].filter((text) => text).join(' ')],
    [t.statistics.method, figure.method],
    [t.statistics.formula, figure.formula],
    [t.statistics.sure, t.certainty[figure.certainty]],
    [t.statistics.checked, t.statistics.checkedHow({ date: formatDate(figure.checked, t) })],
  ];
}

/** All accounts of the same thing, oldest first, the figure’s own lit, with the years for which nothing is known. */
function accountsOf(figure: FigureRecord, accounts: readonly FigureRecord[], language: Language): Bars {
  const t = dictionaryFor(language);
  const { bars, scale } = accountBars(accounts, figure.id);
  const gap = ({ from, to }: { from: number; to: number }): ChartRow => ({
    label: from === to ? t.statistics.gapYear({ year: from }) : t.statistics.gap({ from, to }),
    amount: '',
    when: '',
    bar: [],
  });
  const rows = history(accounts).map((row) => {
    if ('gap' in row) return gap(row.gap);
    const drawn = figureRow(row.figure, bars[accounts.indexOf(row.figure)] ?? [], language);
    const isOwn = row.figure.id === figure.id;
    // Where accounts differ stands below, once.
    return {
      ...drawn,
      note: undefined,
      ...(isOwn && { address: undefined, label: t.statistics.thisFigure({ label: drawn.label }) }),
    };
  });
  const { value, what } = t.statistics.columns;
  return {
    title: t.statistics.history,
    columns: [what, value],
    // Two accounts make a sentence, not a chart.
    ...(accounts.length > 2 ? scaleIn(scale.ticks, accounts, t) : { ticks: [] }),
    groups: [{ rows }],
  };
}

/** The difference as an equation; figures of two measures are not subtracted. */
function difference(figure: FigureRecord, other: FigureRecord, t: Dictionary): string {
  if (figure.measure === undefined || figure.measure !== other.measure)
    return figure.stage === other.stage
      ? t.statistics.unlikeTime
      : t.statistics.unlike({ first: t.stages[figure.stage].title, second: t.stages[other.stage].title });
  const result = compare(intervalOf(figure), intervalOf(other));
  if (result.kind === 'equal') return t.statistics.same;
  if (result.kind === 'overlap') return t.statistics.overlap;
  const [larger, smaller] = result.larger === 'first' ? [figure, other] : [other, figure];
  return `${formatAmount(larger, t)} − ${formatAmount(smaller, t)} = ${formatInterval(result.by, figure.unit, t)}`;
}

/** A sum of figures, or its product with another, and how far the figure lies from the result. */
function crossCheck(
  figure: FigureRecord,
  terms: readonly FigureRecord[],
  factor: FigureRecord | undefined,
  t: Dictionary,
) {
  const added = sumOf(terms.map(intervalOf));
  const result = factor ? productOf(added, intervalOf(factor)) : added;
  const comparison = compare(intervalOf(figure), result);
  const verdict = () => {
    if (comparison.kind === 'equal') return t.statistics.same;
    if (comparison.kind === 'overlap') return t.statistics.overlap;
    const amount = formatInterval(comparison.by, figure.unit, t);
    return comparison.larger === 'first' ? t.statistics.larger({ amount }) : t.statistics.smaller({ amount });
  };
  return {
    terms: amounts(terms, t),
    factor: amounts(factor ? [factor] : [], t),
    result: `${formatInterval(result, figure.unit, t)}. ${verdict()}`,
  };
}

/** By figure, the words of their own in which texts give it, each once of a text. */
const getWordings = memoizeByLanguage((language) => {
  const all = getTexts(language).flatMap(({ address, data: { title }, references }) => {
    const own = references.flatMap(({ kind, id, as: words }) =>
      kind === 'figures' && words ? [[`${id} ${words}`, { id, words, address, title }] as const] : [],
    );
    return [...new Map(own).values()];
  });
  return Map.groupBy(all, ({ id }) => id);
});

const amounts = (figures: readonly FigureRecord[], t: Dictionary) =>
  figures.map((figure) => ({
    address: figure.address,
    title: formatAmount(figure, t),
    name: `${figure.label}, ${formatWhen(figure, t)}`,
  }));

/** Each version, newest first, with what the figure stated before the change and since. */
function versionsOf(figure: FigureRecord) {
  const anchors = withAnchors(figure.changes);
  const versions = figureVersions(figure, publishedDay(figure.address));
  return versions.map((version, index) => ({
    version,
    anchor: anchors[version.number - 2]?.anchor,
    before: versions[index + 1]?.figure ?? figure,
  }));
}
