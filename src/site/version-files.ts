import { createHash } from 'node:crypto';
import { parseMdx } from '../checks/check-markup.ts';
import type { Dictionary } from '../i18n/en.ts';
import { site } from '../site.ts';
import { versionAddress } from '../rules/addresses.ts';
import type { FigureRecord, SeriesRecord, SourceRecord } from './content.ts';
import { UNDATED } from '../rules/dates.ts';
import { formatDate, formatStated, formatValue, formatWhen } from '../rules/format.ts';
import { plainText } from '../rules/plain-text.ts';
import { figureBefore, type TextVersion, type Version } from '../rules/versions.ts';

/*
 * The frozen copy of a version as plain text, which can be kept and compared. Its head may
 * change, as when a newer version comes. What stands below the line is fixed by the version,
 * but for the names of its sources and, as long as it is the newest of a text, for figures
 * that are revised; its checksum stands in the head.
 */

const LINE = '-'.repeat(72);

/** The name of a version: `Version 2 of 14 Mar 2027`. */
export function versionName({ number, day, until }: Version<unknown>, t: Dictionary): string {
  const written = (date: string | undefined) => date && formatDate(date, t);
  return t.cite.version(number, written(day), written(until));
}

/** What the head of a version file says. */
export interface Head {
  title: string;
  version: Version<unknown>;
  newest: Version<unknown>;
  /** Address of the page from the root of the site. */
  address: string;
  /** Further lines on the page as it stands today. */
  lines: readonly string[];
}

/**
 * The whole file of a version.
 * @param text what is frozen
 */
export function versionFile(
  { title, version, newest, address, lines }: Head,
  text: string,
  base: URL,
  t: Dictionary,
): string {
  const { file } = t.cite;
  const at = ({ number }: Version<unknown>) => new URL(versionAddress(address, number), base).href;
  const frozen = `${text}\n`;
  return [
    title,
    site.name,
    '',
    versionName(version, t),
    version.number === newest.number ? file.newest : file.older(versionName(newest, t), at(newest)),
    `${file.address} ${at(version)}`,
    `${file.page} ${new URL(address, base).href}`,
    ...lines,
    `${file.licence} ${site.licence}`,
    `${file.checksum} ${createHash('sha256').update(frozen).digest('hex')}`,
    LINE,
    frozen,
  ].join('\n');
}

/** The frozen text of a figure: every field of it in order, then its sources. */
export function figureText(figure: FigureRecord, sources: readonly SourceRecord[], t: Dictionary): string {
  const names = t.cite.file.figure;
  const when = formatWhen(figure, t);
  const fields: [string, string | undefined][] = [
    [names.label, figure.label],
    [names.value, formatStated(figure, t)],
    [names.stage, t.stages[figure.stage].title],
    [names.counted, figure.counted],
    [t.statistics.when, figure.dateNote ? `${when}. ${figure.dateNote}` : when],
    [t.statistics.by, figure.reportedBy],
    [t.statistics.method, figure.method],
    [t.statistics.formula, figure.formula],
    [t.statistics.not, figure.notMeaning],
    [t.statistics.sure, t.certainty[figure.certainty]],
  ];
  return [
    fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`)).join('\n'),
    sourceList(sources, t),
  ].join('\n\n');
}

/** What a text may name. */
export interface Named {
  figures: ReadonlyMap<string, FigureRecord>;
  sources: ReadonlyMap<string, SourceRecord>;
  series: ReadonlyMap<string, SeriesRecord>;
}

/**
 * The frozen text of a page: its running text with each figure as value, date and source,
 * as it stood while the version did, and the sources as numbered notes at the end. Where
 * the version is not kept, a sentence that says so.
 * @param page whole address of the page
 * @param large ids of the figures set large above the text
 * @throws if the text names what does not exist, or cannot be parsed; the preflight names the line
 */
export function bodyText(
  { until, body, lostBy }: TextVersion,
  large: readonly string[],
  { figures, sources, series }: Named,
  page: URL,
  t: Dictionary,
): string {
  if (body === undefined) return t.cite.file.lost(formatDate(lostBy?.date ?? UNDATED, t), lostBy?.what ?? '');
  const cited: SourceRecord[] = [];
  const mark = (id: string) => {
    const source = found(sources, id);
    if (!cited.includes(source)) cited.push(source);
    return `[${cited.indexOf(source) + 1}]`;
  };
  const figure = (id: string, hideUnit = false) => {
    const stood = figureBefore(found(figures, id), until);
    const estimate = stood.stage === 'reached' ? ` (${t.estimate})` : '';
    const amount = hideUnit ? formatValue(stood, t) + estimate : formatStated(stood, t);
    return `${amount} (${formatWhen(stood, t)}) ${mark(stood.sources[0] ?? '')}`;
  };
  const row = (id: string) => `- ${figureBefore(found(figures, id), until).label}: ${figure(id)}`;
  // The figures come first, and so do the numbers of their sources.
  const figuresAbove = large.map(row).join('\n');
  const tree = parseMdx(body, ({ line }, message) => {
    throw new Error(`Line ${line} of a text: ${message}`);
  });
  const text = tree
    ? plainText(tree, {
        figure,
        source: mark,
        link: (url) => new URL(url, page).href,
        drawn(tag, id = '') {
          const chart = tag === 'Chart' ? found(series, id) : undefined;
          return chart
            ? [`${t.cite.file.chart} ${chart.title}`, ...(chart.figures ?? []).map(row)].join('\n')
            : t.cite.file.drawn(t.cite.file.parts[tag] ?? tag);
        },
      })
    : '';
  return [figuresAbove, text, sourceList(cited, t)].filter(Boolean).join('\n\n');
}

/** Sources with their numbers, addresses and dates; nothing for none. */
function sourceList(sources: readonly SourceRecord[], t: Dictionary): string {
  if (sources.length === 0) return '';
  const rows = sources.map(({ publisher, via, title, date, url, noUrl }, index) => {
    const by = via === undefined ? publisher : `${publisher} (${t.copyAt} ${via})`;
    return `[${index + 1}] ${by}: ${title}. ${formatDate(date, t)}. ${url ?? noUrl ?? ''}`;
  });
  return [t.cite.file.sources, ...rows].join('\n');
}

/** @throws if there is nothing of this id */
function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined)
    throw new Error(`There is no “${id}”. Run “npm run check” to see where it is named.`);
  return value;
}
