import { ascending } from '../dates.ts';
import MiniSearch, { type Query as Expression } from 'minisearch';
import { isKorean, nearestWords, stem, termsOf, withoutParticle, wordsOf, type Word } from './words.ts';

/*
 * The first layer of the search: titles, summaries and other words of every page, small
 * enough to be there with the first keystrokes. The text of the pages is the business of
 * Pagefind, behind it.
 */

/** What the first layer knows of a page. */
export interface QuickEntry {
  address: string;
  title: string;
  kind: QuickKind;
  /** What is shown below the title. */
  summary?: string | undefined;
  /** Words by which it is found besides: headings, other spellings. */
  words?: string | undefined;
  /** What readers ask to whom this is the answer. */
  asked?: readonly string[] | undefined;
  /** How many places of the site lead to it or rest on it. */
  uses?: number | undefined;
  /** `2024-08` */
  date?: string | undefined;
  /** Values by name, by which a reader can narrow a search. */
  topics?: readonly string[] | undefined;
  publisher?: string | undefined;
  certainty?: string | undefined;
}

/** Kinds of pages in the order in which they matter. */
export const QUICK_KINDS = ['page', 'category', 'news', 'figure', 'chart'] as const;
export type QuickKind = (typeof QUICK_KINDS)[number];

/** A file of the first layer. */
export interface QuickIndex {
  entries: readonly QuickEntry[];
  /** Words of questions, with a space between two; beside others they are passed over. */
  asking?: string;
  /** Words that mean the same, a list for each meaning. */
  synonyms?: readonly (readonly string[])[];
  /** Names of further files, as `2019` for `2019.json` beside this one. */
  more?: readonly string[];
}

/** What was found for some words. */
export interface QuickResult {
  /** The best first. */
  entries: readonly QuickEntry[];
  /** Terms that were found, in the form of `termsOf`. */
  terms: ReadonlySet<string>;
  /** What was looked for where a word was not known and a near one is. */
  corrected?: string | undefined;
  /** Words that no page of the first layer has, nor one like them. */
  unknown: readonly string[];
}

/** How much more a word counts in one place than in another. */
const FIELDS = { asked: 8, title: 4, words: 2, summary: 1 };
/** An entry so much worse than the best one of the figures counts less than its age. */
const ALIKE = 0.6;
/** Of a question of several words of which no page has all, so many must be found. */
const MOST = 0.6;

/** Ways to say one thing, each as terms that stand behind one another. */
type Meaning = readonly (readonly string[])[];

/** Looks up words in what was loaded of the first layer. */
export class QuickSearch {
  readonly #index = new MiniSearch<QuickEntry>({
    idField: 'address',
    fields: Object.keys(FIELDS),
    extractField: (entry, field) => {
      if (field === 'words') return `${entry.words ?? ''} ${entry.date?.slice(0, 4) ?? ''}`;
      const value = entry[field as keyof QuickEntry];
      return Array.isArray(value) ? value.join('\n') : `${(value as string | undefined) ?? ''}`;
    },
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  readonly #entries = new Map<string, QuickEntry>();
  /** Each word as it is written, that a slip may be meant for. */
  readonly #words = new Set<string>();
  readonly #terms = new Set<string>();
  /** By first term, the ways to say a thing. */
  readonly #synonyms = new Map<string, { terms: readonly string[]; meaning: Meaning }[]>();
  /** Questions with their answer, as a key in which the order of words counts for nothing. */
  readonly #answers = new Map<string, string>();
  readonly #passedOver: ReadonlySet<string>;

  constructor(...files: readonly QuickIndex[]) {
    this.#passedOver = new Set(files.flatMap(({ asking = '' }) => termsOf(asking)));
    for (const file of files) this.add(file);
  }

  /** Every entry that was loaded. */
  get entries(): readonly QuickEntry[] {
    return [...this.#entries.values()];
  }

  /** Adds what a file holds. */
  add({ entries, synonyms = [] }: QuickIndex): void {
    for (const phrases of synonyms) {
      const meaning = phrases.map((phrase) => wordsOf(phrase).map(({ text }) => stem(text)));
      for (const [index, terms] of meaning.entries()) {
        const [first = ''] = terms;
        const others = [terms, ...meaning.filter((_, other) => other !== index)];
        this.#synonyms.set(first, [...(this.#synonyms.get(first) ?? []), { terms, meaning: others }]);
        this.#learn(phrases[index] ?? '');
      }
    }
    // The longest way to say a thing is looked for first.
    for (const ways of this.#synonyms.values()) ways.sort((a, b) => b.terms.length - a.terms.length);
    const isNew = entries.filter(({ address }) => !this.#entries.has(address));
    this.#index.addAll(isNew);
    for (const entry of isNew) {
      this.#entries.set(entry.address, entry);
      for (const text of [entry.title, entry.summary, entry.words, ...(entry.asked ?? [])])
        this.#learn(text ?? '');
    }
    for (const { address, asked = [] } of isNew)
      for (const question of asked) this.#answers.set(this.#key(wordsOf(question)), address);
  }

  /** What the words find. Words that stand in no page find nothing. */
  find(query: string): QuickResult {
    const words = this.#sought(query);
    const last = words.at(-1);
    const begun = new Set<string>();
    const unknown: string[] = [];
    let isCorrected = false;
    const terms = words.map((word): string[] => {
      const { text, parts } = word;
      if (this.#terms.has(stem(text)) || this.#begins(text)) return [stem(text)];
      const stems = parts.map(stem);
      if (stems.length > 0 && stems.every((part) => this.#terms.has(part))) return stems;
      // The last word may not be whole yet.
      const starts =
        word === last && text.length > 1 && [...this.#words].some((known) => known.startsWith(text));
      if (starts) begun.add(text);
      if (starts) return [text];
      const [near, ...others] = nearestWords(text, this.#words);
      if (near === undefined) unknown.push(text);
      else isCorrected = true;
      return near === undefined ? [stem(text)] : [[near, ...others].map(stem).join('|')];
    });
    const meanings = this.#meanings(terms.flat());
    const { hits, found } = unknown.length > 0 ? NOTHING : this.#search(meanings, begun);
    const answered = [wordsOf(query), words].map((asked) => this.#answers.get(this.#key(asked)));
    const answer = this.#entries.get(answered.find((address) => address !== undefined) ?? '');
    const entries = [...new Set([...(answer ? [answer] : []), ...hits])];
    return {
      entries,
      terms: found,
      unknown,
      corrected: isCorrected
        ? terms
            .flat()
            .map((term) => this.#written(term))
            .join(' ')
        : undefined,
    };
  }

  /** The nearest words that would find something, for words that find nothing. */
  suggestions(query: string): string[] {
    const { unknown } = this.find(query);
    const near = unknown.flatMap((word) =>
      nearestWords(word, this.#words, Math.ceil(word.length / 3)).slice(0, 2),
    );
    return near.filter((word) => this.find(word).entries.length > 0).slice(0, 3);
  }

  /** The words that are looked for: those of a question only where nothing else is asked. */
  #sought(query: string) {
    const words = wordsOf(query);
    const sought = words.filter(({ text }) => !this.#passedOver.has(stem(text)));
    return (sought.length > 0 ? sought : words).map((word) => ({ ...word, text: this.#noun(word.text) }));
  }

  /** A Korean word without its particle, where some page has what is left: it finds the noun with any other particle too. */
  #noun(word: string): string {
    const noun = withoutParticle(word);
    return noun !== word && this.#begins(noun) ? noun : word;
  }

  /** Whether a Korean word of some page begins with this one: each part of it does for one of its ends. */
  #begins(word: string): boolean {
    return isKorean(word) && [...this.#terms].some((term) => term.startsWith(word));
  }

  #learn(text: string): void {
    for (const { text: whole, parts } of wordsOf(text))
      for (const word of [whole, ...parts]) this.#words.add(word);
    for (const term of termsOf(text)) this.#terms.add(term);
  }

  /** The terms as meanings: of words that have others of the same meaning, all of them. */
  #meanings(terms: readonly string[]): Meaning[] {
    const meanings: Meaning[] = [];
    for (let at = 0; at < terms.length;) {
      const ways = (terms[at] ?? '').split('|').flatMap((term) => this.#synonyms.get(term) ?? []);
      const way = ways.find((one) =>
        one.terms.slice(1).every((term, index) => term === terms[at + 1 + index]),
      );
      meanings.push(way?.meaning ?? (terms[at] ?? '').split('|').map((term) => [term]));
      at += way?.terms.length ?? 1;
    }
    return meanings;
  }

  /** The same for words of the same meanings in any order. */
  #key(words: readonly Word[]): string {
    return this.#meanings(words.map(({ text }) => stem(text)))
      .map((meaning) =>
        meaning
          .map((terms) => terms.join(' '))
          .toSorted()
          .join('|'),
      )
      .toSorted()
      .join('\n');
  }

  #search(meanings: readonly Meaning[], begun: ReadonlySet<string>) {
    const expressions = meanings.map((meaning): Expression => ({
      combineWith: 'OR',
      queries: meaning.map((terms) => ({ combineWith: 'AND', queries: [...terms] })),
    }));
    const results = (combineWith: 'AND' | 'OR') =>
      expressions.length === 0
        ? []
        : this.#index.search(
            { combineWith, queries: expressions },
            {
              boost: FIELDS,
              boostDocument: (address: string) => this.#weight(address),
              prefix: (term) => begun.has(term) || isKorean(term),
              tokenize: (term) => [term],
              processTerm: (term) => term,
            },
          );
    let hits = results('AND');
    if (hits.length === 0 && expressions.length > 2)
      hits = results('OR').filter(({ queryTerms }) => {
        const has = new Set(queryTerms);
        const met = meanings.filter((meaning) =>
          meaning.some((terms) => terms.every((term) => has.has(term))),
        );
        return met.length >= meanings.length * MOST;
      });
    return {
      hits: inOrder(hits.map(({ id, score }) => ({ entry: this.#entries.get(id as string), score }))),
      found: new Set(hits.flatMap(({ terms }) => terms)),
    };
  }

  #weight(address: string): number {
    return 1 + Math.log2(1 + (this.#entries.get(address)?.uses ?? 0)) / 8;
  }

  /** A term as a word of the site. */
  #written(term: string): string {
    const [first = ''] = term.split('|');
    return [...this.#words].find((word) => stem(word) === first) ?? first;
  }
}

const NOTHING = { hits: [], found: new Set<string>() };

/** Pages before reports, reports before figures and charts; of figures that fit alike the newest first. */
function inOrder(hits: readonly { entry: QuickEntry | undefined; score: number }[]): QuickEntry[] {
  const found = hits.filter((hit): hit is { entry: QuickEntry; score: number } => hit.entry !== undefined);
  return RANKS.flatMap((kinds) => {
    const group = found.filter(({ entry: { kind } }) => kinds.includes(kind));
    if (!kinds.includes('figure')) return group;
    const best = Math.max(...group.map(({ score }) => score));
    const dateOf = ({ entry: { date = '' } }: (typeof found)[number]) => date;
    const [alike, others] = [
      group.filter(({ score }) => score >= best * ALIKE),
      group.filter(({ score }) => score < best * ALIKE),
    ];
    return [alike, others].flatMap((part) => part.toSorted((a, b) => ascending(dateOf(b), dateOf(a))));
  }).map(({ entry }) => entry);
}

const RANKS: readonly (readonly QuickKind[])[] = [['page', 'category'], ['news'], ['figure'], ['chart']];
