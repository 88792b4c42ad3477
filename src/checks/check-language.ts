import { isForeign, languageOfLetters } from '../rules/languages.ts';
import { nodesOf, placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { DRAWN } from '../rules/sentences.ts';
import type { Language } from '../site.ts';
import { blocksIn, readAttributes, type Block } from './block-text.ts';
import { isTitleField } from './check-values.ts';
import { koreanFault } from './korean-writing.ts';
import { quoted } from './problems.ts';
import { reportFaults, reportTexts, type Data, type TextEntry } from './read-entries.ts';

/* That a text is written in the language of its folder, by the rules of that language. */

/** Words that a title may consist of in every language: names of people, groups and things. */
export type Names = ReadonlySet<string>;

/** The single words of all names, as they are written in each language. */
export const namesOf = (data: Data): Names =>
  new Set(
    [...data.names, ...data.organisations]
      .flatMap(({ data: { name, short, korean } }) => [name, short, korean])
      .flatMap((name) => (typeof name === 'string' ? name.split(NO_WORD) : [])),
  );
const NO_WORD = /[^\p{L}\p{N}]+/u;

/** What no text of a language has, by its own rules of writing. */
const WRITING: Partial<Record<Language, typeof koreanFault>> = { ko: koreanFault };
export const writingFault = (language: Language, text: string) => WRITING[language]?.(text)?.message;

/** Words of others, and titles of works, which stand in their own language. */
const QUOTED = /“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉/g;
/** So many words in a row are a sentence, and no name; two letters of Korean say as much as a word. */
const SENTENCE = 5;
const WORD = /\p{Ll}{2,}|\p{Script=Hangul}{2}/gu;
/** So many times as many letters of another language as of English may a sentence have: the name of a Korean law is long. */
const LONG_NAME = 3;
/** A title is short, and says in its own language what it is. */
const TITLE = 1;
/** The same for other blocks: a row may have cells of names in another language. */
const MOST: Readonly<Record<string, number>> = { paragraph: LONG_NAME, tableRow: Infinity };

/**
 * Whether words are left in another language: of those of their own there are none, or few.
 * @param most so many times as many other letters as English ones may the whole have; of what may be
 *   a name, only sentences are looked at
 */
function isLeft(language: Language, text: string, names: Names, most?: number): boolean {
  const own = text.replace(QUOTED, '');
  const wordsIn = (part: string) => part.match(WORD)?.length ?? 0;
  const isName = own.split(NO_WORD).every((word) => !/\p{L}/u.test(word) || names.has(word));
  return (
    (most !== undefined && isForeign(language, own, most) && wordsIn(own) > 0 && !isName) ||
    // What stands in brackets explains a word by that of another language.
    own
      .replace(/\([^()]*\)/g, '')
      .split(/(?<=[.?!])\s+/)
      .some((one) => isForeign(language, one, LONG_NAME) && wordsIn(one) >= SENTENCE)
  );
}

/** What is said of a field, by its path, that is left in another language. */
export const leftInField = (
  language: Language,
  text: string,
  names: Names,
  path: readonly PropertyKey[],
  advice?: string,
) => isLeft(language, text, names, isTitleField(path) ? TITLE : undefined) && untranslated(text, advice);

const TRANSLATE = 'Translate it.';
export const untranslated = (text: string, advice = TRANSLATE) =>
  `${quoted(text)} is not translated. ${advice}`;

/** Checks that a text without an original is written in the language of its folder. */
export function checkWrittenIn(entry: TextEntry, names: Names): void {
  const { language, data } = entry;
  const { title, summary } = data;
  const folderOf = (text: string) => {
    const own = languageOfLetters(text);
    return own && own !== language
      ? entry.path.replace(`/${language}/`, `/${own}/`)
      : 'the folder of its language';
  };
  if ([title, summary].every((text) => typeof text === 'string' && isForeign(language, text)))
    return reportFaults(entry, {
      title: `${quoted(String(title))} is not in the language of this folder. Move the file to ${folderOf(`${title} ${summary}`)}; readers of the other language see it there under a notice. Or translate it.`,
    });
  const advice = (text: string) =>
    `Translate it; or, if all of the text is in that language, move the file to ${folderOf(text)}.`;
  reportTexts(
    entry,
    { title, summary },
    (text, path) => writingFault(language, text) ?? leftInField(language, text, names, path, advice(text)),
  );
  checkBody(entry, names, advice);
}

/** What a block says but for titles of works, which are set apart by stars. */
const withoutWorks = ({ node, prose }: Block) =>
  nodesOf(node)
    .filter(({ type }) => type === 'emphasis')
    .reduce((text, work) => text.replaceAll(wordsOf(work), ''), prose)
    .replaceAll(DRAWN, '');

/** The rows of the tables of a text but for their heads, by their cells: a cell may hold a word of another language. */
const rowsIn = (tree: MdxNode) =>
  new Map(
    nodesOf(tree)
      .filter(({ type }) => type === 'table')
      .flatMap(({ children: [, ...rows] = [] }) => rows)
      .flatMap((row) => (row.children ?? []).map((cell) => [cell, row])),
  );

/**
 * Reports whatever is left in another language: paragraphs, items, headings, cells of the head and
 * rows of a table, words of tags. Those in quotes are somebody's own words.
 * @param advice what to do about words that are left
 */
export function checkBody(
  { tree, body, language, report }: TextEntry,
  names: Names,
  advice?: (text: string) => string,
): void {
  if (!tree) return;
  for (const node of nodesOf(tree).filter(({ name }) => name !== 'Quote'))
    for (const { name, value } of readAttributes(node)) {
      // A credit names somebody.
      const most = name === 'credit' ? undefined : TITLE;
      const fault =
        writingFault(language, value) ?? (isLeft(language, value, names, most) && untranslated(value));
      if (fault) report(placeOf(node), fault);
    }
  const rows = rowsIn(tree);
  const blocks = blocksIn(tree, body).filter(({ node, isQuote }) => !isQuote && node.type !== 'code');
  for (const { prose, placeAt } of blocks) {
    const fault = WRITING[language]?.(prose);
    if (fault) report(placeAt(fault.index), fault.message);
  }
  for (const [node, parts] of Map.groupBy(blocks, ({ node }) => rows.get(node) ?? node)) {
    const text = parts.map(withoutWorks).join(' ');
    const most = MOST[node.type] ?? TITLE;
    // Words are not told: a name that must not appear would stand in the log.
    if (isLeft(language, text, names, most))
      report(placeOf(node), `What stands here is not translated. ${advice?.(text) ?? TRANSLATE}`);
  }
}
