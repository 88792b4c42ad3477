import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import { CERTAINTIES, CHANGE_KINDS } from '../rules/vocabulary.ts';
import { isPartialDate, UNDATED } from '../rules/dates.ts';
import { isLanguage } from '../rules/languages.ts';
import { refersTo } from './references.ts';
import { markWords } from './words.ts';

/*
 * The fields that several kinds of content share. Each limit answers with a sentence
 * for the editor who meets it.
 */

/** Tags, entities, and marks of Markdown. */
export const MARK_UP = /<\/?[a-z]|&(?:#x?[\da-f]+|[a-z]{2,8});|\]\(|\*\*|`/i;

/** What is said of it where nothing reads it. */
export const NO_MARK_UP =
  'Mark-up is not read here and would be printed as it stands. Write plain words and signs.';

/** A text without mark-up; `what` is it in the sentences for editors. */
export const plain = (what: string, min: number, max: number) => {
  return (
    z
      .string(`Write ${what} as text.`)
      // A line break within a value would divide a citation; YAML leaves one at the end of a block.
      .overwrite((text) => text.replace(/\s*\n\s*| {2,}/g, ' ').trim())
      .min(min, `This is too short for ${what}: write ${min} to ${max} characters.`)
      .max(max, `This is too long for ${what}: write ${min} to ${max} characters.`)
      .refine((text) => !MARK_UP.test(text), NO_MARK_UP)
  );
};

/** Korean says something in the third of the letters that English takes. */
const SHORTER = 3;

/** A plain text that is written in each language. */
export const words = (what: string, min: number, max: number) =>
  markWords(plain(what, min, max), plain(what, Math.ceil(min / SHORTER), max));

/** One word of several; an own sentence says what each of them stands for. */
export const choice = <const Word extends string>(
  words: readonly Word[],
  error = `Write one of: ${words.join(', ')}.`,
) => z.enum(words, error);

/** Whether one of two fields is given, and the other not. */
export const isEither = (one: unknown, other: unknown) => (one === undefined) !== (other === undefined);

export const id = z
  .string('Write an id: lower-case letters, digits and hyphens.')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'An id has only lower-case letters, digits and single hyphens, as in “hrf-sent-2021”.',
  );

export const figureId = refersTo(id, 'figures');

/** Ids of figures, each of which must exist. */
export const figureIds = z.array(figureId, 'List ids from content/data/statistics.json.');

export const sourceId = refersTo(
  z
    .string('Name a source by its id.')
    .regex(
      /^([a-z0-9-]+\/)?[a-z0-9-]+$/,
      'Name a source by its id in content/data/sources.json, or a coverage post by year and file name, as in “2017/design-award”.',
    ),
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

/** Forms of a date of which a part may be unknown (EDTF, level 0), without and with `undated`; for JSON Schema. */
export const KNOWN_DATE = '^\\d{4}(?:-\\d{2}){0,2}$';
export const PARTIAL_DATE = '^(?:\\d{4}(?:-\\d{2}){0,2}|undated)$';

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

const dateField = (form: string, isRight: (text: string) => boolean) =>
  z.preprocess(asWritten, z.string({ error: form }).refine(isRight, { error: wrongDate(form) }));

export const partialDate = dateField(DATE_FORM, (text) => text === UNDATED || isPartialDate(text)).meta({
  pattern: PARTIAL_DATE,
});

/** A date of which at least the year is known. */
export const knownDate = dateField(KNOWN_FORM, isPartialDate).meta({ pattern: KNOWN_DATE });

export const day = dateField(DAY_FORM, (text) => text.length === 10 && isPartialDate(text)).meta({
  format: 'date',
});

const WHOLE_ADDRESS =
  'Write the whole address, beginning with https:// (or http:// if the page has no other).';
/** What was typed in place of an address, and what to do. */
const otherAddress = ({ input }: { input?: unknown }) =>
  ADDRESS_FAULTS.find(([looks]) => looks.test(String(input)))?.[1] ?? WHOLE_ADDRESS;
const ADDRESS_FAULTS: readonly [RegExp, string][] = [
  [/https?:\/\/.*[\s,;]https?:\/\//, 'Two addresses stand here. Give one.'],
  [/^[[<(].*https?:/, 'Brackets stand around the address. Take them away, and give the address alone.'],
  [/^https?:\/\/\S+\s/, 'A space stands in the address. Take it out, or write %20 for it.'],
];
export const address = z
  .url({ protocol: /^https?$/, error: otherAddress })
  .refine((text) => /^https?:\/\/[^/\s]\S*$/.test(text), { error: otherAddress })
  .describe('The address of the page as it was read.');

export const certainty = choice(
  CERTAINTIES,
  'Write official (a body speaks of its own acts), reported (an outlet reports it) or claimed (said by one side, not proven).',
).describe('How sure the matter is: official, reported, or claimed but unproven.');
export const dateNote = words('a note on the date', 10, 200)
  .optional()
  .describe('How the date is known, where the page does not print it in full.');

/** What stands in place of a name where there is none. */
const NO_NAME =
  /^(?:n\/?a|none|unknown|anonymous|staff|admin|editor|tb[acd]|미상|없음|모름|익명|미정|기자|편집부|관리자|[-?]+)$/i;

/** The name of an outlet or a site, and not its address. */
const outlet = (what: string) =>
  plain(what, 2, 60).refine(
    (text) => !NO_NAME.test(text) && !/^(?:https?:|www\.)/.test(text),
    `Write ${what} by name, without an address. Where nobody knows the name, say so in a few words.`,
  );

const LANGUAGE_FORM =
  'Write the language of the report as its code of two small letters, as en for English, ko for Korean or ja for Japanese.';

/** Codes of countries that are taken for those of their languages, some of which are codes of others: kr is Kanuri. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ kr: 'ko', kp: 'ko', jp: 'ja', cn: 'zh', tw: 'zh', ua: 'uk', vn: 'vi', dk: 'da', cz: 'cs', gr: 'el' },
  ...{ us: 'en', gb: 'en', au: 'en', at: 'de', ir: 'fa', il: 'he' },
};

/** What stands in place of a name where an office or an agency wrote it. */
const NO_PERSON =
  /^(?:(?:the )?(?:editorial (?:board|team|staff|desk)|(?:staff|our) (?:writers?|reporters?|correspondents?)|(?:online |web |digital )?(?:news ?(?:desk|room|team|staff)|team|desk)|(?:wire|agency) (?:services?|reports?)|editors?|reporters?|correspondents?|agencies)|afp|ap|(?:the )?associated press|reuters|upi|yonhap(?: news(?: agency)?)?|연합뉴스|로이터(?:통신)?|뉴시스|뉴스1|.*(?:뉴스팀|뉴스부|편집[국팀부실]|취재[팀부]|보도[국팀]|디지털[팀부]|온라인[팀부]|논설실|특별취재반))$/i;

/** What is said of somebody else’s report: who published it, and where it can be read. */
export const reportFields = {
  author: z
    .array(
      plain('a name', 2, 60)
        .regex(
          /^(?!.*(?:[;·/@()|&]|\sand\s|,\s(?!Jr|Sr)))/,
          'Write each name in quotes of its own, the first name first, and nothing else, as in ["Jane Doe", "김철수"].',
        )
        .refine(
          (text) => !NO_NAME.test(text) && !NO_PERSON.test(text),
          'Leave the field out where the report prints no name.',
        )
        .regex(
          /^(?!(?:by|dr|prof|professor|mrs?|ms|reporter|correspondent|editor)\.?\s)(?!.*\s(?:기자|특파원|논설위원|교수|박사)$)/i,
          'Write the name alone, without “By” and without what the person does.',
        )
        .refine(
          (text) => !/\s/.test(text) || /\p{Ll}/u.test(text) === /\p{Lu}/u.test(text),
          'Write each part of a name with a capital and small letters, as in "Jane Doe".',
        )
        .regex(/^(?![가-힣](?: [가-힣])+$)/, 'Write a Korean name without spaces, as in "김철수".'),
      'List the names, as in ["Jane Doe", "김철수"].',
    )
    .min(1, 'Name at least one author, or leave the field out.')
    .max(10, 'Name ten authors at most.')
    .refine((names) => new Set(names).size === names.length, 'A name stands twice. Keep one.')
    .optional()
    .describe('Who wrote it, only where the report itself prints the names, and as it prints them.'),
  publisher: outlet('a publisher').describe(
    'Who published it, always in the same spelling: it is a choice in the search.',
  ),
  url: address.optional().register(bookkeeping),
  noUrl: words('a note on the missing address', 20, 200)
    .optional()
    .describe('Only where no address is given: a sentence that says why (not known, or not to be linked).')
    .register(bookkeeping),
  via: outlet('the site of the copy')
    .optional()
    .describe('Only where the original was not seen: the site on which a copy was read.'),
  language: z
    .string(LANGUAGE_FORM)
    .refine((code) => COUNTRIES[code] !== undefined || isLanguage(code), LANGUAGE_FORM)
    .refine((code) => COUNTRIES[code] === undefined, {
      error: ({ input }) =>
        `Write “${COUNTRIES[String(input)]}” for the language; “${String(input)}” is the code of a country.`,
    })
    .meta({ pattern: '^[a-z]{2}$' })
    .describe('Language of the page that the address leads to, by its code (ISO 639-1): en, ko, ja.'),
};
export const archived = address
  .optional()
  .describe('Address of an archived copy, where one is known.')
  .register(bookkeeping);

/** A date that is not known needs a word on what is. */
export const DATE_NOTE_RULE = {
  path: ['dateNote'],
  error: 'An undated item needs dateNote: a sentence that says what is known about its date.',
};

type Report = { date: string; author?: readonly string[] | undefined } & Partial<
  Record<'url' | 'noUrl' | 'dateNote' | 'publisher', string | undefined>
>;

/** What must hold between the fields of a report: an address or why there is none, and a date or what is known of it. */
export const reportRules = [
  z.refine<Report>(({ url, noUrl }) => isEither(url, noUrl), {
    path: ['url'],
    error: 'Give either url: (the address of the report) or noUrl: (a sentence that says why there is none).',
  }),
  z.refine<Report>(({ date, dateNote }) => date !== UNDATED || dateNote !== undefined, DATE_NOTE_RULE),
  z.refine<Report>(
    ({ author = [], publisher = '' }) =>
      !author.some((name) => name.toLowerCase() === publisher.toLowerCase()),
    {
      path: ['author'],
      error: 'The publisher is no author. Leave the field out where the report prints no name.',
    },
  ),
] as const;

/** What is said of a change, to a text or to a figure. */
export const changeFields = {
  date: day.describe('The day of the change.'),
  kind: choice(
    CHANGE_KINDS,
    'Write correction (something was wrong), revision (a source gave a new figure), update (something was added) or rewording (the same said better).',
  ).describe(
    'Whether something was wrong, was revised by its source, was added, or was only reworded. A rewording changes no fact.',
  ),
  what: words('what was changed', 8, 400).describe('What was changed, in a sentence for readers.'),
};

/** The changes of a record of a list. */
export const recordChanges = z
  .array(
    z.strictObject(changeFields),
    'List the changes: [{ "date": …, "kind": …, "what": … }], with a comma between two of them.',
  )
  .default([])
  .describe('Changes since it was published, the oldest first.')
  .register(bookkeeping);

export const topicIds = z
  .array(refersTo(id, 'topics'), 'List the topics, as in topics: [law, balloons].')
  .min(1, 'Name at least one topic from content/data/topics.json.')
  .max(6, 'Name six topics at most.')
  .describe('Topics, by the id in the address of their page.')
  .register(bookkeeping);

/** Ids of sources; `what` is what rests on them. */
export const sourceIds = (what: string) =>
  z
    .array(sourceId, 'List the sources by id, as in ["2017/design-award"].')
    .min(1, `Name at least one source for ${what}.`)
    .describe('Sources, by their id in the table of sources.');

/** The address of a page of this site. */
export const sitePath = z
  .string('Write an address of this site, as in /news/2017/design-award/.')
  .regex(
    /^\/([a-z0-9-]+\/)+$/,
    'Write an address of this site with a slash at both ends, as in /news/2017/design-award/.',
  );
