import { languagePaths } from '../rules/addresses.ts';
import type { Language } from '../site.ts';
import { getFigures, getPosts } from './content.ts';

/* What `getStaticPaths` answers. */

/** Of a page that stands once in every language. */
export const oncePerLanguage = () => languagePaths.map(({ lang }) => ({ params: { lang } }));

/**
 * Of pages that stand in every language.
 * @param pathsIn the paths in one language, to which the part for the language is added
 */
export const inEachLanguage = <Params, Props>(
  pathsIn: (language: Language) => readonly { params: Params; props: Props }[],
) =>
  languagePaths.flatMap(({ language, lang }) =>
    pathsIn(language).map(({ params, props }) => ({
      params: { lang, ...params },
      props: { language, ...props },
    })),
  );

/** Every figure in every language, at `/statistics/<figure>/`. */
export const figurePaths = () =>
  inEachLanguage((language) =>
    getFigures(language).map((figure) => ({ params: { figure: figure.id }, props: { figure } })),
  );

/** Every post in every language, at `/news/<year>/<slug>/`. */
export const postPaths = () =>
  inEachLanguage((language) =>
    getPosts(language).map((post) => {
      const [year, slug] = post.id.split('/');
      return { params: { year, slug }, props: { post } };
    }),
  );
