import { z } from 'astro/zod';

/*
 * Facts stand once, words in each language. A field that holds words is marked in its schema;
 * the schema of a translation is made from these marks, so that it can hold nothing else.
 */

/** What a text is called, and how many characters it has. */
interface Words {
  what: string;
  min: number;
  max: number;
}

const registry = z.registry<Words>();

/** Marks a field as words that a translation has too. */
export function markWords<Schema extends z.ZodType>(schema: Schema, words: Words): Schema {
  registry.add(schema, words);
  return schema;
}

/** Says something in the third of the letters that English takes. */
const SHORTER = 3;

/**
 * The schema of the words of a value, each of which may be missing; a list has them in the
 * order of the original.
 * @param field makes the schema of one field of words
 * @returns nothing for what holds no words
 */
export function wordsOnly(
  schema: z.core.$ZodType,
  field: (what: string, min: number, max: number) => z.ZodType,
): z.ZodType | undefined {
  const words = registry.get(schema);
  if (words) return field(words.what, Math.ceil(words.min / SHORTER), words.max);
  const of = (inner: z.core.$ZodType) => wordsOnly(inner, field);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) => {
      const own = of(inner);
      return own ? [[name, own.optional()] as const] : [];
    });
    return fields.length > 0 ? z.strictObject(Object.fromEntries(fields)) : undefined;
  }
  if (schema instanceof z.ZodArray) {
    const own = of(schema.element);
    return own && z.array(own, { error: 'Write a list in the order of the original.' });
  }
  if (schema instanceof z.ZodUnion) {
    const shapes = schema.options.map(of).filter((one) => one instanceof z.ZodObject);
    return shapes.length > 0
      ? z.strictObject(Object.assign({}, ...shapes.map(({ shape }) => shape)))
      : undefined;
  }
  if (schema instanceof z.ZodPipe) return of(schema.out);
  const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
  return innerType && of(innerType);
}

/**
 * The same with words in place of those that a translation has.
 * @param own in the shape of the value; what is missing in it stays
 */
export function withWords<Value>(value: Value, own: unknown): Value {
  if (own === undefined) return value;
  if (Array.isArray(value) && Array.isArray(own))
    return value.map((item: unknown, index) => withWords(item, own[index])) as Value;
  if (isObject(value) && isObject(own))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, withWords(item, own[name])]),
    ) as Value;
  return typeof value === 'string' && typeof own === 'string' ? (own as Value) : value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
