import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import chicago from '@citation/csl-style-chicago-note-bibliography/info.json' with { type: 'json' };
import { site } from '../site.ts';
import { slugOf } from '../rules/addresses.ts';
import { UNDATED } from '../rules/dates.ts';

/*
 * How a page is cited. Every form is written by Citation.js from one description in
 * CSL-JSON (citationstyles.org), so that no two of them can say different things.
 */

plugins.config.get('@csl').styles.add('chicago', chicago.content);
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
}

/** One entry of CSL-JSON, as far as pages of this site need it. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author: { literal: string }[];
  'container-title'?: string;
  publisher?: string;
  issued?: { 'date-parts': number[][] };
  URL: string;
  language: string;
  version?: string;
  genre?: string;
  abstract?: string;
}

/** The forms in which a page is cited, in the order in which they are offered. */
export const CITATION_FORMS = ['apa', 'chicago', 'bibtex', 'ris', 'csl-json'] as const;

export type CitationForm = (typeof CITATION_FORMS)[number];

/** The form in each file below the address of a page; `cite.txt` has all of them. */
export const CITATION_FILES = {
  'apa.txt': 'apa',
  'chicago.txt': 'chicago',
  bib: 'bibtex',
  ris: 'ris',
  json: 'csl-json',
} as const satisfies Record<string, CitationForm>;

/**
 * The description of a page. The site is its author and publisher; when it was read is
 * left out, because no page knows the day of its reader.
 */
export function cslItem({
  title,
  type,
  address,
  url,
  issued,
  language,
  version,
  abstract,
}: CitedPage): CslItem {
  return {
    id: slugOf(`${site.name} ${address}${version === undefined ? '' : ` v${version}`}`),
    type,
    title,
    author: [{ literal: site.name }],
    'container-title': site.name,
    publisher: site.name,
    ...(issued !== UNDATED && { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
    URL: url,
    language,
    ...(version !== undefined && { version: String(version) }),
    ...(abstract !== undefined && { abstract }),
  };
}

/** A page in every form of citation. */
export function citation(item: CslItem): Record<CitationForm, string> {
  return {
    apa: apaOf(item),
    chicago: inStyle('chicago', withoutPublisher(item)),
    bibtex: bibtexOf(item),
    ris: risOf(item),
    'csl-json': JSON.stringify([item], null, 2),
  };
}

/** A page by the manual of APA, which leaves out the name of the site where it is the author. */
export function apaOf(item: CslItem): string {
  const { 'container-title': _, ...ownSite } = withoutPublisher(item);
  // The manual writes two words; the style has one.
  return inStyle('apa', item.type === 'dataset' ? { ...ownSite, genre: 'Data set' } : ownSite);
}

/** Both styles leave out a publisher that is the author. */
function withoutPublisher({ publisher: _, ...item }: CslItem): CslItem {
  return item;
}

/** The plug-in keeps the engine of each style, which takes a second to start and a millisecond to use. */
function inStyle(template: string, item: CslItem): string {
  // A plain hyphen would make a version that holds one a range, “Versions 1–2”.
  const version = item.version?.replaceAll('-', '\\-');
  return new Cite({ ...item, ...(version && { version }) })
    .format('bibliography', { template, lang: 'en-US', format: 'text' })
    .trim();
}

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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * BibTeX that biblatex reads as well. The plug-in writes the day into the month, where
 * most programs lose both, and leaves out the version.
 */
function bibtexOf({ issued, version, ...item }: CslItem): string {
  const written = new Cite({ ...item, title: escapeLatex(item.title) }).format('bibtex').trim();
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const date = [year, month, day].flatMap((part) => (part === undefined ? [] : twoDigits(part))).join('-');
  const fields = [
    year !== undefined && `year = {${year}}`,
    month !== undefined && `month = ${MONTHS[month - 1]}`,
    day !== undefined && `day = {${day}}`,
    date && `date = {${date}}`,
    version !== undefined && `version = {${version}}`,
  ];
  return written.replace(
    /\n}$/,
    fields
      .map((field) => field && `\n\t${field},`)
      .filter(Boolean)
      .join('') + '$&',
  );
}

const twoDigits = (part: number) => String(part).padStart(2, '0');

/**
 * RIS as one line a field: the plug-in breaks lines after 70 signs, and so tears addresses
 * apart. It also cuts the name of the entry after 20, which makes one of many. A comma after
 * the author keeps an institution from being read as a first and a last name; a month
 * has two digits.
 */
function risOf(item: CslItem): string {
  return new Cite(item)
    .format('ris')
    .replace(/\n(?![A-Z][A-Z0-9] {2}- |$)/g, '')
    .replace(/\n+$/, '')
    .replace(/^AU {2}- .*$/m, '$&,')
    .replace(/^DA {2}- .*$/m, (date) => date.replace(/(?<=\/)\d(?=\/)/g, '0$&'))
    .replace(/^ID {2}- .*$/m, () => `ID  - ${item.id}`);
}
