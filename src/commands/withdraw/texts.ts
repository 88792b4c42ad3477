import { parseDocument, stringify } from 'yaml';
import { records } from '../../checks/read-entries.ts';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import { formatDate } from '../../rules/format.ts';
import { defaultLanguage, type Language } from '../../site.ts';

/* What is left of the file of a text when all of it, or a passage, is withdrawn. */

/** Why something is withdrawn, as readers are told. */
export const REASONS = ['safety', 'request', 'rights'] as const;

export interface Withdrawal {
  /** YYYY-MM-DD */
  day: string;
  reason: (typeof REASONS)[number];
}

/** Fields that say where a text stands, and nothing of what it said. */
const KEPT = ['kind', 'added', 'order'];

function partsOf(file: string): { matter: string; body: string } {
  const [, matter = '', body = ''] = /^\uFEFF?---\r?\n(.*?)^---[ \t]*\r?$(.*)/ms.exec(file) ?? [];
  return { matter, body };
}

const fileOf = (matter: string, body: string) => `---\n${matter}---\n\n${body.trim()}\n`;

/** The words on what was withdrawn, and what fills their gaps. */
const wordsFor = (language: Language, { day, reason }: Withdrawal) => {
  const t = dictionaryFor(language);
  const { withdrawn } = t;
  return { withdrawn, gaps: { day: formatDate(day, t), reason: withdrawn.reason({ reason }) } };
};

/** The version of an original that stands when it was changed once more, as its translations name it. */
export const versionAfter = (original: string): number =>
  records(parseDocument(partsOf(original).matter).toJS()?.changes).length + 2;

/**
 * The file that takes the place of a text of which nothing is kept. Its changes keep their
 * days, so that the numbers of its versions stay, and none of their words.
 * @param follows of a translation, the version of its original
 */
export function withdrawnText(file: string, language: Language, why: Withdrawal, follows?: number): string {
  const matter = parseDocument(partsOf(file).matter).toJS() as Record<string, unknown>;
  const { withdrawn, gaps } = wordsFor(language, why);
  const { title, earlier } = withdrawn;
  const [summary, text] = [withdrawn.summary(gaps), withdrawn.text(gaps)];
  if (follows !== undefined) return fileOf(stringify({ title, summary, follows }, STYLE), text);
  const date = String(matter['date'] ?? '');
  const isReport = matter['kind'] === 'coverage';
  const left = {
    ...Object.fromEntries(KEPT.filter((field) => field in matter).map((field) => [field, matter[field]])),
    title,
    summary,
    ...('date' in matter && { date: isReport ? date.replace(/-.*/, '') : date, certainty: 'reported' }),
    ...(date === 'undated' && { dateNote: `${title}.` }),
    ...(Array.isArray(matter['topics']) && { topics: matter['topics'].slice(0, 1) as unknown[] }),
    ...(isReport && { publisher: title, noUrl: summary, language: defaultLanguage }),
    ...('updated' in matter && { updated: why.day }),
    changes: [
      ...records(matter['changes']).map(({ date, kind }) => ({ date, kind, what: earlier })),
      { date: why.day, kind: 'correction', what: withdrawn.whole(gaps) },
    ],
  };
  return fileOf(stringify(left, STYLE), text);
}

const STYLE = {
  lineWidth: 0,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  flowCollectionPadding: false,
} as const;

/** A passage wherever lines break in it. */
export const passagePattern = (passage: string): RegExp =>
  new RegExp(passage.trim().split(/\s+/).map(RegExp.escape).join('\\s+'), 'g');

/**
 * The file of a text without a passage, and without what its changes keep of earlier
 * versions; nothing for a translation in whose text no passage stands.
 * @param follows of a translation, the version of its original
 */
export function withoutPassages(
  file: string,
  passages: readonly RegExp[],
  language: Language,
  why: Withdrawal,
  follows?: number,
): string | undefined {
  const { matter, body } = partsOf(file);
  const cut = passages.reduce((text, passage) => text.replace(passage, ''), body);
  if (cut === body && follows !== undefined) return undefined;
  return fileOf(
    changedMatter(matter, language, why, follows),
    cut
      .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, ' ')
      .replace(/^[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

/** Front matter that tells of a withdrawn passage, and keeps none of what stood there before. */
function changedMatter(matter: string, language: Language, why: Withdrawal, follows?: number): string {
  const document = parseDocument(matter);
  const changes = records((document.toJS() as Record<string, unknown>)['changes']);
  for (const index of changes.keys())
    for (const field of ['was', 'now']) document.deleteIn(['changes', index, field]);
  if (follows !== undefined) document.set('follows', follows);
  else {
    const { withdrawn, gaps } = wordsFor(language, why);
    const change = { date: why.day, kind: 'correction', what: withdrawn.passage(gaps) };
    if (changes.length === 0) document.set('changes', document.createNode([change]));
    else document.addIn(['changes'], document.createNode(change));
    if (document.has('updated')) document.set('updated', why.day);
  }
  return document.toString(STYLE);
}
