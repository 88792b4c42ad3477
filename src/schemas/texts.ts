import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import {
  archived,
  certainty,
  changeFields,
  choice,
  dateNote,
  day,
  figureIds,
  id,
  partialDate,
  plain,
  reportFields,
  reportRules,
  sourceId,
  topicIds,
  words,
} from './fields.ts';
import { refersTo } from './references.ts';

/* The front matter of the texts: posts, pages and categories. */

const title = words('a title', 5, 90).describe('Heading of the page and text of links to it.');
const summary = words('a summary', 40, 220).describe(
  'One or two sentences shown in lists, search results and link previews. It states no figure: figures stand in the text, by id.',
);
const updated = day.describe('The day on which the text was last changed.').register(bookkeeping);
const draft = z
  .boolean('Write draft: true or draft: false.')
  .default(false)
  .describe('true keeps the page out of the public site; `npm run dev` shows it.')
  .register(bookkeeping);
const passage = z
  .string('Copy the passage as text, in quotes.')
  .max(4000, 'This is too long for a passage. Take the words that were changed, and a few around them.')
  .refine(
    (text) => text.trim() !== '',
    'Copy the passage. Where words were added or taken out, take in a few that stand beside them.',
  );

const changes = z
  .array(
    z
      .strictObject({
        ...changeFields,
        was: passage
          .optional()
          .describe(
            'The passage as it stood, so that the earlier version can still be read. Never one that was taken out for somebody’s safety.',
          ),
        now: passage.optional().describe('The same passage as it stands now, copied from the text.'),
      })
      .refine(({ was, now }) => (was === undefined) === (now === undefined), {
        path: ['was'],
        error: 'Give was and now together, the passage as it stood and as it stands, or neither.',
      }),
    'List the changes: a hyphen before the first field of each, then date, kind and what below each other.',
  )
  .default([])
  .describe('Changes of substance since the text was published; they stand at its foot and on /corrections/.')
  .register(bookkeeping);
const safetyReview = z
  .strictObject({
    role: plain('a role', 3, 60)
      .refine(
        (text) => !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(text),
        'Write the role in small letters, as in “safety editor”, and never a name.',
      )
      .describe('The role of the reviewer, never a name.'),
    date: day.describe('The day of the review.'),
  })
  .optional()
  .describe('Needed where a text holds a picture: who, by role, has looked at it for safety, and when.')
  .register(bookkeeping);
const allowedWords = z
  .array(
    z.strictObject({
      word: plain('a word', 1, 80).describe(
        'The word that this text may hold: one of the private list, or a place or day that the check tells to take out.',
      ),
      reason: plain('a reason', 10, 300).describe('Why it may stand here.'),
    }),
    'List word and reason for each.',
  )
  .default([])
  .describe(
    'Exceptions from the private word list, and from the rule on people and launches, each with its reason.',
  )
  .register(bookkeeping);

/** What every text may carry besides its own fields. */
const textFields = { title, summary, changes, safetyReview, allowedWords, draft };

const postFields = {
  date: partialDate.describe(
    'When it was published, as precisely as known: 2017-12-14, 2017-12, 2017 or undated. The folder is the year, or “undated”.',
  ),
  dateNote,
  added: day.describe('The day on which the post was added to this site.').register(bookkeeping),
  topics: topicIds,
  certainty,
  ...textFields,
};

export const news = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({
        kind: z
          .literal('coverage')
          .describe('Somebody else’s report: we name it, sum it up and link to it.')
          .register(bookkeeping),
        ...postFields,
        ...reportFields,
        archived,
      })
      .check(...reportRules),
    z
      .strictObject({
        kind: z.literal('update').describe('Our own report or notice.').register(bookkeeping),
        ...postFields,
      })
      .refine(({ date }) => date.length === 10, {
        path: ['date'],
        error: 'We know when we wrote: give the day of our own update, as in 2026-03-14.',
      }),
  ],
  'Write kind: coverage (somebody else’s report) or kind: update (our own).',
);

/** A page that explains, one that leads through steps, and one to look things up in. */
const PAGE_KINDS = ['explainer', 'guide', 'reference'] as const;

export const pages = z.strictObject({
  updated,
  kind: choice(
    PAGE_KINDS,
    'Write kind: explainer (it tells how something is), kind: guide (it leads through steps) or kind: reference (to look things up in).',
  )
    .default('reference')
    .describe('What kind of page it is; each kind has its own look.')
    .register(bookkeeping),
  next: z
    .array(z.string(), 'List addresses of this site, as in next: [/strategy/, /give/].')
    .max(3, 'Name three ways on at most.')
    .default([])
    .describe('Pages of this site to read next, by address; they stand at the foot.')
    .register(bookkeeping),
  figures: figureIds
    .max(4, 'A page shows four large figures at most.')
    .default([])
    .describe('Ids of the figures set large at the head of the page.')
    .register(bookkeeping),
  drawings: z
    .array(refersTo(id, 'drawings'), 'List ids from content/data/drawings.json.')
    .max(2, 'A page shows two drawings at its head at most.')
    .default([])
    .describe('Ids of the drawings at the head of the page; others stand in the text.')
    .register(bookkeeping),
  ...textFields,
});

export const categories = z.strictObject({
  updated,
  order: z
    .int('Write the place in the list as a whole number.')
    .min(1, 'The first place is 1.')
    .describe('Place in the list of categories.')
    .register(bookkeeping),
  examples: z
    .array(
      z.strictObject({
        title: words('the title of a work', 2, 90),
        why: words('a reason', 5, 90).describe('Why it was chosen, or what it shows, in a few words.'),
        namedBy: refersTo(id, 'organisations').describe(
          'Who named it: id from content/data/organisations.json.',
        ),
        source: sourceId,
      }),
      'List the examples: title, why, namedBy and source for each.',
    )
    .default([])
    .describe('Works that the groups themselves named in public.')
    .register(bookkeeping),
  ...textFields,
});
