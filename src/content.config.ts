import { defineCollection } from 'astro/content/config';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { isPartialDate, UNDATED } from './lib/dates.ts';
import { STAGES, UNITS, type Unit } from './lib/measures.ts';

/*
 * The shape of everything in `content/`. Each field is explained where it is
 * defined; each limit answers with a sentence for the editor who meets it. The
 * preflight (src/build) runs the same schemas on the text of the files, so that
 * a message can name the line.
 */

// `astro dev` reads the last good state of the content; see src/build/live-check.ts.
const CONTENT = process.env['CONTENT_DIR'] ?? './content';

/** Tags, entities and links of Markdown. */
const MARK_UP = /<\/?[a-z]|&(?:#x?[\da-f]+|[a-z]{2,8});|\]\(/i;

const plain = (what: string, min: number, max: number) => {
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

const id = z
  .string({ error: 'Write an id: lower-case letters, digits and hyphens.' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'An id has only lower-case letters, digits and single hyphens, as in “hrf-sent-2021”.',
  });

const sourceId = z.string({ error: 'Name a source by its id.' }).regex(/^([a-z0-9-]+\/)?[a-z0-9-]+$/, {
  error:
    'Name a source by its id in content/data/sources.json, or a coverage post by year and file name, as in “2017/design-award”.',
});

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

const partialDate = z.preprocess(
  asWritten,
  z.string({ error: DATE_FORM }).refine((text) => text === UNDATED || isPartialDate(text), {
    error: wrongDate(DATE_FORM),
  }),
);

/** A date of which at least the year is known. */
const knownDate = partialDate.refine((date) => date !== UNDATED, {
  error: 'At least the year is known here. Write 2024-03-01, 2024-03 or 2024.',
});

const day = z.preprocess(
  asWritten,
  z.string({ error: DAY_FORM }).refine((text) => text.length === 10 && isPartialDate(text), {
    error: wrongDate(DAY_FORM),
  }),
);

const WHOLE_ADDRESS =
  'Write the whole address, beginning with https:// (or http:// if the page has no other).';
const address = z
  .url({ protocol: /^https?$/, error: WHOLE_ADDRESS })
  .regex(/^https?:\/\/[^/\s]\S*$/, { error: WHOLE_ADDRESS })
  .describe('The address of the page as it was read.');

const sitePath = z
  .string({ error: 'Write an address of this site, as in /news/2017/design-award/.' })
  .regex(/^\/([a-z0-9-]+\/)+$/, {
    error: 'Write an address of this site with a slash at both ends, as in /news/2017/design-award/.',
  });

const title = plain('a title', 5, 90).describe('Heading of the page and text of links to it.');
const summary = plain('a summary', 40, 220).describe(
  'One or two sentences shown in lists, search results and link previews. It states no figure: figures stand in the text, by id.',
);
const updated = day.describe('The day on which the text was last changed.');
const draft = z
  .boolean({ error: 'Write draft: true or draft: false.' })
  .default(false)
  .describe('true keeps the page out of the public site; `npm run dev` shows it.');
const certainty = z
  .enum(['official', 'reported', 'claimed'], {
    error:
      'Write official (a body speaks of its own acts), reported (an outlet reports it) or claimed (said by one side, not proven).',
  })
  .describe('How sure the matter is: official, reported, or claimed but unproven.');
const publisher = plain('a publisher', 2, 60).describe(
  'Who published it, always in the same spelling: it is a choice in the search.',
);
const language = z
  .enum(['en', 'ko', 'de'], { error: 'Write the language of the report: en, ko or de.' })
  .describe('Language of the page that the address leads to.');
const via = plain('the site of the copy', 2, 60)
  .optional()
  .describe('Only where the original was not seen: the site on which a copy was read.');
const dateNote = plain('a note on the date', 10, 200)
  .optional()
  .describe('How the date is known, where the page does not print it in full.');
const noUrl = plain('a note on the missing address', 20, 200)
  .optional()
  .describe('Only where no address is given: a sentence that says why (not known, or not to be linked).');

const changes = z
  .array(
    z.strictObject({
      date: day.describe('The day of the change.'),
      kind: z
        .enum(['correction', 'revision', 'update'], {
          error:
            'Write correction (something was wrong), revision (a source gave a new figure) or update (something was added).',
        })
        .describe('Whether something was wrong, was revised by its source, or was added.'),
      what: plain('what was changed', 10, 400).describe('What was changed, in a sentence for readers.'),
    }),
    { error: 'List the changes: date, kind and what for each.' },
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
  .describe('Demanded where a text holds a picture: who, by role, has looked at it for safety, and when.');
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
const textFields = { changes, safetyReview, allowedWords, draft };

/** An address, or a sentence that says why there is none: one of the two. */
const hasAddress = <T extends { url?: string | undefined; noUrl?: string | undefined }>(value: T) =>
  (value.url === undefined) !== (value.noUrl === undefined);
const addressRule = {
  path: ['url'],
  error: 'Give either url: (the address of the report) or noUrl: (a sentence that says why there is none).',
};
/** A date that the page does not print needs a word on how it is known. */
const hasDateNote = <T extends { date: string; dateNote?: string | undefined }>(value: T) =>
  value.date !== UNDATED || value.dateNote !== undefined;
const dateNoteRule = {
  path: ['dateNote'],
  error: 'An undated item needs dateNote: a sentence that says what is known about its date.',
};

const postFields = {
  title,
  summary,
  date: partialDate.describe(
    'When it was published, as precisely as known: 2017-12-14, 2017-12, 2017 or undated. The folder is the year, or “undated”.',
  ),
  dateNote,
  added: day.describe('The day on which the post was added to this site.'),
  topics: z
    .array(id, { error: 'List the topics, as in topics: [law, balloons].' })
    .min(1, { error: 'Name at least one topic from content/data/topics.json.' })
    .max(6, { error: 'Name six topics at most.' })
    .describe('Ids from content/data/topics.json.'),
  certainty,
  ...textFields,
};

const news = defineCollection({
  loader: glob({
    base: CONTENT,
    pattern: '*/news/*/*.mdx',
    generateId: ({ entry }) => entry.replace('/news/', '/').replace(/\.mdx$/, ''),
    retainBody: false,
  }),
  schema: z.discriminatedUnion(
    'kind',
    [
      z
        .strictObject({
          kind: z
            .literal('coverage')
            .describe('Somebody else’s report: we name it, sum it up and link to it.'),
          ...postFields,
          publisher,
          url: address.optional(),
          noUrl,
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
  ),
});

const pages = defineCollection({
  loader: glob({
    base: CONTENT,
    pattern: '*/pages/**/*.mdx',
    generateId: ({ entry }) => entry.replace('/pages/', '/').replace(/\.mdx$/, ''),
    retainBody: false,
  }),
  schema: z.strictObject({
    title,
    summary,
    updated,
    figures: z
      .array(id, { error: 'List ids from content/data/statistics.json.' })
      .max(4, { error: 'A page shows four large figures at most.' })
      .default([])
      .describe('Ids of the figures set large at the head of the page.'),
    ...textFields,
  }),
});

const categories = defineCollection({
  loader: glob({
    base: CONTENT,
    pattern: '*/categories/*.mdx',
    generateId: ({ entry }) => entry.replace('/categories/', '/').replace(/\.mdx$/, ''),
    retainBody: false,
  }),
  schema: z.strictObject({
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
          namedBy: id.describe('Who named it: id from content/data/organisations.json.'),
          source: sourceId,
        }),
        { error: 'List the examples: title, namedBy and source for each.' },
      )
      .default([])
      .describe('Works that the groups themselves named in public.'),
    ...textFields,
  }),
});

/** JSON of a data file; some editors save it with a byte order mark. */
const json = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));
const entries = (text: string) => json(text) as Record<string, unknown>[];
const list = (name: string) => (text: string) => (json(text) as Record<string, { id: string }[]>)[name] ?? [];

const number = z
  .number({
    error: ({ input }) =>
      input === Infinity
        ? 'This number is too large to be kept. Look at its digits.'
        : 'Write a number without quotes or commas, as in 9668.',
  })
  .max(1e15, { error: 'This number is too large. Look at its digits.' });
const quantity = number.nonnegative({ error: 'A figure is not below zero.' });

/** Units of which there are parts; of all others there is one or none. */
const DIVISIBLE: readonly Unit[] = [
  'hours',
  'hours-a-day',
  'percent',
  'usd',
  'krw',
  'cny',
  'years',
  'months',
  'minutes',
  'days',
  'kilograms',
  'tonnes',
  'gigabytes',
];

const fits = (unit: Unit, number: number | undefined) =>
  number === undefined || DIVISIBLE.includes(unit) || Number.isInteger(number);
const WHOLE = 'This unit is counted in whole numbers. Correct the number, or the unit.';

const figures = defineCollection({
  loader: file(`${CONTENT}/data/statistics.json`, { parser: list('figures') }),
  schema: z
    .strictObject({
      id: id.describe('Name by which texts and charts call the figure. It never changes.'),
      label: plain('a label', 8, 110).describe('What the figure is, in a few words, without the number.'),
      value: quantity.optional().describe('The number, where there is one.'),
      range: z
        .strictObject({ from: quantity, to: quantity })
        .refine(({ from, to }) => from < to, { error: 'A range goes from the smaller to the larger number.' })
        .optional()
        .describe('Lowest and highest number, where the source gives a range.'),
      qualifier: z
        .enum(['exactly', 'about', 'nearly', 'more-than', 'at-least', 'up-to', 'fewer-than'], {
          error: 'Write exactly, about, nearly, more-than, at-least, up-to or fewer-than.',
        })
        .describe('How the source itself limits the number.'),
      unit: z
        .enum(UNITS, { error: `Write one of the units: ${UNITS.join(', ')}.` })
        .describe('What the number is of.'),
      stage: z
        .enum(STAGES, { error: `Write one of: ${STAGES.join(', ')}.` })
        .describe('What kind of counting it is; the statistics page is grouped by it.'),
      counted: plain('what is counted', 10, 240).describe('What exactly is counted, in a sentence.'),
      asOf: partialDate
        .optional()
        .describe('The day, month or year on which a running total stood so; or undated.'),
      period: z
        .strictObject({ from: knownDate, to: knownDate })
        .refine(({ from, to }) => from <= to, { error: 'The period ends before it begins.' })
        .optional()
        .describe('The time over which was counted.'),
      dateNote,
      reportedBy: plain('who gives the figure', 2, 90).describe('Whose figure it is.'),
      sources: z
        .array(sourceId, { error: 'List the sources by id.' })
        .min(1, { error: 'A figure needs at least one source.' }),
      method: plain('how it was counted', 10, 400).describe('How it was counted, or that this is not known.'),
      notMeaning: plain('what it does not mean', 10, 400).describe(
        'What a hasty reader could wrongly take it for.',
      ),
      formula: plain('a formula', 5, 200)
        .optional()
        .describe('How an estimate is worked out. Demanded where the stage is “reached”.'),
      parts: z
        .array(id, { error: 'List the ids of the figures that make up this one.' })
        .default([])
        .describe('Figures of which this one is the sum; the check adds them up.'),
      conflicts: z
        .array(id, { error: 'List the ids of the figures that do not agree with this one.' })
        .default([])
        .describe('Ids of figures that do not agree with this one.'),
      conflictNote: plain('a note on the conflict', 10, 400)
        .optional()
        .describe('Where the difference lies. Demanded where conflicts are named.'),
      certainty,
    })
    .refine((figure) => (figure.value === undefined) !== (figure.range === undefined), {
      path: ['value'],
      error: 'Give either a value or a range.',
    })
    .refine((figure) => (figure.asOf === undefined) !== (figure.period === undefined), {
      path: ['asOf'],
      error: 'A figure needs a date: either asOf (a day, month or year) or period (from, to).',
    })
    .refine((figure) => figure.asOf !== UNDATED || figure.dateNote !== undefined, dateNoteRule)
    .refine((figure) => figure.stage !== 'reached' || figure.formula !== undefined, {
      path: ['formula'],
      error: 'Reach is an estimate: give its formula.',
    })
    .refine((figure) => figure.conflicts.length === 0 || figure.conflictNote !== undefined, {
      path: ['conflictNote'],
      error: 'Say in conflictNote where the two figures differ.',
    })
    .refine(({ unit, value }) => fits(unit, value), { path: ['value'], error: WHOLE })
    .refine(({ unit, range }) => fits(unit, range?.from) && fits(unit, range?.to), {
      path: ['range'],
      error: WHOLE,
    })
    .refine(({ unit, stage, value = 0 }) => unit !== 'percent' || stage !== 'share' || value <= 100, {
      path: ['value'],
      error: 'A share has at most 100 percent. Correct the number, or the stage.',
    }),
});

const series = defineCollection({
  loader: file(`${CONTENT}/data/statistics.json`, { parser: list('series') }),
  schema: z.strictObject({
    id: id.describe('Name by which pages call the chart.'),
    title: plain('a title', 8, 110).describe('What the chart shows, as a sentence.'),
    description: plain('a description', 20, 400).describe('What to see in it, and what it leaves out.'),
    form: z
      .enum(['time', 'bars', 'windows'], {
        error:
          'Write time (values along a time axis), bars (values side by side) or windows (one for a thousand drives).',
      })
      .describe('How it is drawn.'),
    figures: z
      .array(id, { error: 'List the ids of the figures.' })
      .min(2, { error: 'A chart needs at least two figures.' })
      .describe('Figures of one unit, in order.'),
  }),
});

const sources = defineCollection({
  loader: file(`${CONTENT}/data/sources.json`, { parser: entries }),
  schema: z
    .strictObject({
      id: id.describe('Name by which texts and figures call the source.'),
      title: plain('a title', 5, 140).describe('What the source is, in our own words.'),
      publisher,
      url: address.optional(),
      noUrl,
      via,
      language,
      date: partialDate.describe('When it was published, as precisely as known; or undated.'),
      dateNote,
      read: knownDate.describe('When we read it.'),
      archived: address.optional().describe('Address of an archived copy, where one is known.'),
    })
    .refine(hasAddress, addressRule)
    .refine(hasDateNote, dateNoteRule),
});

const organisations = defineCollection({
  loader: file(`${CONTENT}/data/organisations.json`, { parser: entries }),
  schema: z.strictObject({
    id: id.describe('Name by which pages call the organisation.'),
    name: plain('a name', 3, 90),
    short: plain('a short name', 2, 30).optional().describe('Initials in common use.'),
    role: plain('a role', 20, 300).describe('What it is and does in this field, in our own words.'),
    url: address.optional().describe('Its official address; left out where none is known to us.'),
    checked: day.describe('The day on which the entry was last checked.'),
    checkedHow: plain('how it was checked', 10, 240).describe(
      'How the address was checked, and what was not.',
    ),
    sources: z
      .array(sourceId, { error: 'List the sources by id.' })
      .min(1, { error: 'Name at least one source for what is said of it.' }),
  }),
});

const topics = defineCollection({
  loader: file(`${CONTENT}/data/topics.json`, { parser: entries }),
  schema: z.strictObject({
    id: id.describe('Part of the address /news/topic/<id>/.'),
    label: plain('a label', 3, 40),
    description: plain('a description', 20, 200).describe('What belongs under the topic.'),
  }),
});

const names = defineCollection({
  loader: file(`${CONTENT}/data/names.json`, { parser: entries }),
  schema: z.strictObject({
    id,
    name: plain('a name', 2, 60).describe('The spelling that this site uses.'),
    variants: z
      .array(plain('a spelling', 2, 60), { error: 'List the other spellings.' })
      .min(1, { error: 'Give at least one other spelling.' })
      .describe('Other spellings in use; the search finds each of them.'),
  }),
});

const redirects = defineCollection({
  loader: file(`${CONTENT}/data/redirects.json`, {
    parser: (text) =>
      Object.fromEntries((json(text) as { from: string }[]).map((entry) => [entry.from, entry])),
  }),
  schema: z.strictObject({
    from: sitePath.describe('The old address, from the first slash to the last.'),
    to: sitePath.describe('The address that took its place.'),
  }),
});

export const collections = {
  news,
  pages,
  categories,
  figures,
  series,
  sources,
  organisations,
  topics,
  names,
  redirects,
};
