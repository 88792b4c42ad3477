import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Place } from '../rules/markdown.ts';
import { lineAt, oddCharacter, placer } from './content-files.ts';
import { nearMiss, quoted } from './problems.ts';

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

const TWICE = 'This field stands twice. Keep one of the two.';

/** What to say for the faults that YAML knows, by its own code. */
const YAML_SENTENCES: Record<string, string> = {
  DUPLICATE_KEY: TWICE,
  TAB_AS_INDENT: 'A tab stands at the beginning of the line. Use spaces.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon inside the text is taken for a field. Put the whole text in quotes: "…: …". Or the line is indented: remove its spaces.',
  MULTILINE_IMPLICIT_KEY:
    'A space is missing after the colon of a field, or a text runs over several lines. Write the field on one line.',
  BAD_ALIAS: 'A star or an ampersand at the beginning has a meaning of its own here. Put the text in quotes.',
  BAD_INDENT: 'The line is indented where no indentation belongs. Remove the spaces at its beginning.',
  BAD_SCALAR_START: 'A sign with a meaning of its own stands at the beginning. Put the text in quotes.',
  MISSING_CHAR: 'A quote, bracket or comma is missing. Look at this line and the one before it.',
  UNEXPECTED_TOKEN:
    'Something stands here that belongs to no field. A text with a sign at its beginning stands in quotes as a whole; for quotes inside it write “ ”.',
  TAG_RESOLVE_FAILED:
    'An exclamation mark at the beginning of a text has a meaning of its own here. Put the text in quotes.',
};

const CANNOT_BE_READ =
  'This cannot be read. Check quotes, colons and indentation here and in the line before.';
const OPEN_BRACKET =
  'A bracket is not closed. Look at the end of this line and of the one before: [ needs ], { needs }.';
const ALIAS =
  'Anchors and aliases (& and *) are not used here. Write the value out, or put the text in quotes.';

/**
 * Reads YAML as data; dates stay the text that was written. Faults of form go to
 * `report` and give `undefined`.
 * @param offset lines of the file that stand before the text
 */
export function parseYaml(text: string, offset: number, report: Report): SourceData | undefined {
  const value = yamlValue(text, offset, report);
  if (!value) return undefined;
  // Places are seldom asked for: the text is read again then, and no tree is kept.
  const places = () => yamlPlaces(text, offset);
  return {
    ...value,
    place: (path) => places().place(path),
    lacks: (path) => places().lacks(path),
    placeOfKey: (path, key) => places().placeOfKey(path, key),
  };
}

function yamlValue(text: string, offset: number, report: Report): { value: unknown } | undefined {
  const { document, at } = yamlDocument(text, offset);
  if (!document) {
    report(at(0), CANNOT_BE_READ);
    return undefined;
  }
  // The first fault is the cause; what follows it is often its shadow.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const sentence = fault.message.startsWith('Flow') ? OPEN_BRACKET : YAML_SENTENCES[fault.code];
    report(at(fault.pos[0]), sentence ?? CANNOT_BE_READ);
    return undefined;
  }
  return checkNodes(document, at, report) ? { value: document.toJS() } : undefined;
}

/** The tree of a text, unless it is nested too deeply to be read, and where its positions are. */
function yamlDocument(text: string, offset: number) {
  const at = (position: number): Place => {
    const { line, column } = lineAt(text, position);
    return { line: line + offset, column };
  };
  try {
    return { document: parseDocument(text, { prettyErrors: false }) as Document, at };
  } catch {
    return { document: undefined, at };
  }
}

function yamlPlaces(text: string, offset: number): Omit<SourceData, 'value'> {
  const { document, at } = yamlDocument(text, offset);
  const nodeAt = (path: readonly PropertyKey[]) =>
    path.length === 0 ? document?.contents : document?.getIn(path, true);
  const place = (path: readonly PropertyKey[]): Place => {
    const node = nodeAt(path);
    if (isNode(node) && node.range) return at(node.range[0]);
    return path.length === 0 ? at(0) : place(path.slice(0, -1));
  };
  return {
    place,
    lacks: (path) => !document?.hasIn(path),
    placeOfKey(path, key) {
      const map = nodeAt(path);
      const pair = isMap(map) && map.items.find((item) => isScalar(item.key) && item.key.value === key);
      return pair && isNode(pair.key) && pair.key.range ? at(pair.key.range[0]) : place(path);
    },
  };
}

/** Fields that hold a date, in which the text as it was written counts. */
const DATES = new Set(['date', 'added', 'updated']);
/** Unquoted texts that Astro’s reader takes for a date or a number, and this one does not. */
const OTHERWISE = /^(?:\d{4}-\d\d?-\d\d?(?:$|[Tt\s]+\d)|[-+]?0b[01_]|[-+]?[\d.]+_[\d_.]*$)/;

/** Whether each node is plain data: no anchor, no alias, no tag, no field without a name, no hidden character. */
function checkNodes(document: Document, at: (position: number) => Place, report: Report): boolean {
  let good = true;
  const refuse = (node: { range?: readonly number[] | null | undefined }, message: string) => {
    report(at(node.range?.[0] ?? 0), message);
    good = false;
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node) => refuse(node, ALIAS),
    Node(_, node) {
      if ('anchor' in node && node.anchor) return refuse(node, ALIAS);
      if (node.tag) return refuse(node, YAML_SENTENCES['TAG_RESOLVE_FAILED'] ?? CANNOT_BE_READ);
      const odd = isScalar(node) && typeof node.value === 'string' ? oddCharacter(node.value) : undefined;
      return odd && refuse(node, odd.message);
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || typeof key.value !== 'string')
        return refuse(
          isNode(key) ? key : {},
          'A field has a name, then a colon, then its value. Write it so.',
        );
      return isScalar(value) &&
        value.type === 'PLAIN' &&
        !DATES.has(key.value) &&
        OTHERWISE.test(`${value.value}`)
        ? refuse(value, 'This text is taken for a date or a number. Put it in quotes.')
        : undefined;
    },
  });
  return good;
}

/** Reads JSON with the place of each value; a fault of form is reported at its own line. */
export function readJson(text: string, report: Report): SourceData | undefined {
  if (text.trim() === '') {
    report({ line: 1, column: 1 }, 'The file is empty. Take the last good version from the history.');
    return undefined;
  }
  const at = placer(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const value = strictJson(text);
  const [error] = errors;
  if (error || !tree || value === undefined) {
    const what = (error && JSON_FAULTS[printParseErrorCode(error.error)]) ?? 'a sign too many or too few';
    report(at(error?.offset ?? 0), `This is not valid JSON (${what}). Look here and at the line before.`);
    return undefined;
  }
  checkStrings(tree, at, report);
  const place = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length).map(segment));
      if (node) return at(node.offset);
    }
    return at(tree.offset);
  };
  return {
    value: value.value,
    place,
    lacks: (path) => path.length > 0 && !findNodeAtLocation(tree, path.map(segment)),
    placeOfKey(path, key) {
      const map = path.length === 0 ? tree : findNodeAtLocation(tree, path.map(segment));
      const property = map?.children?.find(({ children }) => children?.[0]?.value === key);
      return property ? at(property.offset) : place(path);
    },
  };
}

const segment = (part: PropertyKey) => (typeof part === 'number' ? part : String(part));

/** The value of a text that is JSON and nothing else, as Astro reads it. */
function strictJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Reports fields that stand twice in one object, and characters that nobody sees. */
function checkStrings(node: Node, at: (position: number) => Place, report: Report): void {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [name] = child.type === 'property' ? (child.children ?? []) : [];
    if (name && names.has(name.value)) {
      report(at(name.offset), TWICE);
    }
    if (name) names.add(name.value);
    checkStrings(child, at, report);
  }
  const odd = typeof node.value === 'string' ? oddCharacter(node.value) : undefined;
  if (odd) report(at(node.offset), odd.message);
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
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path, data);
      for (const key of issue.keys) {
        report(
          source.placeOfKey(path, key),
          `There is no field ${quoted(key)}${kindOf(data)}.${nearMiss(key, known)} Remove it or correct its name.`,
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
    const near = typeof given === 'string' ? nearMiss(given, known).trim() : '';
    const message = [near, inOwnWords(issue), base.length > 0 ? standing(given, data) : '']
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
function standing(given: unknown, data: unknown): string {
  const id = valueAt(data, ['id']);
  const isShort = typeof given === 'string' || (typeof given === 'number' && Number.isFinite(given));
  return isShort
    ? `Here stands ${typeof given === 'string' ? quoted(given) : given}${typeof id === 'string' && id !== given ? `, in ${quoted(id)}` : ''}.`
    : '';
}

/** Zod's own words are for developers: those for a value of the wrong kind are said anew. */
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
