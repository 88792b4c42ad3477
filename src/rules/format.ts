import type { Dictionary } from '../i18n/dictionary.ts';
import type { Interval } from './arithmetic.ts';
import { precisionOf, UNDATED } from './dates.ts';
import { withCounterApart } from './korean.ts';
import { memoize } from './memoize.ts';
import { writtenNumber } from './written-number.ts';
import type { Amount, When } from './statement.ts';
import type { Stage, Unit } from './vocabulary.ts';

const dateFormat = (parts: Intl.DateTimeFormatOptions) =>
  memoize((locale: string) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }));
const DATE_FORMATS = {
  day: dateFormat({ year: 'numeric', month: 'short', day: 'numeric' }),
  month: dateFormat({ year: 'numeric', month: 'short' }),
  year: dateFormat({ year: 'numeric' }),
};

/** Partial dates as they are written, nothing for none, each with what it is in a locale: `en-GB 2017-12`, `en-GB 2017-01/2017-11`. */
export const writtenDate = memoize((text: string) => {
  const [locale = '', dates = ''] = text.split(' ');
  const [from = '', to] = dates.split('/');
  const precision = precisionOf(from);
  if (precision === 'none') return '';
  const format = DATE_FORMATS[precision](locale);
  return to === undefined ? format.format(new Date(from)) : format.formatRange(new Date(from), new Date(to));
});

/** A number in the manner of the language. */
export const formatNumber = (value: number, words: Dictionary): string => writtenNumber(value, words.locale);

const megabytes = memoize(
  (locale: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }),
);
/** The size of a file: `4.2 MB`. */
export const formatBytes = (bytes: number, words: Dictionary): string =>
  megabytes(words.locale).format(bytes / 1_000_000);

/** The number alone, with the source's own limit on it: `about 130,000`, `10,000 to 20,000`. */
export function formatValue({ value, range, qualifier }: Amount, words: Dictionary): string {
  const text =
    range === undefined
      ? formatNumber(value ?? 0, words)
      : words.range({ from: formatNumber(range.from, words), to: formatNumber(range.to, words) });
  return words.qualifiers[qualifier]({ amount: text });
}

/**
 * The number with limit and unit: `about 130,000 drives`, `US$28,000`, `80 to 90%`.
 * @param joinedTo writes the number with what was counted, where that is told in other words than the unit's
 */
export function formatAmount(
  amount: Amount,
  words: Dictionary,
  joinedTo: (number: { count: number; amount: string }) => string = words.units[amount.unit],
): string {
  const { value = 0, range, qualifier } = amount;
  const number = formatValue({ ...amount, qualifier: 'exactly' }, words);
  const joined = joinedTo({ count: range?.to ?? value, amount: number });
  const withUnit = words.locale.startsWith('ko') ? withCounterApart(joined) : joined;
  return words.qualifiers[qualifier]({ amount: withUnit });
}

/** The same, with the word “estimate” behind the number of those who were reached. */
export const formatStated = (figure: Amount & { stage: Stage }, words: Dictionary): string =>
  withEstimate(formatAmount(figure, words), figure.stage, words);

/** When an address was compared with copies of its page, and when it was opened: `none` where nobody has opened it. */
export const whenChecked = (
  { checked, opened }: { checked: string; opened?: string | undefined },
  words: Dictionary,
) => ({ date: formatDate(checked, words), opened: opened ? formatDate(opened, words) : 'none' });

/** An amount, or nothing, with the word “estimate” behind it where it is of those who were reached: ` (estimate)`, `(추정)`. */
export const withEstimate = (amount: string, stage: Stage, words: Dictionary): string =>
  stage === 'reached' ? words.estimated({ amount }) : amount;

/**
 * A worked-out number as far as it is open: `about 18,000 devices`, `at least about 770,000
 * devices`, `up to 100,000 people`.
 */
export function formatInterval({ low, high, rough }: Interval, unit: Unit, words: Dictionary): string {
  const qualifier = rough ? 'about' : 'exactly';
  const amount = (part: Pick<Amount, 'value' | 'range'>) => formatAmount({ ...part, qualifier, unit }, words);
  if (low === high) return amount({ value: low });
  if (high === Infinity) return words.qualifiers['at-least']({ amount: amount({ value: low }) });
  if (low === 0) return words.qualifiers['up-to']({ amount: amount({ value: high }) });
  return amount({ range: { from: low, to: high } });
}

/** A partial date as far as it is known: `14 Oct 2017`, `Dec 2017`, `2017`, `undated`. */
export function formatDate(date: string, words: Dictionary): string {
  return precisionOf(date) === 'none' ? words.undated : writtenDate(`${words.locale} ${date}`);
}

/** When a figure held: `Nov 2022`, or the two ends of its period, `Jan – Nov 2022`. */
export function formatWhen({ asOf, period }: When, words: Dictionary): string {
  if (!period) return formatDate(asOf ?? UNDATED, words);
  const [precision, other] = [precisionOf(period.from), precisionOf(period.to)];
  if (precision === 'none' || precision !== other) {
    return `${formatDate(period.from, words)}${words.to}${formatDate(period.to, words)}`;
  }
  return writtenDate(`${words.locale} ${period.from}/${period.to}`).replace(/\s*[–~]\s*/, words.to);
}
