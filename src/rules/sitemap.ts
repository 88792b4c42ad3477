import { newestDay } from './changes.ts';
import { escapeXml } from './xml.ts';

/** Addresses in one file of the map; the protocol allows 50,000. */
const MOST = 45_000;

/**
 * The map of the site as files of XML by name: `sitemap.xml` alone, or, where one file is
 * not enough, `sitemap.xml` as an index of `sitemap-1.xml` and those that follow.
 * @param pages addresses within the site, each with the day (YYYY-MM-DD) of its last change
 * @param base address of the site
 * @param most addresses in one file
 */
export function sitemapFiles(
  pages: readonly (readonly [address: string, changed: string])[],
  base: URL,
  most = MOST,
): Map<string, string> {
  const file = (root: string, entry: string, entries: typeof pages) => {
    const lines = entries.map(
      ([address, changed]) =>
        `<${entry}><loc>${escapeXml(new URL(address, base).href)}</loc><lastmod>${changed}</lastmod></${entry}>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${root}>\n`;
  };
  if (pages.length <= most) return new Map([['sitemap.xml', file('urlset', 'url', pages)]]);
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    part: pages.slice(index * most, (index + 1) * most),
  }));
  const index = parts.map(({ name, part }) => [`/${name}`, newestDay(part.map(([, day]) => day))] as const);
  return new Map([
    ['sitemap.xml', file('sitemapindex', 'sitemap', index)],
    ...parts.map(({ name, part }) => [name, file('urlset', 'url', part)] as const),
  ]);
}
