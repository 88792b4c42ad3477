import { defineCollection } from 'astro/content/config';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { listIn, LIST_NAMES, LISTS, TEXTS, type ListName } from './schemas/lists.ts';

/*
 * Everything in `content/`, with its shape (src/schemas). The check (src/checks) runs
 * the same schemas on the text of the files, so that a message can name the line.
 */

// `astro dev` reads the last good state of the content; see src/publish/live-check.ts.
const CONTENT = process.env['CONTENT_DIR'] ?? './content';

/** Texts of one kind, in every language; an id is the language and the path below the kind. */
const texts = (kind: string, pattern: string) =>
  glob({
    base: CONTENT,
    pattern: `*/${kind}/${pattern}`,
    generateId: ({ entry }) => entry.replace(`/${kind}/`, '/').replace(/\.mdx$/, ''),
    retainBody: false,
  });

/**
 * A list of `content/data` as one entry, which keeps the order of the file: Astro sorts
 * entries by id, and takes a list without entries for a mistake.
 */
const list = <Name extends ListName>(name: Name) => {
  const path = `${CONTENT}/data/${LISTS[name].file}.json`;
  // Some editors save JSON with a byte order mark.
  const parser = (text: string) => ({
    list: listIn(JSON.parse(text.replace(/^\uFEFF/, '')), name) as Record<string, unknown>,
  });
  return defineCollection({
    // Under a name of its own, so that the JSON Schema for editors (.vscode) is that of the list.
    loader: { ...file(path, { parser }), name: 'list-loader' },
    schema: z.array(LISTS[name].schema as (typeof LISTS)[Name]['schema']),
  });
};

export const collections = {
  news: defineCollection({ loader: texts('news', '*/*.mdx'), schema: TEXTS.news }),
  pages: defineCollection({ loader: texts('pages', '**/*.mdx'), schema: TEXTS.pages }),
  categories: defineCollection({ loader: texts('categories', '*.mdx'), schema: TEXTS.categories }),
  ...(Object.fromEntries(LIST_NAMES.map((name) => [name, list(name)])) as {
    [Name in ListName]: ReturnType<typeof list<Name>>;
  }),
};
