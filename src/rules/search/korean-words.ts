/*
 * Korean words as they are typed: joined with particles and endings, in compounds, begun
 * in the middle of a syllable, with slips in single letters, or on the other keyboard.
 */

/** Whether a word begins in Korean, where the parts of a compound are not set apart. */
export const isKorean = (word: string) => /^\p{Script=Hangul}/u.test(word);

/** The single letters of a word; those of a syllable stand apart: 선 is ㅅ, ㅓ, ㄴ. */
export const lettersOf = (word: string) => word.normalize('NFD');

/** Particles behind a noun, which stand in its word; those of two and three syllables begin with others. */
const PARTICLES =
  '에서는|에서도|에게는|에게서|한테서|으로는|으로도|으로서|으로써|이라는|이라도|까지는|까지도|부터는|에서|에게|에는|에도|으로|부터|까지|처럼|보다|마다|이나|이란|라는|이랑|하고|한테|대로|만이|은|는|이|가|을|를|의|에|와|과|도|만|로|나|랑';
const WITH_PARTICLE = new RegExp(`^(\\p{Script=Hangul}{2,}?)(?:${PARTICLES})$`, 'u');
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'u');

/** A Korean word without the particle at its end: 서울은 is 서울. At least two syllables are left; other words stay. */
export const withoutParticle = (word: string) => WITH_PARTICLE.exec(word)?.[1] ?? word;

/** Whether a word is a particle alone, as it is left behind a word in other letters: 를 of USB를. */
export const isParticle = (word: string) => PARTICLE.test(word);

/** “Is it …?” behind a noun. */
const IS =
  /^(\p{Script=Hangul}{2,}?)(?:이|인)?(?:인가요?|인지요?|입니까|입니다|이에요|예요|일까요?|이죠|이야|인데|이며|이고|던가요?)$/u;
/** A verb made of a noun: 기증하려면, 위험한가요, 공개되나요. */
const DOES =
  /^(\p{Script=Hangul}{2,}?)(?:하|한|할|함|합|해|했|되|된|될|됨|됩|돼|됐|시키|시킨|시킬|당하|당한|당할|당했|받는|받은|받을)\p{Script=Hangul}*$/u;
/** Ends of verbs that hardly a noun has. */
const ASKS =
  /^(\p{Script=Hangul}+?)(?:았|었|였|겠)?(?:나요|느냐|습니까|습니다|니까|을까요?|까요?|는가요?|는지요?|은지|ㄹ까요?|으려면|려면|려고|으면|면|는데|아요|어요|네요|세요|해요|와요|워요|려요|여요|져요|줘요|죠|지요|도록|아서|어서|으러|러)$/u;
/** Ends of verbs that nouns have too. */
const ENDS = /^(\p{Script=Hangul}{2,}?)(?:았|었|였)?(?:고|기|은|는|던|음|어|아|자)$/u;
/** Consonants that a verb takes below its last vowel: 보낸, 보낼, 보냄, 보냈, 보냅. */
const BELOW = /[\u11AB\u11AF\u11B7\u11BB\u11B8]$/u;

/** What is left of a verb, as its forms begin: 보냈나요 and 보낼까요 are 보내. Nothing where a word has no end of a verb. */
export function verbStem(word: string): string | undefined {
  const [, stem] = ASKS.exec(word) ?? [];
  return stem?.normalize('NFD').replace(BELOW, '').normalize('NFC');
}

/**
 * A Korean word without plural, particle and ending: the same for all its forms, though not
 * always a word by itself. Other words stay.
 */
export function baseOf(word: string): string {
  if (!isKorean(word)) return word;
  const noun = withoutPlural(withoutParticle(word));
  const [, done] = IS.exec(word) ?? DOES.exec(word) ?? [];
  const [, begun] = ENDS.exec(word) ?? [];
  const base = noun !== word ? noun : (done ?? verbStem(word) ?? begun ?? word);
  return base === word ? word : baseOf(base);
}

const withoutPlural = (word: string) => (word.length > 2 ? word.replace(/들$/, '') : word);

/** Of a number in steps of ten thousand: 13만 5천, 1억 2,000만. What tells years and dates is none. */
const IN_STEPS = /(?<![\d.])\d+(?:\.\d+)?[억만천](?:\s?\d+(?:\.\d+)?[억만천]?(?!\d|\s?[년월일]))*/gu;
const STEPS: Readonly<Record<string, number>> = { 억: 1e8, 만: 1e4, 천: 1e3 };

/** A text whose Korean numbers stand in digits: 13만 5000 is 135000. */
export const inDigits = (text: string) =>
  text.replace(IN_STEPS, (number) => {
    const parts = [...number.matchAll(/(\d+(?:\.\d+)?)([억만천]?)/gu)];
    return `${Math.round(parts.reduce((sum, [, digits, step = '']) => sum + Number(digits) * (STEPS[step] ?? 1), 0))}`;
  });

/** Keys of the letters of a syllable on the keyboard of two sets, in the order of Unicode. */
const KEYS = [
  { from: 0x1100, keys: 'r R s e E f a q Q t T d w W c z x v g'.toLowerCase().split(' ') },
  {
    from: 0x1161,
    keys: 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.toLowerCase().split(' '),
  },
  {
    from: 0x11a8,
    keys: 'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.toLowerCase().split(' '),
  },
];

/** A word as the same keys write it where the keyboard is left in Latin letters: 기증 is rlwmd. */
export const keysOf = (word: string) =>
  [...lettersOf(word)]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      const set = KEYS.findLast(({ from }) => code >= from);
      return set?.keys[code - set.from] ?? letter;
    })
    .join('');
