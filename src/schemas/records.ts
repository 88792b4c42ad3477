import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import { UNDATED } from '../rules/dates.ts';
import { formsOf } from '../rules/names.ts';
import { COUNTRIES, EVENT_KINDS, LAW_STATUSES } from '../rules/vocabulary.ts';
import {
  address,
  archived,
  certainty,
  choice,
  dateNote,
  day,
  figureId,
  figureIds,
  id,
  knownDate,
  partialDate,
  plain,
  recordChanges,
  reportFields,
  reportRules,
  sitePath,
  sourceIds,
  words,
} from './fields.ts';
import { refersTo } from './references.ts';

/* Sources, organisations, events and whatever else is kept as lists of records. */

export const sources = z
  .strictObject({
    id: id.describe(
      'Name by which texts and figures call the source, and part of its address /sources/<id>/.',
    ),
    title: words('a title', 5, 140).describe('What the source is, in our own words.'),
    ...reportFields,
    date: partialDate.describe('When it was published, as precisely as known; or undated.'),
    dateNote,
    read: knownDate.describe('When we read it.').register(bookkeeping),
    archived,
    changes: recordChanges,
  })
  .check(...reportRules)
  .refine(({ date, read }) => date === UNDATED || read >= date.slice(0, read.length), {
    path: ['read'],
    error: 'It was read before it was published. Correct “date” or “read”.',
  });

export const organisations = z
  .strictObject({
    id: id.describe('Name by which pages call the organisation.'),
    name: words('a name', 3, 90),
    short: words('a short name', 2, 30).optional().describe('Initials in common use.'),
    role: words('a role', 20, 300).describe('What it is and does in this field, in our own words.'),
    url: address
      .optional()
      .describe(
        'Its official address, where we have read its own pages under it: readers follow it as a link.',
      ),
    namedByOthers: plain('a host', 4, 60)
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Write the host alone, as in example.org.')
      .optional()
      .describe('The host of an address that only others name: it is printed, and never a link.'),
    checked: day.describe('The day on which the entry was last checked.').register(bookkeeping),
    checkedHow: words('how it was checked', 10, 240)
      .optional()
      .describe('How the address was checked, and what was not; needed where there is one.')
      .register(bookkeeping),
    opened: day
      .optional()
      .describe(
        'The day on which a person last opened the address itself and found the organisation there; left out until then.',
      )
      .register(bookkeeping),
    sources: sourceIds('what is said of it'),
    changes: recordChanges,
  })
  .refine(({ url, checkedHow }) => url === undefined || checkedHow !== undefined, {
    path: ['checkedHow'],
    error: 'Say how the address was checked.',
  })
  .refine(({ url, opened }) => url !== undefined || opened === undefined, {
    path: ['opened'],
    error: 'There is no address that could be opened. Give url, or leave this out.',
  });

export const topics = z.strictObject({
  id: id.describe('Part of the address /news/topic/<id>/.'),
  label: words('a label', 3, 40),
  description: words('a description', 20, 200).describe('What belongs under the topic.'),
  changes: recordChanges,
});

const spelling = plain('a spelling', 2, 60);
const spellings = z.array(spelling, 'List the spellings, as in ["DailyNK", "NK Daily"].').default([]);

export const names = z
  .strictObject({
    id: id.describe('Name of the entry; its place in the glossary.'),
    name: words('a name', 2, 60).describe('The one spelling that this site uses.'),
    short: plain('initials', 2, 12).optional().describe('Initials in common use; texts may use them freely.'),
    korean: spelling
      .refine(
        (text) => /^[\p{Script=Hangul}\w ()·-]*$/u.test(text) && /\p{Script=Hangul}/u.test(text),
        'Write the name in Korean letters. Leave the field out where you are not certain of them.',
      )
      .optional()
      .describe('The name in Korean, only where it is certain.'),
    variants: spellings.describe(
      'Other spellings in use: the search finds each, and the check refuses them in texts of this site.',
    ),
    synonyms: spellings.describe(
      'Plain words that mean the same: the search finds them, and texts may use them.',
    ),
    what: words('an explanation', 8, 160).optional().describe('Who or what it is, in a few words.'),
  })
  .refine((name) => formsOf(name).length > 1, {
    path: ['variants'],
    error: 'Give at least one other spelling.',
  });

export const redirects = z.strictObject({
  from: sitePath.describe('The old address, from the first slash to the last.'),
  to: sitePath.describe('The address that took its place.'),
});

const itsFigures = figureIds
  .default([])
  .describe('Figures that belong to it, by their id in the table of figures.')
  .register(bookkeeping);

export const events = z.strictObject({
  id: id.describe('Name of the event; its place on the page of the time line.'),
  date: knownDate.describe('When it happened, as precisely as known.'),
  dateNote,
  kind: choice(EVENT_KINDS).describe(
    'What it is about: the programmes, law, a reaction of the North, or reporting and research.',
  ),
  title: words('a title', 8, 90).describe('What happened, in a few words.'),
  text: words('a text', 20, 400).describe(
    'What happened and who says so, in one to three sentences; figures by id only.',
  ),
  law: refersTo(id, 'laws')
    .optional()
    .describe('Id from content/data/laws.json, where the event changed that law.')
    .register(bookkeeping),
  figures: itsFigures,
  sources: sourceIds('the event'),
  certainty,
  changes: recordChanges,
});

export const laws = z
  .strictObject({
    id: id.describe('Name by which events call the law.'),
    name: words('a name', 8, 110).describe('What the law is called, or what it does.'),
    country: choice(COUNTRIES, 'Write kp (North Korea), kr (South Korea) or us (United States).').describe(
      'Whose law it is: kp, kr or us.',
    ),
    text: words('a text', 20, 400).describe('What it forbids, allows or pays for, in one or two sentences.'),
    passed: knownDate.optional().describe('When it was passed or ordered, as precisely as known.'),
    from: knownDate.optional().describe('From when it was in force; left out where that is not known.'),
    described: knownDate
      .optional()
      .describe('Where it is known only that a source describes it as in force: the date at which it does.'),
    until: knownDate.optional().describe('Until when it was in force; left out where it still is.'),
    status: choice(LAW_STATUSES).describe('How it stands with the law today.'),
    dateNote: words('a note on the dates', 10, 300)
      .optional()
      .describe('What is known of the dates and what is not.'),
    figures: itsFigures,
    sources: sourceIds('the law'),
    changes: recordChanges,
  })
  .refine(({ passed, from, described }) => (passed ?? from ?? described) !== undefined, {
    path: ['passed'],
    error: 'Give at least one date: passed, from, or described.',
  })
  .refine(({ status, until }) => (status === 'struck-down') === (until !== undefined), {
    path: ['until'],
    error:
      'A law that was struck down has the date until which it held, and no other law has. Correct "status" or "until".',
  })
  .refine(
    ({ status, from, described }) =>
      (from === undefined) === (status === 'start-not-known' || described !== undefined),
    {
      path: ['from'],
      error:
        'Give from, the date on which it took effect; or, where that is not known, leave it out and write "status": "start-not-known", or described, the date at which a source describes it as in force.',
    },
  );

export const surveys = z.strictObject({
  id: id.describe('Name of the survey.'),
  title: words('a title', 8, 110).describe('What the survey is called, or whose it is.'),
  by: words('who asked', 2, 90).describe('Who held it.'),
  fieldwork: words('the time of the survey', 4, 120).describe(
    'When people were asked or had left, as far as known.',
  ),
  asked: figureId
    .optional()
    .describe('The figure that says how many were asked; left out where no source says.'),
  who: words('who was asked', 10, 240).describe('Who was asked.'),
  bias: words('the bias', 20, 400).describe('Why the answers do not stand for the country.'),
  results: figureIds
    .min(1, 'A survey has at least one result.')
    .describe('Figures that the survey gave, in the order of the chart.')
    .register(bookkeeping),
  sources: sourceIds('the survey'),
  changes: recordChanges,
});

export const terms = z.strictObject({
  id: id.describe('Name of the term; its place in the glossary.'),
  term: words('a term', 2, 60).describe('The term as this site writes it.'),
  meaning: words('a meaning', 20, 400).describe('What this site means by it.'),
  changes: recordChanges,
});

/** The reports that tell the story of the archive, as the editor chose them. */
export const story = z.strictObject({
  id: refersTo(
    z
      .string('Name a post by year and file name.')
      .regex(
        /^(\d{4}|undated)\/[a-z0-9-]+$/,
        'Name a coverage post by year and file name, as in “2017/design-award”.',
      ),
    'sources',
  ).describe('The report: a coverage post, by year and file name.'),
  why: words('a reason', 20, 160).describe('What it adds to the story, in one line without a figure.'),
});

/** What each year changed. */
export const years = z.strictObject({
  id: z
    .string('Write the year as text, as in "2016".')
    .regex(/^\d{4}$/, 'Write the year with four digits, as in "2016".')
    .describe('The year.'),
  change: words('what changed', 40, 220).describe(
    'What changed in the year, in one sentence without a figure.',
  ),
});

/* What helps readers to find a page by words of their own. */

const phrase = plain('a word or a few', 1, 60);

export const synonyms = z.strictObject({
  words: z
    .array(phrase, 'List the words, as in ["donate", "give"].')
    .min(2, 'Give at least two words that mean the same.')
    .describe('Words, or a few words each, that mean the same to somebody who searches.'),
});

export const bestBets = z.strictObject({
  page: sitePath.describe('The page that answers, by its address.'),
  asked: z
    .array(phrase, 'List what is asked, as in ["how to donate", "send a drive"].')
    .min(1, 'Give at least one question.')
    .describe(
      'What readers type to whom this page is the answer. Words of questions, as “how”, may be left out.',
    ),
  reason: plain('a reason', 10, 200).describe('Why this page is the answer, for the next editor.'),
});
