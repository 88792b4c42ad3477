/* What both languages need to know of Korean writing, wherever words are compared. */

/** Whether a word begins in Korean, where the parts of a compound are not set apart. */
export const isKorean = (word: string) => /^\p{Script=Hangul}/u.test(word);

/** The single letters of a word; those of a syllable stand apart: 선 is ㅅ, ㅓ, ㄴ. */
export const lettersOf = (word: string) => word.normalize('NFD');
