import { slugOf } from '../rules/slug.ts';
import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { defaultLanguage, type Language } from '../site.ts';

/** The fields of a post, in the order of the templates. */
const FIELDS = [
  'kind',
  'title',
  'summary',
  'date',
  'dateNote',
  'added',
  'topics',
  'certainty',
  'publisher',
  'url',
  'noUrl',
  'language',
] as const;
type Field = (typeof FIELDS)[number];

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

/**
 * The front matter of the file, as in the templates.
 * @param added the day on which the post is added, as YYYY-MM-DD
 */
export function frontMatter(answers: Answers, added: string): string {
  const given: Partial<Record<Field, string>> = { ...answers, added };
  const lines = FIELDS.flatMap((field) => (given[field] ? `${field}: ${written(field, given[field])}` : []));
  return ['---', ...lines, '---', ''].join('\n');
}

/** A value in YAML, which takes a string of JSON for what it is; words of a list stand without quotes. */
function written(field: Field, answer: string): string {
  const plain = (word: string) => (/^[\w-]+$/.test(word) ? word : JSON.stringify(word));
  if (field === 'topics') {
    const ids = answer.split(/[\s,]+/).filter((id) => id !== '');
    return `[${[...new Set(ids)].map(plain).join(', ')}]`;
  }
  return ['kind', 'date', 'added', 'certainty', 'language'].includes(field)
    ? plain(answer)
    : JSON.stringify(answer);
}
