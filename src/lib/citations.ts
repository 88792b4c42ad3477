import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import chicago from '@citation/csl-style-chicago-note-bibliography/info.json' with { type: 'json' };
import { site } from '../site.ts';
import { slugOf } from './addresses.ts';
import { UNDATED } from './dates.ts';

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
  /** Number of the version that is cited. */
  version?: number | undefined;
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
  // Both styles leave out a publisher that is the author; APA the name of the site, too.
  const { publisher: _, ...published } = item;
  const { 'container-title': __, ...ownSite } = published;
  return {
    apa: inStyle('apa', ownSite),
    chicago: inStyle('chicago', published),
    bibtex: new Cite({ ...item, title: escapeLatex(item.title) }).format('bibtex').trim(),
    ris: unfolded(new Cite(item).format('ris')),
    'csl-json': JSON.stringify([item], null, 2),
  };
}

/** The plug-in keeps the engine of each style, which takes a second to start and a millisecond to use. */
function inStyle(template: string, item: CslItem): string {
  return new Cite(item).format('bibliography', { template, lang: 'en-US', format: 'text' }).trim();
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

/** RIS as one line a field: the plug-in breaks lines after 70 signs, and so tears addresses apart. */
function unfolded(ris: string): string {
  return ris.replace(/\n(?![A-Z][A-Z0-9] {2}- |$)/g, '').replace(/\n+$/, '');
}
