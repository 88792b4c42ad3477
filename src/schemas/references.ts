import { z } from 'astro/zod';
import type { FieldReference } from '../rules/references.ts';
import type { ReferenceKind } from '../rules/tags.ts';

/** What the ids of a schema name. It is kept out of the published JSON Schemas. */
const registry = z.registry<{ refersTo: ReferenceKind }>();

/** The schema of an id that names something of this kind; it must exist. */
export const refersTo = (schema: z.ZodString, kind: ReferenceKind) =>
  schema.clone().register(registry, { refersTo: kind });

/** Every id that a value names, by the schema that describes it. The value may have faults. */
export function referencesIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[] = [],
): FieldReference[] {
  const kind = registry.get(schema)?.refersTo;
  if (kind) return typeof value === 'string' ? [{ kind, id: value, path: [...path] }] : [];
  const fields = isObject(value) ? value : {};
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([field, inner]) =>
      referencesIn(inner, fields[field], [...path, field]),
    );
  if (schema instanceof z.ZodRecord)
    return Object.entries(fields).flatMap(([field, inner]) =>
      referencesIn(schema.valueType, inner, [...path, field]),
    );
  if (schema instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.flatMap((item, index) => referencesIn(schema.element, item, [...path, index]))
      : [];
  if (schema instanceof z.ZodUnion) return referencesIn(optionFor(schema, value), value, path);
  const inner = innerOf(schema);
  return inner ? referencesIn(inner, value, path) : [];
}

/** The schema within one that makes a field optional, gives it a default or works on its value before. */
export function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  // What is preprocessed is described by what comes out.
  if (schema instanceof z.ZodPipe) return schema.out;
  return (schema._zod.def as { innerType?: z.core.$ZodType }).innerType;
}

/** Whether a value has fields. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The option of a union that a value follows, or means to: the one that its discriminator chooses. */
export function optionFor(schema: z.ZodUnion, value: unknown): z.core.$ZodType {
  const key = schema instanceof z.ZodDiscriminatedUnion ? schema.def.discriminator : undefined;
  const fits = (option: z.core.$ZodType) =>
    key !== undefined && option instanceof z.ZodObject && isObject(value)
      ? z.safeParse(option.shape[key], value[key]).success
      : z.safeParse(option, value).success;
  const [first] = schema.options;
  return schema.options.find(fits) ?? first ?? z.never();
}
