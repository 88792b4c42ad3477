import { MONTHS } from '../rules/dates.ts';
import { quoted, type TextFault } from './problems.ts';
import { strings, type Entry } from './read-entries.ts';
import { withoutQuotes } from './signs.ts';

/*
 * Amounts that should be figures, in every form in which people type them. Years, dates,
 * ages, ordinals, numbers of laws and small counts are no amounts.
 */

const SPACE = '[ \\t\\n\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]';
/** Digits with or without a separator, as in 12, 1.5, 130 000 and 130’000. */
const DIGITS = `\\d(?:[\\d.,'’_·\\u066B\\u066C]|${SPACE}(?=\\d{3}(?!\\d))){0,30}`;
const NOT_WITHIN = '(?<![\\p{L}\\p{N}_./-])';

const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const TEENS = 'eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[ -](?:${UNITS}))?|${TEENS}|ten|${UNITS})`;
const SCALE = 'hundred|thousand|million|billion|trillion|lakh|crore|dozen';
const LARGE = 'million|billion|trillion';
const COIN = 'dollars?|euros?|pounds? sterling|won|yuan|yen|cents|bucks';
const CODE = 'USD|EUR|KRW|GBP|JPY|CNY|RMB|KPW|CHF|AUD|CAD';
const SIGN = '(?:US|A|C|HK|NT)?[$€£₩¥￦￥￡₽₹₿]';
/** What follows a length of time, an age, or how often. */
const TIME =
  "(?:year|month|week|day|hour|minute|second|night|decade|centur|time|o[’']clock|odd|or|and|per|of(?! (?:the|them|those))|in|to|at|from|when|who|he|she|they|it|his|her)";
/** What makes a fraction a comparison. */
const ROUGHLY = `(?:less|more|fewer)${SPACE}than|about|nearly|almost|roughly|some|over|under`;
/** What stands before a year. */
const BEFORE_YEAR = `the|of|in|since|by|from|to|until|till|during|after|before|and|or|for|year|early|mid|late|spring|summer|autumn|winter|${MONTHS}|\\d{1,2},`;
/** Whom and what this site counts. */
const COUNTED =
  '(?:usb |flash |memory |sd )?(?:drives?|sticks?|devices|cards|people|persons|users|readers|members|balloons|bottles|leaflets|discs|dvds|cds|radios|copies|packages|films|books|articles|families|households|soldiers|defectors|refugees|escapees)';
/** How much of something there is. */
const MEASURED = '(?:hours|kilograms?|kg|tonnes?|tons?|gigabytes?|gb|mb|megabytes?|kilomet(?:er|re)s?|km)';
/** What ends a counter of Korean, so that it is no word such as 대선 or 개정. */
export const COUNTER_ENDS =
  '(?![\\p{Script=Hangul}])|(?=[은는이가을를의에도만과와로씩쯤](?![\\p{Script=Hangul}])|에게|에서|까지|부터|보다|이상|이하|이나|으로|정도|가량|짜리|어치|밖에|마다|뿐|이었|였|입니|이[고며라다])';
const COUNTER = `(?:명|개|대|장|권|원|가구|시간|건|편|척|톤|통|병|마리|상자)(?:${COUNTER_ENDS})`;
/** Words and letters behind a number that make it no amount: a year, a case, a house, a number. */
const NO_COUNT = '(?!년|헌|번|호|조|항|쪽|면)';

/** What follows metres, and not millions. */
const OF_LENGTH =
  '(?:away|from|band|high|deep|long|wide|tall|thick|above|below|apart|off|ahead|behind|beyond|inside|outside|underground|north|south|east|west)(?!\\p{L})';
/** Behind digits alone: no code goes on, but a counter of Korean or “-drive” may follow. */
const ENDS = `(?![\\p{N}/]|(?!\\p{Script=Hangul})\\p{L}|-(?!\\p{Ll}{3}))${NO_COUNT}`;
/** No frequency of a station. */
const NO_WAVES = `(?!(?:${SPACE}|-)?(?:[km]hz|(?:kilo|mega)hertz|(?:킬로|메가)헤르츠|[af]m(?!\\p{L})))`;

const expression = (flags: string, ...forms: string[]) => new RegExp(forms.join('|'), flags);

const AMOUNTS = expression(
  'giu',
  // Money: the sign or code before or behind.
  `${SIGN}${SPACE}?\\d${'[\\d.,]*'}(?:${SPACE}?(?:[kmb]|bn|mn|${SCALE})\\b)?`,
  `(?<!\\p{L})(?:${CODE})${SPACE}?\\d[\\d.,]*`,
  `${NOT_WITHIN}${DIGITS}${SPACE}?(?:${SIGN}|(?:${CODE})(?!\\p{L}))`,
  `${NOT_WITHIN}(?!(?:1[5-9]|20)\\d\\d${SPACE}won)${DIGITS}${SPACE}?(?:${COIN}|원|달러|유로|위안|엔)(?![a-z])`,
  // Shares.
  `${DIGITS}${SPACE}?(?:[%‰٪﹪]|per${SPACE}?cent(?!\\p{L})|percentage|pct(?!\\p{L})|per${SPACE}?mille|p\\.c\\.|퍼센트|프로(?![그필젝세젤]))`,
  `(?<![\\p{Script=Hangul}])(?:[일이삼사오육칠팔구수몇]?[십백]){1,2}[일이삼사오육칠팔구]?${SPACE}?(?:퍼센트|프로(?![그필젝세젤]))`,
  `(?<!\\p{L})(?:${BELOW_HUNDRED}|(?:a|one) hundred)${SPACE}(?:per${SPACE}?cent|percentage points?)(?!\\p{L})`,
  // Large numbers by a word or a letter.
  `${NOT_WITHIN}(?![48]K\\b)${DIGITS}(?:k|m(?!${SPACE}${OF_LENGTH})|bn|mn|tn|mio|mrd)(?![\\p{L}\\p{N}-])`,
  `${NOT_WITHIN}${DIGITS}${SPACE}(?:bn|mn|tn|mio|mln|mrd|tsd|[mk](?=€))(?![\\p{L}\\p{N}])`,
  `${DIGITS}${SPACE}?[-]?(?:${SCALE})s?(?!\\p{L})`,
  `${DIGITS}${SPACE}?(?:[십백천]?[만억万億萬]|[백천](?![\\p{Script=Hangul}])|[백천](?=${SPACE}?[명개대장권원])|조${SPACE}?원)`,
  `\\d[eE]\\+?\\d+|\\d\\^\\d+|\\d[⁰¹²³⁴-⁹]+`,
  `(?<!\\p{L})and${SPACE}a${SPACE}half${SPACE}(?:${SCALE})(?!\\p{L})`,
  `(?<!\\p{L})(?:half|quarter|third)${SPACE}(?:of )?an?${SPACE}(?:${SCALE})(?!\\p{L})`,
  `(?<!\\p{L})(?:a|an)${SPACE}(?:${LARGE}|hundred${SPACE}(?:${LARGE}))(?!\\p{L})`,
  `(?<!(?:the|these|those)${SPACE})(?<!\\p{L})${BELOW_HUNDRED}${SPACE}(?:${SCALE})(?!\\p{L})`,
  `(?<![\\p{Script=Hangul}])(?:(?:[일이삼사오육칠팔구]?[십백천만억]){2,6}여?${SPACE}?|수[십백천][만억]여?${SPACE}?|[일이삼사오육칠팔구](?:[백천만억]여?${SPACE}|십여?${SPACE}(?!대))|[백천]여${SPACE}|[만억]여?${SPACE}|십여?${SPACE}(?!대))(?=(?:[명개대장권원건척]|달러|가구|usb)(?:${COUNTER_ENDS}))`,
  // A hundred or a thousand alone may be a round word, as in English, where more than a particle follows.
  `(?<![\\p{Script=Hangul}])[백천]${SPACE}(?=(?:[명개대장권원건척]|달러|가구|usb)(?![\\p{Script=Hangul}]{3}))`,
  `[一二三四五六七八九十百千]+[万萬億亿]`,
  `\\d+${SPACE}?명${SPACE}?중(?:에서?)?${SPACE}?\\d|\\d할(?=[이은을의에로])|(?:열|백)${SPACE}명${SPACE}중`,
  // Words for numbers beyond ten that count something.
  `(?<!(?:the|these|those|at|aged|was|turned|about|age of|last|first|next)${SPACE})(?<![\\p{L}-])(?:${TEENS}|(?:${TENS})(?:-(?:${UNITS}))?)${SPACE}(?!${TIME})(?=\\p{Ll}{3})`,
  // Fractions.
  `[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]`,
  `${NOT_WITHIN}[1-9]/[2-9](?![\\p{N}/-]|\\.\\d)`,
  `(?<!\\p{L})(?:${UNITS})[ -](?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)(?!\\p{L})`,
  `(?<!(?:${ROUGHLY})${SPACE})(?<!\\p{L})(?:a|one)[ -](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth) of(?! (?:an? )?(?:year|hour|century|month))(?!\\p{L})`,
  `\\d+분의${SPACE}?\\d+`,
  `${NOT_WITHIN}\\d{1,3}${SPACE}(?:in|out${SPACE}of)${SPACE}(?:every${SPACE})?(?:\\d{1,3}(?!\\d)|${UNITS}|${TEENS}|${TENS}|ten|a hundred)(?![\\p{L}\\p{N}:/-]|\\.\\d)(?!${SPACE}(?:${TIME}|${MONTHS}))`,
  // How many times as much.
  `${NOT_WITHIN}\\d+(?:[.,]\\d+)?(?:x|×|-?fold)(?![\\p{L}\\p{N}])`,
  `${NOT_WITHIN}\\d+(?:\\.\\d+)?배(?:${COUNTER_ENDS})`,
  // Digits alone.
  `${NOT_WITHIN}\\d{1,3}(?:(?:[,.'’_·\\u066B\\u066C]|${SPACE})\\d{3}){1,9}(?!\\d|(?:,\\d{3})*(?:st|nd|rd|th)(?!\\p{L})|-\\d(?!\\d{0,2},\\d{3}))${NO_WAVES}`,
  `${NOT_WITHIN}\\d{5,}${ENDS}${NO_WAVES}`,
  `${NOT_WITHIN}(?!1[5-9]|20)[1-9]\\d{3}${ENDS}${NO_WAVES}`,
  // A separator that slipped.
  `${NOT_WITHIN}\\d{1,3},(?:\\d{1,2}(?=${SPACE}${COUNTED}(?!\\p{L}))|${SPACE}0\\d\\d(?!\\d))`,
  // What may be a year.
  `${NOT_WITHIN}(?<!(?:${BEFORE_YEAR})${SPACE})(?:1[5-9]|20)\\d\\d${SPACE}(?:${COUNTED}|${MEASURED})(?!\\p{L})`,
  `${NOT_WITHIN}(?:1[5-9]|20)\\d\\d${SPACE}?${COUNTER}`,
  `${NOT_WITHIN}\\d{2,}${COUNTED}(?!\\p{L})`,
);

const BEYOND_TEN = '1[1-9]|[2-9]\\d|[1-9]\\d\\d';
/** Tens of Korean, with or without what follows them; ten itself is a small count. */
const KOREAN_BEYOND_TEN =
  '(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|스무|서른|마흔|쉰|예순|일흔|여든|아흔';
/** What this site counts, in Korean; other things have the same counters. */
const KOREAN_COUNTED =
  'USB|SD|메모리|드론|드라이브|카드|저장장치|기기|재생기|라디오|풍선|물병|페트병|전단|꾸러미|책|영화|드라마|디스크';

/** In a text, more than ten of what is counted here, as in words. */
export const MORE_THAN_TEN = expression(
  'iu',
  `(?<=\\(n${SPACE}?=${SPACE}?)\\d{2,}(?=\\))`,
  `${NOT_WITHIN}(?<!(?:the|these|those|last|first|next|top|other)${SPACE})(?:${BEYOND_TEN})(?:\\+|ish|-plus|-odd)?${SPACE}${COUNTED}(?!\\p{L})`,
  `(?<=(?:an${SPACE}estimated|approximately|roughly|approx\\.)${SPACE})(?:${BEYOND_TEN})${SPACE}(?!${TIME})(?=\\p{Ll}{3})`,
  `${NOT_WITHIN}(?:${BEYOND_TEN}|${KOREAN_BEYOND_TEN})여?${SPACE}?명(?:${COUNTER_ENDS})`,
  `(?<=(?:${KOREAN_COUNTED})[을를이가은는]?${SPACE}(?:약${SPACE})?)(?:${BEYOND_TEN}|${KOREAN_BEYOND_TEN})여?${SPACE}?(?:개|권|대|장|편|병|통)(?:${COUNTER_ENDS})`,
  `${NOT_WITHIN}(?:${BEYOND_TEN})여?(?:[개권대장편병통]의${SPACE}(?:${KOREAN_COUNTED})|표(?:${COUNTER_ENDS}))|(?<=합계${SPACE})\\d{2,}(?!년)`,
);

/** What stands before the number of a law, a page, a case. */
const NUMBERED =
  /(?:\b(?:no|nos|number|art|articles?|acts?|law|decree|order|resolutions?|sections?|sec|paragraphs?|cases?|bills?|chapters?|pages?|pp?|part|room|channel|public law|h\.? ?r|s\.? ?con)\.?|\bs\.|[#§№]|제|결의안?|법률|사건|번호|채널|주파수|쪽)\s*(?:no\.?\s*)?#?(?:\d+[–-])?$/iu;
/** The same, by letters that are a word where they are written small. */
const CODE_BEFORE = /\b(?:AM|FM|SW|MW|ISO|IEC|IEEE|DIN|RFC|arXiv)[ :]?$/;
/** Enough of what stands before a number to tell what it is. */
const BEFORE = 24;

/** Digits of any script, and signs of any width, as those of ASCII, sign for sign. */
export function plainDigits(text: string): string {
  if (!/[^\x00-\x7E]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, '\u200A')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      let zero = digit.codePointAt(0) ?? 0;
      const code = zero;
      while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
      return `${code - zero}`.padEnd(digit.length);
    });
}

/** Spaces in place of words. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Titles of works in their own brackets, or in quotes with capitals and no digit. */
const TITLE = /「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》|〈[^〈〉\n]*〉|“[^“”\d\n]*”|‘[^‘’\d\n]*’/g;
/** Whether words are written as the title of a work: two or more, each with a capital but for short ones. */
export const isTitle = (words: string): boolean =>
  /^\P{L}*\p{Lu}/u.test(words) &&
  (words.match(/(?<![\p{L}’'])\p{Lu}/gu) ?? []).length > 1 &&
  !/(?<![\p{L}’'-])\p{Ll}{4}/u.test(words);
const withoutTitles = (text: string) =>
  text.replace(TITLE, (words) => (/^[“‘]/.test(words) && !isTitle(words) ? words : blank(words)));

/** What every amount has in it, quick to look for. */
const MAYBE =
  /[\d½¼¾⅐-⅞\u0660-\u0DFF\uFF10-\uFF19]|per\s?cent|hundred|thousand|illion|lakh|crore|dozen|teen|ty\b|ty-|eleven|twelve|hal[fv]|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[십백천만억万萬億亿]|명 중/i;

/** The first typed amount in a text, or nothing. */
export function typedAmount(text: string): { index: number; amount: string } | undefined {
  if (!MAYBE.test(text)) return undefined;
  const plain = plainDigits(withoutTitles(text));
  for (const { 0: found, index } of plain.matchAll(AMOUNTS)) {
    const before = plain.slice(Math.max(0, index - BEFORE), index);
    const isNumbered = /^\d/.test(found) && (NUMBERED.test(before) || CODE_BEFORE.test(before));
    // In a Korean text m is metres.
    const isLength = /\dm$/.test(found) && /\p{Script=Hangul}/u.test(plain);
    const amount = text.slice(index, index + found.length).replace(/[\s.,'’·_]+$/, '');
    if (!isNumbered && !isLength) return { index, amount: amount.trim() };
  }
  return undefined;
}

/**
 * The first number that is typed where only a figure may give it, with its date and source.
 * @param instead what to do, as a sentence
 * @param counts what else is a number in this text
 */
export function typedNumber(text: string, instead: string, counts?: RegExp): TextFault | undefined {
  const counted = counts?.exec(text);
  const found = typedAmount(text) ?? (counted ? { index: counted.index, amount: counted[0] } : undefined);
  return found && { index: found.index, message: `the number ${quoted(found.amount)} is typed. ${instead}` };
}

/**
 * The faults of fields in which a number is typed; see `typedNumber`. In words that are
 * quoted by an entry with sources a number is free.
 */
export function typedIn(data: Entry['data'], fields: readonly string[], instead: string, counts?: RegExp) {
  const isSourced = strings(data['sources']).length > 0;
  const faultOf = (text: unknown) =>
    typeof text === 'string' && typedNumber(isSourced ? withoutQuotes(text) : text, instead, counts)?.message;
  return Object.fromEntries(fields.map((field) => [field, faultOf(data[field])]));
}

/** What to do about a typed number in an entry that names its figures by id. */
export const sayInWords = (where: string) =>
  `Say it in words without the number; figures are named by id, ${where}.`;
