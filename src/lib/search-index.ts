/** What the search index takes from a page besides its text. */
export interface Indexed {
  title: string;
  /** Kind of page: `page`, `category`, `news` or `figure`. */
  section: string;
  /** Values by name, by which a reader can narrow a search. */
  filters?: Record<string, readonly string[]>;
  /** Texts shown with a result. */
  meta?: Record<string, string>;
  /** Key by which results are ordered by date; larger is newer. */
  sort?: string;
}

/**
 * Attributes of the element that Pagefind reads. Values hold no comma, because
 * Pagefind parts them by commas; texts stand in attributes of their own.
 */
export function indexAttributes({ title, section, filters = {}, meta = {}, sort }: Indexed): Record<string, string> {
  const choices = Object.entries({ section: [section], ...filters }).flatMap(([name, values]) =>
    values.map((value) => `${name}:${value}`),
  );
  const texts = Object.entries({ title, section, ...meta });
  return {
    'data-pagefind-body': '',
    'data-pagefind-filter': choices.join(', '),
    'data-pagefind-meta': texts.map(([name]) => `${name}[data-${name}]`).join(', '),
    'data-pagefind-sort': `date:${sort ?? '0'}`,
    ...Object.fromEntries(texts.map(([name, text]) => [`data-${name}`, text])),
  };
}
