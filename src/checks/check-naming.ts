import { placeOf, type MdxNode, type Place } from '../rules/markdown.ts';
import { blocksIn } from './block-text.ts';
import { datesIn } from './check-dates.ts';
import { quoted, START } from './problems.ts';
import { reportFaults, type TextEntry } from './read-entries.ts';

/*
 * What a translation and its original name both: figures, sources and other things of tags, and
 * dates. What only one of them names is reported in both, for either may be the one that was changed.
 */

/** The tags of a text that name something, each with the place where it stands first. */
const tagsIn = ({ textReferences }: TextEntry) =>
  new Map(
    textReferences
      .filter(({ kind }) => kind !== 'links')
      .toReversed()
      .map(({ words, id, place }) => [`<${words} id="${id}">`, place]),
  );

/**
 * Where a text has the part in which something stands in its counterpart; where their parts do not
 * go together, the heading above it, and else the beginning.
 */
function placeBeside(place: Place, { tree: own }: TextEntry, { tree: other }: TextEntry): Place {
  for (const isPart of [() => true, ({ type }: MdxNode) => type === 'heading']) {
    const [parts = [], others = []] = [own, other].map((tree) => tree?.children?.filter(isPart));
    const beside = others[parts.findLastIndex((part) => placeOf(part).line <= place.line)];
    if (beside && parts.length === others.length) return placeOf(beside);
  }
  return START;
}

/** Reports what a translation names and its original does not, the other way round, and sources in another order. */
export function checkNaming(entry: TextEntry, original: TextEntry): void {
  const [has, wanted] = [tagsIn(entry), tagsIn(original)];
  const more = [...has].filter(([tag]) => !wanted.has(tag));
  const missing = [...wanted].filter(([tag]) => !has.has(tag));
  for (const [tag, place] of more) {
    entry.report(place, `The original does not name ${tag}. A translation names what its original names.`);
    original.report(
      placeBeside(place, entry, original),
      `The translation ${entry.path} names ${tag} here. Take it out there, or name it here too.`,
    );
  }
  for (const [tag, place] of missing) {
    entry.report(placeBeside(place, original, entry), `The original names ${tag}. Name it here too.`);
    original.report(place, `The translation ${entry.path} does not name ${tag}. Name it there too.`);
  }
  if (more.length + missing.length === 0) checkSources(entry, original);
}

/** The sources of a text in their order. Two sentences may name one where a single one does in the other language. */
const sourcesIn = ({ textReferences }: TextEntry) =>
  textReferences
    .filter(({ kind }) => kind === 'sources')
    .filter(({ id }, index, all) => id !== all[index - 1]?.id);

function checkSources(entry: TextEntry, original: TextEntry): void {
  const [own, others] = [sourcesIn(entry), sourcesIn(original)];
  const longer = own.length > others.length ? own : others;
  const index = longer.findIndex((_, at) => own[at]?.id !== others[at]?.id);
  const [here, there] = [own[index], others[index]];
  if (!here && !there) return;
  const said = (source?: { id: string }) => quoted(source?.id ?? '–');
  entry.report(
    here?.place ?? placeBeside(there?.place ?? START, original, entry),
    `Source ${index + 1} of this text is ${said(here)}, and that of the original ${said(there)}. Keep its sources in their order.`,
  );
  original.report(
    there?.place ?? placeBeside(here?.place ?? START, entry, original),
    `Source ${index + 1} of this text is ${said(there)}, and that of the translation ${entry.path} ${said(here)}. Keep both in one order.`,
  );
}

/** What an entry says in a part of its text, but for words of others. */
const saidIn = ({ body }: TextEntry, part: MdxNode) =>
  blocksIn(part, body).flatMap(({ node, prose, isQuote }) => (isQuote || node.type === 'code' ? [] : prose));

/** Reports years and months that the original names and its translation does not, part by part where these go together. */
export function checkNamedDates(entry: TextEntry, original: TextEntry): void {
  const fault = (own: string, other: string) => {
    const [named, dates] = [datesIn(own, entry.language), datesIn(other, original.language, entry.language)];
    const [, missing] = (named && dates?.entries().find(([date]) => !named.has(date))) ?? [];
    return missing && `The original says ${quoted(missing)} here. Name the same year and month.`;
  };
  for (const field of ['title', 'summary'])
    reportFaults(entry, { [field]: fault(String(entry.data[field]), String(original.data[field])) });
  if (!entry.tree || !original.tree) return;
  const [own = [], others = []] = [entry.tree.children, original.tree.children];
  const parts = own.length === others.length ? own : [entry.tree];
  for (const [index, part] of parts.entries()) {
    const other = (part === entry.tree ? original.tree : others[index]) ?? part;
    const found = fault(saidIn(entry, part).join('\n'), saidIn(original, other).join('\n'));
    if (found) entry.report(part === entry.tree ? START : placeOf(part), found);
  }
}
