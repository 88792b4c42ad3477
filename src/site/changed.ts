import type { Language } from '../site.ts';
import {
  chartAddress,
  eventAddress,
  localAddress,
  pageAddress,
  statisticsAddress,
  topicAddress,
} from '../rules/addresses.ts';
import { words } from '../i18n/dictionary.ts';
import { changesOf } from '../rules/changes.ts';
import { ascending } from '../rules/dates.ts';
import { entryAddress } from '../rules/kinds.ts';
import { GLOSSARY_PAGE, ORGANISATIONS_PAGE, termAnchor } from '../rules/method-anchors.ts';
import type { Change } from '../rules/statement.ts';
import type { ListName } from '../schemas/lists.ts';
import {
  getCharts,
  getEvents,
  getFigures,
  getLaws,
  getOrganisations,
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
  const { lists, listWords } = providedContent();
  const told = (
    list: ListName,
    { id, changes }: { id: string; changes: readonly Change[] },
    title: string,
    path: string,
  ) => {
    const own = listWords[language]?.[list]?.[id] as { edits?: unknown } | undefined;
    return {
      address: localAddress(language, path),
      data: { title, changes: withEdits(changes, own?.edits, language) },
    };
  };
  return [
    ...getEvents(language).map((one) => told('events', one, one.title, eventAddress(one.kind, one.id))),
    ...getLaws(language).map((one) => told('laws', one, one.name, eventAddress('law', one.id))),
    ...getSurveys(language).map((one) => told('surveys', one, one.title, `${statisticsAddress}#share`)),
    ...getTerms(language).map((one) =>
      told('terms', one, one.term, `${pageAddress(GLOSSARY_PAGE)}#${termAnchor(one.id)}`),
    ),
    ...getCharts(language).map((one) => told('charts', one, one.title, chartAddress(one.id))),
    ...lists.sources.map((one) => told('sources', one, one.title, entryAddress('sources', one.id))),
    ...getTopics(language).map((one) => told('topics', one, one.label, topicAddress(one.id))),
    ...getOrganisations(language).map((one) =>
      told('organisations', one, one.name, `${pageAddress(ORGANISATIONS_PAGE)}#${one.id}`),
    ),
    // The changes of a figure itself are told with what it stated before.
    ...getFigures(language).map(({ id, label }) =>
      told('figures', { id, changes: [] }, label, entryAddress('figures', id)),
    ),
  ];
}
