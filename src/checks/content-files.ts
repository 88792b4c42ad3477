import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LineCounter } from 'yaml';
import type { Place } from '../rules/markdown.ts';
import { LISTS, LISTS_OF_FILE } from '../rules/lists.ts';
import { TEXT_KINDS } from '../schemas/lists.ts';
import { OWN_LISTS, TRANSLATED_LISTS } from '../schemas/translations.ts';
import { defaultLanguage, site } from '../site.ts';
import { kindOf } from '../rules/kinds.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { posixPath } from '../rules/posix-path.ts';
import { COPY, isLeftBehind, pathFault } from './file-names.ts';
import { PICTURE } from './image-metadata.ts';
import { overload } from './parser-guards.ts';
import { faultFinder, quoted, START, type Report } from './problems.ts';

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
const WRITTEN_BY_BUILD = /^content\/data\/(?:published|versions)\.json$/;

const LANGUAGES = `(?:${site.languages.join('|')})`;
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Where files may lie, and what they are there. The first that fits counts. */
const PLACES: [RegExp, FileKind][] = [
  [new RegExp(`^content/${LANGUAGES}/pages/(?:${NAME}/)*${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/categories/${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/news/(?:\\d{4}|undated)/${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/data/(?:${[...LISTS_OF_FILE.keys()].join('|')})\\.json$`), 'data'],
  [
    new RegExp(
      `^content/${LANGUAGES}/data/(?:${[...TRANSLATED_LISTS.keys(), LISTS[OWN_LISTS[0]].file].join('|')})\\.json$`,
    ),
    'data',
  ],
  [WRITTEN_BY_BUILD, 'data'],
  [new RegExp(`^(?:content/images|public)/(?:${NAME}/)*${NAME}${PICTURE.source}`), 'picture'],
  [
    /^content\/(?:templates\/[a-z-]+\.mdx|guide\/[a-z-]+(?:\.[a-z]{2})?\.md|(?:README|STYLE|INCIDENT)(?:\.[a-z]{2})?\.md|LICENSE)$/,
    'other',
  ],
  [new RegExp(`^public/(?:\\.well-known/)?${NAME}\\.txt$`), 'other'],
];

/** Why a file may not lie anywhere else, by what it seems to be. */
const misplaced = faultFinder({
  'This seems to be a copy of another file. Keep one of the two, and remove the other.': COPY,
  'SVG pictures can hold code and are not taken. Save it as PNG or WebP.': /\.svg$/i,
  'Pictures lie in content/images, with names of lower-case letters, digits and hyphens.': PICTURE,
  'Only pictures and .txt files are served from public/. Remove it.': /^public\//,
  'Texts have the ending .mdx. Rename the file.': /\.md$/i,
  [`There is no language “$1”. Texts lie in content/${site.languages.join(' or content/')}.`]: new RegExp(
    `^content/(?!${LANGUAGES}/)([^/]*).*\\.mdx$`,
    'i',
  ),
  [`Nothing reads this folder. Texts lie in content/${defaultLanguage}/news/<year>, content/${defaultLanguage}/pages or content/${defaultLanguage}/categories.`]:
    new RegExp(`^content/[^/]+/(?!(?:${TEXT_KINDS.join('|')})/).*\\.mdx$`, 'i'),
  'The file name becomes the address: use lower-case letters, digits and single hyphens.': new RegExp(
    `^(?!content/[^/]+(?:/${NAME})+\\.mdx$).*\\.[mM][dD][xX]$`,
  ),
  [`A post lies in the folder of its year, as in content/${defaultLanguage}/news/2024/my-post.mdx.`]:
    /^content\/[^/]+\/news\/.*\.mdx$/i,
  [`A category lies right in its folder, as in content/${defaultLanguage}/categories/books.mdx.`]: /\.mdx$/,
  'Nothing reads this file. Data lies in the files of content/data.': /\.json$/,
  'This kind of file is not taken here. Texts are .mdx, data .json, pictures .jpg, .png, .webp or .avif.':
    /$/,
});

/** A text that is not written yet, and where it is to stand. */
export interface AddedText {
  path: string;
  text: string;
}

/**
 * Every file below `content/` and `public/` that may be read; whatever else lies there is reported.
 * @param added stands among them as if it were there
 */
export function contentFiles(
  root: string,
  reporter: (path: string) => Report,
  added?: AddedText,
): ContentFile[] {
  const files: ContentFile[] = [];
  const refuse = (path: string, message: string) => reporter(path)(START, message);

  const visit = (folder: string) => {
    for (const name of namesIn(root, folder, refuse)) {
      const path = `${folder}/${name}`;
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (!stats) refuse(folder, `The name of a file cannot be read: ${quoted(name)}. Rename it.`);
      else if (isLeftBehind(name)) continue;
      else if (stats.isDirectory() && !name.startsWith('.') && /\.\w+$/.test(name))
        refuse(path, 'This is a folder with the name of a file. Rename or remove it.');
      else if (stats.isDirectory() && (!name.startsWith('.') || name === '.well-known')) visit(path);
      else {
        const kind = PLACES.find(([place]) => place.test(path))?.[1];
        const message = fileFault(path, name, stats) ?? (kind ? undefined : misplaced(path)?.message);
        if (message) refuse(path, message);
        else if (kind)
          files.push({ path, kind, stamp: `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}` });
      }
    }
  };
  for (const folder of ['content', 'public'])
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink())
      refuse(folder, 'This is a link to another folder. Put the folder itself here.');
    else visit(folder);
  if (!added) return files;
  const fault = pathFault(added.path);
  if (fault !== undefined) refuse(added.path, fault);
  return [...files, { path: added.path, kind: 'text', stamp: added.text }];
}

function namesIn(root: string, folder: string, refuse: (path: string, message: string) => void): string[] {
  try {
    return readdirSync(join(root, folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      refuse(folder, 'This folder cannot be read. Look at its permissions.');
    return [];
  }
}

function fileFault(path: string, name: string, stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'This is a link to another file. Put the file itself here.';
  if (name.startsWith('.')) return 'A hidden file or folder does not belong here. Remove it.';
  if (!stats.isFile()) return 'This is not a plain file. Remove it.';
  const named = pathFault(path);
  if (named !== undefined) return named;
  if (path.startsWith('public/') && isTaken(path.slice('public'.length)))
    return 'The site itself makes a file of this address. Give this one another name.';
  const limit = PICTURE.test(name) || WRITTEN_BY_BUILD.test(path) ? PICTURE_LIMIT : TEXT_LIMIT;
  if (stats.size <= limit) return undefined;
  const megabytes = (bytes: number) => (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1);
  return `The file has ${megabytes(stats.size)} MB; ${megabytes(limit)} MB is the most. Make it smaller.`;
}

/** Whether an address belongs to what the site makes, so that a file of public/ would take its place. */
const isTaken = (address: string) => {
  const kind = kindOf(address);
  return kind !== undefined && !/of public|^icon$/.test(kind);
};

/** Where characters stand that nobody sees, or that a wrong code has left; and what to do. */
export const oddCharacter = faultFinder({
  // Controls other than tab and line break, marks that turn the direction of the text
  // around them, spaces without width, letters that only computers see: each is able to
  // show another text than is stored. Joiners stay: Persian and emoji need them, and
  // the flags of England, Scotland and Wales are spelt in invisible letters.
  'An invisible character stands here ($#). Delete it and type the text again.':
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC\uFFFE\uFFFF\p{Cs}]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6})[\u{E0000}-\u{E007F}]/u,
  // A sign that stands for a lost one, and letters of UTF-8 that were read as single bytes.
  'A letter was lost here: “$1”. The text was once saved in another code than UTF-8. Type it again.':
    /(\uFFFD|â€.?|Ã[\u0080-\u00BF]|[ëìíê](?![‘’“”–—…»]{2})[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})/u,
});

/** What programs leave between lines and at their ends. */
const lineFault = faultFinder({
  // The marks between the two sides, as git writes them.
  'A conflict of two versions was left here. Keep one of the two sides, and delete the lines of <, |, = and >.':
    /^[ \t]*(?:> ?)?(?:(?:<{7}|>{7}|\|{7})(?= |$)|={7}[ \t]*$)/m,
  'A line ends here with a return alone, as on old Macs. Save the file with the line ends of Unix or Windows.':
    /\r/,
});
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file in UTF-8, with line breaks as \n and without a byte order mark;
 * nothing, and a problem, where it is no such text or too much for a parser.
 */
export function readText(
  root: string,
  path: string,
  report: Report,
  bytes = tryOrUndefined(() => readFileSync(join(root, path))),
): string | undefined {
  if (!bytes) return void report(START, 'The file cannot be read. Look at its permissions.');
  const text = tryOrUndefined(() => UTF8.decode(bytes).replaceAll('\r\n', '\n'));
  if (text === undefined) {
    const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2));
    const code = isWide ? 'UTF-16' : 'another code than UTF-8';
    return void report(START, `The file is written in ${code}. Save it as UTF-8.`);
  }
  // Nothing parses the other files.
  const isParsed = /\.(?:mdx|json)$/.test(path);
  const fault =
    lineFault(text) ?? oddCharacter(text) ?? (isParsed ? overload(text, path.endsWith('.json')) : undefined);
  return fault ? void report(lineAt(text, fault.index), fault.message) : text;
}

/** The value of a JSON file, which editors may save with a byte order mark. @throws with a sentence where it is none */
export function jsonIn(path: string): unknown {
  const value = tryOrUndefined(
    () => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as unknown,
  );
  if (value !== undefined) return value;
  throw new Error(
    `${posixPath(relative('', path), sep)} cannot be read. Run “npm run check”, and do first what it says.`,
  );
}

/** Line and column, counted from 1, of a position in a text. */
export const lineAt = (text: string, position: number): Place => placer(text)(position);

/**
 * Gives line and column, counted from 1, of many positions in one text.
 * @param offset lines of the file that stand before the text
 */
export function placer(text: string, offset = 0): (position: number) => Place {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return (position) => {
    const { line, col } = lines.linePos(position);
    return { line: line + offset, column: col };
  };
}
