import { faultFinder, type TextFault } from './problems.ts';
import { withoutQuoted } from './signs.ts';

/*
 * What no Korean text of the site has: signs of other keyboards, particles that the page
 * cannot choose, sentences that end in another manner than the rest (content/STYLE.ko.md).
 */

const signFault = faultFinder({
  '$0 is a sign of full width. Type the one of the keyboard.':
    /[\uFF01-\uFF5E\uFFE0-\uFFE6]|[\u3001\u3002\u301C]/,
  '$0 is no dot between two words. Write ·.': /[ㆍ・•‧∙･]/,
  'The page does not know the particle $0. Write 은(는), 이(가), 을(를), 과(와) or (으)로.':
    /(?:를\(을\)|는\(은\)|가\(이\)|와\(과\)|으?로\(으?로\)|은\/는|는\/은|을\/를|를\/을|(?<![가-힣])이\/가|가\/이|과\/와|와\/과)/,
  'A space stands before the particle $0. Join it to its word.':
    /(?<=[\p{L}\p{N}\uFFFC”’」)]) (?:은|는|을|를|에|에서|에게|의|으로|로|까지|부터|이?라고)(?=[\s.,]|$)/u,
  '$0 has a letter that was not put together. Type the word again.':
    /(?!^[ㅇㅁ]\s)[가-힣]*[ㄱ-ㅎㅏ-ㅣ][가-힣]*/m,
  '$0 is a straight quote. Write “ ” or ‘ ’.': /["']/,
  '$0 stands for left-out words. Write ….': /\.{2,}/,
  '$0 is no Korean writing. Write it in Korean letters, or in brackets behind them.':
    /(?<!\([^()]*)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u,
  '$0 has an exclamation mark. Write a full stop.': /[가-힣]+!/,
  '$0 is no word of this site. Look in content/STYLE.ko.md for the one that it uses.':
    /(?<![가-힣])(?:삐라|북측|남측|괴뢰|당신|누리집)/,
  '$0 ends in another manner than the rest. End each sentence in -니다 or -니까.':
    /[^\s.?!]*(?:(?<![니시])다|(?<!세)요)\.(?=[\s\uFFFC”’)]|$)/,
});

/** What is wrong with the writing of a Korean text, with the place; nothing where nothing is. */
export const koreanFault = (text: string): TextFault | undefined => signFault(withoutQuoted(text));
