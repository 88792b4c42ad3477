import type { APIRoute, GetStaticPaths } from 'astro';
import { words } from '../../i18n/words.ts';
import { languageOf } from '../../lib/addresses.ts';
import { fileOf, getCitables, type Citable, type FrozenVersion } from '../../lib/citables.ts';
import { site } from '../../site.ts';

export const getStaticPaths = (async () => {
  const citables = await Promise.all(site.languages.map((language) => getCitables(language)));
  return citables
    .flatMap((ofLanguage) => [...ofLanguage.values()])
    .flatMap((citable) =>
      citable.versions.map((version) => ({
        params: { page: citable.address.slice(1, -1) || undefined, number: String(version.number) },
        props: { citable, version },
      })),
    );
}) satisfies GetStaticPaths;

/** A version of a page as plain text that stays as it is. */
export const GET: APIRoute<{ citable: Citable; version: FrozenVersion }> = ({
  props: { citable, version },
  site: base,
  url,
}) => new Response(fileOf(citable, version, base ?? new URL('/', url), words(languageOf(citable.address))));
