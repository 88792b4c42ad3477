/* Numbers in digits and in words for what multiplies them, of English and of Korean: 1.35 million, 13만 5천, 십만. */

/** What a word makes of the number before it, by its first letter. */
const SCALES: Readonly<Record<string, number>> = {
  ...{ 십: 10, 백: 100, 천: 1e3, 만: 1e4, 억: 1e8 },
  ...{ t: 1e3, k: 1e3, m: 1e6, b: 1e9 },
};

/** The number that a text in small letters writes, which holds nothing else. */
export function numberOf(text: string): number {
  let [total, group, last] = [0, 0, 0];
  for (const [part] of text.matchAll(/\d[\d,]*(?:\.\d+)?|[가-힣]|[a-z]+/g)) {
    const scale = SCALES[part.charAt(0)];
    if (!scale) last = Number(part.replaceAll(',', ''));
    else if (scale < 1e4) [group, last] = [group + (last || 1) * scale, 0];
    else [total, group, last] = [total + (group + last || 1) * scale, 0, 0];
  }
  return total + group + last;
}

/** Digits with words for what multiplies them; in steps of ten thousand, as 1억 2천만. What tells years and dates is none. */
const WITH_WORDS =
  /\d[\d.]*\s?(?:thousand|[mb]illion|bn|k|m)(?![\p{L}\p{N}])|(?<![\d.])\d[\d.]*[억만천]+(?:\s?\d[\d.]*[억만천]*(?!\d|\s?[년월일]))*/gu;

/** A text in small letters whose numbers stand in digits: 13만 5000 is 135000, as 135 thousand is. */
export const inDigits = (text: string): string =>
  text.replace(WITH_WORDS, (number) => `${Math.round(numberOf(number))}`);
