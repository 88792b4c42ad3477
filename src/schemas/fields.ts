import { z } from 'astro/zod';
import { CERTAINTIES, CHANGE_KINDS } from '../rules/vocabulary.ts';
import { isPartialDate, UNDATED } from '../rules/dates.ts';
import { refersTo } from './references.ts';

/*
 * The fields that several kinds of content share. Each limit answers with a sentence
 * for the editor who meets it.
 */

/** Tags, entities and links of Markdown. */
const MARK_UP = /<\/?[a-z]|&(?:#x?[\da-f]+|[a-z]{2,8});|\]\(/i;

export const plain = (what: string, min: number, max: number) => {
  const tooShort = `This is too short for ${what}: write ${min} to ${max} characters.`;
  return (
    z
      .string({ error: `Write ${what} as text.` })
      .min(min, { error: tooShort })
      .max(max, { error: `This is too long for ${what}: write ${min} to ${max} characters.` })
      // Spaces are no words.
      .refine((text) => text.trim().length >= min, { error: tooShort })
      .refine((text) => !MARK_UP.test(text), {
        error: 'Mark-up is not read here and would be printed as it stands. Write plain words and signs.',
      })
  );
};

export const id = z
  .string({ error: 'Write an id: lower-case letters, digits and hyphens.' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'An id has only lower-case letters, digits and single hyphens, as in “hrf-sent-2021”.',
  });

export const figureId = refersTo(id, 'figures');
export const organisationId = refersTo(id, 'organisations');
export const lawId = refersTo(id, 'laws');

export const sourceId = refersTo(
  z.string({ error: 'Name a source by its id.' }).regex(/^([a-z0-9-]+\/)?[a-z0-9-]+$/, {
    error:
      'Name a source by its id in content/data/sources.json, or a coverage post by year and file name, as in “2017/design-award”.',
  }),
  'sources',
);

// YAML reads 2024-03-01 as a day and 2024 as a number; both are taken back to
// the text that the editor wrote, because the form of the text is the precision.
const asWritten = (value: unknown) =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : typeof value === 'number'
      ? String(value)
      : value;

const DATE_FORM =
  'Write the date as far as it is known: 2024-03-01, 2024-03 or 2024; if nothing is known, write undated.';
const KNOWN_FORM = 'Write the date as far as it is known, at least the year: 2024-03-01, 2024-03 or 2024.';
const DAY_FORM = 'Write the day as YYYY-MM-DD, for example 2026-03-14.';

/** Says of a date in the right form what is wrong with it, and how to write one. */
const wrongDate =
  (form: string) =>
  ({ input }: { input: unknown }): string => {
    const text = String(input);
    if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return form;
    if (/^(?:1[0-8]|0|2[1-9]|[3-9])/.test(text) && isPartialDate(`2000${text.slice(4)}`))
      return `The year ${text.slice(0, 4)} cannot be meant: years go from 1900 to 2100. ${form}`;
    return isPartialDate(text) ? form : `“${text}” does not exist in the calendar. ${form}`;
  };

export const partialDate = z.preprocess(
  asWritten,
  z.string({ error: DATE_FORM }).refine((text) => text === UNDATED || isPartialDate(text), {
    error: wrongDate(DATE_FORM),
  }),
);

/** A date of which at least the year is known. */
export const knownDate = z.preprocess(
  asWritten,
  z.string({ error: KNOWN_FORM }).refine(isPartialDate, { error: wrongDate(KNOWN_FORM) }),
);

export const day = z.preprocess(
  asWritten,
  z.string({ error: DAY_FORM }).refine((text) => text.length === 10 && isPartialDate(text), {
    error: wrongDate(DAY_FORM),
  }),
);

const WHOLE_ADDRESS =
  'Write the whole address, beginning with https:// (or http:// if the page has no other).';
export const address = z
  .url({ protocol: /^https?$/, error: WHOLE_ADDRESS })
  .regex(/^https?:\/\/[^/\s]\S*$/, { error: WHOLE_ADDRESS })
  .describe('The address of the page as it was read.');

export const sitePath = z
  .string({ error: 'Write an address of this site, as in /news/2017/design-award/.' })
  .regex(/^\/([a-z0-9-]+\/)+$/, {
    error: 'Write an address of this site with a slash at both ends, as in /news/2017/design-award/.',
  });

export const title = plain('a title', 5, 90).describe('Heading of the page and text of links to it.');
export const summary = plain('a summary', 40, 220).describe(
  'One or two sentences shown in lists, search results and link previews. It states no figure: figures stand in the text, by id.',
);
export const updated = day.describe('The day on which the text was last changed.');
export const draft = z
  .boolean({ error: 'Write draft: true or draft: false.' })
  .default(false)
  .describe('true keeps the page out of the public site; `npm run dev` shows it.');
export const certainty = z
  .enum(CERTAINTIES, {
    error:
      'Write official (a body speaks of its own acts), reported (an outlet reports it) or claimed (said by one side, not proven).',
  })
  .describe('How sure the matter is: official, reported, or claimed but unproven.');
export const publisher = plain('a publisher', 2, 60).describe(
  'Who published it, always in the same spelling: it is a choice in the search.',
);
export const author = z
  .array(
    plain('a name', 2, 60).regex(/^[^;]*$/, {
      error: 'Write each name in quotes of its own, with a comma between two.',
    }),
    { error: 'List the names, as in ["Jane Doe", "김철수"].' },
  )
  .min(1, { error: 'Name at least one author, or leave the field out.' })
  .max(10, { error: 'Name ten authors at most.' })
  .optional()
  .describe('Who wrote it, only where the report itself prints the names, and as it prints them.');
export const language = z
  .enum(['en', 'ko', 'de'], { error: 'Write the language of the report: en, ko or de.' })
  .describe('Language of the page that the address leads to.');
export const via = plain('the site of the copy', 2, 60)
  .optional()
  .describe('Only where the original was not seen: the site on which a copy was read.');
export const dateNote = plain('a note on the date', 10, 200)
  .optional()
  .describe('How the date is known, where the page does not print it in full.');
export const noUrl = plain('a note on the missing address', 20, 200)
  .optional()
  .describe('Only where no address is given: a sentence that says why (not known, or not to be linked).');

export const archived = address
  .optional()
  .describe('Address of an archived copy, where one is known; readers find it beside the address.');

/** What is said of a change, to a text or to a figure. */
export const changeFields = {
  date: day.describe('The day of the change.'),
  kind: z
    .enum(CHANGE_KINDS, {
      error:
        'Write correction (something was wrong), revision (a source gave a new figure) or update (something was added).',
    })
    .describe('Whether something was wrong, was revised by its source, or was added.'),
  what: plain('what was changed', 10, 400).describe('What was changed, in a sentence for readers.'),
};

const passage = z
  .string({ error: 'Copy the passage as text, in quotes.' })
  .max(4000, {
    error: 'This is too long for a passage. Take the words that were changed, and a few around them.',
  })
  .refine((text) => text.trim() !== '', {
    error: 'Copy the passage. Where words were added or taken out, take in a few that stand beside them.',
  });

export const changes = z
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
    {
      error:
        'List the changes: a hyphen before the first field of each, then date, kind and what below each other.',
    },
  )
  .default([])
  .describe(
    'Changes of substance since the text was published; they stand at its foot and on /corrections/.',
  );
const safetyReview = z
  .strictObject({
    role: plain('a role', 3, 60).describe('The role of the reviewer, never a name.'),
    date: day.describe('The day of the review.'),
  })
  .optional()
  .describe('Needed where a text holds a picture: who, by role, has looked at it for safety, and when.');
const allowedWords = z
  .array(
    z.strictObject({
      word: plain('a word', 1, 80).describe('The word of the private list that this text may hold.'),
      reason: plain('a reason', 10, 300).describe('Why it may stand here.'),
    }),
    { error: 'List word and reason for each.' },
  )
  .default([])
  .describe('Exceptions from the private word list, each with its reason.');

/** What every text of an editor may carry besides its own fields. */
export const textFields = { changes, safetyReview, allowedWords, draft };

/** An address, or a sentence that says why there is none: one of the two. */
export const hasAddress = <T extends { url?: string | undefined; noUrl?: string | undefined }>(value: T) =>
  (value.url === undefined) !== (value.noUrl === undefined);
export const addressRule = {
  path: ['url'],
  error: 'Give either url: (the address of the report) or noUrl: (a sentence that says why there is none).',
};
/** A date that the page does not print needs a word on how it is known. */
export const hasDateNote = <T extends { date: string; dateNote?: string | undefined }>(value: T) =>
  value.date !== UNDATED || value.dateNote !== undefined;
export const dateNoteRule = {
  path: ['dateNote'],
  error: 'An undated item needs dateNote: a sentence that says what is known about its date.',
};

export const topicIds = z
  .array(refersTo(id, 'topics'), { error: 'List the topics, as in topics: [law, balloons].' })
  .min(1, { error: 'Name at least one topic from content/data/topics.json.' })
  .max(6, { error: 'Name six topics at most.' })
  .describe('Ids from content/data/topics.json.');

/** Ids of sources; `what` is what rests on them. */
export const sourceIds = (what: string) =>
  z
    .array(sourceId, { error: 'List the sources by id, as in ["2017/design-award"].' })
    .min(1, { error: `Name at least one source for ${what}.` });
