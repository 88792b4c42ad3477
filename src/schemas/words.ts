import { z } from 'astro/zod';
import { bookkeeping } from './bookkeeping.ts';
import { innerOf, isObject } from './references.ts';

/*
 * Facts stand once, words in each language. A field that holds words is marked in its schema;
 * the schema of a translation is made from these marks, so that it can hold nothing else.
 */

/** The schema of a field in another language; its type would be endless. */
const registry = z.registry<{ own: unknown }>();

/** Marks a field as words that a translation has too, by another schema. */
export const markWords = (schema: z.ZodString, own: z.ZodString) => schema.register(registry, { own });

/**
 * The schema of the words of a value, each of which may be missing; a list has them in the
 * order of the original.
 * @returns nothing for what holds no words
 */
export function wordsOnly(schema: z.core.$ZodType): z.ZodType | undefined {
  const words = registry.get(schema);
  if (words) return words.own as z.ZodType;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) => {
      const own = wordsOnly(inner)?.optional();
      return own ? [[name, bookkeeping.has(inner) ? own.register(bookkeeping) : own] as const] : [];
    });
    return fields.length > 0 ? z.strictObject(Object.fromEntries(fields)) : undefined;
  }
  if (schema instanceof z.ZodArray) {
    const own = wordsOnly(schema.element);
    return own && z.array(own, 'Write a list in the order of the original.');
  }
  if (schema instanceof z.ZodUnion) {
    const shapes = schema.options.map(wordsOnly).filter((one) => one instanceof z.ZodObject);
    return shapes.length > 0
      ? z.strictObject(Object.assign({}, ...shapes.map(({ shape }) => shape)))
      : undefined;
  }
  const inner = innerOf(schema);
  return inner && wordsOnly(inner);
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
