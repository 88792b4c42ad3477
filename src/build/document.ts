import { parse as parseJson, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { lineAt } from './files.ts';
import { nearMiss } from './problems.ts';

/** A place in a file, both numbers counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Takes a fault of one file. */
export type Report = (place: Place, message: string) => void;

/** Data read from a file, with the place of each value. */
export interface SourceData {
  value: unknown;
  /** Where the value at a path begins; for a missing one, where its parent begins. */
  place(path: readonly PropertyKey[]): Place;
  /** Whether nothing stands at the path. */
  lacks(path: readonly PropertyKey[]): boolean;
  /** Where a key stands. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

/** What to say for the faults that YAML knows, by its own code. */
const YAML_SENTENCES: Record<string, string> = {
  DUPLICATE_KEY: 'This field stands twice. Keep one of the two.',
  TAB_AS_INDENT: 'A tab stands at the beginning of the line. Use spaces.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon inside the text is taken for a field. Put the whole text in quotes: "…: …".',
  MULTILINE_IMPLICIT_KEY:
    'A space is missing after the colon of a field, or a text runs over several lines. Write the field on one line.',
  BAD_ALIAS: 'A star or an ampersand at the beginning has a meaning of its own here. Put the text in quotes.',
  BAD_INDENT: 'The line is indented where no indentation belongs. Remove the spaces at its beginning.',
  BAD_SCALAR_START: 'A sign with a meaning of its own stands at the beginning. Put the text in quotes.',
  MISSING_CHAR: 'A quote, bracket or comma is missing. Look at this line and the one before it.',
  UNEXPECTED_TOKEN:
    'Something stands here that belongs to no field. Straight quotes inside a text in straight quotes are a common cause: write “ ” inside.',
  TAG_RESOLVE_FAILED:
    'An exclamation mark at the beginning of a text has a meaning of its own here. Put the text in quotes.',
};

/**
 * Reads YAML (or JSON, which is part of it) as data; dates stay the text that was
 * written. Faults of form go to `report` and give `undefined`.
 * @param offset lines of the file that stand before the text
 */
export function parseData(text: string, offset: number, report: Report): SourceData | undefined {
  const lineCounter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const at = (position: number): Place => {
    const { line, col } = lineCounter.linePos(position);
    return { line: line + offset, column: col };
  };
  // The first fault is the cause; what follows it is often its shadow.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    report(
      at(fault.pos[0]),
      YAML_SENTENCES[fault.code] ??
        'This cannot be read. Check quotes, colons and indentation here and in the line before.',
    );
    return undefined;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    report(at(0), 'Anchors and aliases (& and *) are not used here. Write each value out.');
    return undefined;
  }
  const place = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(0);
  };
  return {
    value,
    place,
    lacks: (path) => !document.hasIn(path),
    placeOfKey(path, key) {
      const map = path.length === 0 ? document.contents : document.getIn(path, true);
      const pair = isMap(map)
        ? map.items.find(({ key: name }) => isScalar(name) && name.value === key)
        : undefined;
      return isNode(pair?.key) && pair.key.range ? at(pair.key.range[0]) : place(path);
    },
  };
}

/** Reads JSON with the place of each value; a fault of form is reported at its own line. */
export function readJson(text: string, report: Report): SourceData | undefined {
  if (text.trim() === '') {
    report({ line: 1, column: 1 }, 'The file is empty. Take the last good version from the history.');
    return undefined;
  }
  const errors: ParseError[] = [];
  parseJson(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) {
    report(
      lineAt(text, error.offset),
      `This is not valid JSON (${JSON_FAULTS[printParseErrorCode(error.error)] ?? 'a sign too many or too few'}). Look here and at the line before.`,
    );
    return undefined;
  }
  return parseData(text, 0, report);
}

const JSON_FAULTS: Record<string, string> = {
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  CloseBraceExpected: 'a } is missing',
  CloseBracketExpected: 'a ] is missing',
  PropertyNameExpected: 'a comma too many, or a name without double quotes',
  ValueExpected: 'a comma too many, or a value is missing',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfString: 'a quote is not closed',
  InvalidSymbol: 'a word without double quotes',
  InvalidNumberFormat: 'a number is written wrongly',
};

/** The part of Zod's schemas that names their fields. */
interface SchemaShape {
  def: {
    shape?: Record<string, z.ZodType>;
    options?: z.ZodType[];
    innerType?: z.ZodType;
    element?: z.ZodType;
    in?: z.ZodType;
  };
}

/** Runs a schema over data and reports each fault at its own line, in words for an editor. */
export function checkShape(
  schema: z.ZodType,
  data: unknown,
  source: SourceData,
  base: readonly PropertyKey[],
  report: Report,
): void {
  const result = schema.safeParse(data);
  if (result.success) return;
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path, data);
      for (const key of issue.keys) {
        report(
          source.placeOfKey(path, key),
          `There is no field “${key}”${kindOf(data)}.${nearMiss(key, known)} Remove it or correct its name.`,
        );
      }
      continue;
    }
    // One fault a field is enough: a list that is none is also too long.
    const key = path.map(String).join('\0');
    if (told.has(key)) continue;
    told.add(key);
    const field = issue.path.findLast((part) => typeof part === 'string');
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const given = valueAt(data, issue.path);
    const near = typeof given === 'string' ? nearMiss(given, known) : '';
    const message = ownWords(issue.message) + near;
    if (field === undefined) report(source.place(path), message);
    else if (issue.path.length > 0 && source.lacks(path))
      report(source.place(path), `The field “${field}” is missing. ${message}`);
    else report(source.place(path), `${field}: ${message}`);
  }
}

/** Zod's words for a value of the wrong kind are for developers. */
function ownWords(message: string): string {
  if (!message.startsWith('Invalid input')) return message;
  const [, expected = ''] = /expected (\w+)/.exec(message) ?? [];
  const kinds: Record<string, string> = {
    array: 'a list: [ … ]',
    object: 'fields with their values',
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
  };
  return `Write ${kinds[expected] ?? 'another kind of value'} here.`;
}

/** ` in a post of kind “update”`, where a kind chooses the fields. */
function kindOf(data: unknown): string {
  const kind = valueAt(data, ['kind']);
  return typeof kind === 'string' ? ` in a post of kind “${kind}”` : '';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}

/** Names of the fields that a schema knows at a path, for the shape that the data chooses. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const { def } = schema as unknown as SchemaShape;
  const inner = def.innerType ?? def.in;
  if (inner) return fieldsAt(inner, path, data);
  if (def.options) {
    const chosen = def.options.filter((option) => {
      const kind = (option as unknown as SchemaShape).def.shape?.['kind'];
      return kind === undefined || kind.safeParse(valueAt(data, ['kind'])).success;
    });
    return chosen.flatMap((option) => fieldsAt(option, path, data));
  }
  const [first, ...rest] = path;
  if (def.element && typeof first === 'number') return fieldsAt(def.element, rest, valueAt(data, [first]));
  if (!def.shape) return [];
  if (first === undefined) return Object.keys(def.shape);
  const next = def.shape[String(first)];
  return next ? fieldsAt(next, rest, valueAt(data, [first])) : [];
}
