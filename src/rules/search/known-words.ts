import {
  baseOf,
  isKorean,
  isVerb,
  keysOf,
  lettersOf,
  shortNoun,
  verbStem,
  withoutParticle,
} from './korean-words.ts';
import { nearestWords, stem, termsOf, wordsOf, type Word } from './words.ts';

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

/** By what words are the same that mean the same: the stem, in Korean without particle and ending. */
export const keyOf = (word: string) => (isKorean(word) ? baseOf(word) : stem(word));

/** The words that the first layer has, and what a typed word may mean among them. */
export class KnownWords {
  /** Each as it is written, that a slip may be meant for. */
  readonly #words = new Set<string>();
  readonly #terms = new Set<string>();
  /** Words with another of the same meaning, by their keys. */
  readonly #keys = new Set<string>();

  /** Adds the words of a text. */
  learn(text: string): void {
    for (const { text: whole, parts } of wordsOf(text))
      for (const word of [whole, ...parts]) this.#words.add(word).add(withoutParticle(word));
    for (const term of termsOf(text)) this.#terms.add(term);
  }

  /** Adds words that mean the same as others, and stand perhaps in no page. */
  learnMeaning(phrase: string): void {
    this.learn(phrase);
    for (const { text } of wordsOf(phrase)) this.#keys.add(keyOf(text));
  }

  /** What is looked for. @param isLast whether the reader may not have finished the word */
  look(word: Word, isLast: boolean): Sought {
    const { text, parts } = word;
    const whole = (terms: readonly string[]): Sought => ({ terms, is: 'known', written: text });
    const known = isKorean(text) ? this.#korean(text) : this.#terms.has(stem(text)) ? stem(text) : undefined;
    if (known !== undefined) return whole([known]);
    const stems = parts.map(stem);
    if (stems.length > 0 && stems.every((part) => this.#terms.has(part))) return whole(stems);
    const begun = isLast ? this.#begun(text) : [];
    if (begun.length > 0) return { ...whole([begun.join('|')]), is: 'begun' };
    const compound = isKorean(text) ? this.#compound(text) : undefined;
    if (compound) return whole(compound);
    const part = isKorean(text) ? this.#part(text) : undefined;
    if (part !== undefined) return { terms: [part], is: 'corrected', written: part };
    if (isVerb(text)) return { ...whole([text]), is: 'passed' };
    const [near, ...others] = this.near(text);
    if (near !== undefined)
      return { terms: [[near, ...others].map(stem).join('|')], is: 'corrected', written: near };
    return { ...whole([stem(text)]), is: 'unknown' };
  }

  /** The nearest known words, those on the other keyboard too. @param slips how many are forgiven */
  near(word: string, slips?: number): string[] {
    const forms = isKorean(word) ? new Set([word, withoutParticle(word), baseOf(word)]) : [word];
    for (const form of forms) {
      const near = nearestWords(form, this.#words, slips);
      if (near.length > 0) return near;
    }
    const keys = keysOf(word);
    if (keys.length < 3) return [];
    return [...this.#words].filter((known) => isKorean(known) !== isKorean(word) && keysOf(known) === keys);
  }

  /** A Korean word without what it does not need to be found: each part of a longer one does for one of its ends. */
  #korean(word: string): string | undefined {
    const short = shortNoun(word);
    const found = [withoutParticle(word), word].find((form) => this.#begins(form));
    if (found !== undefined) return found;
    if (short !== undefined && this.#terms.has(short)) return short;
    // Without “not”, which may stand apart: 안쓰는, 못 쓰는.
    const affirmed = /^[안못](?=..)/u.test(word) ? word.slice(1) : '';
    if (affirmed !== '' && this.#begins(affirmed)) return affirmed;
    const verb = verbStem(word) ?? '';
    const base = baseOf(word);
    if (this.#keys.has(base)) return base;
    // A stem of one syllable that ends in a vowel is the beginning of too many words.
    const forms =
      verb.length > 1 || /[^\u1161-\u1175]$/u.test(lettersOf(verb))
        ? this.#startingWith(this.#terms, verb)
        : [];
    if (verb !== '' && forms.length > 0) return forms.join('|');
    return base.length > 1 && this.#begins(base) ? base : undefined;
  }

  #begins(word: string): boolean {
    return [...this.#terms].some((term) => term.startsWith(word));
  }

  /** Words of which this is the beginning; in Korean the last syllable may lack a letter. */
  #begun(word: string): string[] {
    if (word.length < 2) return [];
    if (isKorean(word)) return this.#startingWith(this.#words, word);
    return [...this.#words].some((known) => known.startsWith(word)) ? [word] : [];
  }

  /** The word of the site that says most of a Korean compound: its end, as 후원 of 정기후원, or its beginning, as 밀수 of 밀수꾼. */
  #part(word: string): string | undefined {
    const noun = withoutParticle(word);
    const long = [...noun]
      .map((_, index) => noun.length - index - 1)
      .filter((length) => length >= Math.max(2, noun.length / 2));
    const ends = noun.length > 3 ? long.map((length) => noun.slice(-length)) : [];
    const beginnings = long.map((length) => noun.slice(0, length));
    return [...ends, ...beginnings].find((part) => this.#words.has(part));
  }

  #startingWith(words: ReadonlySet<string>, beginning: string): string[] {
    const letters = lettersOf(beginning);
    return [...words].filter((word) => lettersOf(word).startsWith(letters));
  }

  /** The parts of a Korean compound that stand on the site apart from each other. */
  #compound(word: string): readonly string[] | undefined {
    for (let at = word.length - 2; at >= 2; at--) {
      const [head, rest] = [word.slice(0, at), word.slice(at)];
      if (!this.#begins(head)) continue;
      const end = this.#korean(rest);
      const parts = end === undefined ? this.#compound(rest) : [end];
      if (parts) return [head, ...parts];
    }
    return undefined;
  }
}
