import { languagePaths } from '../rules/addresses.ts';
import type { Language } from '../site.ts';
import { getFigures, getPosts } from './content.ts';

/** For `getStaticPaths`: paths in every language, each with its `lang` parameter and its language. */
export async function localPaths<Params, Props>(
  pathsIn: (language: Language) => Promise<readonly { params: Params; props: Props }[]>,
) {
  const paths = await Promise.all(
    languagePaths.map(async ({ language, lang }) =>
      (await pathsIn(language)).map(({ params, props }) => ({
        params: { lang, ...params },
        props: { language, ...props },
      })),
    ),
  );
  return paths.flat();
}

/* What `getStaticPaths` answers where a page and its picture stand at the same addresses. */

/** Every figure in every language, at `/statistics/<figure>/`. */
export const figurePaths = () =>
  localPaths(async (language) =>
    (await getFigures(language)).map((figure) => ({ params: { figure: figure.id }, props: { figure } })),
  );

/** Every post in every language, at `/news/<year>/<slug>/`. */
export const postPaths = () =>
  localPaths(async (language) =>
    (await getPosts(language)).map((post) => {
      const [year, slug] = post.id.split('/');
      return { params: { year, slug }, props: { post } };
    }),
  );
