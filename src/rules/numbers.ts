/* Numbers in words and in digits, of English and of Korean: 1.35 million, 13만 5천, 십사만. */

/** What a word makes of the number before it. */
const SCALES: Readonly<Record<string, number>> = {
  ...{ 십: 10, 백: 100, 천: 1e3, 만: 1e4, 억: 1e8 },
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, k: 1e3, m: 1e6, bn: 1e9 },
};
/** A part of a number: digits, a Korean letter for one, or what multiplies them. */
const PARTS =
  /(\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구](?=[십백천만억]))|[십백천만억]|thousand|[mb]illion|bn|[km](?![a-z])/giu;
/** A number with all its parts, none of which begins within a Korean word. */
export const NUMBER = new RegExp(`(?<![가-힣])(?:(?:${PARTS.source})[ -]?)+`, 'giu');

/** The number that a text writes. */
export function numberOf(text: string): number {
  let [total, group, last] = [0, 0, 0];
  for (const [part, digits] of text.toLowerCase().matchAll(PARTS)) {
    const scale = SCALES[part] ?? 1;
    if (digits !== undefined)
      last = /\d/.test(digits)
        ? Number(digits.replaceAll(',', ''))
        : '일이삼사오육칠팔구'.indexOf(digits) + 1;
    else if (/[십백천]/.test(part)) [group, last] = [group + (last || 1) * scale, 0];
    else [total, group, last] = [total + (group + last || 1) * scale, 0, 0];
  }
  return total + group + last;
}

/** Digits with words for what multiplies them; in steps of ten thousand, as 1억 2천만. What tells years and dates is none. */
const WITH_WORDS =
  /\d+(?:\.\d+)?\s?(?:thousand|million|billion|bn|k|m)(?![\p{L}\p{N}])|(?<![\d.])\d+(?:\.\d+)?[억만천]+(?:\s?\d+(?:\.\d+)?[억만천]*(?!\d|\s?[년월일]))*/gu;

/** A text in small letters whose numbers stand in digits: 13만 5000 is 135000, as 135 thousand is. */
export const inDigits = (text: string): string =>
  text.replace(WITH_WORDS, (number) => `${Math.round(numberOf(number))}`);
