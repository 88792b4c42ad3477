import type { Language } from '../site.ts';
import {
  chartAddress,
  eventAddress,
  localAddress,
  pageAddress,
  statisticsAddress,
  topicAddress,
} from '../rules/addresses.ts';
import { changesOf } from '../rules/changes.ts';
import { entryAddress } from '../rules/kinds.ts';
import { GLOSSARY_PAGE, ORGANISATIONS_PAGE, termAnchor } from '../rules/method-anchors.ts';
import type { Change } from '../rules/statement.ts';
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

/** The records whose changes stand on the page of corrections alone, each with where it is told. */
function changedRecords(language: Language) {
  const { sources } = providedContent().lists;
  const told = (path: string, title: string, changes: readonly Change[]) => ({
    address: localAddress(language, path),
    data: { title, changes },
  });
  return [
    ...getEvents(language).map(({ kind, id, title, changes }) =>
      told(eventAddress(kind, id), title, changes),
    ),
    ...getLaws(language).map(({ id, name, changes }) => told(eventAddress('law', id), name, changes)),
    ...getSurveys(language).map(({ title, changes }) => told(`${statisticsAddress}#share`, title, changes)),
    ...getTerms(language).map(({ id, term, changes }) =>
      told(`${pageAddress(GLOSSARY_PAGE)}#${termAnchor(id)}`, term, changes),
    ),
    ...getCharts(language).map(({ id, title, changes }) => told(chartAddress(id), title, changes)),
    ...sources.map(({ id, title, changes }) => told(entryAddress('sources', id), title, changes)),
    ...getTopics(language).map(({ id, label, changes }) => told(topicAddress(id), label, changes)),
    ...getOrganisations(language).map(({ id, name, changes }) =>
      told(`${pageAddress(ORGANISATIONS_PAGE)}#${id}`, name, changes),
    ),
  ];
}
