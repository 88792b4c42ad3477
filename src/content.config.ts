import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { LIST_NAMES } from './rules/lists.ts';
import { SCHEMAS, TEXTS } from './schemas/lists.ts';
import { defaultLanguage } from './site.ts';

/*
 * The shape of everything in `content/` (src/schemas), by which the check reads it and
 * editors see each field explained. Astro itself keeps only what MDX compiles, the pages;
 * all else comes from the reading of the check (src/site/reading.ts).
 */

/** Originals of one kind; a translation holds words only, which the reading puts over the facts. An id is the language and the path below the kind. */
const compiled = (kind: string, pattern: string) =>
  glob({
    // `astro dev` compiles the last good state; see src/publish/checked-content.ts.
    base: process.env['CONTENT_DIR'] ?? './content',
    pattern: `${defaultLanguage}/${kind}/${pattern}`,
    generateId: ({ entry }) => entry.replace(`/${kind}/`, '/').replace(/\.mdx$/, ''),
    retainBody: false,
  });

const read = { name: 'read-by-the-check', load: async () => {} };

/** The lists: Astro keeps nothing of them but the JSON Schemas of their files, for editors (.vscode). */
const lists = Object.fromEntries(
  LIST_NAMES.map((name) => [name, defineCollection({ loader: read, schema: z.array(SCHEMAS[name]) })]),
);

export const collections = {
  ...lists,
  pages: defineCollection({ loader: compiled('pages', '**/+([a-z0-9-]).mdx'), schema: TEXTS.pages }),
  categories: defineCollection({ loader: read, schema: TEXTS.categories }),
  news: defineCollection({ loader: read, schema: TEXTS.news }),
};
