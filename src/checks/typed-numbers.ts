/** Amounts that should be figures: thousands, long numbers, percentages, money, millions. */
const TYPED_AMOUNT =
  /(?:(?:US)?[$€£₩]\s?\d[\d.,]*|\d{1,3}(?:[,.\u00A0\u202F]\d{3}){1,9}(?!\d)|(?<![\w./-])\d{5,}(?![\w/-])|\d[\d.,]{0,20}\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b))/;

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
