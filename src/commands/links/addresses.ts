import type { Place } from '../../rules/markdown.ts';
import type { TextKind } from '../../schemas/lists.ts';
import { contentFiles, readText } from '../../checks/content-files.ts';
import { readJson, type SourceData } from '../../checks/positions.ts';
import { asRecord, textEntry, type TextEntry } from '../../checks/read-entries.ts';
import { defaultLanguage } from '../../site.ts';

/** A place at which an outside address stands. */
export interface AddressPlace extends Place {
  /** Path from the top of the project. */
  path: string;
  /** The address as it stands there. */
  written: string;
  /** When the page was published, or read by us, as far as the same entry says so. */
  date: string | undefined;
  /** The archived copy that the same entry names. */
  archived?: string | undefined;
}

/** An outside address, once, with every place at which it stands. */
export interface OutsideAddress {
  /** Without what follows the #, which no server is told. */
  url: string;
  places: AddressPlace[];
}

/**
 * The outside addresses of all texts and data, in the order of the alphabet.
 * @param root folder that holds `content/`
 * @returns also the paths of files that cannot be read; the check says what is wrong with them
 */
export function outsideAddresses(root: string): { addresses: OutsideAddress[]; unread: string[] } {
  const unread: string[] = [];
  const files = contentFiles(root, (path) => () => void unread.push(path));
  const places: AddressPlace[] = [];
  for (const { path, kind } of files.filter(({ kind }) => kind === 'text' || kind === 'data')) {
    const text = readText(root, path, () => {});
    const found =
      text === undefined ? undefined : kind === 'data' ? inData(path, text) : inText(root, path, text);
    if (found) places.push(...found);
    else unread.push(path);
  }
  const byUrl = Map.groupBy(places, ({ written }) => Object.assign(new URL(written), { hash: '' }).href);
  const addresses = [...byUrl].map(([url, places]) => ({ url, places }));
  return { addresses: addresses.sort((a, b) => (a.url < b.url ? -1 : 1)), unread: unread.sort() };
}

function inData(path: string, text: string): AddressPlace[] | undefined {
  const source = readJson(text, () => {});
  return source && inFields(path, source);
}

function inText(root: string, path: string, text: string): AddressPlace[] | undefined {
  const [, language = '', kind = ''] = path.split('/');
  const read = (text: string, original?: TextEntry) =>
    textEntry(path, '', text, kind as TextKind, () => {}, original);
  // A translation has the facts of its original.
  const facts = path.replace(`content/${language}/`, `content/${defaultLanguage}/`);
  const original = facts === path ? undefined : readText(root, facts, () => {});
  const { source, textReferences, whole, data } = read(
    text,
    original === undefined ? undefined : read(original),
  );
  const inLinks = textReferences
    .filter(({ kind, id }) => kind === 'links' && isOutside(id))
    .map(({ id, place }) => ({ path, ...place, written: id, date: dateOf(data) }));
  return whole ? [...inFields(path, source), ...inLinks] : undefined;
}

/** Every value that is an address, however deep it stands. */
function inFields(path: string, source: SourceData): AddressPlace[] {
  const visit = (
    value: unknown,
    at: readonly PropertyKey[],
    entry: Record<string, unknown>,
  ): AddressPlace[] => {
    if (typeof value === 'string' && isOutside(value)) {
      const { archived } = entry;
      const copy = typeof archived === 'string' && archived !== value ? archived : undefined;
      return [{ path, ...source.place(at), written: value, date: dateOf(entry), archived: copy }];
    }
    if (Array.isArray(value)) return value.flatMap((part, index) => visit(part, [...at, index], entry));
    const fields = asRecord(value);
    return Object.entries(fields).flatMap(([key, part]) => visit(part, [...at, key], fields));
  };
  return visit(source.value, [], {});
}

const isOutside = (text: string) => /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);

/** When the page was published; of an undated one, when we read it. */
function dateOf(entry: Record<string, unknown>): string | undefined {
  const dates = ['date', 'read', 'added', 'updated'].map((field) => String(entry[field]));
  return dates.find((date) => /^\d{4}(?:-\d{2}){0,2}$/.test(date));
}
