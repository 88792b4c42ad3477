import { Document, isScalar, isSeq, stringify } from 'yaml';
import type { z } from 'astro/zod';
import { collections } from '../content.config.ts';
import { slugOf } from '../rules/addresses.ts';
import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { defaultLanguage } from '../site.ts';
import { outsideFault } from '../checks/check-links.ts';
import { capital, nearMiss } from '../checks/problems.ts';
import { typedNumber } from '../checks/typed-numbers.ts';

/** What is known of a post that is about to be written. What was not asked is left out. */
export interface Answers {
  kind?: string | undefined;
  title?: string | undefined;
  summary?: string | undefined;
  date?: string | undefined;
  dateNote?: string | undefined;
  topics?: readonly string[] | undefined;
  certainty?: string | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
  noUrl?: string | undefined;
  language?: string | undefined;
  /** Name of the file, where the title gives none or one that is taken. */
  name?: string | undefined;
}

/** What the answers are checked against besides the schema. */
export interface Surroundings {
  /** Labels of the topics by id. */
  topics: ReadonlyMap<string, string>;
  /** Where each address of a report stands already. */
  addresses: ReadonlyMap<string, string>;
  /** Host names of the official addresses. */
  hosts: ReadonlySet<string>;
  /** Whether a file of the project exists. */
  taken: (path: string) => boolean;
}

/** What is wrong with an answer, in a sentence. */
export interface Fault {
  field: keyof Answers;
  message: string;
}

const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const QUOTED = ['title', 'summary', 'dateNote', 'publisher', 'url', 'noUrl'];
/** A first sentence shorter than this is mostly an abbreviation. */
const SHORTEST_SENTENCE = 20;

/** What the text of a new post asks of its editor, by kind. */
export const NOTES: Record<string, string> = {
  coverage:
    'Say first who reports what, in your own words; two to four short paragraphs are enough. Numbers and sources are named by tag, as content/README.md shows. Delete this note.',
  update:
    'Say what is new, in two or three short paragraphs, and link to the page that changed. Numbers and sources are named by tag, as content/README.md shows. Delete this note.',
};

/** An answer without marks that nobody sees: line breaks, controls, turns of direction. */
export function cleaned(answer: string): string {
  return answer
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
    .trim();
}

/** The name of the file that a title gives; empty, where the title has no Latin letter or digit. */
export function fileName(title: string): string {
  return slugOf(title.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** Path of the file, from the top of the project. */
export function postPath({ date = UNDATED, name, title = '' }: Answers): string {
  return `content/${defaultLanguage}/news/${yearOf(date)}/${name ?? fileName(title)}.mdx`;
}

/**
 * The text of the file: front matter as in the templates, a note on what to write, and
 * a first sentence taken from the summary.
 * @param added the day on which the post is added
 */
export function postText(answers: Answers, added: string): string {
  const document = new Document(frontMatter(answers, added));
  for (const field of QUOTED) {
    const node = document.get(field, true);
    if (isScalar(node)) node.type = 'QUOTE_DOUBLE';
  }
  const topics = document.get('topics', true);
  if (isSeq(topics)) topics.flow = true;
  const matter = stringify(document, { lineWidth: 0, flowCollectionPadding: false });
  const note = NOTES[answers.kind ?? ''] ?? '';
  return `---\n${matter}---\n\n{/* ${note} */}\n\n${asMdx(firstSentence(answers.summary ?? ''))}\n`;
}

/** The fields in the order of the templates. */
function frontMatter(answers: Answers, added: string): Record<string, unknown> {
  const { kind, title, summary, date, dateNote, topics, certainty, publisher, url, noUrl, language } =
    answers;
  const fields = {
    kind,
    title,
    summary,
    // A bare year is a number in YAML; as text it would stand in quotes.
    date: date !== undefined && /^\d{4}$/.test(date) ? Number(date) : date,
    dateNote,
    added,
    topics,
    certainty,
    publisher,
    url,
    noUrl,
    language,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function firstSentence(summary: string): string {
  let text = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(summary)) {
    text += segment;
    if (text.trim().length >= SHORTEST_SENTENCE) break;
  }
  return text.trim();
}

/** A sentence as MDX in which no sign has a meaning, and no address becomes a link. */
function asMdx(sentence: string): string {
  return (
    sentence
      .replace(/(?:https?:\/\/|www\.)+/gi, '')
      .replace(/[\\`*_[\]<>{}~|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/^[#+=-]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // A paragraph that begins so would be code.
      .replace(/^(?:import|export)\b/, (word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  );
}

/** Answers in which nothing is wrong: they stand in for what is not asked yet. */
const EXAMPLES: Record<string, Answers> = {
  coverage: {
    kind: 'coverage',
    title: 'A title',
    summary: 'A summary that is long enough for the lists of the site.',
    date: '2000',
    topics: ['topic'],
    certainty: 'reported',
    publisher: 'Publisher',
    url: 'https://example.org/',
    language: 'en',
  },
  update: {
    kind: 'update',
    title: 'A title',
    summary: 'A summary that is long enough for the lists of the site.',
    date: '2000-01-01',
    topics: ['topic'],
    certainty: 'official',
  },
};

/** Everything that the check would find wrong with the answers, all of it at once. */
export function faultsOf(answers: Answers, added: string, known: Surroundings): Fault[] {
  const faults = [...schemaFaults(answers, added), ...referenceFaults(answers, added, known)];
  const name = nameFault(answers, known);
  const all = name ? [...faults, { field: 'name' as const, message: name }] : faults;
  // A rule on several fields can speak twice, before and after the others are mended.
  return all.filter(({ message }, index) => all.findIndex((fault) => fault.message === message) === index);
}

/** What is wrong with one answer, while later ones are still to come. */
export function faultsOfOne(
  field: keyof Answers,
  answers: Answers,
  added: string,
  known: Surroundings,
): string[] {
  const example = EXAMPLES[answers.kind ?? ''] ?? EXAMPLES['coverage'];
  const { url, ...rest } = { ...example, ...answers };
  const whole = answers.noUrl === undefined ? { url, ...rest } : rest;
  return faultsOf(whole, added, known).flatMap((fault) => (fault.field === field ? fault.message : []));
}

function schemaFaults(answers: Answers, added: string): Fault[] {
  const example = EXAMPLES[answers.kind ?? ''];
  const found = issuesOf(answers, added);
  if (!example || found.length === 0) return found;
  // Rules on several fields are asked only where each field is right by itself.
  const mended = { ...answers, ...Object.fromEntries(found.map(({ field }) => [field, example[field]])) };
  return [...found, ...issuesOf(mended, added)];
}

function issuesOf(answers: Answers, added: string): Fault[] {
  const schema = collections.news.schema as unknown as z.ZodType;
  const issues = schema.safeParse(frontMatter(answers, added)).error?.issues ?? [];
  return issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: key as keyof Answers,
          message: `The kind “${answers.kind}” has no such field. Leave it out.`,
        }))
      : [{ field: issue.path[0] as keyof Answers, message: issue.message }],
  );
}

function referenceFaults(answers: Answers, added: string, known: Surroundings): Fault[] {
  const faults: Fault[] = [];
  const add = (field: keyof Answers, message: string | undefined) => {
    if (message) faults.push({ field, message });
  };
  for (const field of ['title', 'summary'] as const) {
    const typed = typedNumber(answers[field] ?? '', 'Leave it to the text, where a tag gives it.');
    add(field, typed && capital(typed.message));
  }
  const { date = '', url = '', topics = [] } = answers;
  add('date', isPartialDate(date) && date > added ? 'This day is still to come. Correct it.' : undefined);
  if (URL.canParse(url)) add('url', outsideFault(url, known.hosts));
  const place = known.addresses.get(url);
  add('url', place && `This address stands in ${place} already. A report is entered once.`);
  for (const topic of topics.filter((id) => !known.topics.has(id))) {
    add('topics', `There is no topic “${topic}”.${nearMiss(topic, known.topics.keys())}`);
  }
  return faults;
}

function nameFault(answers: Answers, known: Surroundings): string | undefined {
  const { name, title } = answers;
  if (title === undefined && name === undefined) return undefined;
  if (name !== undefined && !FILE_NAME.test(name)) {
    return 'The name becomes the address: use lower-case letters, digits and single hyphens.';
  }
  if (name === undefined && fileName(title ?? '') === '') {
    return 'The title has no Latin letters to make an address of. Give a short name for it, as in court-ruling.';
  }
  const path = postPath(answers);
  return known.taken(path)
    ? `${path} exists already and stays as it is. Give another title or a short name of its own.`
    : undefined;
}
