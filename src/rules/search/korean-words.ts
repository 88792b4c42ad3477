import { isKorean, lettersOf } from './words.ts';

/*
 * Korean words as they are typed: joined with particles and endings, in compounds, begun
 * in the middle of a syllable, with slips in single letters, or on the other keyboard. A
 * browser loads this only where Korean is read or typed.
 */

/** Particles behind a noun, which stand in its word; those of two and three syllables begin with others. */
const PARTICLES =
  '에서는|에서도|에게는|에게서|한테서|으로는|으로도|으로서|으로써|이라는|이라도|까지는|까지도|부터는|에서|에게|에는|에도|으로|부터|까지|처럼|보다|마다|이나|이란|라는|이랑|하고|한테|대로|만이|은|는|이|가|을|를|의|에|와|과|도|만|로|나|랑';
const WITH_PARTICLE = new RegExp(`^(\\p{Script=Hangul}{2,}?)(?:${PARTICLES})$`, 'u');
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'u');
/** A noun of one syllable with its particle, as 돈으로; many a word of two syllables only looks like that. */
const SHORT = new RegExp(`^(\\p{Script=Hangul})(?:${PARTICLES})$`, 'u');

/** A Korean word without the particle at its end: 서울은 is 서울. At least two syllables are left; other words stay. */
export const withoutParticle = (word: string) => WITH_PARTICLE.exec(word)?.[1] ?? word;

/** “Is it …?” behind a noun. */
const IS =
  /^(\p{Script=Hangul}*?)(?:(?:이|인)?(?:인가요?|인지요?|입니까|입니다|이에요|예요|일까요?|이죠|이야|인데|이며|이고|던가요?)|이란|이라고)$/u;
/** A verb made of a noun: 기증하려면, 위험한가요, 공개되나요. */
const DOES =
  /^(\p{Script=Hangul}{2,}?)(?:[한할함합해했된될됨됩돼됐]|시킨|시킬|당한|당할|당했|있|없|받은|받을|(?:하|되|시키|당하|받)(?:[나는기려면고지자세러였여던다게도라며니실신시]|$))\p{Script=Hangul}{0,4}$/u;

/** Ends of verbs that hardly a noun has; a single letter stands below the last syllable of the stem. */
const QUESTION_ENDS = [
  '나요|느냐|까요|을까(?:요)?|을지|(?:는가|는지)(?:요)?|은지|습니까|습니다|으려면|려면|려고|으면|면|는데',
  '(?:아|어|네|세|해|와|워|려|여|져|줘|지)요|아야|어야|죠|지만|라고|다고|도록|아서|어서|러',
  // In these vowels a stem ends that has run together with what follows: 보내요, 켜요, 봐요, 줘요.
  '(?<=[\u1162\u1167\u116A\u116F])요',
  'ㄹ까(?:요)?|ㄹ지|ㄹ래|(?:ㄴ가|ㄴ지)(?:요)?|ㄴ다(?:고)?|ㅆ나|ㅆ니|ㅆ다|ㅆ음|ㅆ지|ㅂ니까|ㅂ니다',
].join('|');
const BELOW: Readonly<Record<string, string>> = { ㄴ: '\u11AB', ㄹ: '\u11AF', ㅂ: '\u11B8', ㅆ: '\u11BB' };
const ASKS = new RegExp(
  `^(.+?)(?:았|었|였|겠)?ㅆ?(?:${QUESTION_ENDS})$`
    .replace(/[ㄴㄹㅂㅆ]/g, (letter) => BELOW[letter] ?? letter)
    .normalize('NFD'),
  'u',
);
/** A short question, as 되나 or 보나. */
const ASK_SHORT = /^(\p{Script=Hangul})나$/u;
/** “There is”, of which a part looks like an end. */
const IS_THERE = /^(있)./u;
/** Vowels into which the stem runs together with what follows, with those of the stem: 봤 is 보았, 들켰 is 들키었. */
const JOINED: Readonly<Record<string, string>> = {
  '\u116A': '\u1169',
  '\u116F': '\u116E',
  '\u1167': '\u1175',
};
/** Ends of verbs that nouns have too. */
const ENDS = /^(\p{Script=Hangul}{2,}?)(?:았|었|였)?(?:고|기|은|는|던|음|어|아|자)$/u;
/** Ends by which a word that no page has is taken for a verb; no particle is among them. */
const SAYS = /^\p{Script=Hangul}+(?:[아어야]|데요|\p{Script=Hangul}[고서게니냐기다])$/u;

/** What is left of a verb, as its forms begin: 보냈나요 and 보낼까요 are 보내. Nothing where a word has no end of a verb. */
function verbStem(word: string): string | undefined {
  const [, stem] = IS_THERE.exec(word) ?? ASK_SHORT.exec(word) ?? ASKS.exec(lettersOf(word)) ?? [];
  return stem?.replace(/[\u116A\u116F\u1167]$/u, (vowel) => JOINED[vowel] ?? vowel).normalize('NFC');
}

/** Whether a word is a verb for all that its end tells. */
export const isVerb = (word: string) => isKorean(word) && (verbStem(word) !== undefined || SAYS.test(word));

/** Whether a word is nothing but what stands behind another one, in other letters: 를 of USB를, 인가요 of USB인가요. */
export const isEnding = (word: string) => PARTICLE.test(word) || IS.exec(word)?.[1] === '';

/**
 * A Korean word without plural, particle and ending: the same for all its forms, though not
 * always a word by itself. Other words stay.
 */
export function baseOf(word: string): string {
  if (!isKorean(word)) return word;
  const noun = withoutPlural(withoutParticle(word));
  // No noun ends in ㅆ: what looks like its particle is the end of a verb, as in 보냈나.
  const isNoun = noun !== word && !lettersOf(noun).endsWith(BELOW['ㅆ'] ?? '');
  const [, is = ''] = IS.exec(word) ?? [];
  const done = is === '' ? DOES.exec(word)?.[1] : is;
  const [, begun] = ENDS.exec(word) ?? [];
  const base = isNoun ? noun : (done ?? verbStem(word) ?? begun ?? word);
  return base === word ? word : baseOf(base);
}

const withoutPlural = (word: string) => (word.length > 2 ? word.replace(/들$/, '') : word);

/** Keys of the letters of a syllable on the keyboard of two sets, in the order of Unicode. */
const KEYS = [
  { from: 0x1100, keys: 'r r s e e f a q q t t d w w c z x v g' },
  { from: 0x1161, keys: 'k o i o j p u p h hk ho hl y n nj np nl b m ml l' },
  { from: 0x11a8, keys: 'r r rt s sw sg e f fr fa fq ft fx fv fg a q qt t t d w c z x v g' },
].map(({ from, keys }) => ({ from, keys: keys.split(' ') }));

/** A word as the same keys write it where the keyboard is left in Latin letters: 기증 is rlwmd. */
export const keysOf = (word: string) =>
  [...lettersOf(word)]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      const set = KEYS.findLast(({ from }) => code >= from);
      return set?.keys[code - set.from] ?? letter;
    })
    .join('');

/** What a search knows of the words of the site. */
export interface Vocabulary {
  /** Each word as it is written. */
  readonly words: ReadonlySet<string>;
  /** What words are found by, the ends of Korean ones too. */
  readonly terms: ReadonlySet<string>;
  /** Words with another of the same meaning, by `baseOf`. */
  readonly keys: ReadonlySet<string>;
}

/** A word without what it does not need to be found: each part of a longer one does for one of its ends. */
export function knownForm(word: string, known: Vocabulary): string | undefined {
  const short = SHORT.exec(word)?.[1];
  const found = [withoutParticle(word), word].find((form) => begins(form, known));
  if (found !== undefined) return found;
  if (short !== undefined && known.terms.has(short)) return short;
  // Without “not”, which may stand apart: 안쓰는, 못 쓰는.
  const affirmed = /^[안못](?=..)/u.test(word) ? word.slice(1) : '';
  if (affirmed !== '' && begins(affirmed, known)) return affirmed;
  const verb = verbStem(word) ?? '';
  const base = baseOf(word);
  if (known.keys.has(base)) return base;
  // A stem of one syllable that ends in a vowel is the beginning of too many words.
  const isTelling = verb.length > 1 || /[^\u1161-\u1175]$/u.test(lettersOf(verb));
  const forms = isTelling ? beginningWith(verb, known.terms) : [];
  if (verb !== '' && forms.length > 0) return forms.join('|');
  return base.length > 1 && begins(base, known) ? base : undefined;
}

/** The parts of a compound that stand on the site apart from each other. */
export function knownParts(word: string, known: Vocabulary): readonly string[] | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const [head, rest] = [word.slice(0, at), word.slice(at)];
    if (!begins(head, known)) continue;
    const end = knownForm(rest, known);
    const parts = end === undefined ? knownParts(rest, known) : [end];
    if (parts) return [head, ...parts];
  }
  return undefined;
}

/** The word of the site that says most of a compound: its end, as 후원 of 정기후원, or its beginning, as 밀수 of 밀수꾼. */
export function longestPart(word: string, known: Vocabulary): string | undefined {
  const noun = withoutParticle(word);
  const long = [...noun]
    .map((_, index) => noun.length - index - 1)
    .filter((length) => length >= Math.max(2, noun.length / 2));
  const ends = noun.length > 3 ? long.map((length) => noun.slice(-length)) : [];
  const beginnings = long.map((length) => noun.slice(0, length));
  return [...ends, ...beginnings].find((part) => known.words.has(part));
}

/** The words that begin with these letters; the last syllable may lack one of its own. */
export function beginningWith(beginning: string, words: ReadonlySet<string>): string[] {
  const letters = lettersOf(beginning);
  return [...words].filter((word) => lettersOf(word).startsWith(letters));
}

const begins = (word: string, { terms }: Vocabulary) => [...terms].some((term) => term.startsWith(word));
