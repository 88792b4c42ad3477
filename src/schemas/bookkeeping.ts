import { z } from 'astro/zod';

/*
 * Fields that state nothing of the matter: names, days of work, what belongs where. What was
 * published may change in them without an entry in `changes`; of every other field it is asked for.
 */

const registry = z.registry<{ isBookkeeping: true }>();

/** Marks a field of a text or record as bookkeeping. */
export function bookkeeping<Field extends z.ZodType>(field: Field): Field {
  const marked = field.clone();
  registry.add(marked, { isBookkeeping: true });
  return marked;
}

/** Whether a field is marked so. */
export const isBookkeeping = (field: z.core.$ZodType) => registry.get(field) !== undefined;

/** The fields of a schema that are marked so. */
export function bookkeepingIn(schema: z.core.$ZodType): ReadonlySet<string> {
  if (schema instanceof z.ZodUnion)
    return new Set(schema.options.flatMap((option) => [...bookkeepingIn(option)]));
  const fields = schema instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(schema.shape) : [];
  return new Set(fields.flatMap(([name, field]) => (isBookkeeping(field) ? name : [])));
}
