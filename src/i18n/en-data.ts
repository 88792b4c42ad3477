import type { ColumnKind } from '../rules/vocabulary.ts';

/** The words of the page of open data in English. */
export const data = {
  title: 'Open data',
  summary:
    'The figures, sources, reports, events and laws of this site as tables to download, with a version and a date in each, free to use.',
  tables: 'The tables',
  files: 'Files',
  file: (name: string, size: string) => `${name}, ${size} kB`,
  rows: 'Rows',
  version: 'Version',
  date: 'Date',
  licence: 'Licence',
  cite: 'Cite as',
  licenceName: 'CC BY 4.0',
  formats:
    'CSV suits spreadsheets and statistics programs. JSON has the nested parts as well: the changes of a figure with what stood there before, and the charts. Each JSON file names its JSON Schema, which describes every field. Sizes are those before compression.',
  package: 'For programs',
  packageText:
    'datapackage.json describes all the CSV files: columns, types, rules, links between tables, and for each file its version, its length and its SHA-256. It follows the Data Package standard of Frictionless in version 2 and keeps the words by which tools of version 1 read it. Other sites may fetch every file here from a browser (CORS).',
  versions: 'Versions and dates',
  versionsText:
    'A version is a date and the first eight digits of a SHA-256 checksum of all that the table holds. The date is the newest day on which anything in the table, or in a source or figure that it rests on, was added, checked or changed. If a single value changes, so do the digits; the same content always gives the same version. A CSV file has no place for a version: it stands here and in datapackage.json.',
  reuse: 'Use and cite',
  reuseText:
    'You may copy, change and share the data for any purpose, also commercially, if you name Lit Windows, link to the licence and say what you changed. Cite the version, so that others know what you saw. When you repeat one figure, pass on who reports it, its date, and what it does not mean: sent is not arrived, and nobody has counted readers.',
  dates: 'How to read the dates',
  datesText:
    'A date is written as far as it is known, by EDTF level 0 (ISO 8601-2): 2017-12-14 is a day, 2017-12 a month, 2017 a year. The word undated stands where a source prints no date. The column date_precision says the same in a word, and date_note how the date is known. Please do not fill a month up to its first day: nobody has reported that day.',
  cells: 'How to read the cells',
  cellsText: [
    'An empty cell means: not known, or not of this record. Several values in one cell are joined by a semicolon and a space. Numbers have no separators but a decimal point.',
    'A text that a spreadsheet would run as a formula, because it begins with = + - @, one of their full-width forms, a tab or a carriage return, has an apostrophe before it. A program takes an apostrophe away where one of these signs follows it.',
    'The files are written by RFC 4180, in UTF-8, with CRLF at the end of each row. They have no byte order mark: many programs would take it for a part of the first column’s name.',
  ],
  spreadsheet: 'In a spreadsheet',
  steps: [
    'In Excel choose Data and then From Text/CSV; in LibreOffice open the file; in Google Sheets import it.',
    'Choose Unicode (UTF-8) and the comma.',
    'Take the columns of dates as text. Otherwise 2017-12 becomes 1 December 2017.',
  ],
  example: 'Six columns of two rows of statistics.csv:',
  exampleName: 'Example of a CSV file',
  stable: 'What stays',
  stableText:
    'The addresses of the files stay. No column or field is renamed or taken out; new ones may come. An id never changes and is not used again. Earlier versions are not kept as files: what a figure said before stands among its changes in the JSON file. An entry may be taken out where it could endanger somebody.',
  leftOut: 'What is left out, and why',
  leftOutText:
    'The tables hold nothing that the pages do not: no launch or hand-over placed closer than a country or “near the border”, nobody who could come into danger, no way past a check, no list of files, no money route, no donor. Others would bear the risk. Drafts and notes of editors are left out too. The reports themselves are not copied: the summaries are our own, and the licence covers our words and tables only.',
  withheld: 'What we withhold',
  columns: 'Columns',
  columnsOf: (title: string) => `Columns: ${title}`,
  columnsText: 'The words that a column may hold stand in datapackage.json.',
  column: 'Column',
  kind: 'Type',
  meaning: 'Meaning',
  kinds: {
    text: 'text',
    word: 'word',
    list: 'list',
    date: 'date',
    day: 'day',
    number: 'number',
    integer: 'whole number',
    address: 'address',
  } satisfies Record<ColumnKind, string>,
};
