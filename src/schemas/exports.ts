import { z } from 'astro/zod';
import { day, knownDate, partialDate, sourceId } from './fields.ts';
import { figures } from './figures.ts';
import { events, laws, sources } from './records.ts';
import { news } from './texts.ts';

/*
 * The records of the open data as they are published. Their fields are those of the
 * content; a description is given again where that of the content speaks to editors. The
 * published JSON Schemas, the columns of the tables and their documentation are all made
 * from here.
 */

/** Fields, some of them described for readers. */
function described<Shape extends z.ZodRawShape>(
  shape: Shape,
  descriptions: Partial<Record<keyof Shape, string>>,
): Shape {
  const fields = Object.entries<string | undefined>(descriptions).map(([name, description = '']) => [
    name,
    (shape[name] as z.ZodType).describe(description),
  ]);
  return { ...shape, ...Object.fromEntries(fields) };
}

/** Changes of records other than figures stand on the page of corrections. */
export function withoutChanges<Shape extends { changes: unknown }>({
  changes: _,
  ...shape
}: Shape): Omit<Shape, 'changes'> {
  return shape;
}

const whole = z.url();
const precision = (date: string) =>
  z
    .enum(['day', 'month', 'year', 'none'])
    .describe(`How much of ${date} is known; none where it is undated.`);
const sourceUrls = z
  .array(whole)
  .describe('Addresses of these sources, in the same order; a source without one is passed over.');
const noUrl = 'Why no address is given.';
const changed = day.optional().describe('Day of the last change of substance; empty where there was none.');
const onTimeline = whole.describe('Where the time line tells of it.');

const has = (field: string) => ({ properties: { [field]: {} }, required: [field] });

export const figure = z
  .strictObject({
    ...figures.shape,
    datePrecision: precision('the date, or of the less certain end of the period,'),
    sourceUrls,
    changes: figures.shape.changes.unwrap(),
    changed,
    version: z.int().min(1).describe('1 for the figure as first published, and 1 more for each change.'),
    page: whole.describe('Page of the figure on this site.'),
  })
  // What the check of the content asks of each figure, in the words of JSON Schema.
  .meta({ allOf: [{ oneOf: [has('value'), has('range')] }, { oneOf: [has('asOf'), has('period')] }] });

export const source = z.strictObject({
  ...described(withoutChanges(sources.shape), {
    author: 'Who wrote it, as the source itself names them.',
    publisher: 'Who published it.',
    url: 'Address at which we read it.',
    noUrl,
  }),
  id: sourceId.describe('Name of the source. It never changes; that of a report in our archive has a slash.'),
  datePrecision: precision('that date'),
  read: knownDate.optional().describe('When we read it, as precisely as noted.'),
  added: day.optional().describe('Day on which the report was added to our archive.'),
  changed,
  page: whole.describe('Where this site describes it. A place in the list may move as the list grows.'),
});

const post = described(news.options[0].shape, {
  title: 'Title of the post, in our own words.',
  summary: 'What the report says, in one or two sentences of our own.',
  author: 'Who wrote it, as the report itself names them.',
  publisher: 'Who published it; this site, where the post is our own.',
  url: 'Address of the report; empty for our own.',
  noUrl,
  language: 'Language of the report.',
  added: 'Day on which the post was added to this site.',
  changes: 'Changes of substance since the post was published.',
});
const { dateNote, title, summary, author, publisher, url, via, language } = post;
const { certainty, topics, added, changes } = post;

export const newsItem = z.strictObject({
  id: sourceId.describe('Year and short name of the post. It never changes.'),
  kind: z
    .enum(['coverage', 'update'])
    .describe('coverage: a report of somebody else, summed up in our own words; update: our own.'),
  date: partialDate.describe('When it was published, as precisely as known; or undated.'),
  datePrecision: precision('that date'),
  ...{ dateNote, title, summary, author, publisher, url, noUrl: post.noUrl },
  ...{ via, language, certainty, topics, added, changes },
  changed,
  page: whole.describe('Page of the post on this site.'),
});

export const event = z.strictObject({
  ...described(withoutChanges(events.shape), {
    id: 'Name of the event. It never changes.',
    text: 'What happened and who says so.',
    law: 'The law that it changed, by its id in the table of laws.',
  }),
  datePrecision: precision('that date'),
  sourceUrls,
  page: onTimeline,
});

export const law = z.strictObject({
  ...described(withoutChanges(laws.shape), {
    id: 'Name of the law on this site. It never changes.',
    from: 'From when it was in force; empty where that is not known.',
    until: 'Until when it was in force; empty where it still is.',
  }),
  sourceUrls,
  page: onTimeline,
});

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
  date: day.describe(
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
