import { spokenAt, type SpokenText } from './block-text.ts';
import { notesIn } from './check-markup.ts';
import { NOTE } from './check-texts.ts';
import type { TemplateWords } from './check-values.ts';
import { messageFor } from './message-language.ts';
import { site } from '../site.ts';
import { readText, type ContentFile } from './content-files.ts';
import { START } from './problems.ts';

/* Files beside the content: templates, and what is served as it stands. */

/** An example of front matter in the guide. */
const YAML = /^```yaml\n.*?^```/gms;
/** Words in quotes, or an address; a single word may be an id that is right. */
const PLACEHOLDER = /"(https?:[^"\n]+|[^"\n]*\s[^"\n]*)"/g;

/** What is needed to read them. */
interface Readers {
  files: readonly ContentFile[];
  read: (path: string) => string | undefined;
  checkPrivate: (path: string, text: string, spoken: () => SpokenText[]) => void;
}

/** What templates and new posts say to their editor, or in their place. */
export function templateWords(root: string, files: readonly ContentFile[]): TemplateWords {
  // What is wrong with the file itself is reported where all such files are read.
  const read = (looks: RegExp) =>
    files.flatMap(({ path }) => (looks.test(path) ? (readText(root, path, () => {}) ?? '') : []));
  const texts = read(/^content\/templates\//);
  // The guide shows front matter as a template does.
  const samples = read(/^content\/(?:guide\/|README).*\.md$/).flatMap((text) => text.match(YAML) ?? []);
  const bodies = texts.flatMap((text) => text.split(/^---$/m).slice(2));
  return {
    notes: new Set([
      ...site.languages.map((language) => messageFor(`content/${language}/`, NOTE)),
      ...texts.flatMap(notesIn),
    ]),
    values: new Set(
      [...texts.map((text) => text.split(/^---$/m)[1] ?? ''), ...samples].flatMap((text) =>
        [...text.matchAll(PLACEHOLDER)].map(([, value = '']) => value),
      ),
    ),
    lines: bodies.flatMap((body) => body.split('\n').filter((line) => /^[-\w].{30}/.test(line))),
  };
}

/** Files that are no content, but published or read by all: the words in them. */
export function checkOthers({ files, read, checkPrivate }: Readers): void {
  for (const { path, kind } of files) {
    const text = kind === 'other' ? read(path) : undefined;
    if (text === undefined) continue;
    checkPrivate(path, text, () => [spokenAt(text, START, text.split('\n').length)]);
  }
}
