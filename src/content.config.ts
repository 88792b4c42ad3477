import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
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
 * The shape of everything in `content/` (src/schemas), by which the check reads it and
 * editors see each field explained. Astro itself keeps only what MDX compiles, pages and
 * categories; all else comes from the reading of the check (src/site/reading.ts).
 */

/** Texts of one kind, in every language; an id is the language and the path below the kind. */
const compiled = (kind: string, pattern: string) =>
  glob({
    // `astro dev` compiles the last good state; see src/publish/checked-content.ts.
    base: process.env['CONTENT_DIR'] ?? './content',
    pattern: `*/${kind}/${pattern}`,
    generateId: ({ entry }) => entry.replace(`/${kind}/`, '/').replace(/\.mdx$/, ''),
    retainBody: false,
  });

const read = { name: 'read-by-the-check', load: async () => {} };

export const collections = {
  pages: defineCollection({ loader: compiled('pages', '**/*.mdx'), schema: pages }),
  categories: defineCollection({ loader: compiled('categories', '*.mdx'), schema: categories }),
  news: defineCollection({ loader: read, schema: news }),
  figures: defineCollection({ loader: read, schema: figures }),
  series: defineCollection({ loader: read, schema: series }),
  sources: defineCollection({ loader: read, schema: sources }),
  organisations: defineCollection({ loader: read, schema: organisations }),
  topics: defineCollection({ loader: read, schema: topics }),
  events: defineCollection({ loader: read, schema: events }),
  laws: defineCollection({ loader: read, schema: laws }),
  surveys: defineCollection({ loader: read, schema: surveys }),
  terms: defineCollection({ loader: read, schema: terms }),
  names: defineCollection({ loader: read, schema: names }),
  redirects: defineCollection({ loader: read, schema: redirects }),
};
