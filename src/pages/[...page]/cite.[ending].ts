import type { APIRoute, GetStaticPaths } from 'astro';
import { citablePaths, type Citable } from '../../site/cited-pages.ts';
import { CITATION_FILES } from '../../site/citations.ts';

interface Props {
  citable: Citable;
  file: (typeof CITATION_FILES)[keyof typeof CITATION_FILES];
}

export const getStaticPaths = (async () =>
  (await citablePaths()).flatMap(({ citable, page }) =>
    Object.entries(CITATION_FILES).map(([ending, file]) => ({
      params: { page, ending },
      props: { citable, file },
    })),
  )) satisfies GetStaticPaths;

/** What a page is cited as, in a file to download. */
export const GET: APIRoute<Props> = ({ props: { citable, file } }) =>
  new Response(`${file.write(citable.item)}\n`);
