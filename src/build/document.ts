import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, isMap, isNode, isScalar, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { nearMiss } from './problems.ts';

/** A place in a file, both numbers counted from 1. */
export interface Place {
  line: number;
  column: number;
}

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

const YAML_SENTENCES: Record<string, string> = {
  DUPLICATE_KEY: 'This field stands twice. Keep one of the two.',
  TAB_AS_INDENT: 'A tab stands at the beginning of the line. Use spaces.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon inside the text is taken for a field. Put the whole text in quotes: "…: …".',
  BAD_ALIAS:
    'A star or an ampersand at the beginning of a text has a meaning of its own here. Put the text in quotes.',
  MISSING_CHAR: 'A quote, bracket or comma is missing. Look at this line and the one before it.',
};

/**
 * Reads YAML (or JSON, which is part of it) as data; dates stay the text that was
 * written. Problems of form go to `report` and give `undefined`.
 * @param offset lines of the file that stand before the text
 */
export function parseData(
  text: string,
  offset: number,
  report: (place: Place, message: string) => void,
): SourceData | undefined {
  const lineCounter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const at = (position: number): Place => {
    const { line, col } = lineCounter.linePos(position);
    return { line: line + offset, column: col };
  };
  for (const error of document.errors) {
    report(
      at(error.pos[0]),
      YAML_SENTENCES[error.code] ??
        `This cannot be read: ${error.message}. Check quotes, colons and indentation.`,
    );
  }
  if (document.errors.length > 0) return undefined;

  const start = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(0);
  };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    report(at(0), 'Anchors and aliases (& and *) are not used here. Write each value out.');
    return undefined;
  }
  return {
    value,
    place: start,
    lacks: (path) => !document.hasIn(path),
    placeOfKey(path, key) {
      const map = path.length === 0 ? document.contents : document.getIn(path, true);
      const pair = isMap(map)
        ? map.items.find(({ key: name }) => isScalar(name) && name.value === key)
        : undefined;
      return isNode(pair?.key) && pair.key.range ? at(pair.key.range[0]) : start(path);
    },
  };
}

/** Reads a JSON file with the place of each value. A file that is not JSON is reported with its line. */
export function readJson(
  path: string,
  report: (place: Place, message: string) => void,
): SourceData | undefined {
  const text = readFileSync(path, 'utf8');
  if (text.trim() === '') {
    report({ line: 1, column: 1 }, 'The file is empty. Take the last good version from the history.');
    return undefined;
  }
  try {
    JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    report(
      { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      'This is not valid JSON. Look here and at the line before: a comma too many or too few, a quote or a bracket that is not closed.',
    );
    return undefined;
  }
  return parseData(text, 0, report);
}

/** Runs a schema over data and reports each fault at its own line, in words for an editor. */
export function checkShape(
  schema: z.ZodType,
  data: unknown,
  source: SourceData,
  base: readonly PropertyKey[],
  report: (place: Place, message: string) => void,
): void {
  const result = schema.safeParse(data);
  if (result.success) return;
  for (const issue of result.error.issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsOf(schema, data);
      for (const key of issue.keys) {
        report(
          source.placeOfKey(path, key),
          `There is no field “${key}”.${nearMiss(key, known)} Remove it or correct its name.`,
        );
      }
      continue;
    }
    const field = issue.path.filter((part) => typeof part === 'string').at(-1);
    const missing = issue.code !== 'custom' && issue.path.length > 0 && source.lacks(path);
    if (missing) {
      report(source.place(path), `The field “${String(field)}” is missing. ${issue.message}`);
      continue;
    }
    report(source.place(path), field === undefined ? issue.message : `${String(field)}: ${issue.message}`);
  }
}

/** Names of the fields that a schema knows, for the shape that the data chooses. */
function fieldsOf(schema: z.ZodType, data: unknown): string[] {
  const { def } = schema as unknown as {
    def: { type: string; shape?: object; options?: z.ZodType[]; discriminator?: string };
  };
  if (def.shape) return Object.keys(def.shape);
  return (def.options ?? []).flatMap((option) => fieldsOf(option, data));
}
