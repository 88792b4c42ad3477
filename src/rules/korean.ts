/*
 * What Korean does otherwise: a particle takes its form from the sound before it, and numbers
 * are told in steps of ten thousand.
 */

/** Particles as a translator writes them, who does not know the word before, with their forms after a consonant and after a vowel. */
const PARTICLES: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '이(라)': ['이라', '라'],
  '(이)라': ['이라', '라'],
  '(이)나': ['이나', '나'],
  '(이)며': ['이며', '며'],
};
const PARTICLE = new RegExp(Object.keys(PARTICLES).map(RegExp.escape).join('|'), 'g');

/** What closes behind a word and is not read. */
const CLOSING = /[\s"'”’」』)\]〉》.]*$/u;

/** How a word ends: in a vowel, in the consonant ㄹ, or in another one. */
type End = 'vowel' | 'l' | 'consonant';

/** How the names of the digits end in Korean: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGITS: readonly End[] = [
  'consonant',
  'l',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'l',
  'l',
  'vowel',
];

/** How a word ends as it is read aloud; of words in Latin letters, by their last one. */
function endOf(text: string): End {
  const word = text.replace(CLOSING, '');
  const last = word.normalize('NFC').at(-1) ?? '';
  const syllable = last.charCodeAt(0) - 0xac00;
  if (syllable >= 0 && syllable < 11172) {
    const consonant = syllable % 28;
    return consonant === 0 ? 'vowel' : consonant === 8 ? 'l' : 'consonant';
  }
  // Ten, a hundred and a thousand end in a consonant, as the digit nought does.
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? 'vowel';
  // Initials are read by the names of their letters: 엘, 아르, 엠, 엔.
  if (/[A-Z]$/.test(word)) return last === 'L' ? 'l' : /[MN]/.test(last) ? 'consonant' : 'vowel';
  if (/l$/.test(word)) return 'l';
  return /(?:[bkmnp]|[ce]t|ng)$/.test(word) ? 'consonant' : 'vowel';
}

const isL = (end: End) => end === 'l';

/**
 * A text with the form of each particle that fits the word before it: `서울은(는)` becomes
 * `서울은`, `서울(으)로` becomes `서울로`.
 * @param before what stands before the text
 */
export function withParticles(text: string, before = ''): string {
  if (!text.includes('(')) return text;
  return text.replace(PARTICLE, (found, index: number) => {
    const end = endOf(before + text.slice(0, index));
    const [consonant, vowel] = PARTICLES[found] ?? [found, found];
    return end === 'vowel' || (isL(end) && found === '(으)로') ? vowel : consonant;
  });
}

const STEPS = [
  [1e12, '조'],
  [1e8, '억'],
  [1e4, '만'],
] as const;

/**
 * A number as Korean tells it: `13만 5,000`, `1억 2,000만`, `9,668`.
 * @param format writes a number below ten thousand
 */
export function inMyriads(value: number, format: (value: number) => string): string {
  if (Math.abs(value) < 1e4) return format(value);
  let rest = Math.abs(value);
  const parts = STEPS.flatMap(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${format(count)}${name}`] : [];
  });
  // What is left of a fraction is less than anybody counts.
  const left = Math.round(rest * 100) / 100;
  return (value < 0 ? '-' : '') + [...parts, ...(left > 0 ? [format(left)] : [])].join(' ');
}

/** An amount whose unit stands apart from a step of ten thousand, and joined to digits: `13만 개`, `375개`. */
export const withUnitApart = (amount: string) =>
  amount.replace(/(?<=\d[만억조])(?=\p{Script=Hangul})/gu, ' ');
