import { z } from 'astro/zod';

/**
 * Fields that state nothing of the matter: names, days of work, what belongs where. What was
 * published may change in them without an entry in `changes`; of every other field it is asked for.
 */
export const bookkeeping = z.registry();

/** The fields of a schema that are marked so. */
export function bookkeepingIn(schema: z.core.$ZodType): ReadonlySet<string> {
  if (schema instanceof z.ZodUnion)
    return new Set(schema.options.flatMap((option) => [...bookkeepingIn(option)]));
  const fields = schema instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(schema.shape) : [];
  return new Set(fields.flatMap(([name, field]) => (bookkeeping.has(field) ? name : [])));
}
