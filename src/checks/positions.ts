import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import {
  CST,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  visit,
  type Document,
  type Scalar,
} from 'yaml';
import { lazy } from '../rules/memoize.ts';
import { nodesOf, type Place } from '../rules/markdown.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { spokenAt, type SpokenText } from './block-text.ts';
import { oddCharacter, placer } from './content-files.ts';
import { codeOf, faultFinder, quoted, START, type FieldPlace, type Report } from './problems.ts';

/** Data read from a file, with the place of each value. */
export type SourceData = ReturnType<typeof withPlaces>;

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
    'Something stands here that belongs to no field. A text with a sign at its beginning stands in quotes as a whole; for quotes inside it write “ ”. An apostrophe ends a text in single quotes: write ’.',
  TAG_RESOLVE_FAILED:
    'An exclamation mark at the beginning of a text has a meaning of its own here. Put the text in quotes.',
};

const CANNOT_BE_READ =
  'This cannot be read. Check quotes, colons and indentation here and in the line before.';
const OPEN_BRACKET =
  'A bracket is not closed. Look at the end of this line and of the one before: [ needs ], { needs }.';
/** A field without its colon, or with that of a Korean or Chinese keyboard. */
const NO_COLON =
  /^(?:[a-z][A-Za-z]*(?= ?[：﹕])|(?:kind|title|summary|date|added|updated|topics|certainty|publisher|url|language|draft|follows)(?= [^:\n]*$))/m;
const noColon = (field: string) =>
  `The colon behind “${field}” is missing, or is of another keyboard (：). Write ${field}: and a space before the value.`;
const ALIAS =
  'Anchors and aliases (& and *) are not used here. Write the value out, or put the text in quotes.';

/**
 * Reads YAML as data; dates stay the text that was written. Faults of form go to
 * `report` and give `undefined`.
 * @param offset lines of the file that stand before the text
 */
export function parseYaml(text: string, offset: number, report: Report): SourceData | undefined {
  const at = placer(text, offset);
  const document = yamlDocument(text);
  if (!document) return void report(at(0), CANNOT_BE_READ);
  // The first fault is the cause; others often follow from it.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const [field] = NO_COLON.exec(text.slice(fault.pos[0])) ?? [];
    if (field) return void report(at(fault.pos[0]), noColon(field));
    const sentence = fault.message.startsWith('Flow') ? OPEN_BRACKET : YAML_SENTENCES[fault.code];
    return void report(at(fault.pos[0]), sentence ?? CANNOT_BE_READ);
  }
  if (!checkNodes(document, at, report)) return undefined;
  const data = withPlaces(document.toJS(), at, () => treeOf(yamlDocument(text)?.contents));
  return { ...data, remarks: () => remarksIn(text).map(([words, start]) => spokenAt(words, at(start))) };
}

/** What is written in YAML as the tree that JSON of the same data would have. */
function treeOf(node: unknown): Node {
  const [offset = 0, end = 0] = (isNode(node) && node.range) || [];
  const place = { offset, length: end - offset };
  // A field may lack its value.
  if (isPair(node))
    return { type: 'property', ...place, children: [node.key, node.value].filter(isNode).map(treeOf) };
  if (isCollection(node))
    return { type: isMap(node) ? 'object' : 'array', ...place, children: node.items.map(treeOf) };
  return { type: 'string', ...place, value: isScalar(node) ? node.value : undefined };
}

/** What the lexer of YAML puts between the parts of a text and is none of them. */
const SIGNALS = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function remarksIn(text: string): [words: string, start: number][] {
  const remarks: [string, number][] = [];
  let [at, before] = [0, ''];
  for (const token of new Lexer().lex(text)) {
    if (before !== CST.SCALAR && CST.tokenType(token) === 'comment') remarks.push([token, at]);
    if (!SIGNALS.has(token)) at += token.length;
    before = token;
  }
  return remarks;
}

/** The tree of a text, unless it is nested too deeply to be read. */
const yamlDocument = (text: string) => tryOrUndefined(() => parseDocument(text, { prettyErrors: false }));

/**
 * The data, with the places of its values.
 * @param read gives the tree of the text. It is asked for places, which is seldom, so the tree of YAML is made then.
 * @param quotes how many signs stand around a text within its place
 */
function withPlaces(value: unknown, at: (position: number) => Place, read: () => Node, quotes = 0) {
  const tree = lazy(read);
  const nodeAt = (path: readonly PropertyKey[]) => findNodeAtLocation(tree(), path as (string | number)[]);
  const startOf = (path: readonly PropertyKey[]): Place => {
    const node = nodeAt(path);
    return node ? at(node.offset) : startOf(path.slice(0, -1));
  };
  const place = (path: readonly PropertyKey[]): FieldPlace => ({ ...startOf(path), field: path });
  return {
    value,
    /** Where the value at a path begins; for a missing one, where its parent begins. */
    place,
    placeOfKey(path: readonly PropertyKey[], key: string): FieldPlace {
      const [name] =
        nodeAt(path)?.children?.find(({ children }) => children?.[0]?.value === key)?.children ?? [];
      return { ...(name ? at(name.offset) : startOf(path)), field: [...path, key] };
    },
    /** Every text in the data, names of fields too. */
    spoken: () =>
      nodesOf(read()).flatMap(({ value, offset, length }) => {
        if (typeof value !== 'string') return [];
        return spokenAt(value, at(offset + quotes), at(offset + length).line);
      }),
    /** Every remark, which no reader sees; JSON has none. */
    remarks: (): SpokenText[] => [],
  };
}

/** Fields that hold a date, in which the text as it was written counts. */
const DATES = new Set(['date', 'added', 'updated']);
/** Fields of one word each, behind which a remark cuts nothing off. */
const CODES = new Set('kind date added updated certainty language draft order people'.split(' '));
const CUT =
  'What follows the # is a remark here, and would be cut off. Put the whole text in quotes; or put the remark on a line of its own.';
const CURLY =
  'Curly quotes stand around this text and would be printed. Use straight ones: "…"; a text that is a quotation has both.';
/** Whether a remark follows a text without quotes. */
const isCut = ({ type, value, comment }: Scalar) =>
  type === 'PLAIN' && typeof value === 'string' && typeof comment === 'string';
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
      if (isScalar(node) && node.type === 'PLAIN' && /^[“”„].*[“”]$/s.test(`${node.value}`))
        return refuse(node, CURLY);
      const cut =
        isSeq(node) && node.items.find((item) => isScalar(item) && isCut(item) && /\s/.test(`${item.value}`));
      if (isScalar(cut)) return refuse(cut, CUT);
      const odd = isScalar(node) && typeof node.value === 'string' ? oddCharacter(node.value) : undefined;
      return odd && refuse(node, odd.message);
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || typeof key.value !== 'string')
        return refuse(
          isNode(key) ? key : {},
          'A field has a name, then a colon, then its value. Write it so.',
        );
      if (isScalar(value) && isCut(value) && !CODES.has(key.value)) return refuse(value, CUT);
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

/**
 * Reads JSON with the place of each value; a fault of form is reported at its own line. A
 * parser of JSON does it: that of YAML takes commas and comments that JSON has not, and is slow.
 */
export function readJson(text: string, report: Report): SourceData | undefined {
  if (text.trim() === '')
    return void report(START, 'The file is empty. Take the last good version from the history.');
  const at = placer(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // As Astro reads it: JSON and nothing else.
  const value = tryOrUndefined(() => JSON.parse(text) as unknown);
  const [error] = errors;
  if (error || !tree || value === undefined)
    return void report(at(error?.offset ?? 0), jsonFault(text, error));
  checkValues(text, tree, at, report);
  return withPlaces(value, at, () => tree, 1);
}

function jsonFault(text: string, { offset, error }: Partial<ParseError> = {}): string {
  const [before, rest] = [text.slice(0, offset), text.slice(offset)];
  const [strange] = /^[^\S\n\t\r ]|^\p{Cf}/u.exec(rest) ?? [];
  if (strange !== undefined)
    return `A space of another kind stands here (${codeOf(strange)}), and looks like a plain one. Delete it and type a plain one.`;
  const isNumber = /^~?\d{3}(?!\d)|^~\d/.test(rest) || (/\d$/.test(before) && /^[+%\p{L}]/u.test(rest));
  const what =
    jsonSigns(rest)?.message ??
    (isNumber ? 'a number has digits alone, without a comma, a space, a sign or a word' : undefined) ??
    (error && JSON_FAULTS[printParseErrorCode(error)]) ??
    'a sign too many or too few';
  return `This is not valid JSON (${what}). Look here and at the line before.`;
}

/** Reports fields that stand twice in one object, characters that nobody sees, and numbers whose full stop divides no decimals. */
function checkValues(text: string, node: Node, at: (position: number) => Place, report: Report): void {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [name] = child.type === 'property' ? (child.children ?? []) : [];
    if (name && names.has(name.value)) report(at(name.offset), TWICE);
    if (name) names.add(name.value);
    checkValues(text, child, at, report);
  }
  const odd = typeof node.value === 'string' ? oddCharacter(node.value) : undefined;
  if (odd) report(at(node.offset), odd.message);
  const typed = typeof node.value === 'number' ? text.slice(node.offset, node.offset + node.length) : '';
  if (/\.\d*0$/.test(typed))
    report(
      at(node.offset),
      `The number ${quoted(typed)} is read as ${node.value}. Write ${typed.replace('.', '')}, or ${node.value}.`,
    );
}

const jsonSigns = faultFinder({
  'curly quotes stand where straight ones belong': /^[“”„‘’]/,
  'a sign of full width stands where a plain one belongs': /^[\uFF01-\uFF5E]/,
});

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
