import { defaultLanguage, site } from '../../site.ts';
import { lastChange, type Dated } from '../../rules/changes.ts';
import type { ChartRecord, EventRecord, FigureRecord, Law, Post, SourceRecord } from '../content.ts';
import { precisionOf, UNDATED } from '../../rules/dates.ts';
import { absoluteUrl } from '../reading.ts';
import type { RecordOf, TableName } from '../../schemas/open-data.ts';

/** The content that is given away. */
export interface OpenContent {
  figures: readonly FigureRecord[];
  charts: readonly ChartRecord[];
  sources: readonly SourceRecord[];
  posts: readonly Pick<Post, 'id' | 'address' | 'data'>[];
  events: readonly EventRecord[];
  laws: readonly Law[];
}

/** A record of any table, as its JSON file has it. */
export type OpenRecord = Readonly<Record<string, unknown>>;

/** The records of a table, and the lists that its JSON file has besides. */
export interface TableRecords {
  records: readonly OpenRecord[];
  besides?: Readonly<Record<string, readonly OpenRecord[]>>;
}

/**
 * Makes the published records of the content. What an editor notes for the work on a
 * text (reviews, exceptions from the word list) is not among the fields that it names.
 */
export function openRecords(content: OpenContent): Record<TableName, TableRecords> {
  const posts = new Map(content.posts.map((post) => [post.id, post]));
  const urls = new Map(content.sources.map(({ id, url }) => [id, url]));
  const urlsOf = (sources: readonly string[]) => sources.flatMap((id) => urls.get(id) ?? []);

  const figures = content.figures.map(({ address, ...figure }): RecordOf<'statistics'> => ({
    ...figure,
    datePrecision: precisionOf(leastCertain(figure)),
    sourceUrls: urlsOf(figure.sources),
    changed: changedOn(figure),
    version: 1 + figure.changes.length,
    page: absoluteUrl(address),
  }));
  const sources = content.sources.map(({ address, isPost: _, changes, ...source }): RecordOf<'sources'> => ({
    ...source,
    datePrecision: precisionOf(source.date),
    added: posts.get(source.id)?.data.added,
    changed: changedOn({ changes }),
    page: absoluteUrl(address),
  }));
  const news = content.posts.map(({ id, data, address }): RecordOf<'news'> => {
    const { kind, title, summary, date, dateNote, certainty, topics, added, changes } = data;
    return {
      ...{ id, kind, title, summary, date, dateNote, certainty, topics, added, changes },
      ...reportOf(data),
      datePrecision: precisionOf(date),
      changed: changedOn(data),
      page: absoluteUrl(address),
    };
  });
  const events = content.events.map(({ changes: _, address, ...event }): RecordOf<'events'> => ({
    ...event,
    datePrecision: precisionOf(event.date),
    sourceUrls: urlsOf(event.sources),
    page: absoluteUrl(address),
  }));
  const laws = content.laws.map(({ changes: _, address, ...law }): RecordOf<'laws'> => ({
    ...law,
    sourceUrls: urlsOf(law.sources),
    page: absoluteUrl(address),
  }));

  const cited = new Set(figures.flatMap((figure) => figure.sources));
  return {
    statistics: {
      records: figures,
      besides: {
        series: content.charts.map(({ changes: _, address: _page, ...chart }) => chart),
        sources: sources.filter(({ id }) => cited.has(id)),
      },
    },
    sources: { records: sources },
    news: { records: news },
    events: { records: events },
    laws: { records: laws },
  };
}

/** Who published a post, and where. Our own is published by this site, at its page. */
function reportOf(data: Post['data']) {
  if (data.kind === 'update') return { publisher: site.name, language: defaultLanguage };
  const { author, publisher, url, noUrl, via, language } = data;
  return { author, publisher, url, noUrl, via, language };
}

/** The day of the last change; nothing where there was none. */
const changedOn = ({ changes }: Pick<Dated, 'changes'>) => lastChange({ changes }) || undefined;

/** The date of a figure, or that end of its period of which less is known: the shorter text. */
function leastCertain({ asOf, period }: Pick<FigureRecord, 'asOf' | 'period'>): string {
  if (!period) return asOf ?? UNDATED;
  return period.from.length < period.to.length ? period.from : period.to;
}
