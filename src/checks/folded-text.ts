/** A text with one form for all ways of writing the same, and where each of its signs stood. */
export interface Folded {
  text: string;
  /** The place in the original text of a place in the folded one. */
  at: (index: number) => number;
}

/** Stands in a folded text for what may be a space or nothing: a hyphen, a sign that nobody sees, the place before a capital in a word. */
export const UNSEEN = '\u0001';

/** What separates words: any space or line. */
const GAP = /^[\s\p{Z}\u2212_\u00B7\u2027\u30FB\u2800]+$/u;
const PERHAPS_GAP = /^[\p{Pd}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]+$/u;
/** Signs that make one letter together: one with its marks, or the parts of a Korean syllable. */
const LETTERS =
  /[\u1100-\u115E\uA960-\uA97C]+[\u1161-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*|\p{Default_Ignorable_Code_Point}|[^\p{M}]\p{M}*|\p{M}+/gu;

/**
 * Folds a text so that the same words look the same however they were typed: compatible
 * forms (NFKC), small letters without accents, one space for spaces and what
 * else divides words (also dots and slashes between letters), `UNSEEN` for what may be one.
 */
export function folded(typed: string): Folded {
  const text = typed.replace(/(?<=\p{L})[./\u318D](?=\p{L})/gu, '_');
  if (/^[\x20-\x7E\n\t]*$/.test(text)) return foldedAscii(text);
  const signs: string[] = [];
  const places: number[] = [];
  let last = '';
  let before = '';
  for (const { 0: sign, index } of text.matchAll(LETTERS)) {
    const plain = plainForm(sign);
    if (/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(sign)) {
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
  return { text: signs.join(''), at: (index) => places[index] ?? text.length };
}

/** Signs that were folded before: a text has few of them. */
const FORMS = new Map<string, string>();
const MOST_FORMS = 50_000;

function plainForm(sign: string): string {
  const known = FORMS.get(sign);
  if (known !== undefined) return known;
  const form = formOf(sign);
  if (FORMS.size < MOST_FORMS) FORMS.set(sign, form);
  return form;
}

function formOf(sign: string): string {
  if (GAP.test(sign)) return ' ';
  if (PERHAPS_GAP.test(sign)) return UNSEEN;
  const plain = sign
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
  if (plain === '') return UNSEEN;
  return GAP.test(plain) ? ' ' : PERHAPS_GAP.test(plain) ? UNSEEN : plain;
}

/** Nothing but gaps, and capitals within a word, changes its length. */
function foldedAscii(text: string): Folded {
  const starts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const result = text.replace(/[\s_-]+|(?<=[a-z])(?=[A-Z])/g, (gap, index: number) => {
    if (gap.length !== 1) {
      starts.push(index - shift + 1);
      shift += gap.length - 1;
      shifts.push(shift);
    }
    return /^-?$/.test(gap) ? UNSEEN : ' ';
  });
  const at = (index: number) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return index + (shifts[low - 1] ?? 0);
  };
  return { text: result.toLowerCase(), at };
}
