import { faultFinder, type TextFault } from './problems.ts';

/*
 * What the signs of a text are like in every language: those of a pair stand together, a
 * space stands behind a sign and not before it.
 */

/** Small words that never stand twice; others may, as in “he had had it” and in Korean. */
const NEVER_TWICE =
  'the|an|and|or|but|of|to|at|as|with|for|from|by|into|than|has|have|its|their|they|we|[가-힣]{2,}(?:[은는을를]|에서|에게|으로)';
/** Short forms behind whose full stop a sentence goes on. */
const SHORT = 'approx|incl|excl|resp|dept|govt|univ|assoc|prof|vols|trans|transl|illus|paras?|orig|repr';

// Words are not told: a name that must not appear would stand in the log.
const spaceFault = faultFinder({
  'A space stands before the sign $0. Take it out.':
    /(?:(?<=[\p{L}\p{N}] )[.,;](?=\s|$)|(?<=\p{L} ),(?=\p{L})|(?<=\p{Script=Hangul} )[!?](?=\s|$))/u,
  // Behind a word with a capital it is rather a name or an address.
  'A space is missing after the sign $0. Put it in.':
    /(?<=\p{Script=Hangul})[.,](?=\p{Script=Hangul})|(?<=(?<!\p{L})\p{Ll}{2,30})(?:[,;](?=\p{Ll}{2})|\.(?=\p{Lu}\p{Ll}{1,30}(?:[\s,]|$)))/u,
  'The word “$1” stands twice. Take one out.': new RegExp(
    `(?<![\\p{L}’'-])(${NEVER_TWICE})\\s\\1(?![\\p{L}’'-])`,
    'iu',
  ),
  'The signs $0 stand side by side. Keep one of them.': /(?<![.\p{Lu}])\.\.(?![./])|,[,.]|;;/u,
  'The sign $0 stands for an apostrophe. Write ’ without a space.':
    /(?<=\p{Script=Latin})(?:[´ʼ′＇]| ’(?=s(?!\p{L}))|’ (?=s(?!\p{L})))(?=\p{Script=Latin})/u,
  'A word is divided by a hyphen, as at the end of a printed line. Join its parts.':
    /(?<=\p{Ll}{2})-\s(?!(?:and|or|to|nor|but)\s)(?=\p{Ll}{2})|(?<=\p{L})¬/u,
  'This sentence begins with a small letter. Write a capital, or a comma before it.': new RegExp(
    `(?<=(?<!\\p{L})(?!(?:${SHORT})\\.)\\p{Ll}{4,30}\\. )\\p{Ll}+(?![\\p{L}\\p{N}])`,
    'u',
  ),
  'These words are in capitals. Write small letters; only names and initials have capitals.':
    /(?<!\p{L})(?:\p{Lu}+ ){3}\p{Lu}{2,}(?!\p{L})/u,
});

/** What stands within brackets or quotes, whatever they hold. */
const innerFault = faultFinder({
  'A space stands behind the sign $0, which opens. Take it out.': /[“‘「『《〈(](?= \S)/,
  'A space stands before the sign $0, which closes. Take it out.': /(?<=\S )[”」』》〉)]/,
});

const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '〈〉', '()'] as const;
/** Signs that close nothing: behind what numbers a part of a sentence, and for inches. */
const ALONE = /(?<!\S)(?:\d{1,2}|\p{L})\)|\d”/gu;

/** How no sentence begins, and how none ends. */
export const BEGINS_SMALL = /^\p{Ll}+(?![\p{L}\p{N}])/u;
export const ENDS_OPEN = /[\p{L}\p{N},–-]$/u;

/** What is wrong with the signs of a text, with the place; nothing where nothing is. */
export function signsFault(text: string): TextFault | undefined {
  const fault = spaceFault(withoutQuotes(text)) ?? innerFault(text);
  if (fault) return fault;
  for (const [open = '', close = ''] of PAIRS) {
    const [opened = 0, closed = 0] = [open, close].map((sign) => text.split(sign).length - 1);
    // In German “ closes what „ opens.
    if (opened === closed || (open === '“' && text.includes('„'))) continue;
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
export const withoutQuotes = (text: string): string =>
  text.replace(/“[^“”]*”|「[^「」]*」|『[^『』]*』/g, (words) => `“${'\u00A0'.repeat(words.length - 2)}”`);
