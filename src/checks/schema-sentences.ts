import { z } from 'astro/zod';
import { optionFor } from '../schemas/references.ts';
import type { SourceData } from './positions.ts';
import { nearMiss, quoted, type Report } from './problems.ts';

/** More faults of one entry than are printed. */
const MOST_ISSUES = 150;

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
  const result = schema.safeParse(data, { error: inOwnWords });
  if (result.success) return result.data;
  const reported = new Set<string>();
  for (const issue of result.error.issues.slice(0, MOST_ISSUES)) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      const kind = valueAt(data, ['kind']);
      const isUnion = schema instanceof z.ZodDiscriminatedUnion;
      const where =
        isUnion && issue.path.length === 0 && typeof kind === 'string'
          ? ` in a post of kind ${quoted(kind)}`
          : '';
      for (const key of issue.keys.slice(0, MOST_ISSUES))
        report(
          source.placeOfKey(path, key),
          `There is no field ${quoted(key)}${where}.${nearMiss(key, known)} Remove it or correct its name.`,
        );
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
    const isNoText = Number.isFinite(given) && / text\b/.test(issue.message);
    const message = [
      near,
      issue.message,
      isNoText ? `Put it in quotes: "${String(given)}".` : '',
      given === null && mayBeLeftOut(schema, data, issue.path) ? 'If there is none, take the line out.' : '',
      base.length > 0 ? saysNow(given, data) : '',
    ]
      .filter(Boolean)
      .join(' ');
    const isMissing = issue.path.length > 0 && given === undefined;
    const about = isMissing ? `The field “${field}” is missing. ` : `${field}: `;
    report(source.place(path), field === undefined ? message : about + message);
  }
  return undefined;
}

/** Whether a field that is empty could as well not be there. */
function mayBeLeftOut(schema: z.ZodType, data: unknown, path: readonly PropertyKey[]): boolean {
  const without = structuredClone(data);
  const parent = valueAt(without, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return false;
  Reflect.deleteProperty(parent, path.at(-1) ?? '');
  const { issues = [] } = schema.safeParse(without).error ?? {};
  return !issues.some((issue) => issue.path.join('\0') === path.join('\0'));
}

/** What an entry of a data file says, and which one: many look alike. */
function saysNow(given: unknown, data: unknown): string {
  const id = valueAt(data, ['id']);
  const isShort = typeof given === 'string' || (typeof given === 'number' && Number.isFinite(given));
  return isShort
    ? `Here stands ${typeof given === 'string' ? quoted(given) : given}${typeof id === 'string' && id !== given ? `, in ${quoted(id)}` : ''}.`
    : '';
}

/** What to say of a value of the wrong kind, by the kind that is wanted. */
const OF_WRONG_KIND: Readonly<Record<string, string>> = {
  array: 'Write a list in square brackets here.',
  object: 'Write fields here, each with a name and a value, as in another one like this.',
  string: 'Write a text here.',
  number: 'Write a number here.',
  boolean: 'Write true or false here.',
};

/** What is said where a schema says nothing, for Zod’s own words are for developers; of fields that are unknown the known ones. */
function inOwnWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return fieldsOf(issue.inst, issue.input).join(' ');
  const sentence = issue.code === 'invalid_type' ? OF_WRONG_KIND[issue.expected] : undefined;
  return sentence ?? 'This value does not fit here. Compare with another one like this.';
}

/** What stands at a path; nothing where it leads out of the data. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}

/** Names of the fields that a schema knows, for the shape that the data chooses. */
export function fieldsOf(schema: unknown, data: unknown): string[] {
  if (schema instanceof z.ZodUnion) return fieldsOf(optionFor(schema, data), data);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
