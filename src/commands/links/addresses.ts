import type { SourceData } from '../../checks/positions.ts';
import type { Place } from '../../rules/markdown.ts';
import type { TextKind } from '../../schemas/lists.ts';
import { readJson } from '../../checks/positions.ts';
import { asRecord, textEntry } from '../../checks/read-entries.ts';
import { contentFiles, readText } from '../../checks/content-files.ts';

/** A place at which an outside address stands. */
export interface Standing extends Place {
  /** Path from the top of the project. */
  path: string;
  /** How an address is written there: a field of JSON or of front matter, or a link of a text. */
  form: 'json' | 'matter' | 'link';
  /** Name of the field; empty for a link. */
  field: string;
  /** The address as it stands there. */
  written: string;
  /** When the page was published, or read by us, as far as the same entry says so. */
  date?: string | undefined;
  /** The archived copy that the same entry names. */
  archived?: string | undefined;
}

/** An outside address, once, with every place at which it stands. */
export interface OutsideAddress {
  /** Without what follows the #, which no server is told. */
  url: string;
  places: Standing[];
}

/**
 * The outside addresses of all texts and data, in the order of the alphabet.
 * @param root folder that holds `content/`
 * @returns also the paths of files that cannot be read; the check says what is wrong with them
 */
export function outsideAddresses(root: string): { addresses: OutsideAddress[]; unread: string[] } {
  const { files, problems } = contentFiles(root);
  const unread = problems.map(({ path }) => path);
  const byUrl = new Map<string, OutsideAddress>();
  for (const { path, kind } of files) {
    if (kind !== 'text' && kind !== 'data') continue;
    const text = readText(root, path, () => {});
    const places = text === undefined ? undefined : placesIn(path, text, kind);
    if (!places) unread.push(path);
    for (const place of places ?? []) {
      const url = new URL(place.written);
      url.hash = '';
      const known = byUrl.get(url.href) ?? { url: url.href, places: [] };
      known.places.push(place);
      byUrl.set(url.href, known);
    }
  }
  const addresses = [...byUrl.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
  return { addresses, unread: unread.sort() };
}

/** The outside addresses of one file; nothing where it cannot be read. */
function placesIn(path: string, text: string, kind: 'text' | 'data'): Standing[] | undefined {
  if (kind === 'data') {
    const source = readJson(text, () => {});
    return source && placesInFields(path, source, 'json');
  }
  const [, , folder = ''] = path.split('/');
  const { source, textReferences, whole, data } = textEntry(path, '', text, folder as TextKind, () => {});
  if (!whole) return undefined;
  const links = textReferences.filter(({ kind, id }) => kind === 'links' && isOutside(id));
  return [
    ...placesInFields(path, source, 'matter'),
    ...links.map(({ id, place }) => ({
      path,
      ...place,
      form: 'link' as const,
      field: '',
      written: id,
      date: dateOf(data),
    })),
  ];
}

/** Every value that is an address, however deep it stands. */
function placesInFields(path: string, source: SourceData, form: 'json' | 'matter'): Standing[] {
  const found: Standing[] = [];
  const visit = (value: unknown, at: readonly PropertyKey[], entry: Record<string, unknown>) => {
    if (typeof value === 'string' && isOutside(value)) {
      const field = String(at.findLast((part) => typeof part === 'string') ?? '');
      const { archived } = entry;
      found.push({
        path,
        ...source.place(at),
        form,
        field,
        written: value,
        date: dateOf(entry),
        archived: field !== 'archived' && typeof archived === 'string' ? archived : undefined,
      });
    } else if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) visit(part, [...at, index], entry);
    } else {
      for (const [key, part] of Object.entries(asRecord(value))) visit(part, [...at, key], asRecord(value));
    }
  };
  visit(source.value, [], {});
  return found;
}

const isOutside = (text: string) => /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);

/** When the page was published; of an undated one, when we read it. */
function dateOf(entry: Record<string, unknown>): string | undefined {
  const dates = ['date', 'read', 'added', 'updated'].map((field) => String(entry[field]));
  return dates.find((date) => /^\d{4}(?:-\d{2}){0,2}$/.test(date));
}
