import { slugOf } from '../rules/slug.ts';
import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { defaultLanguage } from '../site.ts';

/** The fields of a post that its editor is asked for, in the order of the templates. */
export type Field =
  | 'kind'
  | 'title'
  | 'summary'
  | 'date'
  | 'dateNote'
  | 'topics'
  | 'certainty'
  | 'publisher'
  | 'url'
  | 'noUrl'
  | 'language';

/** What is known of a post that is about to be written; several topics stand in one text. */
export type Answers = Partial<Record<Field | 'name', string>>;

/** The name of the file that a title gives; empty where the title has no Latin letter or digit. */
export function fileName(title: string): string {
  return slugOf(slugOf(title).replace(/[^a-z0-9]/g, ' '));
}

/** Path of the file, from the top of the project. Its name is made of `name`, or of the title. */
export function postPath({ date = '', name = '', title = '' }: Answers): string {
  const folder = isPartialDate(date) ? yearOf(date) : UNDATED;
  return `content/${defaultLanguage}/news/${folder}/${fileName(name || title)}.mdx`;
}

/**
 * The front matter of the file, as in the templates.
 * @param added the day on which the post is added, as YYYY-MM-DD
 */
export function frontMatter(answers: Answers, added: string): string {
  const line = (field: Field) => (answers[field] ? [`${field}: ${written(field, answers[field])}`] : []);
  const matter = [
    ...(['kind', 'title', 'summary', 'date', 'dateNote'] as const).flatMap(line),
    `added: ${added}`,
    ...(['topics', 'certainty', 'publisher', 'url', 'noUrl', 'language'] as const).flatMap(line),
  ];
  return `---\n${matter.join('\n')}\n---\n`;
}

/** A value in YAML, which takes a string of JSON for what it is; words of a list stand without quotes. */
function written(field: Field, answer: string): string {
  const plain = (word: string) => (/^[\w-]+$/.test(word) ? word : JSON.stringify(word));
  if (field === 'topics') {
    const ids = answer.split(/[\s,]+/).filter((id) => id !== '');
    return `[${[...new Set(ids)].map(plain).join(', ')}]`;
  }
  return ['kind', 'date', 'certainty', 'language'].includes(field) ? plain(answer) : JSON.stringify(answer);
}
