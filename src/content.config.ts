import { defineCollection } from 'astro/content/config';
import { file, glob } from 'astro/loaders';
import { figures, series } from './schemas/figures.ts';
import {
  events,
  laws,
  names,
  organisations,
  redirects,
  sources,
  surveys,
  terms,
  topics,
} from './schemas/records.ts';
import { categories, news, pages } from './schemas/texts.ts';

/*
 * Everything in `content/`, with its shape (src/schemas). The check (src/checks) runs
 * the same schemas on the text of the files, so that a message can name the line.
 */

// `astro dev` reads the last good state of the content; see src/publish/live-check.ts.
const CONTENT = process.env['CONTENT_DIR'] ?? './content';

/** JSON of a data file; some editors save it with a byte order mark. */
const json = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));
const entries = (text: string) => json(text) as Record<string, unknown>[];
const list = (name: string) => (text: string) => (json(text) as Record<string, { id: string }[]>)[name] ?? [];

/** Texts of one kind, in every language; an id is the language and the path below the kind. */
const texts = (kind: string, pattern: string) =>
  glob({
    base: CONTENT,
    pattern: `*/${kind}/${pattern}`,
    generateId: ({ entry }) => entry.replace(`/${kind}/`, '/').replace(/\.mdx$/, ''),
    retainBody: false,
  });
const data = (name: string, parser: (text: string) => Record<string, unknown>[] = entries) =>
  file(`${CONTENT}/data/${name}.json`, { parser });

export const collections = {
  news: defineCollection({ loader: texts('news', '*/*.mdx'), schema: news }),
  pages: defineCollection({ loader: texts('pages', '**/*.mdx'), schema: pages }),
  categories: defineCollection({ loader: texts('categories', '*.mdx'), schema: categories }),
  figures: defineCollection({ loader: data('statistics', list('figures')), schema: figures }),
  series: defineCollection({ loader: data('statistics', list('series')), schema: series }),
  sources: defineCollection({ loader: data('sources'), schema: sources }),
  organisations: defineCollection({ loader: data('organisations'), schema: organisations }),
  topics: defineCollection({ loader: data('topics'), schema: topics }),
  events: defineCollection({ loader: data('events'), schema: events }),
  laws: defineCollection({ loader: data('laws'), schema: laws }),
  surveys: defineCollection({ loader: data('surveys'), schema: surveys }),
  terms: defineCollection({ loader: data('terms'), schema: terms }),
  names: defineCollection({ loader: data('names'), schema: names }),
  redirects: defineCollection({
    loader: file(`${CONTENT}/data/redirects.json`, {
      parser: (text) =>
        Object.fromEntries((json(text) as { from: string }[]).map((entry) => [entry.from, entry])),
    }),
    schema: redirects,
  }),
};
