import { faultFinder, type TextFault } from './problems.ts';

/*
 * What the signs of a text are like in every language: those of a pair stand together, a
 * space stands behind a sign and not before it.
 */

// Words are not told: a name that must not appear would stand in the log.
const spaceFault = faultFinder({
  'A space stands before the sign $0. Take it out.':
    /(?:(?<=[\p{L}\p{N}] )[.,]|(?<=\p{Script=Hangul} )[!?])(?=\s|$)/u,
  // Behind a word with a capital it is rather a name or an address.
  'A space is missing after the sign $0. Put it in.':
    /(?<=\p{Script=Hangul})[.,](?=\p{Script=Hangul})|(?<=(?<!\p{L})\p{Ll}{2,30})(?:[,;](?=\p{Ll}{2})|\.(?=\p{Lu}\p{Ll}{1,30}(?:[\s,]|$)))/u,
  // Others may well stand twice, as in “he had had it” and in Korean.
  'The word “$1” stands twice. Take one out.':
    /(?<![\p{L}’'-])(the|and|of|to|with|for|from|by|or)\s\1(?![\p{L}’'-])/iu,
});

/** Signs that stand in pairs. */
const PAIRS = ['“”', '‘’', '「」', '()'] as const;
/** Signs that close nothing: behind what numbers a part of a sentence, and for inches. */
const ALONE = /(?<!\S)(?:\d{1,2}|\p{L})\)|\d”/gu;

/** What is wrong with the signs of a text, with the place; nothing where nothing is. */
export function signsFault(text: string): TextFault | undefined {
  const fault = spaceFault(withoutQuoted(text));
  if (fault) return fault;
  for (const [open = '', close = ''] of PAIRS) {
    const [opened = 0, closed = 0] = [open, close].map((sign) => text.split(sign).length - 1);
    // In German “ closes what „ opens.
    if (open === '“' && text.includes('„')) continue;
    const free =
      close === '’' ? closed : (text.match(ALONE) ?? []).filter((sign) => sign.endsWith(close)).length;
    if (opened > closed || closed > opened + free)
      return {
        index: Math.max(0, text.lastIndexOf(opened > closed ? open : close)),
        message: `One of the signs ${open} ${close} has no partner. Add it, or take the other out.`,
      };
  }
  return undefined;
}

/** The text with blanks in place of what others say, and of titles. */
export const withoutQuoted = (text: string): string =>
  text.replace(/“[^“”]*”|「[^「」]*」/g, (words) => `“${'\u00A0'.repeat(Math.max(0, words.length - 2))}”`);
