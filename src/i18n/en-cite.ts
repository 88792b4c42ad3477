import type { CitationForm } from '../site/citations.ts';

/* Words on how a page is cited, and of the frozen texts of its versions, in English. */

export const cite = {
  title: 'Cite this page',
  forms: {
    apa: 'APA',
    chicago: 'Chicago',
    bibtex: 'BibTeX',
    ris: 'RIS',
    'csl-json': 'CSL-JSON',
  } satisfies Record<CitationForm, string>,
  files: 'Files',
  all: 'all as text',
  exact: 'Exact text',
  list: (day: string) => `None is kept of a list, which changes with its entries. Last changed on ${day}.`,
  accessed: 'Add the day on which you read it, if your style asks for one.',
  report: 'This cites our page. To cite the report itself, use its own title and address:',
  reportUnlinked: 'This cites our page. To cite the report itself, use its own title.',
  printed: 'Cite as:',
  printedAddress: 'This page:',
  version: (number: number, day: string | undefined, until: string | undefined) =>
    day === undefined ? `Version ${number}, until ${until}` : `Version ${number} of ${day}`,
  /** The lines of a version file. */
  file: {
    newest: 'This is the newest version.',
    older: (version: string, address: string) => `Newest version: ${version}, ${address}`,
    address: 'Address of this version:',
    page: 'Address of the page:',
    summary: 'Summary:',
    report: 'Report:',
    licence: 'Licence:',
    today: 'Title, summary and the names of sources are given as they stand today.',
    sourcesToday: 'The names of sources are given as they stand today.',
    sources: 'Sources',
    checksum: 'SHA-256 of everything below the line:',
    lost: (day: string, what: string) => `This version is not kept. On ${day} the text was changed: ${what}`,
    drawn: (part: string) => `[Here the page shows ${part}, from the data of the site.]`,
    /** By tag. */
    parts: {
      Official: 'the official address of an organisation',
      Organisations: 'the list of organisations',
      Glossary: 'the glossary',
      Calculator: 'a calculator',
      PackingSlip: 'the packing slip',
    } as Record<string, string>,
    chart: 'Chart:',
    figure: {
      label: 'Figure',
      value: 'Value',
      stage: 'Kind of counting',
      counted: 'What is counted',
    },
  },
};
