import { inMyriads } from './korean.ts';
import { memoize } from './memoize.ts';

// Pure, so that a script that writes dates alone goes without it.
const numberFormat = /* @__PURE__ */ memoize(
  (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
);

/** A number in the manner of a locale: `1,350,000`, in Korean `135만`; `1.1 million` is written out in full. */
export function writtenNumber(value: number, locale: string): string {
  const format = (one: number) => numberFormat(locale).format(one);
  return locale.startsWith('ko') ? inMyriads(value, format) : format(value);
}
