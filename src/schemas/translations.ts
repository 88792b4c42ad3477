import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import { changeFields, choice } from './fields.ts';
import { LIST_NAMES, type ListName } from '../rules/lists.ts';
import { SCHEMAS, TEXT_KINDS, TEXTS, type TextKind } from './lists.ts';
import { wordsOnly } from './words.ts';

/* What a translation holds: the words of an original, made from the schema of the original. */

const follows = z
  .int('Write the number of the version of the original, as in follows: 1.')
  .min(1, 'The first version is 1.')
  .describe('The version of the original that the translation follows: the count of its changes, and one.')
  .register(bookkeeping);

const EDITS =
  'List what was changed in this text alone: date, kind and what, as in the changes of an original.';
const edits = z
  .array(
    z.strictObject({
      ...changeFields,
      kind: choice(
        ['correction', 'rewording'],
        'Write correction (something was wrong in this text alone) or rewording (the same said better). Whatever else changes, changes in the original too.',
      ).describe('Whether something was wrong in the translation alone, or was only reworded.'),
    }),
    EDITS,
  )
  .optional()
  .describe(
    'Changes of the translation alone, since it was published; they stand among those of the original.',
  )
  .register(bookkeeping);

/** The front matter of a translated text, by the kind of text: it has a title and a summary, and may lack other words. */
export const TRANSLATED_TEXTS = Object.fromEntries(
  TEXT_KINDS.map((kind) => {
    const words = wordsOnly(TEXTS[kind]) as z.ZodObject<Record<'title' | 'summary', z.ZodOptional>>;
    const { title, summary } = words.shape;
    return [kind, words.extend({ title: title.unwrap(), summary: summary.unwrap(), follows, edits })];
  }),
) as unknown as Record<TextKind, z.ZodObject>;

/** Lists that each language has for itself, all in one file of the same name: what readers type. */
export const OWN_LISTS = ['synonyms', 'bestBets'] as const satisfies readonly ListName[];

/** The words of a record of each list that has some, in another language. */
export const TRANSLATED_LISTS: ReadonlyMap<ListName, z.ZodObject> = new Map(
  LIST_NAMES.flatMap((name) => {
    const schema = wordsOnly(SCHEMAS[name]);
    if (!(schema instanceof z.ZodObject)) return [];
    return [[name, 'changes' in schema.shape ? schema.extend({ edits }) : schema]];
  }),
);
