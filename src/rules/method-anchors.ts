import { defaultLanguage, type Language } from '../site.ts';
import { localAddress, pageAddress } from './addresses.ts';
import { OTHER_FIGURES, STAGE_RULES, STAGES, type Stage } from './vocabulary.ts';

/** The pages that say how figures are chosen and what the words mean. */
export const METHOD_PAGE = 'method';
export const GLOSSARY_PAGE = 'glossary';
/** The page that lists the organisations. */
export const ORGANISATIONS_PAGE = 'partners';

/** The heading that explains how sure a thing is. */
const CERTAINTY_ANCHOR = 'certainty';
/** Terms that are words for it. */
const CERTAINTY_TERMS: readonly string[] = ['official', 'reported', 'claimed', 'certainty'];

/** Every anchor of the page of methods to which figures lead. */
export const ANCHORS: readonly string[] = [
  ...new Set([...STAGES.map((stage) => STAGE_RULES[stage].heading), CERTAINTY_ANCHOR]),
];

const onMethod = (anchor: string, language: Language) =>
  `${localAddress(language, pageAddress(METHOD_PAGE))}#${anchor}`;

/** Where the site says what a kind of counting means: `/method/#sent`. */
export const methodAddress = (stage: Stage, language: Language = defaultLanguage) =>
  onMethod(STAGE_RULES[stage].heading, language);

/** Where the site says how certainty is graded. */
export const certaintyAddress = (language: Language = defaultLanguage) =>
  onMethod(CERTAINTY_ANCHOR, language);

/** Where the site lists its terms. */
export const glossaryAddress = (language: Language = defaultLanguage) =>
  localAddress(language, pageAddress(GLOSSARY_PAGE));

/** Where the page of methods says more of a term, if it has a heading for it. */
export function termAddress(id: string, language: Language = defaultLanguage): string | undefined {
  if (CERTAINTY_TERMS.includes(id)) return certaintyAddress(language);
  const stage = STAGES.find((stage) => stage === id);
  const heading = stage && STAGE_RULES[stage].heading;
  return heading === undefined || heading === OTHER_FIGURES ? undefined : onMethod(heading, language);
}

/** The anchor of a term in the glossary. It begins with its kind: organisations have anchors of the same ids. */
export const termAnchor = (id: string) => `term-${id}`;
/** The anchor of a name there. */
export const nameAnchor = (id: string) => `name-${id}`;
