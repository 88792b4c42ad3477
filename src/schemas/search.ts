import { z } from 'astro/zod';
import { plain, sitePath } from './fields.ts';

/* What helps readers to find a page by words of their own. */

const phrase = plain('a word or a few', 1, 60);

export const synonyms = z.strictObject({
  words: z
    .array(phrase, { error: 'List the words, as in ["donate", "give"].' })
    .min(2, { error: 'Give at least two words that mean the same.' })
    .describe('Words, or a few words each, that mean the same to somebody who searches.'),
});

export const bestBets = z.strictObject({
  page: sitePath.describe('The page that answers, by its address.'),
  asked: z
    .array(phrase, { error: 'List what is asked, as in ["how to donate", "send a drive"].' })
    .min(1, { error: 'Give at least one question.' })
    .describe(
      'What readers type to whom this page is the answer. Words of questions, as “how”, may be left out.',
    ),
  reason: plain('a reason', 10, 200).describe('Why this page is the answer, for the next editor.'),
});
