import type * as KoreanWords from './korean-words.ts';
import { isKorean, nearestWords, stem, termsOf, tokensOf, type Word } from './words.ts';

/** The rules of Korean words; without them a Korean word is only found as it is typed. */
export type Korean = typeof KoreanWords;

/** What to look for where a reader typed a word. */
export interface Sought {
  /** Terms that must all be found; one of several that do is written with `|` between them. */
  terms: readonly string[];
  /**
   * `begun` words need not be whole; of `corrected` ones another was meant; a `passed` one
   * says little, and counts only where nothing else is asked; an `unknown` one finds nothing.
   */
  is: 'known' | 'begun' | 'corrected' | 'passed' | 'unknown';
  /** The word that is looked for, as it is written. */
  written: string;
}

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

/** The words that the first layer has, with those that mean the same, and what a typed word may mean among them. */
export class KnownWords implements KoreanWords.Vocabulary {
  /** Each as it is written, that a slip may be meant for. */
  readonly words = new Set<string>();
  readonly terms = new Set<string>();
  readonly keys = new Set<string>();
  readonly #korean: Korean | undefined;
  /** Ways to say things by the key of their first word; the longest is looked for first. */
  readonly #ways = new Map<string, Way[]>();

  constructor(korean?: Korean) {
    this.#korean = korean;
  }

  /** By what words are the same that mean the same: the stem, in Korean without particle and ending. */
  keyOf(word: string): string {
    return this.keyOfTerm(stem(word));
  }

  /** The same for a term, which is a stem already: that of a stem may be another one. */
  keyOfTerm(term: string): string {
    return isKorean(term) ? (this.#korean?.baseOf(term) ?? term) : term;
  }

  /** The words of a question without endings that stand behind words in other letters. */
  typedWords(text: string): Word[] {
    const words = tokensOf(text);
    const own = words.filter((word) => !this.#korean?.isEnding(word.text));
    return own.length > 0 ? own : words;
  }

  /** Adds the words of a text. */
  learn(text: string): void {
    for (const { text: whole, parts } of tokensOf(text))
      for (const word of [whole, ...parts])
        this.words.add(word).add(this.#korean?.withoutParticle(word) ?? word);
    for (const term of termsOf(text)) this.terms.add(term);
  }

  /** Adds ways to say one thing, of which some stand perhaps in no page. */
  addMeaning(phrases: readonly string[]): void {
    const meaning = phrases.map((phrase) => tokensOf(phrase).map(({ text }) => stem(text)));
    for (const [index, phrase] of phrases.entries()) {
      const keys = tokensOf(phrase).map(({ text }) => this.keyOf(text));
      const [first = ''] = keys;
      const others = [meaning[index] ?? [], ...meaning.filter((_, other) => other !== index)];
      const ways = [...(this.#ways.get(first) ?? []), { keys, meaning: others }];
      this.#ways.set(
        first,
        ways.toSorted((a, b) => b.keys.length - a.keys.length),
      );
      this.learn(phrase);
      for (const key of keys) this.keys.add(key);
    }
  }

  /** What is looked for. @param isLast whether the reader may not have finished the word */
  look(word: Word, isLast: boolean): Sought {
    const { text, parts } = word;
    const korean = isKorean(text) ? this.#korean : undefined;
    const whole = (terms: readonly string[]): Sought => ({ terms, is: 'known', written: text });
    const known = korean ? korean.knownForm(text, this) : this.terms.has(stem(text)) ? stem(text) : undefined;
    if (known !== undefined) return whole([known]);
    const stems = parts.map(stem);
    if (stems.length > 0 && stems.every((part) => this.terms.has(part))) return whole(stems);
    const begun = isLast ? this.#begun(text) : [];
    if (begun.length > 0) return { ...whole([begun.join('|')]), is: 'begun' };
    const compound = korean?.knownParts(text, this);
    if (compound) return whole(compound);
    const part = korean?.longestPart(text, this);
    if (part !== undefined && this.keyOf(part) === this.keyOf(text)) return whole([part]);
    if (part !== undefined) return { terms: [part], is: 'corrected', written: part };
    if (korean?.isVerb(text)) return { ...whole([text]), is: 'passed' };
    const [near, ...others] = this.near(text);
    if (near !== undefined)
      return { terms: [[near, ...others].map(stem).join('|')], is: 'corrected', written: near };
    return { ...whole([stem(text)]), is: 'unknown' };
  }

  /** The nearest known words, those on the other keyboard too. @param slips how many are forgiven */
  near(word: string, slips?: number): string[] {
    const korean = this.#korean;
    const forms =
      korean && isKorean(word) ? new Set([word, korean.withoutParticle(word), korean.baseOf(word)]) : [word];
    for (const form of forms) {
      const near = nearestWords(form, this.words, slips);
      if (near.length > 0) return near;
    }
    const keys = korean?.keysOf(word) ?? '';
    if (!korean || keys.length < 3) return [];
    return [...this.words].filter(
      (known) => isKorean(known) !== isKorean(word) && korean.keysOf(known) === keys,
    );
  }

  /** Terms by which the words are found of which this is the beginning. */
  #begun(word: string): string[] {
    if (word.length < 2) return [];
    if (this.#korean && isKorean(word)) return this.#korean.beginningWith(word, this.words);
    const isBegun = (known: string) => known.startsWith(word);
    // Of a word of which more is typed than its stem, as “donatio”, the stem is looked for.
    return [...this.terms].some(isBegun) ? [word] : [...new Set([...this.words].filter(isBegun).map(stem))];
  }

  /** The terms as meanings: of words that have others of the same meaning, all of them. */
  meaningsOf(terms: readonly string[]): Meaning[] {
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
    const keyAt = (index: number) => this.keyOfTerm(terms[index] ?? '');
    return (terms[at] ?? '')
      .split('|')
      .flatMap((term) => this.#ways.get(this.keyOfTerm(term)) ?? [])
      .find(({ keys }) => keys.slice(1).every((key, index) => key === keyAt(at + 1 + index)));
  }
}
