import { slugOf } from '../rules/slug.ts';
import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { defaultLanguage, type Language } from '../site.ts';

const plain = (word: string) => (/^[\w-]+$/.test(word) ? word : quoted(word));
/** YAML takes a string of JSON for what it is. */
const quoted = (text: string) => JSON.stringify(text);
const listed = (words: string) =>
  `[${[...new Set(words.split(/[\s,]+/).filter(Boolean))].map(plain).join(', ')}]`;

/** The fields of a post, in the order of the templates, and how each is written in YAML. */
const FIELDS = {
  kind: plain,
  title: quoted,
  summary: quoted,
  date: plain,
  dateNote: quoted,
  added: plain,
  topics: listed,
  certainty: plain,
  publisher: quoted,
  url: quoted,
  noUrl: quoted,
  language: plain,
};
type Field = keyof typeof FIELDS;

/** What is known of a post that is about to be written; several topics stand in one text. */
export type Answers = Partial<Record<Exclude<Field, 'added'> | 'name', string>>;

/** The name of the file that a title gives; empty where the title has no Latin letter or digit. */
export function fileName(title: string): string {
  return slugOf(slugOf(title).replace(/[^a-z0-9]/g, ' '));
}

/** Path of the file, from the top of the project. Its name is made of `name`, or of the title. */
export function postPath(
  { date = '', name = '', title = '' }: Answers,
  language: Language = defaultLanguage,
): string {
  const folder = isPartialDate(date) ? yearOf(date) : UNDATED;
  return `content/${language}/news/${folder}/${fileName(name || title)}.mdx`;
}

/** The front matter of a post that is added on a day, as YYYY-MM-DD. */
export function frontMatter(answers: Answers, added: string): string {
  const given: Partial<Record<string, string>> = { ...answers, added };
  const lines = Object.entries(FIELDS).flatMap(([field, write]) =>
    given[field] ? `${field}: ${write(given[field])}` : [],
  );
  return ['---', ...lines, '---', ''].join('\n');
}
