import { dictionaryFor } from '../../i18n/dictionary.ts';
import { addressIn, localAddress } from '../../rules/addresses.ts';
import {
  DRAWING_LOOKS,
  packages,
  people,
  windows,
  type DrawingLook,
  type Sign,
} from '../../rules/drawing-shapes.ts';
import { signOf } from '../../rules/drawing-signs.ts';
import { UNDATED } from '../../rules/dates.ts';
import { formatDate, formatNumber, formatStated, formatWhen } from '../../rules/format.ts';
import type { Language } from '../../site.ts';
import { borneOut } from '../charts/bars.ts';
import {
  getCharts,
  getEvents,
  getFigure,
  getFigures,
  getSource,
  type DrawingRecord,
  type FigureRecord,
} from '../content.ts';

/** Drives for which a window of a drawing stands. */
const DRIVES_A_DRAWN_WINDOW = 10_000;

export type DrawingModel = ReturnType<typeof drawingModel>;
/** A step of a drawing, in the words of a language. */
export type DrawingStep = ReturnType<typeof stepModel>;

type StepRecord = DrawingRecord['steps'][number];

/** Whether the way to a step was described by somebody who was there; from the border on nobody was. */
export const isSeen = ({ look }: DrawingStep) => look !== 'dotted' && look !== 'hatched';

/** A drawing with what its figures and events say now. */
export function drawingModel(record: DrawingRecord, language: Language) {
  const { id, form, title, description, sources } = record;
  const figures = record.steps.map((step) => step.figures.map((figure) => getFigure(figure, language)));
  const counts = record.steps.map(({ sign, look }, index) =>
    sign === 'windows' && look === 'lit' ? windowsFor(figures[index]?.[0]?.value) : 0,
  );
  const most = Math.max(...counts);
  const steps = record.steps.map((step, index) =>
    stepModel(step, figures[index] ?? [], counts[index] || most, language),
  );
  const t = dictionaryFor(language);
  const scale = t.drawings.scale({ drives: formatNumber(DRIVES_A_DRAWN_WINDOW, t) });
  const used = new Set(steps.flatMap(({ sign, look }) => (sign ? look : [])));
  return {
    ...{ id, form, title, sources, steps },
    description: most > 0 ? `${description} ${scale}` : description,
    /** Of the picture to download. */
    address: addressIn(language, 'drawing', id),
    /** What the key explains: the looks in use, where any says how sure something is. */
    looks: used.size > 1 ? DRAWING_LOOKS.filter((look) => used.has(look)) : [],
    publishers: sources.map((one) => getSource(one, language).publisher),
  };
}

const windowsFor = (drives = 0) => Math.floor(drives / DRIVES_A_DRAWN_WINDOW);

/**
 * The looks of so many windows. A total is lit as far as other accounts bear it out, as in charts, and
 * hatched beyond; of what was tested once a window is hatched, and the rest nobody observed.
 */
function windowLooks(
  look: DrawingLook,
  count: number,
  total: FigureRecord | undefined,
  language: Language,
): DrawingLook[] {
  const contested = getCharts(language).flatMap((chart) => chart.contested ?? []);
  const sure = total && windowsFor(borneOut(total, getFigures(language), { contested }));
  const lookOf = (index: number) => {
    if (look === 'lit' && sure !== undefined && index >= sure) return 'hatched';
    return look === 'hatched' && index > 0 ? 'dotted' : look;
  };
  return Array.from({ length: count }, (_, index) => lookOf(index));
}

function stepModel(
  { title, look, sign, large, text, before, link, event, short, sources = [] }: StepRecord,
  figures: readonly FigureRecord[],
  count: number,
  language: Language,
) {
  const t = dictionaryFor(language);
  const marked = event === undefined ? undefined : getEvents(language).find(({ id }) => id === event);
  const told = sources.map((source) => getSource(source, language));
  const names = [...new Map(told.map((source) => [source.publisher, source])).values()];
  // Each publisher has a window of its own.
  const looks = names.length > 0 ? names.map(() => look) : windowLooks(look, count, figures[0], language);
  return {
    ...{ title, look, large, text, before, short },
    ...(sign && drawn(sign, look, figures, looks)),
    /** Each with its limit and unit, its date, and the page of the figure. */
    figures: stated(sign === 'people' ? [...figures].reverse() : figures, sign, language),
    /** Publishers, each with the page of the source. */
    names: names.map(({ publisher, address }) => ({ title: publisher, address })),
    address: marked?.address ?? (link && localAddress(language, link)),
    /** Of a band. */
    event: marked && {
      kind: marked.kind,
      year: yearOf(marked.date),
      // No day: a drawing shows months at most.
      when: formatDate(marked.date.slice(0, 'YYYY-MM'.length), t),
    },
  };
}

/** What figures say; a date that is that of the figure above is not said again. */
function stated(figures: readonly FigureRecord[], sign: StepRecord['sign'], language: Language) {
  const t = dictionaryFor(language);
  const dates = figures.map((figure) =>
    figure.asOf === UNDATED ? t.drawings.undated : formatWhen(figure, t),
  );
  return figures.map((figure, index) => {
    const amount = formatStated(figure, t);
    return {
      // Whom a survey asked stands below those who said so.
      amount: sign === 'people' && index > 0 ? t.drawings.asked({ amount }) : amount,
      when: dates[index] === dates[index - 1] ? undefined : dates[index],
      address: figure.address,
    };
  });
}

/** Packages in a row of a phone, and of a wider page. */
const PACKAGES_IN_ROW = { narrow: 6, wide: 10 };

/** The sign of a step, and the same drawn for a phone, where it is another. */
function drawn(
  sign: NonNullable<StepRecord['sign']>,
  look: DrawingLook,
  [first, second]: readonly FigureRecord[],
  looks: readonly DrawingLook[],
): Partial<Record<'sign' | 'narrow', Sign | undefined>> {
  if (sign === 'windows') return { sign: windows(looks) };
  const asked = first?.value ?? 0;
  if (sign === 'packages') {
    const drives = second?.range?.from ?? 0;
    const inRows = (columns: number) => packages(asked, drives, columns);
    return { sign: inRows(PACKAGES_IN_ROW.wide), narrow: inRows(PACKAGES_IN_ROW.narrow) };
  }
  if (sign !== 'people') return { sign: signOf(sign, look) };
  // Nobody asked those who are outlined.
  if (look === 'outline') return { sign: people(asked, 0) };
  const said = second?.value ?? 0;
  return { sign: people(asked, second?.unit === 'percent' ? Math.round((asked * said) / 100) : said) };
}

/** A date as a part of years; a year alone stands at its middle, as in charts. */
function yearOf(date: string): number {
  const [year = '', month] = date.split('-');
  return Number(year) + (month === undefined ? 6 : Number(month) - 0.5) / 12;
}
