import { z } from 'astro/zod';
import type { SourceData } from './positions.ts';
import { nearMiss, quoted, type Report } from './problems.ts';

/** The part of a JSON Schema that names fields. */
interface JsonSchema {
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/**
 * Runs a schema over data and reports each fault at its own line, in words for an editor.
 * @returns what the schema makes of the data; nothing where it does not fit
 */
export function checkShape(
  schema: z.ZodType,
  data: unknown,
  source: SourceData,
  base: readonly PropertyKey[],
  report: Report,
): unknown {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const reported = new Set<string>();
  for (const issue of result.error.issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(described, issue.path, data);
      for (const key of issue.keys) {
        report(
          source.placeOfKey(path, key),
          `There is no field ${quoted(key)}${described.oneOf ? kindOf(data) : ''}.${nearMiss(key, known)} Remove it or correct its name.`,
        );
      }
      continue;
    }
    // One fault a field is enough: a list that is none is also too long.
    const key = path.map(String).join('\0');
    if (reported.has(key)) continue;
    reported.add(key);
    const field = issue.path.findLast((part) => typeof part === 'string');
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const given = valueAt(data, issue.path);
    const near = typeof given === 'string' ? nearMiss(given, known).trim() : '';
    const message = [near, inOwnWords(issue), base.length > 0 ? saysNow(given, data) : '']
      .filter(Boolean)
      .join(' ');
    if (field === undefined) report(source.place(path), message);
    else if (issue.path.length > 0 && source.lacks(path))
      report(source.place(path), `The field “${field}” is missing. ${message}`);
    else report(source.place(path), `${field}: ${message}`);
  }
  return undefined;
}

/** What an entry of a data file says, and which one: many look alike. */
function saysNow(given: unknown, data: unknown): string {
  const id = valueAt(data, ['id']);
  const isShort = typeof given === 'string' || (typeof given === 'number' && Number.isFinite(given));
  return isShort
    ? `Here stands ${typeof given === 'string' ? quoted(given) : given}${typeof id === 'string' && id !== given ? `, in ${quoted(id)}` : ''}.`
    : '';
}

/** Zod's own words are for developers: those for a value of the wrong kind are put in others. */
function inOwnWords({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too|Unrecognized)\b/.test(message)) return message;
  const sentences: Record<string, string> = {
    array: 'Write a list in square brackets here.',
    object: 'Write fields here, each with a name and a value, as content/README.md shows.',
    string: 'Write a text here.',
    number: 'Write a number here.',
    boolean: 'Write true or false here.',
  };
  const sentence =
    code === 'invalid_type' && 'expected' in issue ? sentences[String(issue.expected)] : undefined;
  return sentence ?? 'This value does not fit here. Compare with content/README.md.';
}

/** ` in a post of kind “update”`, where a kind chooses the fields. */
function kindOf(data: unknown): string {
  const kind = valueAt(data, ['kind']);
  return typeof kind === 'string' ? ` in a post of kind ${quoted(kind)}` : '';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}

/** Names of the fields that a schema knows at a path, for the shape that the data chooses. */
function fieldsAt(schema: JsonSchema, path: readonly PropertyKey[], data: unknown): string[] {
  const kind = valueAt(data, ['kind']);
  const shapes = (schema.oneOf ?? schema.anyOf ?? [schema]).filter(
    ({ properties }) => properties?.['kind']?.const === undefined || properties['kind'].const === kind,
  );
  const [first, ...rest] = path;
  if (first === undefined) return shapes.flatMap(({ properties = {} }) => Object.keys(properties));
  return shapes.flatMap(({ properties, items }) => {
    const next = typeof first === 'number' ? items : properties?.[String(first)];
    return next ? fieldsAt(next, rest, valueAt(data, [first])) : [];
  });
}
