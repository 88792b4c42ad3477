import type { APIRoute, GetStaticPaths } from 'astro';
import { citablePaths, citationOf, type Citable } from '../../site/cited-pages.ts';
import { CITATION_FILES, CITATION_FORMS } from '../../site/citations.ts';
import { words } from '../../i18n/dictionary.ts';
import { languageOf } from '../../rules/addresses.ts';

export const getStaticPaths = (async () => {
  const endings = ['txt', ...Object.keys(CITATION_FILES)];
  return (await citablePaths()).flatMap(({ citable, page }) =>
    endings.map((ending) => ({ params: { page, ending }, props: { citable } })),
  );
}) satisfies GetStaticPaths;

/** A page as it is cited, as a file to download; `cite.txt` has every form, to be read. */
export const GET: APIRoute<{ citable: Citable }> = ({ params, props: { citable }, site: base, url }) => {
  const forms = citationOf(citable, base ?? new URL('/', url));
  const t = words(languageOf(citable.address));
  const form = Object.entries(CITATION_FILES).find(([ending]) => ending === params['ending'])?.[1];
  const text = form
    ? forms[form]
    : CITATION_FORMS.map((one) => `${t.cite.forms[one]}\n\n${forms[one]}`).join('\n\n\n');
  return new Response(`${text}\n`);
};
