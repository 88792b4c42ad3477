import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { site } from '../site.ts';
import { slugOf } from '../rules/slug.ts';
import { memoizeLru } from '../rules/memoize.ts';
import { UNDATED } from '../rules/dates.ts';

/*
 * How a page is cited. Every form is written from one description in CSL-JSON
 * (citationstyles.org), so that no two of them can say different things: the downloads by
 * Citation.js, the printed styles by a template for each.
 */

// Only ASCII would lose Hangul and curly quotes; what LaTeX needs escaped is escaped below.
Object.assign(plugins.config.get('@bibtex').format, {
  useIdAsLabel: true,
  checkLabel: false,
  asciiOnly: false,
});

/** What is said of a page where it is cited. */
export interface CitedPage {
  title: string;
  /** `dataset` for figures and whatever else is data. */
  type: 'webpage' | 'dataset';
  /** Address of the page from the root of the site. */
  address: string;
  /** Whole address of what is cited: the exact version, where there is one. */
  url: string;
  /** Day of the last change, as far as it is known, or `undated`. */
  issued: string;
  /** Language tag, as in `en-GB`. */
  language: string;
  /** Name of the version that is cited; of a page, its number. */
  version?: number | string | undefined;
  abstract?: string | undefined;
  /** The report that the page sums up, which is cited in its place. */
  report?: CitedReport | undefined;
}

/** Somebody else's report, as far as it is known. */
export interface CitedReport extends Pick<CitedPage, 'issued' | 'language'> {
  /** Names of persons; where none is known, the publisher speaks. */
  author?: readonly string[] | undefined;
  publisher: string;
  url?: string | undefined;
}

/** One entry of CSL-JSON, as far as this site needs it. */
export type CslItem = ReturnType<typeof cslItem>;

/**
 * The description of what is cited. Of our own pages the site is author and publisher. Of a
 * report the title is in our words, and brackets say so, as both styles ask; our page
 * follows in a note. The day of reading is left out, for no page knows that of its reader.
 */
export function cslItem(page: CitedPage) {
  const { title, type, address, version, abstract, report } = page;
  const ours: CitedReport = { ...page, publisher: site.name };
  const { publisher, author = [publisher], issued, language, url } = report ?? ours;
  return {
    id: slugOf(`${site.name} ${address}${version === undefined ? '' : ` v${version}`}`),
    type,
    title: report ? `[${title}]` : title,
    author: author.map((literal) => ({ literal })),
    'container-title': publisher,
    publisher,
    ...(issued !== UNDATED && { issued: { 'date-parts': [partsOf(issued)] } }),
    ...(url !== undefined && { URL: url }),
    language,
    ...(version !== undefined && !report && { version: String(version) }),
    ...(abstract !== undefined && { abstract }),
    ...(report && {
      note: `As recorded by ${site.name}, ${page.url}, ${dateOf(partsOf(page.issued)).whole}.`,
    }),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const partsOf = (date: string) => (date === UNDATED ? [] : date.split('-').map(Number));
const datePartsOf = ({ issued }: CslItem) => issued?.['date-parts'][0] ?? [];

const joined = (parts: readonly unknown[], by = ' ') => parts.filter(Boolean).join(by);

/** A date in words, as far as it is known: `2017`, `October 14`, and both as `October 14, 2017`. */
function dateOf([number, month, day]: readonly number[]): Record<'year' | 'monthAndDay' | 'whole', string> {
  const year = String(number ?? 'n.d.');
  const monthAndDay = joined([month && MONTHS[month - 1], day]);
  return { year, monthAndDay, whole: joined([monthAndDay, year], day ? ', ' : ' ') };
}

/** A sentence: it ends once, and before a closing quote. */
const ended = (text: string) => (/[.?!]”?$/.test(text) ? text : text.replace(/”?$/, '.$&'));

/** Names as they stand, with a word before the last. */
function namesOf({ author }: CslItem, and: string): string {
  const names = author.map(({ literal }) => literal);
  return joined([names.slice(0, -1).join(', '), names.at(-1)], `${names.length > 2 ? ',' : ''} ${and} `);
}

/** The manual of APA, 7th edition. A publisher that is the author is left out; of data only the year is given. */
function apaOf(item: CslItem): string {
  const { title, author, publisher, version, URL } = item;
  const { year, monthAndDay } = dateOf(datePartsOf(item));
  const isData = item.type === 'dataset';
  return joined([
    ended(namesOf(item, '&')),
    `(${joined([year, !isData && monthAndDay], ', ')}).`,
    ended(joined([title, isData && version && `(Version ${version})`, isData && '[Data set]'])),
    author[0]?.literal !== publisher && ended(publisher),
    URL,
  ]);
}

/** The bibliography of the Chicago Manual of Style, with the capitals that the title has. */
function chicagoOf(item: CslItem): string {
  // Quotes within the quotes of the title are single.
  const title = ended(item.title).replaceAll('“', '‘').replaceAll('”', '’');
  return joined([
    ended(namesOf(item, 'and')),
    `“${title}”`,
    ended(`${item.publisher}, ${dateOf(datePartsOf(item)).whole}`),
    item.URL && `${item.URL}.`,
  ]);
}

/** The styles that pages print, by name. */
export const CITATION_STYLES = { APA: apaOf, Chicago: chicagoOf };

/** What programs for citations read, by the ending of a file. */
export const CITATION_FORMATS = {
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: risOf },
  bib: { name: 'BibTeX', type: 'application/x-bibtex', write: bibtexOf },
  json: {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: (item: CslItem) => JSON.stringify([item]),
  },
};

/** The page of a text that is not translated comes next to that of its original, and is cited as that. */
const PAGES_AT_ONCE = 8;

/**
 * Links that save a citation in each format. The page holds what they save (RFC 2397), for
 * three files of half a kilobyte for each text would be nearly half of the files of the site.
 */
export const citationDownloads = memoizeLru(PAGES_AT_ONCE, (item: CslItem) =>
  Object.entries(CITATION_FORMATS).map(([ending, { name, type, write }]) => ({
    title: name,
    address: `data:${type};charset=utf-8,${`${write(item)}\n`.replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent)}`,
    download: `${item.id}.${ending}`,
  })),
);

/** What LaTeX writes in place of signs that no backslash before them makes plain. */
const LATEX_WORDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text without what LaTeX would take for a command. */
function escapeLatex(text: string): string {
  return text.replace(/[&%$#_{}\\~^]/g, (sign) => LATEX_WORDS[sign] ?? `\\${sign}`);
}

/**
 * BibTeX that biblatex reads as well. The plug-in writes the day into the month, where
 * most programs lose both, leaves out the version, and leaves the first word of a title to
 * styles that write titles small, even where it is HRF.
 */
function bibtexOf(item: CslItem): string {
  const { issued: _, version, note, ...rest } = item;
  const author = item.author.map(({ literal }) => ({ literal: escapeLatex(literal) }));
  const [year, month, day] = datePartsOf(item);
  const fields = {
    year: year && `{${year}}`,
    month: month && MONTHS[month - 1]?.slice(0, 3).toLowerCase(),
    day: day && `{${day}}`,
    date: year && `{${datePartsOf(item).map(twoDigits).join('-')}}`,
    version: version && `{${version}}`,
    note: note && `{${escapeLatex(note)}}`,
  };
  const lines = Object.entries(fields).flatMap(([field, value]) => (value ? `\n\t${field} = ${value},` : []));
  return plugins.output
    .format('bibtex', [
      { ...rest, title: escapeLatex(item.title), publisher: escapeLatex(item.publisher), author },
    ])
    .trim()
    .replace(/(?<=\ttitle = \{)\p{L}+?\p{Lu}\p{L}*/u, '{$&}')
    .replace(/\n}$/, (end) => lines.join('') + end);
}

const twoDigits = (part: number) => String(part).padStart(2, '0');

/**
 * RIS as one line a field: the plug-in breaks lines after 70 signs, and so tears addresses
 * apart. It also cuts the name of the entry after 20, which makes one of many. A comma after
 * a name keeps it whole: what is the first and what the last name of an institution, or of
 * a Korean, no program knows. A month has two digits.
 */
function risOf(item: CslItem): string {
  return plugins.output
    .format('ris', [item])
    .replace(/\n(?![A-Z][A-Z0-9] {2}- |$)/g, '')
    .replace(/\n+$/, '')
    .replace(/^AU {2}- .*$/gm, '$&,')
    .replace(/^DA {2}- .*$/m, (date) => date.replace(/(?<=\/)\d(?=\/)/g, '0$&'))
    .replace(/^ID {2}- .*$/m, () => `ID  - ${item.id}`);
}

/** Lines for the head of a page, by name. */
export type Meta = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What reference managers read in the head of a page. They save what the page is cited as,
 * so of a report the report itself, as the files do. A comma after a name does here what
 * it does in RIS.
 */
export function citationMeta(item: CslItem): Meta {
  return {
    citation_title: item.title,
    citation_author: item.author.map(({ literal }) => `${literal},`),
    citation_publication_date: datePartsOf(item).map(twoDigits).join('/') || undefined,
    citation_publisher: item.publisher,
    citation_language: item.language,
    citation_public_url: item.URL,
  };
}
