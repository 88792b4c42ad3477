import type { APIRoute, GetStaticPaths } from 'astro';
import { words } from '../../i18n/dictionary.ts';
import { languageOf } from '../../rules/addresses.ts';
import { citablePaths, fileOf, type Citable, type FrozenVersion } from '../../site/cited-pages.ts';

export const getStaticPaths = (async () =>
  (await citablePaths()).flatMap(({ citable, page }) =>
    citable.versions.map((version) => ({
      params: { page, number: String(version.number) },
      props: { citable, version },
    })),
  )) satisfies GetStaticPaths;

/** A version of a page as plain text that stays as it is. */
export const GET: APIRoute<{ citable: Citable; version: FrozenVersion }> = ({
  props: { citable, version },
}) => new Response(fileOf(citable, version, words(languageOf(citable.address))));
