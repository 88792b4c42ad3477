import { z } from 'astro/zod';
import { event, figure, law, newsItem, source, withoutChanges } from '../../schemas/exports.ts';
import { charts } from '../../schemas/figures.ts';
import type { TABLE_NAMES } from '../../site-plan.ts';

/** A table of the open data. Its files are `/data/<name>.json`, `.csv` and `.schema.json`. */
export interface Table {
  name: string;
  title: string;
  /** What it holds, for people who look for data. */
  description: string;
  /** Key of the records in the JSON file. */
  list: string;
  record: z.ZodObject;
  /** Columns of the CSV file by name, each with the path of its cell in a record. */
  columns: Readonly<Record<string, string>>;
  /** Columns that hold one id of another table. */
  refersTo?: Readonly<Record<string, TableName>>;
  /** Lists that the JSON file has besides, which no table of rows can hold. */
  besides?: Readonly<Record<string, z.ZodArray<z.ZodObject>>>;
}

export type TableName = (typeof TABLE_NAMES)[number];

/** Columns that are named as their fields: `date_note` for `dateNote`, `period_from` for `period.from`. */
const named = (paths: string): Record<string, string> =>
  Object.fromEntries(
    paths
      .split(' ')
      .map((path) => [
        path.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        path,
      ]),
  );

/**
 * The tables in the order of the page. A column is never renamed or taken out: others
 * read it by its name. A new one may be added anywhere.
 */
export const TABLES: Readonly<Record<TableName, Table>> = {
  statistics: {
    name: 'statistics',
    title: 'Figures',
    description:
      'Every figure of this site with its date, who reports it, how it was counted, what it does not mean, and its sources.',
    list: 'figures',
    record: figure,
    columns: {
      ...named('id label value'),
      from: 'range.from',
      to: 'range.to',
      ...named(
        'qualifier unit stage counted asOf period.from period.to datePrecision dateNote reportedBy method notMeaning formula certainty topics sources sourceUrls measure parts',
      ),
      conflicts_with: 'conflicts',
      ...named('conflictNote checked changed version page'),
    },
    besides: {
      series: z
        .array(z.strictObject(withoutChanges(charts.shape)))
        .describe('The charts of this site, each with the figures that it draws.'),
      sources: z.array(source).describe('The sources that the figures cite.'),
    },
  },
  sources: {
    name: 'sources',
    title: 'Sources',
    description:
      'Every source of this site once: who published it, when, in which language, and where it can be read.',
    list: 'sources',
    record: source,
    columns: named(
      'id title author publisher url noUrl via language date datePrecision dateNote read archived added changed page',
    ),
  },
  news: {
    name: 'news',
    title: 'News archive',
    description:
      'Every report in the archive with its publisher, its date as far as known, how certain it is, and a summary in our own words.',
    list: 'news',
    record: newsItem,
    columns: named(
      'id date datePrecision dateNote title summary author publisher url noUrl via language kind certainty topics added changed page',
    ),
  },
  events: {
    name: 'events',
    title: 'Time line',
    description: 'What happened, when as far as known, who says so, and which figures and laws belong to it.',
    list: 'events',
    record: event,
    columns: named(
      'id date datePrecision dateNote kind title text law figures sources sourceUrls certainty page',
    ),
    refersTo: { law: 'laws' },
  },
  laws: {
    name: 'laws',
    title: 'Laws',
    description:
      'Laws of three states on sending, receiving and paying for outside information, with the dates between which each held.',
    list: 'laws',
    record: law,
    columns: named(
      'id name country text passed from described until status dateNote figures sources sourceUrls page',
    ),
  },
};
