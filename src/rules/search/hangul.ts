import { numberOf } from '../numbers.ts';

/* What both languages need to know of Korean writing, wherever words are compared. */

/** Whether a word begins in Korean, where the parts of a compound are not set apart. */
export const isKorean = (word: string) => /^\p{Script=Hangul}/u.test(word);

/** The single letters of a word; those of a syllable stand apart: 선 is ㅅ, ㅓ, ㄴ. */
export const lettersOf = (word: string) => word.normalize('NFD');

/** Of a number in steps of ten thousand: 13만 5천, 1억 2천만. What tells years and dates is none. */
const IN_STEPS = /(?<![\d.])\d+(?:\.\d+)?[억만천]+(?:\s?\d+(?:\.\d+)?[억만천]*(?!\d|\s?[년월일]))*/gu;

/** A text whose Korean numbers stand in digits: 13만 5000 is 135000. */
export const inDigits = (text: string) =>
  text.replace(IN_STEPS, (number) => `${Math.round(numberOf(number))}`);
