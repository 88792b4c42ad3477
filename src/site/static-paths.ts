import { languagePaths } from '../rules/addresses.ts';
import { getFigures, getPosts } from './content.ts';

/* What `getStaticPaths` answers where a page and its picture stand at the same addresses. */

/** Every figure in every language, at `/statistics/<figure>/`. */
export async function figurePaths() {
  const paths = await Promise.all(
    languagePaths.map(async ({ language, lang }) =>
      (await getFigures(language)).map((figure) => ({
        params: { lang, figure: figure.id },
        props: { figure, language },
      })),
    ),
  );
  return paths.flat();
}

/** Every post in every language, at `/news/<year>/<slug>/`. */
export async function postPaths() {
  const paths = await Promise.all(
    languagePaths.map(async ({ language, lang }) =>
      (await getPosts(language)).map((post) => {
        const [year, slug] = post.id.split('/');
        return { params: { lang, year, slug }, props: { post, language } };
      }),
    ),
  );
  return paths.flat();
}
