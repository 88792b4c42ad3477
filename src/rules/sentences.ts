/** Stands in a text for something drawn: a figure, a word of code. */
export const DRAWN = '\uFFFC';
/** Stands in a text for the mark of a footnote, which belongs to the sentence before it. */
export const RAISED = '\uFFF9';

/** A full stop of any language, with the quotes and brackets that close behind it. */
const STOP = new RegExp(`[.!?…。！？]+["'”’»)\\]」』${RAISED}]*(?=\\s|$)`, 'gu');
/** How a text goes on within the same sentence. */
const GOES_ON = /^\s+[\p{Ll},;:–—)]/u;
/** What stands before a point that ends no sentence where more words follow: initials, titles, units. */
const SHORT =
  /(?<![\p{L}\d])(?:(?:\p{Lu}\.)*\p{Lu}|[a-z]|Mrs?|Ms|Drs?|Prof|Rev|Gen|Col|Lt|Sgt|Capt|Sen|Rep|St|Jr|Sr|No|Nos|Vol|Fig|Art|Inc|Ltd|Co|Corp|approx|ca|cf|vs|etc|pp|e\.g|i\.e)\.$/u;
/** What stands before the point of a month that is cut short; a number follows it. */
const MONTH = /(?<!\p{L})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** More than the signs of any of these, so that a long text is not read again at each point. */
const LONGEST = 24;

/**
 * Where the sentences of a paragraph end: the places behind their full stops and what closes
 * there; the last one is the end of the words.
 * @param certain places at which a short word with a point does end its sentence
 */
export function sentenceEnds(text: string, certain: ReadonlySet<number> = new Set()): number[] {
  const words = text.trimEnd();
  const ends: number[] = [];
  let [done, isInBrackets] = [0, false];
  for (const { 0: stop, index } of words.matchAll(STOP)) {
    const end = index + stop.length;
    const [bracket] = words.slice(done, end).match(/[()](?=[^()]*$)/) ?? [];
    if (bracket !== undefined) isInBrackets = bracket === '(';
    done = end;
    const [before, after] = [words.slice(Math.max(0, index - LONGEST), index + 1), words.slice(end)];
    const isShort = SHORT.test(before) || (MONTH.test(before) && /^\s+[\d\uFFFC]/.test(after));
    const goesOn = GOES_ON.test(after) || (isShort && !certain.has(end)) || isInBrackets;
    if (end < words.length && !goesOn) ends.push(end);
  }
  return [...ends, words.length];
}
