import { globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { PAGE_SIZE } from '../../src/rules/list-pages.ts';
import { put } from '../build/copy.ts';

/*
 * The same texts as a site of Eleventy, to measure our build against: posts, pages, a paged
 * archive, paged lists of topics, a feed and a sitemap, in a layout with our header, footer
 * and sheet.
 */

/** The commands that build the site of Eleventy, one after the other, by name. */
export const PEER_COMMANDS = {
  eleventy: ['node', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
  pagefind: ['pagefind', '--site', '_site'],
};

const CONFIG = `
const SIZE = ${PAGE_SIZE};
const chunks = (list) =>
  Array.from({ length: Math.ceil(list.length / SIZE) }, (_, page) => list.slice(page * SIZE, (page + 1) * SIZE));

export default function (config) {
  config.setInputDirectory('src');
  const posts = (api) => api.getFilteredByTag('post').toReversed();
  config.addCollection('archive', posts);
  config.addCollection('topicPages', (api) =>
    [...Map.groupBy(posts(api).flatMap((post) => post.data.topics.map((topic) => ({ topic, post }))), (pair) => pair.topic)]
      .flatMap(([topic, pairs]) =>
        chunks(pairs.map(({ post }) => post)).map((part, page) => ({ topic, page, part }))));
  config.addFilter('first', (list, count) => list.slice(0, count));
  return { markdownTemplateEngine: false };
}
`;

const LIST = `<ul>{% for post in list %}<li><a href="{{ post.url }}">{{ post.data.title }}</a><p>{{ post.data.published }} · {{ post.data.publisher }}</p><p>{{ post.data.summary }}</p></li>{% endfor %}</ul>`;

const TEMPLATES = {
  '_includes/post.njk': `---
layout: base.njk
---
<article data-pagefind-body>
<h1>{{ title }}</h1>
<p>{{ summary }}</p>
<dl><dt>Published</dt><dd>{{ published }}</dd><dt>Publisher</dt><dd>{{ publisher }}</dd><dt>Certainty</dt><dd>{{ certainty }}</dd></dl>
{{ content | safe }}
{% if url %}<p><a href="{{ url }}">{{ url }}</a></p>{% endif %}
<ul>{% for topic in topics %}<li><a href="/topic/{{ topic }}/" data-pagefind-filter="topic">{{ topic }}</a></li>{% endfor %}</ul>
</article>`,
  'archive.njk': `---
layout: base.njk
title: News
pagination: { data: collections.archive, size: ${PAGE_SIZE}, alias: list }
permalink: "/news/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"
---
<h1>News</h1>${LIST}
{% if pagination.href.previous %}<a href="{{ pagination.href.previous }}">Newer</a>{% endif %}
{% if pagination.href.next %}<a href="{{ pagination.href.next }}">Older</a>{% endif %}`,
  'topic.njk': `---
layout: base.njk
title: Topic
pagination: { data: collections.topicPages, size: 1, alias: of }
permalink: "/topic/{{ of.topic }}/{% if of.page > 0 %}page/{{ of.page + 1 }}/{% endif %}"
---
<h1>{{ of.topic }}</h1>{% set list = of.part %}${LIST}`,
  'rss.njk': `---
permalink: /rss.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Posts</title><link>https://peer.invalid/</link><description>Posts</description>
{% for post in collections.archive | first(20) %}<item><title>{{ post.data.title }}</title><link>https://peer.invalid{{ post.url }}</link><description>{{ post.content }}</description></item>
{% endfor %}</channel></rss>`,
  'sitemap.njk': `---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for page in collections.all %}<url><loc>https://peer.invalid{{ page.url }}</loc></url>
{% endfor %}</urlset>`,
};

/**
 * Writes a site of Eleventy into a folder.
 * @param root copy of the project, with the texts
 * @param page a page of our built site, of which header, footer and sheet are taken
 * @param folder where the site is written; its `_site` is what gets built
 */
export function writePeer(root: string, page: string, folder: string): void {
  const write = (path: string, text: string) => put(folder, path, text);
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('eleventy.config.js', CONFIG);
  write('src/_includes/base.njk', layoutOf(page));
  for (const [path, text] of Object.entries(TEMPLATES)) write(`src/${path}`, text);
  const words = wordsById(root);
  for (const path of globSync('content/en/{news,pages,categories}/**/*.mdx', { cwd: root })) {
    const [, matter = '', body = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(root, path), 'utf8')) ?? [];
    const data = parse(matter) as Record<string, unknown>;
    if (data['draft'] === true) continue;
    const address = path.replace(/^content\/en\/(?:pages\/)?/, '').replace(/(?:index)?\.mdx$/, '');
    write(`src/${address || 'index'}.md`, markdown(path, address, data, body, words));
  }
}

/** Our frame around the place of the text. */
function layoutOf(page: string): string {
  const part = (pattern: RegExp) => {
    const found = pattern.exec(page)?.[0];
    if (found === undefined) throw new Error(`The built page has nothing like ${pattern}.`);
    return found;
  };
  const [sheet, header, footer] = [
    part(/<style>.*?<\/style>/s),
    part(/<header.*?<\/header>/s),
    part(/<footer.*?<\/footer>/s),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><meta name="description" content="{{ summary }}">{% raw %}${sheet}{% endraw %}</head><body>{% raw %}${header}{% endraw %}<main id="main">{{ content | safe }}</main>{% raw %}${footer}{% endraw %}</body></html>`;
}

/** What stands in place of a tag that names an id: the label of a figure, the title of a source. */
function wordsById(root: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const path of globSync('content/data/*.json', { cwd: root })) {
    const data: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
    for (const entry of (Array.isArray(data) ? [data] : Object.values(data as object)).flat()) {
      const { id, label, title, name } = entry as Record<string, string | undefined>;
      const text = label ?? title ?? name;
      if (id !== undefined && text !== undefined) words.set(id, text);
    }
  }
  return words;
}

function markdown(
  path: string,
  address: string,
  data: Record<string, unknown>,
  body: string,
  words: ReadonlyMap<string, string>,
): string {
  const isPost = path.startsWith('content/en/news/');
  const date = String(data['date'] ?? data['updated']);
  const [year = '1970', month = '01', day = '01'] = /^\d/.test(date) ? date.split('-') : [];
  const matter: Record<string, unknown> = {
    layout: 'post.njk',
    permalink: `/${address}${address === '' || address.endsWith('/') ? '' : '/'}`,
    ...(isPost ? { tags: ['post'] } : {}),
    title: data['title'],
    summary: data['summary'],
    date: `${year}-${month}-${day}`,
    published: date,
    topics: data['topics'] ?? [],
    publisher: data['publisher'] ?? '',
    certainty: data['certainty'] ?? '',
    url: data['url'] ?? '',
  };
  const lines = Object.entries(matter).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${withoutTags(body, words)}`;
}

/** A text with plain words in place of its tags; of pictures the caption is left. */
function withoutTags(body: string, words: ReadonlyMap<string, string>): string {
  return body
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/<(\w+)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g, (_, tag: string, attributes: string) => {
      const named = Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      );
      const { id = '', title, caption } = named;
      const text = words.get(id) ?? title ?? caption ?? basename(id);
      return tag === 'Source' ? `(${text})` : tag === 'Callout' ? `**${text}**` : text;
    })
    .replace(/<\/\w+>/g, '');
}
