import MiniSearch, { type Query as Expression, type SearchResult } from 'minisearch';
import { KnownWords, metMeanings, type Korean, type Meaning, type Sought } from './known-words.ts';
import { inOrder, type QuickKind } from './rank.ts';
import { isKorean, stem, termsOf, tokensOf, type Word } from './words.ts';

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

/** What each kind is called. */
type KindNames = Readonly<Record<QuickKind, string>>;

/** A file of the first layer. */
export interface QuickIndex {
  entries: readonly QuickEntry[];
  kinds?: KindNames;
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
  kinds: Partial<KindNames>;
  /** Terms that were found, in the form of `termsOf`. */
  terms: ReadonlySet<string>;
  /** What was looked for where a word was not known and a near one is. */
  corrected?: string | undefined;
  /** Words that no page of the first layer has, nor one like them. */
  unknown: readonly string[];
}

/** How much more a word counts in one place than in another. */
const FIELDS = { asked: 8, title: 4, words: 2, summary: 1 };
/** Of a question of several words so many must be found, in pages that stand behind those with all. */
const MOST = 0.6;
/** The same of a Korean one, where each word says more in more forms. */
const MOST_IN_KOREAN = 0.5;
/** With more pages than these that have all words, no other is needed. */
const ENOUGH = 10;

/** All that an entry says. */
const textOf = (of: QuickEntry) => [of.title, of.summary, of.words, ...(of.asked ?? [])].join('\n');

/** Looks up words in what was loaded of the first layer. */
export class QuickSearch {
  readonly #index = new MiniSearch<QuickEntry>({
    idField: 'address',
    fields: Object.keys(FIELDS),
    extractField: (entry, field) => {
      const year = field === 'words' ? [entry.date?.slice(0, 4)] : [];
      return [entry[field as keyof QuickEntry], ...year].flat().join('\n');
    },
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  readonly #entries = new Map<string, QuickEntry>();
  #kinds: Partial<KindNames> = {};
  readonly #known: KnownWords;
  /** Addresses of answers, by question as a key in which the order of words counts for nothing. */
  readonly #answers = new Map<string, string>();
  /** Questions of several words, each by its key. */
  readonly #questions: { words: readonly string[]; address: string }[] = [];
  readonly #passedOver: ReadonlySet<string>;

  /** @param korean the rules of Korean words, where Korean is read or typed */
  constructor(files: readonly QuickIndex[], korean?: Korean) {
    this.#known = new KnownWords(korean);
    const asking = tokensOf(files.map(({ asking = '' }) => asking).join(' '));
    this.#passedOver = new Set(asking.map(({ text }) => this.#known.keyOf(text)));
    for (const file of files) this.add(file);
  }

  /** Every entry that was loaded. */
  get entries(): readonly QuickEntry[] {
    return [...this.#entries.values()];
  }

  /** Adds what a file holds. */
  add({ entries, kinds, synonyms = [] }: QuickIndex): void {
    this.#kinds = kinds ?? this.#kinds;
    for (const phrases of synonyms) this.#known.addMeaning(phrases);
    const isNew = entries.filter(({ address }) => !this.#entries.has(address));
    this.#index.addAll(isNew);
    for (const entry of isNew) {
      const { address, asked = [] } = entry;
      this.#entries.set(address, entry);
      this.#known.learn(textOf(entry));
      for (const question of asked) {
        const words = this.#known.typedWords(question);
        for (const key of this.#keys(words)) if (!this.#answers.has(key)) this.#answers.set(key, address);
        if (words.length > 1) this.#questions.push({ words: this.#meant(words), address });
      }
    }
  }

  /** What the words find. Words that stand in no page find nothing. */
  find(query: string): QuickResult {
    const words = this.#known.typedWords(query);
    const keys = this.#keysOf(words);
    const inPhrases = this.#known.inPhrases(keys);
    const looked = words.map((word, at) => ({
      ...this.#known.look(word, word === words.at(-1)),
      isAsking: !inPhrases[at] && this.#passedOver.has(keys[at] ?? ''),
    }));
    const isFound = ({ is }: Sought) => is !== 'passed' && is !== 'unknown';
    const telling = looked.filter(({ is, isAsking }) => is !== 'passed' && !isAsking);
    // What a Korean word describes may be found where that word itself is not.
    const nouns = telling.some(isFound)
      ? telling.filter((one) => isFound(one) || !isKorean(one.written))
      : telling;
    const sought = [nouns, looked.filter(isFound)].find(({ length }) => length > 0) ?? looked;
    const unknown = sought.filter((one) => !isFound(one));
    // A question may have one word that the site has not; two words of which it lacks one may be a name.
    const isNothing = unknown.length > (sought.length > 2 ? 1 : 0);
    const asked = isNothing ? sought : sought.filter(isFound);
    const begun = new Set(asked.filter(({ is }) => is === 'begun').flatMap(({ terms }) => terms));
    const meanings = this.#known.meaningsOf(asked.flatMap(({ terms }) => terms));
    const most = asked.some(({ written }) => isKorean(written)) ? MOST_IN_KOREAN : MOST;
    const { hits, found } = isNothing ? NOTHING : this.#search(meanings, begun, most);
    const corrected = asked.map(({ written }) => written).join(' ');
    const part = isNothing ? undefined : this.#answerToPart(words);
    const isLonger = part !== undefined && part.words.length > sought.length;
    const address =
      this.#answerTo(words) ??
      (isLonger ? part.address : (this.#answerTo(tokensOf(corrected)) ?? part?.address));
    const answer = this.#entries.get(address ?? '');
    const entries = [...new Set([...(answer ? [answer] : []), ...hits])];
    const isChanged = asked.length < telling.length || asked.some(({ is }) => is === 'corrected');
    return {
      entries,
      kinds: this.#kinds,
      terms: found,
      unknown: unknown.map(({ written }) => written),
      // What finds nothing was not meant.
      corrected: isChanged && entries.length > 0 ? corrected : undefined,
    };
  }

  /** What would find something, for words that find nothing: the nearest words, and the words of which only some find nothing. */
  suggestions(query: string): string[] {
    const { unknown } = this.find(query);
    const near = unknown.flatMap((word) => this.#known.near(word, Math.ceil(word.length / 3)).slice(0, 2));
    const known = tokensOf(query).flatMap(({ text }) => (unknown.includes(text) ? [] : text));
    const rest = unknown.length > 0 ? [known.join(' ')] : [];
    return [...near, ...rest].filter((words) => this.find(words).entries.length > 0).slice(0, 3);
  }

  /**
   * The same for the same words in any order, and next for others of their meanings; in
   * Korean, where spaces are written as one likes, for the same words without them too.
   */
  #keys(words: readonly Word[]): string[] {
    const joined = words.map(({ text }) => text).join('');
    const kinds = [
      words.map(({ text }) => stem(text)),
      this.#meant(words),
      ...(words.some(({ text }) => isKorean(text)) ? [[this.#known.keyOf(joined)]] : []),
    ];
    return kinds.map((keys, kind) => [kind, ...keys.toSorted()].join('\n'));
  }

  /** Words by what is the same in words of the same meaning. */
  #keysOf(words: readonly Word[]): string[] {
    return words.map(({ text }) => this.#known.keyOf(text));
  }

  /** Words by their meaning, each as one text. */
  #meant(words: readonly Word[]): string[] {
    return this.#known.meaningsOf(this.#keysOf(words)).map((meaning) =>
      meaning
        .map((terms) => terms.join(' '))
        .toSorted()
        .join('|'),
    );
  }

  #answerTo(words: readonly Word[]): string | undefined {
    return this.#keys(words)
      .map((key) => this.#answers.get(key))
      .find((address) => address !== undefined);
  }

  /** The longest question that stands within another one, and is half of it at least. */
  #answerToPart(words: readonly Word[]): { words: readonly string[]; address: string } | undefined {
    const meant = new Set(this.#meant(words));
    const within = this.#questions.filter(
      (question) =>
        question.words.length * 2 >= meant.size && question.words.every((word) => meant.has(word)),
    );
    return within.toSorted((a, b) => b.words.length - a.words.length)[0];
  }

  /** @param share of the meanings that a page must have to stand behind those with all */
  #search(meanings: readonly Meaning[], begun: ReadonlySet<string>, share: number) {
    const expressions = meanings.map((meaning): Expression => ({
      combineWith: 'OR',
      queries: meaning.map((terms) => ({ combineWith: 'AND', queries: [...terms] })),
    }));
    const results = (combineWith: 'AND' | 'OR') =>
      this.#index.search(
        { combineWith, queries: expressions },
        {
          boost: FIELDS,
          boostDocument: (address: string) => this.#weight(address),
          prefix: (term) => begun.has(term) || isKorean(term),
          tokenize: (term) => [term],
        },
      );
    const entryOf = ({ id }: SearchResult) => this.#entries.get(id as string) as QuickEntry;
    const metIn = (result: SearchResult) =>
      metMeanings(meanings, result.queryTerms, () => textOf(entryOf(result)));
    const all = results('AND').filter((result) => metIn(result) === meanings.length);
    const first = new Set(all.map(({ id }) => id));
    const isNext = (result: SearchResult) =>
      !first.has(result.id) && metIn(result) >= meanings.length * share;
    const isEnough = all.length >= (meanings.length > 2 ? ENOUGH : 1);
    const next = isEnough ? [] : results('OR').filter(isNext);
    // Of other words than those that were typed, and of a phrase, none is marked that stands in every sentence.
    const own = new Set(meanings.flatMap(([typed = []]) => (typed.length === 1 ? typed : [])));
    const isTelling = (term: string) => own.has(term) || !this.#passedOver.has(this.#known.keyOfTerm(term));
    const ranked = (result: SearchResult) => ({ entry: entryOf(result), score: result.score });
    return {
      hits: [all, next].flatMap((group) => inOrder(group.map(ranked))),
      found: new Set([...all, ...next].flatMap(({ terms }) => terms).filter(isTelling)),
    };
  }

  #weight(address: string): number {
    return 1 + Math.log2(1 + (this.#entries.get(address)?.uses ?? 0)) / 8;
  }
}

const NOTHING = { hits: [], found: new Set<string>() };
