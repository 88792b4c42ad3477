import type { Reading } from '../checks/check-content.ts';
import { asRecord, isDraft, records, type TextEntry } from '../checks/read-entries.ts';
import { memoizeWeak } from '../rules/memoize.ts';
import { treeJson } from '../rules/markdown.ts';
import type { Change } from '../rules/statement.ts';
import { isOutdated } from '../rules/translation.ts';
import type { ListName } from '../rules/lists.ts';
import { withEdits } from '../site/lists.ts';
import type { Content } from '../site/reading.ts';
import type { Language } from '../site.ts';

/**
 * What the pages need of a reading without problems.
 * @param site address of the site
 * @param withDrafts only the preview shows them
 */
export function contentOf(
  { texts, data, words, ownLists }: Reading,
  site: string,
  { withDrafts = false } = {},
): Content {
  const mapped = <T, U>(record: Record<string, T>, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  return {
    site,
    texts: mapped(texts, (kinds) =>
      mapped({ ...kinds }, (entries) => entries.filter((entry) => withDrafts || !isDraft(entry)).map(textOf)),
    ),
    lists: mapped(data ?? {}, (entries) => entries.map(({ value }) => value)),
    listWords: listWords(words),
    ownLists: mapped(ownLists, ({ synonyms, bestBets }) =>
      mapped({ synonyms, bestBets }, (entries) => entries.map(({ value }) => value)),
    ),
  } as unknown as Content;
}

/** A text, kept for the preview, which asks for each after each change; one that is not translated stands in each language. */
const textOf = memoizeWeak(({ id, language, original, source, value, tree, ...text }: TextEntry) => {
  const { follows, edits } = asRecord(source.value);
  return {
    ...{ id, language },
    ...(original && { isOutdated: isOutdated(changesIn(original.value), Number(follows)) }),
    data: original ? { ...asRecord(value), changes: withEdits(changesIn(value), edits, language) } : value,
    body: text.body.slice(text.matterLength).replace(/^\n/, ''),
    json: tree && treeJson(tree),
    // Where something is named, only the check tells.
    references: [...text.textReferences, ...text.references].map(({ kind, id, as }) => ({
      ...{ kind, id },
      ...(as && { as }),
    })),
  };
});

/** The words that fit, by language, list and id. */
function listWords(words: Reading['words']): Content['listWords'] {
  const listed: Partial<Record<Language, Partial<Record<ListName, Record<string, unknown>>>>> = {};
  for (const { language, list, id, value } of words)
    if (value !== undefined) ((listed[language] ??= {})[list] ??= {})[id] = value;
  return listed;
}

const changesIn = (value: unknown) => records(asRecord(value)['changes']) as unknown as Change[];
