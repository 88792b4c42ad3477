import { READERS_FIGURE } from '../rules/calculator.ts';
import { usersByReference, type Reference, type TextReference } from '../rules/references.ts';
import type { ReferenceKind } from '../rules/tags.ts';
import { LISTS } from '../rules/lists.ts';
import { isShare } from './check-figures.ts';
import { nearMiss, quoted, type Report } from './problems.ts';
import { repeated, reportFaults, type Data, type Entry, type TextEntry } from './read-entries.ts';
import type { Known } from './targets.ts';

/** What a thing of a kind is called. */
export const nounOf = (kind: ReferenceKind) => (kind === 'images' ? 'picture' : LISTS[kind].noun);

function whereToLook(kind: ReferenceKind): string {
  if (kind === 'images') return 'Pictures lie in content/images; name the path below it.';
  const besides = kind === 'sources' ? ', or are paths of coverage posts' : '';
  return `The ids stand in content/data/${LISTS[kind].file}.json${besides}.`;
}

/** What is wrong with an id that something names; nothing where it leads somewhere. */
function idFault({ kind, id }: Reference, { ids, drafts }: Known): string | undefined {
  if (kind === 'links' || kind === 'lists' || ids[kind].has(id)) return undefined;
  if (drafts.has(id)) return `${quoted(id)} is a draft. Publish it first, or take the reference out.`;
  return `there is no ${nounOf(kind)} ${quoted(id)}.${nearMiss(id, ids[kind])} ${whereToLook(kind)}`;
}

/** Checks that every id in the fields of an entry exists and stands once in its list. */
export function checkFields(entry: Entry, known: Known): void {
  const listed = entry.references.filter(({ path }) => typeof path.at(-1) === 'number');
  for (const [{ id, path }] of repeated(listed, (one) => JSON.stringify([...one.path.slice(0, -1), one.id])))
    reportFaults(entry, `${quoted(id)} stands twice. Keep one.`, path);
  // What cannot be an id is told by the schema.
  for (const reference of entry.references.filter(({ id }) => !/[A-Z\s]/.test(id)))
    reportFaults(entry, idFault(reference, known), reference.path);
}

/** Checks that every id in the tags of a text exists. */
export function checkTags(references: readonly TextReference[], known: Known, report: Report): void {
  for (const reference of references) {
    // A space within an id is told by the tag itself.
    const fault = /\s/.test(reference.id) ? undefined : idFault(reference, known);
    if (fault) report(reference.place, `<${reference.words}>: ${fault}`);
  }
}

/**
 * Reports figures, sources and laws that nothing uses: a reader could not tell what they
 * are for, and nobody would notice when they go wrong.
 * @param texts of every kind and language
 */
export function checkUsed(data: Data, texts: readonly TextEntry[]): void {
  for (const { list, entry } of unusedEntries(data, texts)) {
    const { id } = entry;
    const sentences = {
      laws: `no event names the law “${id}”. Add one to content/data/events.json, with "law": "${id}".`,
      figures: `nothing on the site uses “${id}”. Name it where it belongs, as in <Figure id="${id}" />, or take it out.`,
      sources: `nothing cites “${id}”. Cite it where it belongs, as in <Source id="${id}" />, or take it out.`,
    };
    reportFaults(entry, { id: sentences[list] });
  }
}

/** Figures, sources and laws that nothing uses, each with its list. */
export function unusedEntries(data: Data, texts: readonly TextEntry[]) {
  const usersOf = usersByReference<Entry>([
    ...Object.values(data)
      .flat()
      .map((entry) => [entry, entry.references] as const),
    ...texts.map((text) => [text, [...text.references, ...text.textReferences]] as const),
  ]);
  const isUsedFigure = usedFigures(data.figures, usersOf);
  // What a text names that cannot be read is not known.
  const lists = (['laws', 'figures', 'sources'] as const).slice(0, texts.every(({ whole }) => whole) ? 3 : 1);
  return lists.flatMap((list) => {
    const isUsed = (entry: Entry) =>
      list === 'figures' ? isUsedFigure(entry) : usersOf(list, entry.id).size > 0;
    return data[list].filter((entry) => entry.id !== '' && !isUsed(entry)).map((entry) => ({ list, entry }));
  });
}

/**
 * A figure is of use where something else than a figure names it, or where it stands on the
 * page of such a figure: that one conflicts with it, is worked out from it or counts the same thing.
 */
function usedFigures(
  figures: readonly Entry[],
  usersOf: (kind: 'figures', id: string) => ReadonlySet<Entry>,
): (figure: Entry) => boolean {
  const all = new Set(figures);
  const named = new Set(
    figures.filter(
      ({ id }) => id === READERS_FIGURE || [...usersOf('figures', id)].some((user) => !all.has(user)),
    ),
  );
  const measures = new Set([...named].map(({ data }) => data['measure']));
  return (figure) =>
    named.has(figure) ||
    // A share that no survey names is reported with the surveys.
    isShare(figure) ||
    [...usersOf('figures', figure.id)].some((user) => named.has(user)) ||
    (figure.data['measure'] !== undefined && measures.has(figure.data['measure']));
}
