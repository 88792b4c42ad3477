import { dictionaryFor, type Dictionary } from '../i18n/dictionary.ts';
import { formatDate } from '../rules/format.ts';
import { languageOf } from '../rules/addresses.ts';
import { memoizeLru } from '../rules/memoize.ts';
import { elementsOf, type ElementNode } from '../rules/markdown.ts';
import {
  letterOf,
  notedBlocks,
  sentencesFrom,
  withSourceMarks,
  type Sentence,
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
  /** By the number of each sentence that names it. */
  marks: ReadonlyMap<number, Mark>;
}

/** What leads from a sentence to the note of a source. */
interface Mark {
  /** `2`, and in later blocks, which have notes of their own, `2b` and `2c`. */
  label: string;
  /** The id of the note. */
  note: string;
}

/** The source on which a sentence rests: of a figure, the first. */
const sourceOf = ({ kind, id }: Support, language: Language): string =>
  kind === 'source' ? id : (getFigure(id, language).sources[0] ?? '');

/** The sources that the sentences of a text name, by id, numbered in the order in which they are named. */
function numberedSources(
  blocks: readonly Sentence[][],
  language: Language,
): ReadonlyMap<string, NumberedSource> {
  const t = dictionaryFor(language);
  const named = blocks.flatMap((block) =>
    block.flatMap(({ sentence, supports }) =>
      supports.map((support) => ({ id: sourceOf(support, language), sentence, block })),
    ),
  );
  const places = [...Map.groupBy(named, ({ id }) => id)].map(([id, of]) => {
    const source = getSource(id, language);
    return { source, short: nameOf(source, t), of };
  });
  const alike = Map.groupBy(places, ({ short }) => short);
  return new Map(
    places.map(({ source, short, of }, index) => {
      const name =
        alike.get(short)?.length === 1 ? short : t.notes.titled({ name: short, title: source.title });
      const number = index + 1;
      const marks = [...Map.groupBy(of, ({ block }) => block).values()].flatMap((inBlock, place) => {
        const mark = {
          label: `${number}${place === 0 ? '' : letterOf(place)}`,
          note: `note-${inBlock[0]?.sentence}-${number}`,
        };
        return inBlock.map(({ sentence }) => [sentence, mark] as const);
      });
      return [source.id, { number, source, name, marks: new Map(marks) }];
    }),
  );
}

const nameOf = (source: SourceRecord, t: Dictionary) =>
  t.notes.name({ publisher: publisherOf(source, t), date: formatDate(source.date, t) });

/** A source on which sentences rest. */
export interface CitedSource extends NumberedSource {
  /** The ids of the figures in the sentences that come from it. */
  figures: Set<string>;
  /** The id of its number behind the first of the sentences. */
  anchor: string;
  mark: Mark;
}

/**
 * What sentences rest on, each source once, by number.
 * @param of the attribute of a node `SourceMarks` or `BlockNotes`
 * @param sources those of the page
 * @throws if the page has not numbered them
 */
export function citedSources(of: string, sources: App.Locals['sources'], language: Language): CitedSource[] {
  const found = new Map<string, CitedSource>();
  for (const { sentence, supports } of sentencesFrom(of))
    for (const support of supports) {
      const id = sourceOf(support, language);
      const source = found.get(id) ?? citedSource(id, sentence, sources);
      if (support.kind === 'figure') source.figures.add(support.id);
      found.set(id, source);
    }
  return [...found.values()].toSorted((a, b) => a.number - b.number);
}

function citedSource(id: string, sentence: number, sources: App.Locals['sources']): CitedSource {
  const source = sources?.get(id);
  const mark = source?.marks.get(sentence);
  if (!source || !mark)
    throw new Error(`The page has no number for “${id}”. Set Astro.locals.sources in it.`);
  return { ...source, figures: new Set(), anchor: `cite-${sentence}-${source.number}`, mark };
}

/** More than a document of a feed holds: it is drawn in one language after the other. */
const DRAWN_LATELY = 64;

/** What a text is drawn from wherever it stands, and what its sentences rest on: a page and a feed of each language ask for it. */
const drawn = memoizeLru(DRAWN_LATELY, (json: string) => {
  const tree = withSourceMarks(treeOf({ json }));
  return { nodes: elementsOf(tree), blocks: notedBlocks(tree) };
});

/** What a text is drawn from at its address, with the marks of its sources, and these with their numbers. */
export function drawnText({ json, address, language }: Page | Category | Post) {
  const { nodes, blocks } = drawn(json);
  const page = languageOf(address);
  return {
    nodes: page === language ? nodes : nodes.map((node) => onPageOf(page, node, language)),
    sources: numberedSources(blocks, page),
  };
}

/** What a text is drawn from on its page, which remembers the numbers of its sources. */
export function nodesToDraw(text: Page | Category | Post, locals: App.Locals): ElementNode[] {
  const { nodes, sources } = drawnText(text);
  locals.sources = sources;
  return nodes;
}
