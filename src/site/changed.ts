import type { Language } from '../site.ts';
import { words } from '../i18n/dictionary.ts';
import { changesOf } from '../rules/changes.ts';
import { ascending } from '../rules/dates.ts';
import type { Change } from '../rules/statement.ts';
import type { ListName } from '../schemas/lists.ts';
import {
  getCharts,
  getEvents,
  getFigures,
  getLaws,
  getOrganisations,
  getSources,
  getSurveys,
  getTerms,
  getTexts,
  getTopics,
  once,
  type SiteChange,
} from './content.ts';
import { providedContent } from './reading.ts';

/** Every change of substance to a text, a figure or a record of a list, newest first. */
export const getChanges = once((language): SiteChange[] =>
  changesOf(getTexts(language), getFigures(language), changedRecords(language)),
);

/**
 * The changes of an original with those of its translation alone, the oldest first.
 * @param edits as the translation lists them
 */
export function withEdits(changes: readonly Change[], edits: unknown, language: Language): Change[] {
  const own = ((edits ?? []) as Change[]).map((edit) => ({
    ...edit,
    what: words(language).changes.edit({ what: edit.what }),
  }));
  return [...changes, ...own].toSorted((a, b) => ascending(a.date, b.date));
}

/**
 * The records whose changes stand on the page of corrections alone, each with where it is told;
 * so do changes of the words of a figure in one language.
 */
function changedRecords(language: Language) {
  const ofLanguage = providedContent().listWords[language];
  const told = <Title extends string>(
    list: ListName,
    records: readonly ({ id: string; address: string; changes: readonly Change[] } & Record<Title, string>)[],
    title: Title,
  ) =>
    records.map(({ id, address, changes, [title]: called }) => {
      const own = ofLanguage?.[list]?.[id] as { edits?: unknown } | undefined;
      return {
        id: `${list}/${id}`,
        address,
        data: { title: called, changes: withEdits(changes, own?.edits, language) },
      };
    });
  const sources = getSources(language).filter(({ isPost }) => !isPost);
  // The changes of a figure itself are told with what it stated before.
  const figures = getFigures(language).map((figure) => ({ ...figure, changes: [] }));
  return [
    ...told('events', getEvents(language), 'title'),
    ...told('laws', getLaws(language), 'name'),
    ...told('surveys', getSurveys(language), 'title'),
    ...told('terms', getTerms(language), 'term'),
    ...told('charts', getCharts(language), 'title'),
    ...told('sources', sources, 'title'),
    ...told('topics', getTopics(language), 'label'),
    ...told('organisations', getOrganisations(language), 'name'),
    ...told('figures', figures, 'label'),
  ];
}
