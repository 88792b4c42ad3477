import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import { UNDATED } from '../rules/dates.ts';
import {
  isDivisible,
  LAW_STATUSES,
  QUALIFIERS,
  STAGES,
  UNITS,
  unitsOfStage,
  type Stage,
  type Unit,
} from '../rules/vocabulary.ts';
import {
  DATE_NOTE_RULE,
  certainty,
  changeFields,
  choice,
  dateNote,
  day,
  figureId,
  figureIds,
  id,
  isEither,
  knownDate,
  partialDate,
  recordChanges,
  sourceIds,
  topicIds,
  words,
} from './fields.ts';
import { refersTo } from './references.ts';

/* The figures, and the charts that are drawn from them. */

const number = z
  .number({
    error: ({ input }) =>
      input === Infinity
        ? 'This number is too large to be kept. Look at its digits.'
        : 'Write a number without quotes or commas, as in 9668.',
  })
  .max(1e15, 'This number is too large. Look at its digits.');
const quantity = number.nonnegative('A figure is not below zero.');

const fits = (unit: Unit, ...numbers: (number | undefined)[]) =>
  isDivisible(unit) || numbers.every((number = 0) => Number.isInteger(number));
const WHOLE = 'This unit is counted in whole numbers. Correct the number, or the unit.';
const ALL = 'A share has at most 100 percent. Correct the number, or the stage.';

/** What a figure states; a change keeps each of these as it stood before. */
const statement = {
  label: words('a label', 8, 110).describe('What the figure is, in a few words, without the number.'),
  value: quantity.optional().describe('The number; empty where the source gives a range.'),
  range: z
    .strictObject({
      from: quantity.describe('Lowest number, where the source gives a range.'),
      to: quantity.describe('Highest number, where the source gives a range.'),
    })
    .refine(({ from, to }) => from < to, 'A range goes from the smaller to the larger number.')
    .optional()
    .describe('Lowest and highest number, where the source gives a range in place of one value.'),
  qualifier: choice(
    QUALIFIERS,
    'Write exactly, about, nearly, more-than, at-least, up-to or fewer-than.',
  ).describe('How the source itself limits the number.'),
  unit: choice(UNITS, `Write one of the units: ${UNITS.join(', ')}.`).describe('What the number is of.'),
  stage: choice(STAGES).describe('What kind of counting it is: sent is not arrived.'),
  counted: words('what is counted', 10, 240).describe('What exactly is counted, in a sentence.'),
  asOf: partialDate
    .optional()
    .describe(
      'Day, month or year on which a running total stood so; or undated. Empty where there is a period.',
    ),
  period: z
    .strictObject({
      from: knownDate.describe('Beginning of the time over which was counted.'),
      to: knownDate.describe('End of the time over which was counted.'),
    })
    .refine(({ from, to }) => from <= to, 'The period ends before it begins.')
    .optional()
    .describe('The time over which was counted.'),
  dateNote,
  reportedBy: words('who gives the figure', 2, 90).describe('Whose figure it is.'),
  method: words('how it was counted', 10, 400).describe('How it was counted, or that this is not known.'),
  notMeaning: words('what it does not mean', 10, 400).describe(
    'What a hasty reader could wrongly take it for.',
  ),
  formula: words('a formula', 5, 200).optional().describe('How an estimate is worked out.'),
  certainty,
  sources: sourceIds('the figure'),
};

const orNull = <Field extends z.ZodType>(field: Field) =>
  field.nullable().describe(`${field.description} Null where there was none.`);

/** How a figure stood before a change. */
const stoodBefore = z
  .strictObject({
    ...statement,
    value: orNull(statement.value),
    range: orNull(statement.range),
    asOf: orNull(statement.asOf),
    period: orNull(statement.period),
    dateNote: orNull(statement.dateNote),
    formula: orNull(statement.formula),
  })
  .partial();

const GIVE_WAS = 'Give each field that was changed, as it stood before: "was": { "value": 9000 }.';

const changes = z
  .array(
    z
      .strictObject({
        ...changeFields,
        was: stoodBefore
          .refine((fields) => Object.keys(fields).length > 0, GIVE_WAS)
          .optional()
          .describe('Each field that was changed, as it stood before.'),
      })
      .refine(({ kind, was }) => kind === 'update' || was !== undefined, { path: ['was'], error: GIVE_WAS }),
    'List the changes: [{ "date": …, "kind": …, "what": …, "was": … }], with a comma between two of them.',
  )
  .describe('Changes of substance since the figure was published, each with what stood there before.')
  .default([])
  .register(bookkeeping);

export const figures = z
  .strictObject({
    id: id.describe('Name of the figure. It never changes.'),
    ...statement,
    topics: topicIds,
    measure: id
      .optional()
      .describe('Name shared by figures that tell of the same thing, at other times or by other accounts.')
      .register(bookkeeping),
    crossChecks: z
      .array(
        z.strictObject({
          sum: figureIds.min(1, 'Name at least one figure.').describe('Figures to add up.'),
          times: figureId.optional().describe('Figure by which the sum is multiplied.'),
        }),
        'List what the figure would be by other figures: [{ "sum": ["id", "id"], "times": "id" }]; times may be left out.',
      )
      .default([])
      .describe(
        'What the figure would be by others: the sum of some, multiplied by one where times names it.',
      )
      .register(bookkeeping),
    parts: figureIds
      .default([])
      .describe('Figures of which this one is the sum, by id.')
      .register(bookkeeping),
    conflicts: figureIds
      .default([])
      .describe('Figures that do not agree with this one, by id.')
      .register(bookkeeping),
    conflictNote: words('a note on the conflict', 10, 400)
      .optional()
      .describe('Where the difference lies.')
      .register(bookkeeping),
    checked: day
      .describe('Day on which the figure was last compared with its sources.')
      .register(bookkeeping),
    changes,
  })
  .refine(({ value, range }) => isEither(value, range), {
    path: ['value'],
    error: 'Give either a value or a range.',
  })
  .refine(({ asOf, period }) => asOf === undefined || period === undefined, {
    path: ['asOf'],
    error: 'A figure has one date, and here stand two: asOf and period. Keep the one that the source gives.',
  })
  .refine(({ asOf, period }) => asOf !== undefined || period !== undefined, {
    path: ['asOf'],
    error: 'A figure needs a date: either asOf (a day, month or year) or period (from, to).',
  })
  .refine(({ asOf, dateNote }) => asOf !== UNDATED || dateNote !== undefined, DATE_NOTE_RULE)
  .refine(({ stage, formula }) => stage !== 'reached' || formula !== undefined, {
    path: ['formula'],
    error: 'Reach is an estimate: give its formula.',
  })
  .refine(({ conflicts, conflictNote }) => conflicts.length === 0 || conflictNote !== undefined, {
    path: ['conflictNote'],
    error: 'Say in conflictNote where the two figures differ.',
  })
  .refine(({ unit, value }) => fits(unit, value), { path: ['value'], error: WHOLE })
  .refine(({ unit, range }) => fits(unit, range?.from, range?.to), { path: ['range'], error: WHOLE })
  .refine(({ unit, value = 0 }) => unit !== 'percent' || value <= 100, { path: ['value'], error: ALL })
  .refine(({ unit, range }) => unit !== 'percent' || (range?.to ?? 0) <= 100, { path: ['range'], error: ALL })
  .refine(({ unit, stage }) => unitsOfStage(stage).includes(unit), {
    path: ['unit'],
    error: ({ input }) => {
      const { stage } = input as { stage: Stage };
      return `This unit does not fit the stage “${stage}”, which is counted in ${unitsOfStage(stage).join(', ')}. Correct one of the two.`;
    },
  });

/** Forms of charts that are drawn from the lists of surveys and laws, and from no figures. */
const LIST_FORMS = ['surveys', 'laws'] as const;

/** Ids that stand among the figures of the chart, where it is said whether they exist. */
const ofChart = z.array(id, 'List ids of figures of the chart.').default([]);

export const charts = z
  .strictObject({
    id: id.describe('Name by which pages call the chart; part of its address /charts/<id>/.'),
    title: words('a title', 8, 200).describe(
      'What the chart shows, as a finding. Its numbers are named: {id} is a figure, {id - id} the difference of two.',
    ),
    holds: z
      .array(
        z.union(
          [
            z.strictObject({
              more: figureIds.min(1).describe('Figures whose sum is larger.'),
              than: figureIds.min(1).describe('Figures whose sum is smaller.'),
            }),
            z.strictObject({
              law: refersTo(id, 'laws').describe('A law.'),
              status: z.enum(LAW_STATUSES).describe('How it stands with the law.'),
            }),
          ],
          'Write what must hold so that the title is true: { "more": ["id"], "than": ["id", "id"] } or { "law": "id", "status": "struck-down" }.',
        ),
      )
      .default([])
      .describe('What must hold so that the title is true; the check refuses a title that is no longer.')
      .register(bookkeeping),
    description: words('a description', 20, 400).describe('What to see in it, and what it leaves out.'),
    form: choice(
      ['bars', 'windows', ...LIST_FORMS],
      'Write bars (a bar for each figure), windows (one for a thousand drives), surveys or laws (drawn from their lists).',
    )
      .describe('How it is drawn.')
      .register(bookkeeping),
    figures: figureIds
      .optional()
      .describe('Figures in order; left out where the chart is drawn from a list of its own.')
      .register(bookkeeping),
    contested: ofChart.describe(
      'Figures of bars that others do not bear out; what goes beyond those is hatched.',
    ),
    offScale: ofChart
      .describe('Figures of bars that would flatten all others; their bars are cut.')
      .register(bookkeeping),
    changes: recordChanges,
  })
  .refine(({ form, figures }) => LIST_FORMS.some((one) => one === form) === (figures === undefined), {
    path: ['figures'],
    error:
      'Charts of the forms bars and windows name their figures; surveys and laws have lists of their own.',
  })
  .refine(({ form, figures }) => form !== 'bars' || figures === undefined || figures.length > 2, {
    path: ['figures'],
    error: 'A chart of bars needs at least three figures. Two make a sentence: write it in a text.',
  });

/** What people ask, each question answered by one figure or by words, and its kinds of counting. */
export const questions = z.strictObject({
  id: id.describe('Name of the question; its place on the page of statistics.'),
  question: words('a question', 8, 60).describe('The question, as somebody would ask it.'),
  figure: figureId.describe('The figure that answers it, set large where there is no “answer”.'),
  answer: words('an answer', 4, 140)
    .optional()
    .describe(
      'What is set large where the number alone would not answer the question: “no count”, “{id} of {id}”. Its numbers are named as in the title of a chart; the figure stands below with its label.',
    ),
  sentence: words('a sentence', 20, 200).describe(
    'What the figure tells and what not, in a sentence without a number.',
  ),
  stages: z
    .array(z.enum(STAGES), `List kinds of counting: ${STAGES.join(', ')}.`)
    .min(1, 'Name at least one kind of counting.')
    .describe('The kinds of counting whose figures stand below the question.'),
});
