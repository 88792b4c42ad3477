import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { LIST_NAMES, LISTS, TEXTS, type ListName } from './schemas/lists.ts';

/*
 * The shape of everything in `content/` (src/schemas), by which the check reads it and
 * editors see each field explained (.vscode). Astro itself keeps only what MDX compiles,
 * pages and categories; all else comes from the reading of the check (src/site/reading.ts).
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

const list = <Name extends ListName>(name: Name) =>
  defineCollection({ loader: read, schema: LISTS[name].schema as (typeof LISTS)[Name]['schema'] });

export const collections = {
  pages: defineCollection({ loader: compiled('pages', '**/*.mdx'), schema: TEXTS.pages }),
  categories: defineCollection({ loader: compiled('categories', '*.mdx'), schema: TEXTS.categories }),
  news: defineCollection({ loader: read, schema: TEXTS.news }),
  ...(Object.fromEntries(LIST_NAMES.map((name) => [name, list(name)])) as {
    [Name in ListName]: ReturnType<typeof list<Name>>;
  }),
};
