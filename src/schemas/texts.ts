import { z } from 'astro/zod';
import {
  address,
  addressRule,
  archived,
  certainty,
  dateNote,
  dateNoteRule,
  day,
  figureId,
  hasAddress,
  hasDateNote,
  language,
  noUrl,
  organisationId,
  partialDate,
  plain,
  publisher,
  sourceId,
  summary,
  textFields,
  title,
  topicIds,
  updated,
  via,
} from './fields.ts';

/* The front matter of the texts: posts, pages and categories. */

const postFields = {
  title,
  summary,
  date: partialDate.describe(
    'When it was published, as precisely as known: 2017-12-14, 2017-12, 2017 or undated. The folder is the year, or “undated”.',
  ),
  dateNote,
  added: day.describe('The day on which the post was added to this site.'),
  topics: topicIds,
  certainty,
  ...textFields,
};

export const news = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({
        kind: z.literal('coverage').describe('Somebody else’s report: we name it, sum it up and link to it.'),
        ...postFields,
        publisher,
        url: address.optional(),
        noUrl,
        archived,
        via,
        language,
      })
      .refine(hasAddress, addressRule)
      .refine(hasDateNote, dateNoteRule),
    z
      .strictObject({
        kind: z.literal('update').describe('Our own report or notice.'),
        ...postFields,
      })
      .refine(({ date }) => date.length === 10, {
        path: ['date'],
        error: 'We know when we wrote: give the day of our own update, as in 2026-03-14.',
      }),
  ],
  { error: 'Write kind: coverage (somebody else’s report) or kind: update (our own).' },
);

export const pages = z.strictObject({
  title,
  summary,
  updated,
  figures: z
    .array(figureId, { error: 'List ids from content/data/statistics.json.' })
    .max(4, { error: 'A page shows four large figures at most.' })
    .default([])
    .describe('Ids of the figures set large at the head of the page.'),
  ...textFields,
});

export const categories = z.strictObject({
  title,
  summary,
  updated,
  order: z
    .int({ error: 'Write the place in the list as a whole number.' })
    .min(1, { error: 'The first place is 1.' })
    .describe('Place in the list of categories.'),
  examples: z
    .array(
      z.strictObject({
        title: plain('the title of a work', 2, 90),
        namedBy: organisationId.describe('Who named it: id from content/data/organisations.json.'),
        source: sourceId,
      }),
      { error: 'List the examples: title, namedBy and source for each.' },
    )
    .default([])
    .describe('Works that the groups themselves named in public.'),
  ...textFields,
});
