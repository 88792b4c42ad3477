import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { LISTS_OF_FILE, TEXT_KINDS } from '../schemas/lists.ts';
import { site } from '../site.ts';
import { overload } from './parser-guards.ts';
import { quoted, type Problem } from './problems.ts';

/** What a file of the content is, by where it lies. */
export type FileKind = 'text' | 'data' | 'picture' | 'other';

/** A plain file of `content/` or `public/` that lies where something reads it. */
export interface ContentFile {
  /** Path from the top of the project, with slashes. */
  path: string;
  kind: FileKind;
  /** Changes whenever the file does. */
  stamp: string;
}

const MEGABYTE = 1_048_576;
const TEXT_LIMIT = MEGABYTE;
const PICTURE_LIMIT = 10 * MEGABYTE;
/** Written by the build itself, one line for each page, and each version of one, that ever was. */
const WRITTEN_BY_BUILD = ['content/data/published.json', 'content/data/versions.json'];

const PICTURE = /\.(?:jpe?g|png|webp|avif)$/;
const LANGUAGES = `(?:${site.languages.join('|')})`;
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Where files may lie, and what they are there. The first that fits counts. */
const PLACES: [RegExp, FileKind][] = [
  [new RegExp(`^content/${LANGUAGES}/pages/(?:${NAME}/)*${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/categories/${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/news/(?:\\d{4}|undated)/${NAME}\\.mdx$`), 'text'],
  [
    new RegExp(`^content/data/(?:${[...LISTS_OF_FILE.keys(), 'published', 'versions'].join('|')})\\.json$`),
    'data',
  ],
  [new RegExp(`^content/images/(?:${NAME}/)*${NAME}\\.(?:jpe?g|png|webp|avif)$`), 'picture'],
  [/^content\/templates\/[a-z-]+\.mdx$/, 'other'],
  [/^content\/(?:README\.md|LICENSE)$/, 'other'],
  [/^public\/favicon\.svg$/, 'other'],
  [new RegExp(`^public/(?:${NAME}/)*${NAME}\\.(?:jpe?g|png|webp|avif)$`), 'picture'],
  [new RegExp(`^public/(?:\\.well-known/)?${NAME}\\.txt$`), 'other'],
];

/** Every file below `content/` and `public/` that may be read; whatever else lies there is a problem. */
export function contentFiles(root: string): { files: ContentFile[]; problems: Problem[] } {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const refuse = (path: string, message: string) => problems.push({ path, line: 1, column: 1, message });

  const visit = (folder: string) => {
    for (const name of namesIn(root, folder, refuse)) {
      const path = `${folder}/${name}`;
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (!stats) refuse(folder, `The name of a file cannot be read: ${quoted(name)}. Rename it.`);
      else if (stats.isDirectory() && (!name.startsWith('.') || name === '.well-known')) visit(path);
      else {
        const message = faultOf(path, name, stats);
        if (message) refuse(path, message);
        else
          files.push({
            path,
            kind: PLACES.find(([place]) => place.test(path))?.[1] ?? 'other',
            stamp: `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}`,
          });
      }
    }
  };
  visit('content');
  visit('public');
  return { files, problems };
}

function namesIn(root: string, folder: string, refuse: (path: string, message: string) => void): string[] {
  try {
    return readdirSync(join(root, folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      refuse(folder, 'This folder cannot be read. Look at its rights.');
    return [];
  }
}

function faultOf(path: string, name: string, stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'This is a link to another file. Put the file itself here.';
  if (name.startsWith('.')) return 'A hidden file or folder does not belong here. Remove it.';
  if (!stats.isFile()) return 'This is not a plain file. Remove it.';
  const limit = PICTURE.test(name) || WRITTEN_BY_BUILD.includes(path) ? PICTURE_LIMIT : TEXT_LIMIT;
  if (stats.size > limit) {
    const [size, most] = [stats.size, limit].map((bytes) =>
      (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1),
    );
    return `The file has ${size} MB; ${most} MB is the most. Make it smaller.`;
  }
  if (PLACES.some(([place]) => place.test(path))) return undefined;
  return misplaced(path);
}

/** Why a file may not lie where it lies, by what it seems to be. */
function misplaced(path: string): string {
  if (/\.svg$/i.test(path)) return 'SVG pictures can hold code and are not taken. Save it as PNG or WebP.';
  if (PICTURE.test(path.toLowerCase())) {
    return 'Pictures lie in content/images, with names of lower-case letters, digits and hyphens.';
  }
  if (path.startsWith('public/')) return 'Only pictures and .txt files are served from public/. Remove it.';
  if (/\.mdx?$/i.test(path)) return misplacedText(path);
  if (/\.json$/.test(path)) return 'Nothing reads this file. Data lies in the files of content/data.';
  return 'This kind of file is not taken here. Texts are .mdx, data .json, pictures .jpg, .png, .webp or .avif.';
}

function misplacedText(path: string): string {
  if (/\.md$/i.test(path)) return 'Texts have the ending .mdx. Rename the file.';
  const [, language = '', kind = '', ...names] = path.split('/');
  if (!site.languages.some((known) => known === language)) {
    return `There is no language ${quoted(language)}. Texts lie in content/${site.languages.join(' or content/')}.`;
  }
  if (!TEXT_KINDS.some((known) => known === kind)) {
    return `Nothing reads this folder. Texts lie in content/${language}/news/<year>, content/${language}/pages or content/${language}/categories.`;
  }
  if (names.some((name) => !new RegExp(`^${NAME}(?:\\.mdx)?$`).test(name))) {
    return 'The file name becomes the address: use lower-case letters, digits and single hyphens.';
  }
  return kind === 'news'
    ? `A post lies in the folder of its year, as in content/${language}/news/2024/my-post.mdx.`
    : `A category lies right in its folder, as in content/${language}/categories/books.mdx.`;
}

// Controls other than tab and line break, marks that turn the direction of the text
// around them, spaces without width, letters that only computers see: each is able to
// show another text than is stored. Joiners stay: Persian and emoji need them, and
// the flags of England, Scotland and Wales are spelt in invisible letters.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\p{Cs}]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6})[\u{E0000}-\u{E007F}]/u;
// A sign that stands for a lost one, and letters of UTF-8 that were read as single bytes.
const MIXED_UP = /\uFFFD|â€.?|Ã[\u0080-\u00BF]/u;

// Any of the characters above, or of those that begin one: quick to look for.
const SUSPECT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00C3\u00E2\u200B\u2028-\u202E\u2060-\u206F\uDB40\uFEFF\uFFF9-\uFFFF]/;

/** Where characters stand that nobody sees, or that a wrong code has left; and what to do. */
export function oddCharacter(text: string): { index: number; message: string } | undefined {
  if (!SUSPECT.test(text) && text.isWellFormed()) return undefined;
  const invisible = INVISIBLE.exec(text);
  if (invisible) {
    const code = (invisible[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      index: invisible.index,
      message: `An invisible character stands here (U+${code}). Delete it and type the text again.`,
    };
  }
  const mixed = MIXED_UP.exec(text);
  if (!mixed) return undefined;
  return {
    index: mixed.index,
    message: `A letter was lost here: “${mixed[0]}”. The text was once saved in another code than UTF-8. Type it again.`,
  };
}

const OLD_LINE_END =
  'A line ends here with a return alone, as on old Macs. Save the file with the line ends of Unix or Windows.';
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file in UTF-8, with line breaks as \n and without a byte order mark;
 * nothing, and a problem, where it is no such text or too much for a parser.
 */
export function readText(root: string, path: string, report: (problem: Problem) => void): string | undefined {
  const fail = (place: { line: number; column: number }, message: string) => {
    report({ path, ...place, message });
    return undefined;
  };
  const start = { line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path));
  } catch {
    return fail(start, 'The file cannot be read. Look at its rights.');
  }
  let text: string;
  try {
    text = UTF8.decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return fail(
      start,
      `The file is written in ${wide ? 'UTF-16' : 'another code than UTF-8'}. Save it as UTF-8.`,
    );
  }
  const lone = text.indexOf('\r');
  if (lone >= 0) return fail(lineAt(text, lone), OLD_LINE_END);
  const odd = oddCharacter(text);
  if (odd) return fail(lineAt(text, odd.index), odd.message);
  // Nothing parses the other files.
  const much = /\.(?:mdx|json)$/.test(path) ? overload(text, path.endsWith('.json')) : undefined;
  return much ? fail(lineAt(text, much.position), much.message) : text;
}

/** Line and column, counted from 1, of a position in a text. */
export function lineAt(text: string, position: number): { line: number; column: number } {
  return placer(text)(position);
}

/** Gives line and column, counted from 1, of many positions in one text. */
export function placer(text: string): (position: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (position) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: position - (starts[low] ?? 0) + 1 };
  };
}
