import { memoize } from '../memoize.ts';

/** What the search index takes from a page besides its text. */
export interface Indexed {
  title: string;
  section: 'page' | 'category' | 'news' | 'figure';
  /** Values by name, by which a reader can narrow a search. */
  filters?: Record<string, readonly string[]>;
  /** Texts shown with a result. */
  meta?: Record<string, string>;
  /** Key by which results are ordered by date; larger is newer. */
  sort?: string;
}

/**
 * Attributes of the element whose text is indexed. The filters stand in one short
 * attribute; they are written out for Pagefind when the index is made.
 */
export function indexAttributes({
  title,
  section,
  filters = {},
  meta = {},
  sort,
}: Indexed): Record<string, string> {
  const texts = Object.entries({ title, ...meta });
  return {
    'data-pagefind-body': '',
    'data-pagefind-meta': texts.map(([name]) => `${name}[data-${name}]`).join(', '),
    'data-pagefind-sort': `date:${sort ?? '0'}`,
    'data-filters': Object.entries({ section: [section], ...filters })
      .flatMap(([name, values]) => values.map((value) => `${name}:${value}`))
      .join(' '),
    ...Object.fromEntries(texts.map(([name, text]) => [`data-${name}`, text])),
  };
}

/** Among the attributes of an element, the names of those that only the search index reads. */
export function namesForIndex(attributes: Readonly<Record<string, string>>): string[] {
  const shown = new Set(attributes['data-pagefind-meta']?.match(/data-[\w-]+/g));
  return Object.keys(attributes).filter((name) => /^data-(?:pagefind|filters)/.test(name) || shown.has(name));
}

/** Numbers in full that people look for in words. */
const MILLIONS = /\b\d{1,3}(?:,\d{3}){2,}\b/g;

/**
 * The large numbers of a text as people type them: `1.3 million` for 1,300,000.
 * @param locale language tag
 */
export function numbersInWords(text: string, locale: string): string[] {
  const found = text.match(MILLIONS) ?? [];
  return [...new Set(found.map((digits) => inWords(locale).format(Number(digits.replaceAll(',', '')))))];
}

const inWords = memoize(
  (locale: string) =>
    new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }),
);
