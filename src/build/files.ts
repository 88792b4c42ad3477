import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { site } from '../site.ts';
import type { Problem } from './problems.ts';

/** What a file of the content is, by where it lies. */
export type FileKind = 'text' | 'data' | 'picture' | 'other';

/** A plain file of `content/` or `public/` that lies where something reads it. */
export interface ContentFile {
  /** Path from the top of the project, with slashes. */
  path: string;
  kind: FileKind;
}

const MEGABYTE = 1_048_576;
const TEXT_LIMIT = MEGABYTE;
const PICTURE_LIMIT = 10 * MEGABYTE;
const DEPTH_LIMIT = 60;

const PICTURE = /\.(?:jpe?g|png|webp|avif)$/;
const LANGUAGES = `(?:${site.languages.join('|')})`;
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Where files may lie, and what they are there. The first that fits counts. */
const PLACES: [RegExp, FileKind][] = [
  [new RegExp(`^content/${LANGUAGES}/pages/(?:${NAME}/)*${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/categories/${NAME}\\.mdx$`), 'text'],
  [new RegExp(`^content/${LANGUAGES}/news/(?:\\d{4}|undated)/${NAME}\\.mdx$`), 'text'],
  [/^content\/data\/(?:statistics|sources|organisations|topics|names|redirects|published)\.json$/, 'data'],
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
    let names: string[];
    try {
      names = readdirSync(join(root, folder)).sort();
    } catch {
      return;
    }
    for (const name of names) {
      const path = `${folder}/${name}`;
      const stats = lstatSync(join(root, path));
      if (stats.isDirectory()) {
        visit(path);
        continue;
      }
      const message = faultOf(path, name, stats);
      if (message) refuse(path, message);
      else files.push({ path, kind: PLACES.find(([place]) => place.test(path))?.[1] ?? 'other' });
    }
  };
  visit('content');
  visit('public');
  return { files, problems };
}

function faultOf(path: string, name: string, stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'This is a link to another file. Put the file itself here.';
  if (!stats.isFile()) return 'This is not a plain file. Remove it.';
  if (name.startsWith('.')) return 'A hidden file does not belong here. Remove it.';
  const limit = PICTURE.test(name) ? PICTURE_LIMIT : TEXT_LIMIT;
  if (stats.size > limit) {
    const [size, most] = [stats.size, limit].map((bytes) => (bytes / MEGABYTE).toFixed(1));
    return `The file has ${size} MB; ${most} MB is the most. Make it smaller.`;
  }
  if (PLACES.some(([place]) => place.test(path))) return undefined;
  return misplaced(path);
}

/** Why a file may not lie where it lies, by what it seems to be. */
function misplaced(path: string): string {
  if (/\.svg$/i.test(path)) return 'SVG pictures can hold code and are not taken. Save it as PNG or WebP.';
  if (path.startsWith('public/')) return 'Only pictures and .txt files are served from public/. Remove it.';
  if (/\.mdx?$/i.test(path)) {
    if (/\.md$/i.test(path) && path !== 'content/README.md')
      return 'Texts have the ending .mdx. Rename the file.';
    if (/\/[^/]*[^a-z0-9./-][^/]*$|\/-|-\.|--/.test(path.replace(/^content/, ''))) {
      return 'The file name becomes the address: use lower-case letters, digits and single hyphens.';
    }
    if (/\/news\//.test(path))
      return 'A post lies in the folder of its year, as in content/en/news/2024/my-post.mdx.';
    return 'Nothing reads this folder. Texts lie in content/en/news/<year>, content/en/pages or content/en/categories.';
  }
  if (/\.json$/.test(path)) return 'Nothing reads this file. Data lies in the files of content/data.';
  if (PICTURE.test(path.toLowerCase())) {
    return 'Pictures lie in content/images, with names of lower-case letters, digits and hyphens.';
  }
  return 'This kind of file is not taken here. Texts are .mdx, data .json, pictures .jpg, .png, .webp or .avif.';
}

// Marks that turn the direction of the text around them, and controls other than
// tab and line break: invisible, and able to show another text than is stored.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/**
 * The text of a file in UTF-8, with line breaks as \n and without a byte order mark;
 * nothing, and a problem, where it is no such text or is nested too deeply to parse.
 */
export function readText(root: string, path: string, report: (problem: Problem) => void): string | undefined {
  const bytes = readFileSync(join(root, path));
  const fail = (line: number, column: number, message: string) => {
    report({ path, line, column, message });
    return undefined;
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return fail(
      1,
      1,
      `The file is written in ${wide ? 'UTF-16' : 'another code than UTF-8'}. Save it as UTF-8.`,
    );
  }
  const invisible = INVISIBLE.exec(text);
  if (invisible) {
    const { line, column } = lineAt(text, invisible.index);
    const code = (invisible[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return fail(
      line,
      column,
      `An invisible character stands here (U+${code}). Delete it and type the text anew.`,
    );
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const { line, column } = lineAt(text, deep);
    return fail(
      line,
      column,
      `The text is nested more than ${DEPTH_LIMIT} levels deep here. Make it flatter.`,
    );
  }
  return text;
}

/** Line and column, counted from 1, of a position in a text. */
export function lineAt(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Where a text is nested so deeply that a parser could run out of stack: many quote
 * or list marks in one line, many open brackets, deep indentation, many open tags.
 */
function tooDeep(text: string): number | undefined {
  const marks = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])[ \\t]*){${DEPTH_LIMIT + 1}}`, 'm');
  const runs = new RegExp(`[*_~]{${DEPTH_LIMIT * 4}}|^[ \\t]{${DEPTH_LIMIT * 4}}`, 'm');
  const found = [marks, runs].flatMap((pattern) => pattern.exec(text)?.index ?? []);
  if (found.length > 0) return Math.min(...found);
  let depth = 0;
  let tags = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '[' || sign === '{' || sign === '(') depth++;
    else if (sign === ']' || sign === '}' || sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === '<')
      tags += text[index + 1] === '/' ? -1 : /[A-Za-z>]/.test(text[index + 1] ?? '') ? 1 : 0;
    else if (sign === '>' && text[index - 1] === '/') tags--;
    // A bracket or tag that is never closed ends with its paragraph.
    else if (sign === '\n' && text[index + 1] === '\n') depth = 0;
    if (depth > DEPTH_LIMIT || tags > DEPTH_LIMIT) return index;
  }
  return undefined;
}
