import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import rss from '@astrojs/rss';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { mdxComponents } from '../components/mdx.ts';
import { words } from '../i18n/words.ts';
import { site, type Language } from '../site.ts';
import type { Post } from './content.ts';
import { formatDate } from './format.ts';
import { escapeXml } from './site-map.ts';

/**
 * A feed of posts with their full text. An item's date is the day on which the post
 * came to this site, because half of the reports have no exact day of their own.
 * @param base address of the site
 */
export async function feed(
  posts: readonly Post[],
  title: string,
  summary: string,
  language: Language,
  base: URL,
): Promise<Response> {
  const t = words(language);
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  const items = posts
    .toSorted((a, b) => (a.data.added < b.data.added ? 1 : a.data.added > b.data.added ? -1 : 0))
    .map(async ({ data, entry, address }) => {
      const { Content } = await render(entry);
      const html = await container.renderToString(Content, { props: { components: mdxComponents } });
      const head =
        data.kind === 'coverage'
          ? `<p>${t.news.report}: ${data.via ? `${escapeXml(data.publisher)} (${t.copyAt} ${linked(data.via, data.url)})` : linked(data.publisher, data.url)}, ${formatDate(data.date, t)}. ${t.certainty[data.certainty]}.</p>`
          : '';
      return {
        title: data.title,
        link: address,
        description: data.summary,
        pubDate: new Date(data.added),
        categories: [...data.topics],
        content: head + absolute(html, base),
      };
    });
  return rss({
    title: `${title}, ${site.name}`,
    description: summary,
    site: base,
    items: await Promise.all(items),
    customData: `<language>${language}</language>`,
    trailingSlash: true,
  });
}

/** A name as a link, where there is an address to link to. */
function linked(name: string, url: string | undefined): string {
  return url ? `<a href="${escapeXml(url)}">${escapeXml(name)}</a>` : escapeXml(name);
}

/** Addresses within the site, made whole for those who read elsewhere. */
function absolute(html: string, base: URL): string {
  return html
    .replace(/^<!DOCTYPE html>/i, '')
    .replace(/ (?:srcset|sizes)="[^"]*"/g, '')
    .replace(/ (href|src)="\/(?!\/)/g, ` $1="${base.origin}/`);
}
