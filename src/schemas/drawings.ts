import { z } from 'astro/zod';
import { DRAWING_LOOKS } from '../rules/drawing-shapes.ts';
import { SIGN_NAMES } from '../rules/drawing-signs.ts';
import { choice, figureIds, id, sourceIds, words } from './fields.ts';
import { refersTo } from './references.ts';

/* The drawings: what each says in words, and which sign stands beside which words. */

/** Signs that count: their number comes from the first figures of their step. */
const COUNTED_SIGNS = ['windows', 'people', 'packages'] as const;

const step = z.strictObject({
  title: words('a title', 2, 60).describe('What the step is called.'),
  sign: choice([...COUNTED_SIGNS, ...SIGN_NAMES])
    .optional()
    .describe('What is drawn; windows, people and packages are counted from the figures or the sources.'),
  look: choice(DRAWING_LOOKS)
    .default('plain')
    .describe('How sure it is: lit, hatched, outline, dotted; or plain, where that is not the point.'),
  figures: figureIds.default([]).describe('Figures by id; the first is set large.'),
  sources: sourceIds('the step')
    .optional()
    .describe('Whose voices they are: the publishers stand below the title, and a window for each.'),
  large: words('words in place of a number', 4, 24)
    .optional()
    .describe('Words set large where there is no number, as in “no count”.'),
  text: words('a text', 4, 160).optional().describe('What is known of it, without a number.'),
  before: words('a line', 4, 80).optional().describe('What lies between the step before and this one.'),
  link: z
    .string()
    .regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/, 'Write an address of this site, as in /program/#sent.')
    .optional()
    .describe('Where on this site the step is told.'),
  event: refersTo(id, 'events').optional().describe('Of a band: the event that it marks.'),
  short: z
    .boolean('Write true or false.')
    .default(false)
    .describe('Of a band: whether its short form on the home page shows the event too.'),
});

export const drawings = z
  .strictObject({
    id: id.describe('Name by which texts call the drawing; part of its address /drawings/<id>.svg.'),
    form: choice(['grid', 'path', 'band']).describe(
      'How it is laid out: steps side by side, steps along a line, or events along the years.',
    ),
    title: words('a title', 8, 110).describe('What the drawing shows, as a sentence that is a finding.'),
    description: words('a description', 40, 400).describe(
      'What is to be seen, for those who do not see it, and what is left out.',
    ),
    steps: z.array(step).min(2, 'A drawing needs at least two steps.'),
    sources: sourceIds('the drawing'),
  })
  .refine(({ form, steps }) => steps.every(({ event }) => (event !== undefined) === (form === 'band')), {
    path: ['steps'],
    error: 'Each step of a band names its event; steps of other drawings have none.',
  });
