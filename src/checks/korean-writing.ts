import { faultFinder, type TextFault } from './problems.ts';
import { withoutQuotes } from './signs.ts';

/*
 * What no Korean text of the site has: signs of other keyboards, particles that the page
 * cannot choose, sentences that end in another manner than the rest (content/STYLE.ko.md).
 */

/** Every syllable that ends in a letter, by its number in the order of Unicode: none, ㄹ, ㅁ, ㅆ. */
const endingIn = (last: number) =>
  Array.from({ length: 399 }, (_, index) => String.fromCodePoint(0xac00 + index * 28 + last)).join('');
const [VOWEL, L, M, SS] = [0, 8, 16, 20].map(endingIn);
/** What follows a word of Korean. */
const END = '(?=[\\s.,)”’]|$)';
/** Words whose last syllable only looks like a particle: 마을, and 지을 or 들를 of a verb; of 겨를 it is one. */
const NO_PARTICLE = '(?<![마가노고모]을|[이지나부저그어]을|(?<![가-힣])(?:들를|겨를을?))';

const signFault = faultFinder({
  '$0 is a sign of full width. Type the one of the keyboard.':
    /[\uFF01-\uFF5E\uFFE0-\uFFE6]|[\u3001\u3002\u301C]/,
  '$0 is no dot between two words. Write ·.': /[ㆍ・•‧∙･]/,
  'The page does not know the particle $0. Write 은(는), 이(가), 을(를), 과(와) or (으)로.':
    /(?:를\(을\)|는\(은\)|가\(이\)|와\(과\)|으?로\(으?로\)|은\/는|는\/은|을\/를|를\/을|(?<![가-힣])이\/가|가\/이|과\/와|와\/과)/,
  // In 늙을 로 the last syllable is a letter of Chinese, as it is read.
  'A space stands before the particle $0. Join it to its word.':
    /(?<=[\p{L}\p{N}\uFFFC”’」)]) (?:(?<![과와] |[^마가노고모]을 )은|는|을|를|에|에서|에게|(?<![^마가노고모]을 )(?:의|로)|으로|까지|부터|이?라고)(?=[\s.,]|$)/u,
  'The particle of $0 is not the one for its word. Write 을, 과, 으로 behind a consonant, 를, 와, 로 behind a vowel, and 을, 과, 로 behind ㄹ.':
    new RegExp(
      `[가-힣]*(?:(?![${VOWEL}])[가-힣][를와]|[가-힣][${VOWEL}]을|[${VOWEL}${L}]으로|은는|을를|를을)${NO_PARTICLE}${END}`,
      'u',
    ),
  '$0 is misspelt. Look it up, and type it again.': new RegExp(
    `[가-힣]*(?:(?:[${M}]|[${SS}없햇]읍)니[다까]|[햇엇됫겟왓갓렷혓켯졋녓셧쳣줫]습니다|습니(?:디|당|댜)|됬|몇일|오랫만|왠만|일일히|(?<![가-힣])않[하되])[가-힣]*`,
    'u',
  ),
  '$0 has a letter that was not put together. Type the word again.':
    /(?!^[ㅇㅁ]\s)[가-힣]*[ㄱ-ㅎㅏ-ㅣ][가-힣]*/m,
  '$0 is a straight quote. Write “ ” or ‘ ’.': /["']/,
  '$0 stands for left-out words. Write ….': /\.{2,}/,
  '$0 is no Korean writing. Write it in Korean letters, or in brackets behind them.':
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+(?<!\([^()]*)/u,
  '$0 has an exclamation mark. Write a full stop.': /[가-힣]+!/,
  '$0 ends as in a chat. Write a full stop.':
    /[가-힣]*(?:니다|니까|세요|시오)(?:[~^]|(?= [^\s\p{L}\p{N}]*\p{Emoji_Presentation}))/u,
  'A space stands before a bracket. Join it to its word.': /(?<=[가-힣]) \((?=[^()]{2,}\))/,
  '$0 is no word of this site. Look in content/STYLE.ko.md for the one that it uses. Names and words of others stand in “ ”.':
    /(?<![가-힣])(?:삐라|북측|남측|괴뢰|당신|누리집|탈북자|체크섬|검사값|창립자|광고회사|판매업체)(?![가-힣]*(?:회|연합|연대|본부|센터)(?![가-힣]{3}))/,
  '$0 ends in another manner than the rest. End each sentence in -니다 or -니까.': new RegExp(
    `[^\\s.?!]*(?:(?<![니시])다|(?<!세)요|[${SS}없]음|[가-힣]{2}[함됨])\\.(?=[\\s\\uFFFC”’)]|$)`,
  ),
});

/** What is wrong with the writing of a Korean text, with the place; nothing where nothing is. */
export const koreanFault = (text: string): TextFault | undefined => signFault(withoutQuotes(text));
