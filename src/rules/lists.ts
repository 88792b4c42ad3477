/*
 * The lists of content/data. Whatever is done with every list is a loop over this table: a new
 * list is a line here, and a schema of its name in src/schemas.
 */

interface List {
  /** Its file in `content/data`, without ending. A file of one list is that list. */
  file: string;
  /** What one of its records is called. */
  noun: string;
  /** The field by which readers know a record. */
  title: string;
  /** The field that tells in a sentence what a record is, where its page is offered in the search and to read next. */
  summary?: string;
}

const TABLE = {
  figures: { file: 'statistics', noun: 'figure', title: 'label', summary: 'counted' },
  charts: { file: 'statistics', noun: 'chart', title: 'title', summary: 'description' },
  questions: { file: 'questions', noun: 'question', title: 'question' },
  drawings: { file: 'drawings', noun: 'drawing', title: 'title' },
  sources: { file: 'sources', noun: 'source', title: 'title' },
  organisations: { file: 'organisations', noun: 'organisation', title: 'name' },
  topics: { file: 'topics', noun: 'topic', title: 'label' },
  events: { file: 'events', noun: 'event', title: 'title' },
  laws: { file: 'laws', noun: 'law', title: 'name' },
  surveys: { file: 'surveys', noun: 'survey', title: 'title' },
  terms: { file: 'terms', noun: 'term', title: 'term' },
  names: { file: 'names', noun: 'name', title: 'name' },
  redirects: { file: 'redirects', noun: 'redirect', title: 'from' },
  story: { file: 'story', noun: 'report of the story', title: 'id' },
  years: { file: 'years', noun: 'year', title: 'id' },
  synonyms: { file: 'search', noun: 'list of synonyms', title: 'words' },
  bestBets: { file: 'search', noun: 'best bet', title: 'page' },
} as const satisfies Record<string, List>;

export type ListName = keyof typeof TABLE;
/** The fields that the table names of a list. */
export type NamedField<Name extends ListName> = Extract<
  (typeof TABLE)[Name][keyof (typeof TABLE)[Name] & ('title' | 'summary')],
  string
>;
export const LIST_NAMES = Object.keys(TABLE) as ListName[];
/** The table, each list with all that a list may have. */
export const LISTS: Readonly<Record<ListName, List>> = TABLE;

/** The lists that each file holds. */
export const LISTS_OF_FILE: ReadonlyMap<string, ListName[]> = Map.groupBy(
  LIST_NAMES,
  (name) => LISTS[name].file,
);
