import { z } from 'astro/zod';
import { event, figure, law, newsItem, source, withoutChanges } from '../../schemas/exports.ts';
import { words } from '../../i18n/dictionary.ts';
import { charts } from '../../schemas/figures.ts';
import type { TABLE_NAMES } from '../../site-plan.ts';
import { defaultLanguage } from '../../site.ts';

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

/** What each table is called and holds, as the files say it. */
const TOLD = words(defaultLanguage).data.of;

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
    ...TOLD.statistics,
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
    ...TOLD.sources,
    list: 'sources',
    record: source,
    columns: named(
      'id title author publisher url noUrl via language date datePrecision dateNote read archived added changed page',
    ),
  },
  news: {
    name: 'news',
    ...TOLD.news,
    list: 'news',
    record: newsItem,
    columns: named(
      'id date datePrecision dateNote title summary author publisher url noUrl via language kind certainty topics added changed page',
    ),
  },
  events: {
    name: 'events',
    ...TOLD.events,
    list: 'events',
    record: event,
    columns: named(
      'id date datePrecision dateNote kind title text law figures sources sourceUrls certainty page',
    ),
    refersTo: { law: 'laws' },
  },
  laws: {
    name: 'laws',
    ...TOLD.laws,
    list: 'laws',
    record: law,
    columns: named(
      'id name country text passed from described until status dateNote figures sources sourceUrls page',
    ),
  },
};
