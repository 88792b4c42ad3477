import type { Entry, Faults } from './read-entries.ts';

/** Amounts that should be figures: thousands, long numbers, percentages, money, millions. */
const TYPED_AMOUNT =
  /(?:(?:US)?[$€£₩]\s?\d[\d.,]*|\d{1,3}(?:[,.\u00A0\u202F]\d{3}){1,9}(?!\d)|(?<![\w./-])\d{5,}(?![\w/-])|\d[\d.,]{0,20}\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b|퍼센트|달러|원(?!\p{L}{2})|(?:[십백천]?[만억조]|천)(?!\p{L}{3})))/u;

/** The first typed amount in a text, or nothing. Years, days and small counts are no amounts. */
export function typedAmount(text: string): string | undefined {
  return /\d/.test(text) ? TYPED_AMOUNT.exec(text)?.[0].trim() : undefined;
}

/**
 * The first number that is typed where only a figure may give it, with its date and source.
 * @param instead what to do, as a sentence
 * @param counts what else is a number in this text
 */
export function typedNumber(
  text: string,
  instead: string,
  counts?: RegExp,
): { index: number; message: string } | undefined {
  const amount = typedAmount(text) ?? counts?.exec(text)?.[0];
  if (amount === undefined) return undefined;
  return { index: text.indexOf(amount), message: `the number “${amount}” is typed. ${instead}` };
}

/** The faults of fields in which a number is typed; see `typedNumber`. */
export function typedIn(
  data: Entry['data'],
  fields: readonly string[],
  instead: string,
  counts?: RegExp,
): Faults {
  const faultOf = (text: unknown) => typeof text === 'string' && typedNumber(text, instead, counts)?.message;
  return Object.fromEntries(fields.map((field) => [field, faultOf(data[field])]));
}

/** What to do about a typed number in an entry that names its figures by id. */
export const sayInWords = (where: string) =>
  `Say it in words without the number; figures are named by id, ${where}.`;
