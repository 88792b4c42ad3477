/* Words on how a page is cited, and of the frozen texts of its versions, in English. */

export const cite = {
  title: 'Cite this page',
  files: 'Files',
  exact: 'Exact text',
  list: (day: string) => `None is kept, for it changes with the data. Last changed on ${day}.`,
  accessed: 'Add the day on which you read it, if your style asks for one.',
  printed: 'Cite as:',
  printedAddress: 'This page:',
  version: (number: number, day: string | undefined) =>
    day ? `Version ${number} of ${day}` : `Version ${number}`,
  /** The lines of a version file. */
  file: {
    address: 'Address of this version:',
    page: 'Address of the page:',
    report: 'Report:',
    licence: 'Licence:',
    today:
      'Title and sources are given as they are known today, figures as they stood on the day of the version.',
    sources: 'Sources',
    checksum: 'SHA-256 of everything between the two lines:',
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
    chart: (id: string) => `the chart “${id}”`,
    figure: {
      label: 'Figure',
      value: 'Value',
      stage: 'Kind of counting',
      counted: 'What is counted',
    },
  },
};
