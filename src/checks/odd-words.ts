import { codeOf, faultFinder, quoted, type TextFault } from './problems.ts';

/*
 * Words that look as they should, or nearly, and that no search finds and no voice reads:
 * of letters that are none, or with signs that nobody sees.
 */

/** Signs that nobody sees. Joiners and selectors stay within letters and emoji that need them. */
const UNSEEN =
  /(?![\u200C-\u200F\uFE0E\uFE0F\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}|\u2800|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D]$|(?<![\p{Emoji}])[\uFE0E\uFE0F]|\p{Co}|\p{Noncharacter_Code_Point}/u;
/** Marks of direction, which only words that run from the right have a use for. */
const DIRECTION = /[\u200E\u200F]/;
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** What is wrong with a word, and the signs by which it is known. */
const oddPart = faultFinder({
  'has letters of two scripts that look the same, so no search finds it':
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u,
  'has letters in another form than that of the keyboard, so no search finds it':
    /[\u{1D400}-\u{1D7FF}\uFB00-\uFB06\uFFA0-\uFFDC\u{1F130}-\u{1F189}\u24B6-\u24E9]/u,
  'has a letter in place of a digit, so no search finds it':
    /(?<![\p{L}\p{N}.-])(?:\d+[OoIl]+\d+|[1-9]\d*O+)(?![\p{L}\p{N}])/u,
  'has Korean letters that were not put together, so no search finds it':
    /[\u1100-\u1112][\u1161-\u1175]|[ㄱ-ㅎ][ㅏ-ㅣ][ㄱ-ㅎㅏ-ㅣ]/u,
  'has marks that stand above each other, or on nothing':
    /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20DC]{3}|\p{M}{6}|[\u20DD-\u20E2\u20E4]|(?<![^\s])[\u0300-\u036F]/u,
});

/** Told without the word: a name that must not appear would stand in the log. */
const wideFault = faultFinder({
  'letters of full width stand here, so no search finds the word. Type them again.':
    /[\uFF21-\uFF3A\uFF41-\uFF5A]/,
});

/** Of longer ones a part is quoted. */
const LONGEST_WORD = 60;

/** A sign in a text that nobody sees, by its number, with its place; nothing where there is none. */
export function unseenIn(text: string): { index: number; code: string } | undefined {
  const found = UNSEEN.exec(text) ?? (FROM_THE_RIGHT.test(text) ? null : DIRECTION.exec(text));
  return found ? { index: found.index, code: codeOf(found[0]) } : undefined;
}

/** What is wrong with a word of a text; nothing where all are as they should be. */
export function oddWord(text: string): TextFault | undefined {
  if (/^[\x20-\x7E\n\t]*$/.test(text) && !/\d[OoIl]/.test(text)) return undefined;
  const unseen = unseenIn(text);
  if (unseen)
    return {
      index: unseen.index,
      message: `a sign that nobody sees stands here (${unseen.code}). Delete it and type the word again.`,
    };
  const wide = wideFault(text);
  if (wide) return wide;
  const odd = oddPart(text);
  if (!odd) return undefined;
  const from = Math.max(0, odd.index - LONGEST_WORD);
  const index = from + text.slice(from, odd.index).search(/[\p{L}\p{M}]*$/u);
  const [word = ''] = /^\p{M}*[^\s\p{P}]+/u.exec(text.slice(index)) ?? [];
  return { index, message: `the word ${quoted(word)} ${odd.message}. Type it again.` };
}
