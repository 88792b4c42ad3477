import { nodesOf, type MdxNode } from '../rules/markdown.ts';
import { site } from '../site.ts';
import { blocksIn } from './block-text.ts';
import { notesIn, notesOf } from './check-markup.ts';
import { lineAt, readText, type ContentFile } from './content-files.ts';
import { messageFor } from './message-language.ts';
import { faultFinder, quoted, START } from './problems.ts';
import { isDraft, reportTexts, type TextEntry } from './read-entries.ts';

/* What a template says to its editor, or in place of the editor, and what was left of it in a text. */

/** What a new post asks of its editor, who deletes it. */
export const NOTE =
  'Say first who reports what, or what is new, in your own words; two to four short paragraphs are enough. Numbers and sources are named by tag, as content/README.md shows. Delete this note.';

/** What the templates and new posts say where an editor is to write. */
export type TemplateWords = ReturnType<typeof templateWords>;

/** An example of front matter in the guide. */
const YAML = /^```yaml\n.*?^```/gms;
/** Words in quotes, or an address; a single word may be an id that is right, and so may the role of a reviewer. */
const PLACEHOLDER = /(?<!\brole: )"(https?:[^"\n]+|[^"\n]*\s[^"\n]*)"/g;

/** Reads templates and guide; what is wrong with such a file itself is reported where all files are read. */
export function templateWords(root: string, files: readonly ContentFile[]) {
  const read = (looks: RegExp) =>
    files.flatMap(({ path }) => (looks.test(path) ? (readText(root, path, () => {}) ?? '') : []));
  const texts = read(/^content\/templates\//);
  // The guide shows front matter as a template does.
  const samples = read(/^content\/(?:guide\/|README).*\.md$/).flatMap((text) => text.match(YAML) ?? []);
  const shown = [...texts.map((text) => text.split(/^---$/m)[1] ?? ''), ...samples];
  const bodies = texts.flatMap((text) => text.split(/^---$/m).slice(2));
  return {
    /** The notes for editors, each on one line. */
    notes: new Set([
      ...site.languages.map((language) => messageFor(`content/${language}/`, NOTE)),
      ...texts.flatMap(notesIn),
    ]),
    /** Words in fields. */
    values: new Set(shown.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, value = '']) => value))),
    /** Paragraphs. */
    lines: bodies.flatMap((body) => body.split('\n').filter((line) => /^[-\w].{30}/.test(line))),
  };
}

/** Words by which writers mark what is still to be done. */
const draftNote = faultFinder({
  'A note of the draft is left here: “$1”. Write what is missing, or take it out.':
    /((?<![\p{L}\p{N}_-])(?:TODO|FIXME|TBD|TBC|XXX)(?![\p{L}\p{N}_-])|\[TK\]|^TK[.:]?$|[Ll]orem ipsum|\[(?:citation needed|source\??|link|출처 ?필요)\](?!\())/mu,
});

/** The whole of a text in which nothing is said, but perhaps that it will be. */
const NOTHING =
  /^\s*(?:(?:sample|dummy) text|placeholder|content|coming soon|more (?:soon|to come|to follow)|to (?:be (?:written|added)|come|follow)|under construction|tests?|n\/a|none|nothing|본문|내용|테스트|(?:내용 ?)?없음|(?:준비|작성) ?중(?:입니다)?|추후 ?(?:작성|추가)(?: ?(?:예정|중))?(?:입니다)?)?[\s\p{P}]*$/iu;

/** Whether nothing is written in a text but headings and notes for editors; a tag, and what is refused, is something. */
function saysNothing(tree: MdxNode, body: string): boolean {
  const isDrawn = (node: MdxNode) => /^(?:mdx|html)/.test(node.type) && notesOf(node).length === 0;
  const words = blocksIn(tree, body).map(({ node, text }) => (node.type === 'heading' ? '' : text));
  return !nodesOf(tree).some(isDrawn) && NOTHING.test(words.join(' '));
}

/**
 * Reports what was left of a template, and notes of what is to be done: whoever reads the text in
 * the project cannot tell whether it was. A draft may keep them.
 */
export function checkRemains(entry: TextEntry, { notes, values, lines }: TemplateWords): void {
  if (isDraft(entry)) return;
  const { body, tree, report } = entry;
  const faultOf = (text: string) =>
    values.has(text) ? 'this is what the template says. Write your own.' : draftNote(text)?.message;
  reportTexts(entry, entry.source.value, faultOf);
  const asked = tree ? notesOf(tree).filter(({ text }) => notes.has(text)) : [];
  for (const { text, placeAt } of asked)
    report(
      placeAt(0),
      `This note of the template is still here: ${quoted(text)}. Do what it asks, then delete it from {/* to */}; or add draft: true until then.`,
    );
  if (tree && asked.length === 0 && saysNothing(tree, body))
    report(START, 'The text says nothing yet. Write it; or add draft: true until then.');
  const note = draftNote(body);
  if (note) report(lineAt(body, note.index), note.message);
  const left = lines.find((line) => body.includes(line));
  if (left !== undefined)
    report(
      { ...lineAt(body, body.indexOf(left)), column: 1 },
      `This is what the template says: ${quoted(left)}. Write your own, or take it out.`,
    );
}
