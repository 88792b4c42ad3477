import { z } from 'astro/zod';
import { chart, event, figure, law, newsItem, source } from '../../schemas/exports.ts';

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

export const TABLE_NAMES = ['statistics', 'sources', 'news', 'events', 'laws'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

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
      id: 'id',
      label: 'label',
      value: 'value',
      from: 'range.from',
      to: 'range.to',
      qualifier: 'qualifier',
      unit: 'unit',
      stage: 'stage',
      counted: 'counted',
      as_of: 'asOf',
      period_from: 'period.from',
      period_to: 'period.to',
      date_precision: 'datePrecision',
      date_note: 'dateNote',
      reported_by: 'reportedBy',
      method: 'method',
      not_meaning: 'notMeaning',
      formula: 'formula',
      certainty: 'certainty',
      topics: 'topics',
      sources: 'sources',
      source_urls: 'sourceUrls',
      measure: 'measure',
      parts: 'parts',
      conflicts_with: 'conflicts',
      conflict_note: 'conflictNote',
      checked: 'checked',
      changed: 'changed',
      version: 'version',
      page: 'page',
    },
    besides: {
      series: z.array(chart).describe('The charts of this site, each with the figures that it draws.'),
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
    columns: {
      id: 'id',
      title: 'title',
      author: 'author',
      publisher: 'publisher',
      url: 'url',
      no_url: 'noUrl',
      via: 'via',
      language: 'language',
      date: 'date',
      date_precision: 'datePrecision',
      date_note: 'dateNote',
      read: 'read',
      archived: 'archived',
      added: 'added',
      changed: 'changed',
      page: 'page',
    },
  },
  news: {
    name: 'news',
    title: 'News archive',
    description:
      'Every report in the archive with its publisher, its date as far as known, how certain it is, and a summary in our own words.',
    list: 'news',
    record: newsItem,
    columns: {
      id: 'id',
      date: 'date',
      date_precision: 'datePrecision',
      date_note: 'dateNote',
      title: 'title',
      summary: 'summary',
      author: 'author',
      publisher: 'publisher',
      url: 'url',
      no_url: 'noUrl',
      via: 'via',
      language: 'language',
      kind: 'kind',
      certainty: 'certainty',
      topics: 'topics',
      added: 'added',
      changed: 'changed',
      page: 'page',
    },
  },
  events: {
    name: 'events',
    title: 'Time line',
    description: 'What happened, when as far as known, who says so, and which figures and laws belong to it.',
    list: 'events',
    record: event,
    columns: {
      id: 'id',
      date: 'date',
      date_precision: 'datePrecision',
      date_note: 'dateNote',
      kind: 'kind',
      title: 'title',
      text: 'text',
      law: 'law',
      figures: 'figures',
      sources: 'sources',
      source_urls: 'sourceUrls',
      certainty: 'certainty',
      page: 'page',
    },
    refersTo: { law: 'laws' },
  },
  laws: {
    name: 'laws',
    title: 'Laws',
    description:
      'Laws of three states on sending, receiving and paying for outside information, with the dates between which each held.',
    list: 'laws',
    record: law,
    columns: {
      id: 'id',
      name: 'name',
      country: 'country',
      text: 'text',
      passed: 'passed',
      from: 'from',
      described: 'described',
      until: 'until',
      status: 'status',
      date_note: 'dateNote',
      figures: 'figures',
      sources: 'sources',
      source_urls: 'sourceUrls',
      page: 'page',
    },
  },
};
