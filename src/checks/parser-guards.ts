import type { TextFault } from './problems.ts';

/*
 * What the parsers can bear. The MDX parser is native code: nested too deeply it ends
 * the whole process, and a very long paragraph full of signs takes it minutes. So a
 * text is measured before it is parsed, with margins far beyond any real text.
 */

/** Levels of quotes, lists, brackets and tags. */
const DEPTH = 60;
/** A run of signs or spaces that nests as deeply. */
const RUN = 240;
/** A paragraph in which code may be met at all. */
const CODE = 10_000;
/** Signs of mark-up in a paragraph, multiplied by its length, summed up over the text. */
const WORK = 150_000_000;

const DEEP = `The text is nested more than ${DEPTH} levels deep here. Make it flatter.`;
const DENSE = 'This paragraph is too long to be laid out. Divide it by empty lines.';

/** Where and why a text is more than a parser can bear; nothing where it is not. */
export function overload(text: string, isJson: boolean): TextFault | undefined {
  // What stands in a string of JSON is no bracket.
  const signs = isJson ? text.replace(/"(?:[^"\\\n]|\\.)*"/g, (string) => 'x'.repeat(string.length)) : text;
  return tooDeep(signs) ?? (isJson ? undefined : tooDense(text));
}

/** A line that begins with too many marks of quotes and lists, or a run that nests as deeply. */
const TOO_MANY = new RegExp(
  [
    `^(?:[ \\t]*(?:>|(?:[-*+?]|\\d{1,9}[.)])(?=[ \\t\\n]|$))){${DEPTH + 1}}`,
    `[*_~]{${RUN}}`,
    `^[ \\t]{${RUN}}`,
  ].join('|'),
  'm',
);
/** What opens and closes a level; a sign after a backslash does neither. */
const BRACKETS = /\\[^]|[[\](){}]|<\/|<(?=[A-Za-z>])|\/>|\n(?=\n)/g;

function tooDeep(text: string): TextFault | undefined {
  const many = TOO_MANY.exec(text);
  if (many) return { index: many.index, message: DEEP };
  if ((text.match(/[[({<]/g)?.length ?? 0) <= DEPTH) return undefined;
  let [brackets, tags] = [0, 0];
  for (const { 0: sign, index } of text.matchAll(BRACKETS)) {
    if (sign === '<') tags++;
    else if (sign === '</' || sign === '/>') tags = Math.max(0, tags - 1);
    else if (sign === '[' || sign === '{' || sign === '(') brackets++;
    else if (sign === ']' || sign === '}' || sign === ')') brackets = Math.max(0, brackets - 1);
    // A bracket that is never closed ends with its paragraph.
    else if (sign === '\n') brackets = 0;
    if (brackets > DEPTH || tags > DEPTH) return { index, message: DEEP };
  }
  return undefined;
}

/** Blocks end at an empty line; each item of a list and each row of a table is one. */
const BLOCK_END = /\n(?=[ \t]*(?:\n|[-*+|#]|\d{1,9}[.)]))/g;
const SIGNS = /[[&'"_<>{}*~`\\@]|--|\.\.\.|:\/\/|www\./g;

function tooDense(text: string): TextFault | undefined {
  if (text.length <= CODE) return undefined;
  let [work, at] = [0, 0];
  for (const block of text.split(BLOCK_END)) {
    const signs = block.match(SIGNS)?.length ?? 0;
    work += signs * block.length;
    const withoutNotes = block.length > CODE ? block.replace(/\{\/\*[\s\S]*?\*\/\}|\\[{}]/g, '') : '';
    if (work > WORK || /\{|^\s*(?:import|export)\b/.test(withoutNotes))
      return { index: at + block.search(/\S/), message: DENSE };
    at += block.length + 1;
  }
  return undefined;
}
