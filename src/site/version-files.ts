import { hash } from 'node:crypto';
import { parseMarkdown, type MdxNode } from '../rules/markdown.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { plainSentence } from '../i18n/messages.ts';
import { site } from '../site.ts';
import type { FigureRecord, SourceRecord } from './content.ts';
import { formatDate, formatStated, formatValue, formatWhen, withEstimate } from '../rules/format.ts';
import { plainText } from '../rules/plain-text.ts';
import { choices, figureStates, figureStatesIn, type TextVersion, type Version } from '../rules/versions.ts';

/*
 * A version of a page as plain text, to be kept and compared. What stands between the two
 * lines of the file is frozen: it holds nothing that has no log of changes, and the list of
 * published versions keeps its hash. Title and sources stand outside, as they are known today.
 */

const LINE = '-'.repeat(72);

/** The name of a version: `Version 2 of 14 Mar 2027`. */
export function versionName({ number, day }: Version<unknown>, t: Dictionary): string {
  return t.cite.version({ number, day: day ? formatDate(day, t) : 'none' });
}

/** What a version says, and what it rests on. */
export interface Frozen {
  /** Begins with the name of the version, so that its day is frozen too. */
  text: string;
  sources: readonly SourceRecord[];
  /** Whether it is the version itself, and not a word on where it went. */
  isKept: boolean;
}

/** SHA-256 of a frozen text, with the line break that ends it in the file. */
export const hashOf = ({ text }: Frozen) => hash('sha256', `${text}\n`);

/**
 * The whole file of a version.
 * @param head title, then lines on the version and the page as they stand today
 */
export function versionFile([title = '', ...head]: readonly string[], frozen: Frozen, t: Dictionary): string {
  const { file } = t.cite;
  return [
    title,
    site.name,
    '',
    ...head,
    `${file.licence} ${site.licence}`,
    file.today,
    `${file.checksum} ${hashOf(frozen)}`,
    LINE,
    frozen.text,
    LINE,
    ...sourceList(frozen.sources, t),
    '',
  ].join('\n');
}

/** Who gives a figure, how it came about, what it does not mean and how sure it is, each with its term. */
export const saidOf = (
  { reportedBy, method, formula, notMeaning, certainty }: FigureRecord,
  { statistics, certainty: grades }: Dictionary,
): [term: string, text: string | undefined][] => [
  [statistics.by, reportedBy],
  [statistics.method, method],
  [statistics.formula, formula],
  [statistics.not, notMeaning],
  [statistics.sure, grades[certainty]],
];

/** A version of a figure: every field of it in order. */
export function frozenFigure(
  version: Version<unknown> & { figure: FigureRecord },
  sourceOf: Named['sourceOf'],
  t: Dictionary,
): Frozen {
  const { figure } = version;
  const names = t.cite.file.figure;
  const when = formatWhen(figure, t);
  const fields: [string, string | undefined][] = [
    [names.label, figure.label],
    [names.value, formatStated(figure, t)],
    [names.stage, t.stages[figure.stage].title],
    [names.counted, figure.counted],
    [t.statistics.when, figure.dateNote ? `${when}. ${figure.dateNote}` : when],
    ...saidOf(figure, t),
  ];
  const rows = fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return {
    text: [versionName(version, t), '', ...rows].join('\n'),
    sources: figure.sources.map(sourceOf),
    isKept: true,
  };
}

/** What a text may name, by id. */
export interface Named {
  figureOf: (id: string) => FigureRecord;
  sourceOf: (id: string) => SourceRecord;
}

/**
 * A version of a text: its running words with each figure as value, date and mark of its
 * source, as it stood on the day of the version. Where the version is not kept, a sentence
 * that says so.
 * @param published the hash of what was published, which tells what figures that were changed on that day then said
 * @throws if the text names what does not exist, or cannot be parsed; the check names the line
 */
export function frozenText(
  version: TextVersion,
  { figureOf, sourceOf }: Named,
  t: Dictionary,
  { published, parsed }: { published?: string | undefined; parsed?: MdxNode | undefined } = {},
): Frozen {
  const tree = parsed ?? parseMarkdown(version.body ?? '');
  const states = new Map<string, readonly FigureRecord[]>();
  const likeliest = (id: string) => {
    const all = states.get(id) ?? figureStatesIn(version, figureOf(id));
    states.set(id, all);
    return all[0] ?? figureOf(id);
  };
  const frozenWith = (chosen: ReadonlyMap<string, FigureRecord>) =>
    frozen(version, { figureOf: (id) => chosen.get(id) ?? likeliest(id), sourceOf }, t, tree);
  const usual = frozenWith(new Map());
  const isAsPublished = (one: Frozen) => hashOf(one) === published;
  if (published === undefined || isAsPublished(usual)) return usual;
  const found = (statesOf: (id: string) => readonly FigureRecord[]) =>
    choices([...states.keys()].map((id) => statesOf(id).map((state) => [id, state] as const)))
      .map((way) => frozenWith(new Map(way)))
      .find(isAsPublished);
  // A change that waited in a branch bears an older day than that on which it was published.
  return found((id) => states.get(id) ?? []) ?? found((id) => figureStates(figureOf(id))) ?? usual;
}

function frozen(version: TextVersion, { figureOf, sourceOf }: Named, t: Dictionary, tree: MdxNode): Frozen {
  const { lostBy } = version;
  const cited: SourceRecord[] = [];
  const mark = (id: string) => {
    const source = sourceOf(id);
    if (!cited.includes(source)) cited.push(source);
    return `[${cited.indexOf(source) + 1}]`;
  };
  const name = versionName(version, t);
  if (lostBy)
    return {
      text: `${name}\n\n${t.cite.file.lost({ day: formatDate(lostBy.date, t), what: lostBy.what })}`,
      sources: [],
      isKept: false,
    };
  const text = plainText(tree, {
    figure(id, { hideUnit, as }) {
      const stood = figureOf(id);
      const [when, source] = [formatWhen(stood, t), mark(stood.sources[0] ?? '')];
      if (as) return `${as} (${formatStated(stood, t)}, ${when}) ${source}`;
      const estimate = withEstimate('', stood.stage, t);
      const amount = hideUnit ? formatValue(stood, t) + estimate : formatStated(stood, t);
      return `${amount} (${when}) ${source}`;
    },
    source: mark,
    inShort: t.inShort,
    // A page of the site may be renamed, and with it every link to it.
    link: (url) => (/^[/#]/.test(url) ? undefined : url),
    drawn: (tag, id) => drawnPart(tag, id, t),
  });
  return { text: [name, text].filter(Boolean).join('\n\n'), sources: cited, isKept: true };
}

/** What stands in plain words for a part of a page that is drawn from data. */
export function drawnPart(tag: string, id = '', t: Dictionary): string {
  const { drawn, parts, named } = t.cite.file;
  return drawn({
    part: named[tag as keyof typeof named]?.({ id }) ?? parts[tag as keyof typeof parts] ?? tag,
  });
}

/** The publisher of a source; where only a copy was seen, with the site of the copy. */
export const publisherOf = ({ publisher, via }: Pick<SourceRecord, 'publisher' | 'via'>, t: Dictionary) =>
  via === undefined ? publisher : plainSentence(t.copyAt({ publisher, site: via }));

/** Sources with their numbers, addresses and dates; nothing for none. */
function sourceList(sources: readonly SourceRecord[], t: Dictionary): string[] {
  const rows = sources.map(({ author = [], publisher, via, title, date, url, noUrl }, index) => {
    const by = [...author, publisherOf({ publisher, via }, t)].join(', ');
    return `[${index + 1}] ${by}: ${title}. ${formatDate(date, t)}. ${url ?? noUrl ?? ''}`;
  });
  return rows.length === 0 ? [] : [t.cite.file.sources, ...rows];
}
