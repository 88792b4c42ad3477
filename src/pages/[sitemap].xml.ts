import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapFiles } from '../rules/sitemap.ts';
import { isTranslated } from '../site/content.ts';
import { getSiteMap } from '../site/site-map.ts';
import { site } from '../site.ts';

/** Every page that search engines may list, with the day of its last change. */
export const getStaticPaths = (() => {
  // A page in the words of another language is listed where it is written.
  const pages = site.languages
    .flatMap((language) => [...getSiteMap(language)])
    .filter(([address]) => isTranslated({ address }));
  const files = sitemapFiles(pages, new URL(import.meta.env.SITE));
  return [...files].map(([name, xml]) => ({ params: { sitemap: name.replace('.xml', '') }, props: { xml } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { 'Content-Type': 'application/xml' } });
