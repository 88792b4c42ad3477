import type { APIRoute } from 'astro';
import { siteMap } from '../site/site-map.ts';
import { escapeXml } from '../rules/xml.ts';

/** Every page that search engines may list, with the day of its last change. */
export const GET: APIRoute = async ({ site }) => {
  const entries = await siteMap();
  const urls = entries.map(
    ({ address, changed }) =>
      `<url><loc>${escapeXml(new URL(address, site).href)}</loc><lastmod>${changed}</lastmod></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
