import { z } from 'astro/zod';
import { words } from './fields.ts';
import { refersTo } from './references.ts';

/* What the editor says of the archive as a whole: which reports tell the story, and what each year changed. */

export const story = z.strictObject({
  id: refersTo(
    z.string({ error: 'Name a post by year and file name.' }).regex(/^(\d{4}|undated)\/[a-z0-9-]+$/, {
      error: 'Name a coverage post by year and file name, as in “2017/design-award”.',
    }),
    'sources',
  ).describe('The report: a coverage post, by year and file name.'),
  why: words('a reason', 20, 160).describe('What it adds to the story, in one line without a figure.'),
});

export const years = z.strictObject({
  id: z
    .string({ error: 'Write the year as text, as in "2016".' })
    .regex(/^\d{4}$/, { error: 'Write the year with four digits, as in "2016".' })
    .describe('The year.'),
  change: words('what changed', 40, 220).describe(
    'What changed in the year, in one sentence without a figure.',
  ),
});
