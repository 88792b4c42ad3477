import type { KnownWords } from './known-words.ts';
import { isKorean, stem, termsOf, wordsOf } from './words.ts';

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

/** A way to say a thing, by the keys of its words. */
interface Way {
  keys: readonly string[];
  meaning: Meaning;
}

/** Words that mean the same as others. */
export class Meanings {
  readonly #known: KnownWords;
  /** By the key of the first word; the longest way is looked for first. */
  readonly #ways = new Map<string, Way[]>();

  constructor(known: KnownWords) {
    this.#known = known;
  }

  /** Adds ways to say one thing. */
  add(phrases: readonly string[]): void {
    const meaning = phrases.map((phrase) => wordsOf(phrase).map(({ text }) => stem(text)));
    for (const [index, phrase] of phrases.entries()) {
      const keys = wordsOf(phrase).map(({ text }) => this.#known.keyOf(text));
      const [first = ''] = keys;
      const others = [meaning[index] ?? [], ...meaning.filter((_, other) => other !== index)];
      const ways = [...(this.#ways.get(first) ?? []), { keys, meaning: others }];
      this.#ways.set(
        first,
        ways.toSorted((a, b) => b.keys.length - a.keys.length),
      );
      this.#known.learnMeaning(phrase);
    }
  }

  /** The terms as meanings: of words that have others of the same meaning, all of them. */
  of(terms: readonly string[]): Meaning[] {
    const meanings: Meaning[] = [];
    for (let at = 0; at < terms.length;) {
      const way = this.#wayAt(terms, at);
      meanings.push(way?.meaning ?? (terms[at] ?? '').split('|').map((term) => [term]));
      at += way?.keys.length ?? 1;
    }
    return meanings;
  }

  /** For each of some words, by their keys, whether it says a thing together with others, as both of “hand in”. */
  inPhrases(keys: readonly string[]): boolean[] {
    const lengths = keys.map((_, at) => this.#wayAt(keys, at)?.keys.length ?? 1);
    return keys.map((_, at) =>
      lengths.some((length, from) => length > 1 && from <= at && at < from + length),
    );
  }

  #wayAt(terms: readonly string[], at: number): Way | undefined {
    const keyAt = (index: number) => this.#known.keyOfTerm(terms[index] ?? '');
    return (terms[at] ?? '')
      .split('|')
      .flatMap((term) => this.#ways.get(this.#known.keyOfTerm(term)) ?? [])
      .find(({ keys }) => keys.slice(1).every((key, index) => key === keyAt(at + 1 + index)));
  }
}
