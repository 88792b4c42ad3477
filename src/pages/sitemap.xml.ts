import type { APIRoute } from 'astro';
import { getSiteMap } from '../site/site-map.ts';
import { site as siteFacts } from '../site.ts';
import { escapeXml } from '../rules/xml.ts';

/** Every page that search engines may list, with the day of its last change. */
export const GET: APIRoute = async ({ site }) => {
  const maps = await Promise.all(siteFacts.languages.map((language) => getSiteMap(language)));
  const urls = maps
    .flatMap((map) => [...map])
    .map(
      ([address, changed]) =>
        `<url><loc>${escapeXml(new URL(address, site).href)}</loc><lastmod>${changed}</lastmod></url>`,
    );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
