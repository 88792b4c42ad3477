import { words, type Dictionary } from '../i18n/dictionary.ts';
import { formatDate } from '../rules/format.ts';
import { languageOf } from '../rules/addresses.ts';
import { keptLately } from '../rules/lazy.ts';
import { elementsOf, type ElementNode } from '../rules/markdown.ts';
import {
  letterOf,
  supportsIn,
  withSourceMarks,
  type PlacedSupport,
  type Support,
} from '../rules/source-marks.ts';
import { onPageOf } from '../rules/translation.ts';
import type { Language } from '../site.ts';
import { publisherOf } from './version-files.ts';
import {
  getFigure,
  getSource,
  treeOf,
  type Category,
  type Page,
  type Post,
  type SourceRecord,
} from './content.ts';

/** A source of a page, with its number there. */
export interface NumberedSource {
  number: number;
  source: SourceRecord;
  /** Publisher and date, and the title where another source of the page has both. */
  name: string;
  /**
   * By the number of each sentence that names it, what leads from there to its note: `2`, and
   * in later blocks, which have notes of their own, `2b` and `2c`.
   */
  marks: ReadonlyMap<number, string>;
}

/** The source on which a sentence rests: of a figure, the first. */
const sourceOf = ({ kind, id }: Support, language: Language): string =>
  kind === 'source' ? id : (getFigure(id, language).sources[0] ?? '');

/** The sources that the sentences of a text name, by id, numbered in the order in which they are named. */
function numberedSources(
  supports: readonly PlacedSupport[],
  language: Language,
): ReadonlyMap<string, NumberedSource> {
  const t = words(language);
  const placed = supports.map((support) => ({ ...support, id: sourceOf(support, language) }));
  const places = [...Map.groupBy(placed, ({ id }) => id)];
  const named = places.map(([id, of]) => ({ of, source: getSource(id, language) }));
  const alike = Map.groupBy(named, ({ source }) => nameOf(source, t));
  return new Map(
    named.map(({ of, source }, index) => {
      const short = nameOf(source, t);
      const name =
        alike.get(short)?.length === 1 ? short : t.notes.titled({ name: short, title: source.title });
      const blocks = [...new Set(of.map(({ block }) => block))];
      const marks = of.map(({ sentence, block }) => {
        const place = blocks.indexOf(block);
        return [sentence, `${index + 1}${place === 0 ? '' : letterOf(place)}`] as const;
      });
      return [source.id, { number: index + 1, source, name, marks: new Map(marks) }];
    }),
  );
}

const nameOf = (source: SourceRecord, t: Dictionary) =>
  t.notes.name({ publisher: publisherOf(source, t), date: formatDate(source.date, t) });

/** A source of a page by id. @throws if the page has not numbered it */
export function numberedSource(sources: App.Locals['sources'], id: string): NumberedSource {
  const numbered = sources?.get(id);
  if (!numbered) throw new Error(`The page has no number for “${id}”. Set Astro.locals.sources in it.`);
  return numbered;
}

/**
 * What a sentence rests on, each source once, by number, with the ids of the figures there that come from it.
 * @param sources those of the page
 * @throws if the page has not numbered them
 */
export function sentenceSources(
  supports: readonly Support[],
  sources: App.Locals['sources'],
  language: Language,
) {
  const found = new Map<string, NumberedSource & { figures: string[] }>();
  for (const support of supports) {
    const id = sourceOf(support, language);
    const one = found.get(id) ?? { ...numberedSource(sources, id), figures: [] };
    if (support.kind === 'figure') one.figures.push(support.id);
    found.set(id, one);
  }
  return [...found.values()].toSorted((a, b) => a.number - b.number);
}

/** More than a document of a feed holds: it is drawn in one language after the other. */
const DRAWN_LATELY = 64;

/** What a text is drawn from wherever it stands, and what its sentences rest on: a page and a feed of each language ask for it. */
const drawn = keptLately(DRAWN_LATELY, (json: string) => {
  const tree = withSourceMarks(treeOf({ json }));
  return { nodes: elementsOf(tree), supports: supportsIn(tree) };
});

/** What a text is drawn from at its address, with the marks of its sources, and these with their numbers. */
export function drawnText({ json, address, language }: Page | Category | Post) {
  const { nodes, supports } = drawn(json);
  const page = languageOf(address);
  return {
    nodes: page === language ? nodes : nodes.map((node) => onPageOf(page, node, language)),
    sources: numberedSources(supports, page),
  };
}

/** What a text is drawn from on its page, which remembers the numbers of its sources. */
export function nodesToDraw(text: Page | Category | Post, locals: App.Locals): ElementNode[] {
  const { nodes, sources } = drawnText(text);
  locals.sources = sources;
  return nodes;
}
