/* A Korean particle takes its form from the sound before it. */

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

/**
 * How a particle in one of its forms is written where the word before it is not known: 은(는) for 은.
 * Nothing for another word, and for what may keep its 이 behind a vowel, as 이며.
 */
export const inBothForms = (particle: string): string | undefined =>
  Object.entries(PARTICLES).find(
    ([, [consonant, vowel]]) => consonant !== `이${vowel}` && [consonant, vowel].includes(particle),
  )?.[0];

/** What closes behind a word and is not read. */
const CLOSING = /[\s"'”’」』)\]〉》.]*$/u;

/** How a word ends as it is read aloud: in a vowel, in the consonant ㄹ, or in another one; of words in Latin letters, by their last one. */
function endOf(text: string): 'vowel' | 'l' | 'consonant' {
  const word = text.replace(CLOSING, '');
  const last = word.normalize('NFC').at(-1) ?? '';
  const syllable = last.charCodeAt(0) - 0xac00;
  if (syllable >= 0 && syllable < 11172) {
    const consonant = syllable % 28;
    return consonant === 0 ? 'vowel' : consonant === 8 ? 'l' : 'consonant';
  }
  // By the names of the digits: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. Ten, a hundred and a thousand end as zero does.
  if (/\d/.test(last)) return /[178]/.test(last) ? 'l' : /[036]/.test(last) ? 'consonant' : 'vowel';
  // Initials are read by the names of their letters: 엘, 아르, 엠, 엔.
  if (/[A-Z]$/.test(word)) return last === 'L' ? 'l' : /[MN]/.test(last) ? 'consonant' : 'vowel';
  // Units behind a number are read out: 킬로그램, 킬로미터.
  if (/\d ?[km]?g$/.test(word)) return 'consonant';
  if (/\d ?[ckm]?m$/.test(word)) return 'vowel';
  if (/l$/.test(word)) return 'l';
  return /(?:[bkmnp]|[ce]t|ng)$/.test(word) ? 'consonant' : 'vowel';
}

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
    return end === 'vowel' || (end === 'l' && found === '(으)로') ? vowel : consonant;
  });
}
