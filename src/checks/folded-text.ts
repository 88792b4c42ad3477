import { memoize } from '../rules/memoize.ts';

/** Stands in a folded text for what may be a space or nothing: a hyphen, a sign that nobody sees, the place before a capital in a word. */
export const UNSEEN = '\u0001';

/** What separates words: any space or line. */
const GAP = /^[\s\p{Z}\u2212_\u00B7\u2027\u30FB\u2800]+$/u;
/** What may: a hyphen, or nothing that is seen. */
const PERHAPS_GAP = /^[\p{Pd}\p{Cc}\p{Cf}]*$/u;
/** Signs that make one letter together: one with its marks, or the parts of a Korean syllable. */
const LETTER =
  /[\u1100-\u115E\uA960-\uA97C]+[\u1161-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*|\p{Default_Ignorable_Code_Point}|[^\p{M}]\p{M}*|\p{M}+/uy;
/** Of these signs, one that no mark follows is a letter by itself. */
const ASCII = 0x80;

/**
 * Folds a text so that the same words look the same however they were typed: compatible
 * forms (NFKC), small letters without accents, one space for spaces and what
 * else divides words (also dots and slashes between letters), `UNSEEN` for what may be one.
 * @returns also `at`, by which a place in the folded text has its place in the original one
 */
export function folded(typed: string) {
  const text = typed.replace(/(?<=\p{L})[./\u318D](?=\p{L})/gu, '_');
  const signs: string[] = [];
  const places: number[] = [];
  let last = '';
  let before = '';
  for (let index = 0; index < text.length; index += before.length) {
    const sign = letterAt(text, index);
    const plain = formOf(sign);
    if (plain !== sign && SMALL_AT_END.test(before) && CAPITAL.test(sign)) {
      signs.push(UNSEEN);
      places.push(index);
    }
    before = sign;
    if ((plain === ' ' || plain === UNSEEN) && (last === ' ' || last === UNSEEN)) {
      if (plain === ' ') signs[signs.length - 1] = last = ' ';
      continue;
    }
    signs.push(plain);
    last = plain;
    for (let at = 0; at < plain.length; at++) places.push(index);
  }
  return { text: signs.join(''), at: (index: number) => places[index] ?? text.length };
}

const SMALL_AT_END = /\p{Ll}$/u;
const CAPITAL = /^\p{Lu}/u;

function letterAt(text: string, index: number): string {
  if (text.charCodeAt(index) < ASCII && !(text.charCodeAt(index + 1) >= ASCII)) return text.charAt(index);
  LETTER.lastIndex = index;
  return LETTER.exec(text)?.[0] ?? text.charAt(index);
}

/** The one form of a sign, whatever its marks, its width and its size. */
const formOf = memoize((sign: string): string => {
  const plain = sign
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
  return GAP.test(plain) ? ' ' : PERHAPS_GAP.test(plain) ? UNSEEN : plain;
});
