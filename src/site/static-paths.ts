import { languagePaths } from '../rules/addresses.ts';
import type { Language } from '../site.ts';

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

/**
 * Of the pages of the entries of a list, in every language.
 * @param name of the parameter, which is the id, and of the prop, which is the entry
 */
export const ofEachEntry = <Name extends string, Entry extends { id: string }>(
  name: Name,
  list: (language: Language) => readonly Entry[],
) =>
  inEachLanguage((language) =>
    list(language).map((entry) => ({
      params: { [name]: entry.id },
      props: { [name]: entry } as Record<Name, Entry>,
    })),
  );
