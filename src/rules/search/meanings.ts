import { isKorean } from './hangul.ts';
import { termsOf } from './words.ts';

/** Ways to say one thing, each as terms that stand behind one another; the first is what was typed. */
export type Meaning = readonly (readonly string[])[];

/**
 * How many meanings a page has. Another way to say what was typed counts where its words
 * stand together: a “hand” with an “in” somewhere is no “hand in”. Of Korean words each
 * is enough, for spaces between them are a matter of taste.
 * @param found the terms that the page has
 * @param text gives the text of the page
 */
export function metMeanings(
  meanings: readonly Meaning[],
  found: readonly string[],
  text: () => string,
): number {
  const standTogether = (terms: readonly string[]) =>
    terms.some(isKorean) || ` ${termsOf(text()).join(' ')} `.includes(` ${terms.join(' ')} `);
  return meanings.filter((meaning) =>
    meaning.some(
      (terms, way) =>
        terms.every((term) => found.includes(term)) &&
        (way === 0 || terms.length === 1 || standTogether(terms)),
    ),
  ).length;
}
