import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapFiles } from '../rules/sitemap.ts';
import { getUntranslated } from '../site/content.ts';
import { getSiteMap } from '../site/site-map.ts';
import { site } from '../site.ts';

/** Every page that search engines may list, with the day of its last change. */
export const getStaticPaths = (async () => {
  const maps = await Promise.all(
    site.languages.map(async (language) => {
      const untranslated = await getUntranslated(language);
      // A page in the words of another language is listed where it is written.
      const isOwn = (address: string) => untranslated.get(address)?.state !== 'missing';
      return [...(await getSiteMap(language))].filter(([address]) => isOwn(address));
    }),
  );
  const files = sitemapFiles(maps.flat(), new URL(import.meta.env.SITE));
  return [...files].map(([name, xml]) => ({
    params: { sitemap: name.replace('.xml', '') },
    props: { xml },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { 'Content-Type': 'application/xml' } });
