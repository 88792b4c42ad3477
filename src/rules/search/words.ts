import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';
import { inDigits } from '../numbers.ts';

/*
 * The words of titles and of what readers type, brought to one form: no accents, no
 * capitals, no full-width letters, no plural; a number is the same in digits and in words.
 */

/** Whether a word begins in Korean, where the parts of a compound are not set apart. */
export const isKorean = (word: string) => /^\p{Script=Hangul}/u.test(word);

/** The single letters of a word; those of a syllable stand apart: 선 is ㅅ, ㅓ, ㄴ. */
export const lettersOf = (word: string) => word.normalize('NFD');

/** A part of a word. Where Korean follows other letters, as in USB를, a word begins. */
const PART = String.raw`(?:\p{sc=Hang}+|(?:(?!\p{sc=Hang})[\p{L}\p{N}])+)`;
/** A word with what joins its parts. */
export const WORD = new RegExp(`${PART}(?:[-‐‑–'’ʼ＇]${PART})*`, 'gu');
const HYPHEN = /[-‐‑–]/;
const APOSTROPHE = /['’ʼ＇](?:s$)?/g;
const GROUPED = /(?<=\d)[,\u00A0\u2009\u202F](?=\d{3}(?!\d))/g;

/** A text in the form in which texts are compared; Korean syllables stay whole. */
export function plain(text: string): string {
  const written = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00AD|[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(GROUPED, '');
  return inDigits(written);
}

/** A word of a text: as it is compared, in one piece, and the parts of one with hyphens. */
export type Word = ReturnType<typeof tokensOf>[number];

/** The words of a text in their order. */
export function tokensOf(text: string) {
  return [...plain(text).matchAll(WORD)].map(([found]) => {
    const parts = found.replace(APOSTROPHE, '').split(HYPHEN);
    return { text: parts.join(''), parts: parts.length > 1 ? parts : [] };
  });
}

/** A short word behind the two letters that are its stem: `ful` of useful, `ing` of using. No plural, as ads. */
const SHORT = /(?<=^[aeiou][b-df-hj-np-tv-z])(?!s$)[a-z]+$/;

/** Words that look like a form of another, and mean something of their own: news, and a used drive. */
const WHOLE = ['news', 'used'];

/**
 * What a word has in common with its plural and other forms, and with no other word: of
 * “using” more is left than “us”.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word) || WHOLE.includes(word)) return word;
  const found = stemmer(word);
  const [end = ''] = (found.length === 2 && SHORT.exec(word)) || [];
  return found + end.charAt(0).replace('i', 'e');
}

/**
 * The terms by which a text is found: the stem of each word and of its parts; of a Korean
 * word each end too, for there the parts of a compound are not set apart.
 */
export function termsOf(text: string): string[] {
  return tokensOf(text).flatMap(({ text: whole, parts }) =>
    [whole, ...parts].flatMap((word) =>
      isKorean(word)
        ? [...word]
            .map((_, index, letters) => letters.slice(index).join(''))
            .slice(0, Math.max(1, word.length - 1))
        : [stem(word)],
    ),
  );
}

/** How many slips are forgiven in a word: one from five letters on, two from eight; in Korean, where three syllables are a name, from ten. */
const slipsIn = (word: string) => {
  const { length } = lettersOf(word);
  return length >= (isKorean(word) ? 10 : 8) ? 2 : length >= 5 ? 1 : 0;
};

/** The known words nearest to one that is not known; none where all are too far off. In Korean a slip is one of a single letter. */
export function nearestWords(word: string, known: Iterable<string>, slips = slipsIn(word)): string[] {
  let [nearest, least]: [string[], number] = [[], slips + 0.5];
  if (slips === 0 || /\d/.test(word)) return [];
  const letters = lettersOf(word);
  for (const other of known) {
    const others = lettersOf(other);
    if (Math.abs(others.length - letters.length) > slips) continue;
    const slip = isSwapped(letters, others) ? 1 : distance(letters, others);
    if (slip < least) [nearest, least] = [[], slip];
    if (slip === least) nearest.push(other);
  }
  return nearest;
}

/** Whether two words differ by two letters that changed places. */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}
