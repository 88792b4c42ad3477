/** A sign without width at which no line ends. */
export const WORD_JOINER = '\u2060';

/** A dot between two things that stand in a row: it may end a line, and begins none. */
export const DOT = '\u00A0· ';

/**
 * A word of two parts with a hyphen that begins with one or two letters, or a name that ends with so many, as
 * no-fly and Jong-un: at the end of a line or the beginning of the next that part reads as a word of its own.
 * It is no part of an address.
 */
const WITH_SHORT_PART =
  /(?<![\p{L}\p{N}\-/._@])(?:\p{L}{1,2}-\p{L}+|\p{Lu}\p{L}*-\p{L}{1,2})(?![\p{L}\p{N}\-/_@]|\.\p{L})/gu;

/** What stands between two tags, if it has a hyphen. */
const WITH_HYPHEN = /(?:^|>)[^<]*-[^<]*/g;

/** Whether a page has such a word outside its tags. */
export const hasShortPart = (html: string): boolean =>
  html.matchAll(WITH_HYPHEN).some(([text]) => text.search(WITH_SHORT_PART) >= 0);

/** A text with each hyphenated word that has a short part as `keep` gives it. */
export const withShortPartsKept = (text: string, keep: (word: string) => string) =>
  text.includes('-') ? text.replace(WITH_SHORT_PART, keep) : text;
