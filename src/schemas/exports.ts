import { z } from 'astro/zod';
import { day, id, knownDate, partialDate, sourceId } from './fields.ts';
import { charts, figures } from './figures.ts';
import { events, laws, sources } from './records.ts';
import { news } from './texts.ts';

/*
 * The records of the open data as they are published. Their fields are those of the
 * content, with its limits; a description is given anew where the content speaks to
 * editors. The published JSON Schemas, the columns of the tables and their
 * documentation are all made from here.
 */

/** Forms of a date of which a part may be unknown (EDTF, level 0), without and with `undated`. */
export const KNOWN_DATE = '^\\d{4}(?:-\\d{2}){0,2}$';
export const PARTIAL_DATE = '^(?:\\d{4}(?:-\\d{2}){0,2}|undated)$';

const known = knownDate.meta({ pattern: KNOWN_DATE });
const partial = partialDate.meta({ pattern: PARTIAL_DATE });
const wholeDay = day.meta({ format: 'date' });
const whole = z.url();
const has = (field: string) => ({ properties: { [field]: {} }, required: [field] });
const quantity = z.number().nonnegative();

const precision = (date: string) =>
  z
    .enum(['day', 'month', 'year', 'none'])
    .describe(`How much of ${date} is known; none where it is undated.`);
const topics = figures.shape.topics.describe('Topics, by the id in the address of their page.');
const citedSources = figures.shape.sources.describe('Sources, by their id in the table of sources.');
const sourceUrls = z
  .array(whole)
  .describe('Addresses of these sources, in the same order; a source without one is passed over.');
const noUrl = sources.shape.noUrl.describe('Why no address is given.');
const changed = wholeDay
  .optional()
  .describe('Day of the last change of substance; empty where there was none.');
const usedFigures = events.shape.figures.describe(
  'Figures that belong to it, by their id in the table of figures.',
);

/** What a figure states, described for readers where the content speaks to editors. */
const stated = {
  value: quantity.optional().describe('The number; empty where the source gives a range.'),
  range: z
    .strictObject({
      from: quantity.describe('Lowest number, where the source gives a range.'),
      to: quantity.describe('Highest number, where the source gives a range.'),
    })
    .optional()
    .describe('Lowest and highest number, where the source gives a range in place of one value.'),
  stage: figures.shape.stage.describe('What kind of counting it is: sent is not arrived.'),
  asOf: partial
    .optional()
    .describe(
      'Day, month or year on which a running total stood so; or undated. Empty where there is a period.',
    ),
  period: z
    .strictObject({
      from: known.describe('Beginning of the time over which was counted.'),
      to: known.describe('End of the time over which was counted.'),
    })
    .optional()
    .describe('The time over which was counted.'),
  formula: figures.shape.formula.describe('How an estimate is worked out.'),
};

const { was, ...change } = figures.shape.changes.unwrap().element.shape;
const figureChange = z.strictObject({
  ...change,
  was: was
    .unwrap()
    .safeExtend(z.object(stated).partial().shape)
    .optional()
    .describe('Each field that was changed, as it stood before.'),
});

export const figure = z
  .strictObject({
    ...figures.shape,
    ...stated,
    id: id.describe('Name of the figure. It never changes.'),
    datePrecision: precision('the date, or of the less certain end of the period,'),
    topics,
    sources: citedSources,
    sourceUrls,
    measure: figures.shape.measure.describe(
      'Name shared by figures that tell of the same thing, at other times or by other accounts.',
    ),
    crossChecks: figures.shape.crossChecks.describe(
      'What the figure would be by others: the sum of some, multiplied by one where times names it.',
    ),
    parts: figures.shape.parts.describe('Figures of which this one is the sum, by id.'),
    conflicts: figures.shape.conflicts.describe('Figures that do not agree with this one, by id.'),
    conflictNote: figures.shape.conflictNote.describe('Where the difference lies.'),
    checked: wholeDay.describe('Day on which the figure was last compared with its sources.'),
    changes: z
      .array(figureChange)
      .describe('Changes of substance since the figure was published, each with what stood there before.'),
    changed,
    version: z.int().min(1).describe('1 for the figure as first published, and 1 more for each change.'),
    page: whole.describe('Page of the figure on this site.'),
  })
  // What the check of the content asks of each figure, in the words of JSON Schema.
  .meta({ allOf: [{ oneOf: [has('value'), has('range')] }, { oneOf: [has('asOf'), has('period')] }] });

export const source = z.strictObject({
  ...sources.shape,
  id: sourceId.describe('Name of the source. It never changes; that of a report in our archive has a slash.'),
  author: sources.shape.author.describe('Who wrote it, as the source itself names them.'),
  publisher: sources.shape.publisher.describe('Who published it.'),
  url: whole.optional().describe('Address at which we read it.'),
  noUrl,
  date: partial.describe('When it was published, as precisely as known; or undated.'),
  datePrecision: precision('that date'),
  read: known.optional().describe('When we read it, as precisely as noted.'),
  archived: whole.optional().describe('Address of an archived copy, where one is known.'),
  added: wholeDay.optional().describe('Day on which the report was added to our archive.'),
  changed,
  page: whole.describe('Where this site describes it. A place in the list may move as the list grows.'),
});

const [coverage] = news.options;

export const newsItem = z.strictObject({
  id: sourceId.describe('Year and short name of the post. It never changes.'),
  kind: z
    .enum(['coverage', 'update'])
    .describe('coverage: a report of somebody else, summed up in our own words; update: our own.'),
  date: partial.describe('When it was published, as precisely as known; or undated.'),
  datePrecision: precision('that date'),
  dateNote: coverage.shape.dateNote,
  title: coverage.shape.title.describe('Title of the post, in our own words.'),
  summary: coverage.shape.summary.describe('What the report says, in one or two sentences of our own.'),
  author: coverage.shape.author.describe('Who wrote it, as the report itself names them.'),
  publisher: coverage.shape.publisher.describe('Who published it; this site, where the post is our own.'),
  url: whole.optional().describe('Address of the report; empty for our own.'),
  noUrl,
  via: coverage.shape.via,
  language: coverage.shape.language.describe('Language of the report.'),
  certainty: coverage.shape.certainty,
  topics,
  added: wholeDay.describe('Day on which the post was added to this site.'),
  changes: coverage.shape.changes.describe('Changes of substance since the post was published.'),
  changed,
  page: whole.describe('Page of the post on this site.'),
});

export const event = z.strictObject({
  ...events.shape,
  id: id.describe('Name of the event. It never changes.'),
  date: known.describe('When it happened, as precisely as known.'),
  datePrecision: precision('that date'),
  text: events.shape.text.describe('What happened and who says so.'),
  law: id.optional().describe('The law that it changed, by its id in the table of laws.'),
  figures: usedFigures,
  sources: citedSources,
  sourceUrls,
  page: whole.describe('Where the time line tells of it.'),
});

export const law = z.strictObject({
  ...laws.shape,
  id: id.describe('Name of the law on this site. It never changes.'),
  passed: known.optional().describe('When it was passed or ordered, as precisely as known.'),
  from: known.optional().describe('From when it was in force; empty where that is not known.'),
  described: known
    .optional()
    .describe('Where it is known only that a source describes it as in force: the date at which it does.'),
  until: known.optional().describe('Until when it was in force; empty where it still is.'),
  figures: usedFigures,
  sources: citedSources,
  sourceUrls,
  page: whole.describe('Where the time line tells of it.'),
});

/** A chart: which figures it draws, and how. */
export const chart = charts;

/** What each JSON file says of itself, before its records. */
export const fileHead = {
  $schema: whole.describe('Address of the JSON Schema of this file.'),
  name: z.string().describe('Name of the site and title of the file.'),
  title: z.string().describe('Title of the file.'),
  description: z.string().describe('What the file holds.'),
  licence: whole.describe('Licence under which the file may be used.'),
  version: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/)
    .describe('The date of the file and the first eight digits of the SHA-256 of its records.'),
  date: wholeDay.describe(
    'Newest day on which anything in the file, or a source of it, was added, checked or changed.',
  ),
  citation: z.string().describe('How to name the file where it is used.'),
  page: whole.describe('Page that describes the file.'),
};

export type Figure = z.output<typeof figure>;
export type Source = z.output<typeof source>;
export type NewsItem = z.output<typeof newsItem>;
export type Event = z.output<typeof event>;
export type Law = z.output<typeof law>;
