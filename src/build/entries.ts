import type { z } from 'astro/zod';
import { collections } from '../content.config.ts';
import { checkShape, parseData, readJson, type Report, type SourceData } from './document.ts';
import { lineAt } from './files.ts';
import { checkMarkup, parseMdx, type MdxNode } from './mdx.ts';

/** One entry of the content as it stands in its file, before any schema. */
export interface Entry {
  path: string;
  /** Path below the folder of its kind, without ending: `2017/design-award`; or the id in a data file. */
  id: string;
  data: Record<string, unknown>;
  source: SourceData;
  /** Path of the entry within `source`; empty for front matter. */
  base: readonly PropertyKey[];
  report: Report;
}

/** An MDX file: its front matter as an entry, and its text as a tree. */
export interface TextEntry extends Entry {
  tree: MdxNode;
}

/** Whether a text is kept out of the public site. */
export const isDraft = ({ data }: Entry): boolean => data['draft'] === true;

/** The strings of a list in front matter or data; nothing where it is no list. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The value as fields; no fields where it is something else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The fields of each object in a list. */
export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

function schemaOf(kind: string): z.ZodType {
  return collections[kind as keyof typeof collections].schema as unknown as z.ZodType;
}

/**
 * The entries of a data file, by kind. A file of one kind is a plain list; one of
 * several holds a list under each name. Nothing, where the file cannot be read.
 */
export function dataEntries(
  path: string,
  text: string,
  kinds: readonly string[],
  report: Report,
): Map<string, Entry[]> | undefined {
  const source = readJson(text, report);
  if (!source) return undefined;
  const lists = new Map<string, Entry[]>();
  for (const kind of kinds) {
    const inList: PropertyKey[] = kinds.length === 1 ? [] : [kind];
    const list = kinds.length === 1 ? source.value : asRecord(source.value)[kind];
    if (!Array.isArray(list)) {
      report(
        source.place(inList),
        kinds.length === 1 ? 'The file holds one list: […].' : `The file needs a list “${kind}”: […].`,
      );
      return undefined;
    }
    const key = kind === 'redirects' ? 'from' : 'id';
    const seen = new Set<string>();
    const entries = list.map((value: unknown, index): Entry => {
      const base = [...inList, index];
      checkShape(schemaOf(kind), value, source, base, report);
      const data = asRecord(value);
      const id = typeof data[key] === 'string' ? data[key] : '';
      if (id !== '' && seen.has(id))
        report(source.place([...base, key]), `The ${key} “${id}” stands twice. Each names one thing.`);
      seen.add(id);
      return { path, id, data, source, base, report };
    });
    lists.set(kind, entries);
  }
  return lists;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n?---(?:\n|$)/;

/** An MDX file as an entry. Faults of form are reported; the entry is given as far as it can be read. */
export function textEntry(
  path: string,
  id: string,
  text: string,
  kind: string,
  report: Report,
): TextEntry | undefined {
  const matter = FRONT_MATTER.exec(text);
  if (!matter) {
    const open = text.startsWith('---\n');
    report(
      open ? lineAt(text, 0) : { line: 1, column: 1 },
      open
        ? 'The front matter is not closed. Put a line of three hyphens (---) after its last field.'
        : 'The file must begin with front matter between two lines of three hyphens (---). Copy a template.',
    );
    return undefined;
  }
  const source = parseData(matter[1] ?? '', 1, report);
  if (source) checkShape(schemaOf(kind), source.value ?? {}, source, [], report);
  const tree = parseMdx(text, report);
  if (tree) checkMarkup(tree, report);
  if (!source || !tree) return undefined;
  return { path, id, data: asRecord(source.value), source, base: [], report, tree };
}
