import { decoded } from './decoded.ts';
import { faultFinder, type TextFault } from './problems.ts';
import { plainDigits } from './typed-numbers.ts';

/*
 * What leads to a person, a place or a purse: mail addresses, telephone numbers,
 * coordinates, accounts, coins, folders of a computer. None of it is published by chance.
 */

const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/u;
/** No number goes on before. */
const NO_PART = '(?<![\\d-]|\\d[.,])';

/** Services by which people are reached by a name; “line” and “signal” are words as well. */
const MESSENGER =
  'telegram|kakao(?:\\s?talk)?|wechat|whatsapp|discord|카카오\\s?톡|카톡|텔레그램|위챗|왓츠앱|디스코드';
const KOREAN_AREA = '0(?:2|1[016-9]|[3-6]\\d|70|80|50\\d)';

/** Kinds of traces: what each is called, and what it looks like. */
const traceOf = faultFinder({
  'An e-mail address': [
    MAIL,
    /[\p{L}\p{N}._+-]{1,64}(?:\s?[([{]\s?(?:at|@|골뱅이)\s?[)\]}]\s?|\s골뱅이\s|\s?@\s)[\p{L}\p{N}-]{1,63}(?:(?:\s?[([{]\s?(?:dot|\.|점)\s?[)\]}]\s?|\s(?:dot|\.|점|[쩜닷])\s|\.)\p{L}{2,24}){1,4}/iu,
    /(?<![\p{L}\p{N}._+-])(?!(?:as|by|to|of|on|from|is|account|handle|계정)\s)[\p{L}\p{N}._+-]{1,64}\s@[\p{L}\p{N}-]{1,63}(?:\.\p{L}{2,24}){1,4}/iu,
    /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\s?[([{]\s?(?:dot|\.|점)\s?[)\]}]\s?|\s(?:dot|\.|점)\s)\p{L}{2,24}/iu,
    /[\w.+-]{2,64} at (?!(?:the|an?|this|that|each|every|one|its|his|her|their)\s)[\w-]{2,63} dot \p{L}{2,24}(?!\p{L})/iu,
  ],
  'The name of somebody in a messenger': new RegExp(
    [
      `(?:${MESSENGER}|line|signal)\\s?(?:id|아이디)?\\s?[:：]\\s?(?:@\\w{3,}|(?<=(?:id|아이디)\\s?[:：]\\s?)[\\w.]{3,})`,
      // A Korean sentence has no word of Latin letters there; in English a sign tells a name from a word.
      `(?:${MESSENGER}|라인|시그널)\\s?아이디[는은가이]?\\s?[:：]?\\s?[‘“"'(]?@?[a-z\\d][\\w.]{2,}`,
      `(?:${MESSENGER}|line|signal)\\s?id(?: is)?\\s[‘“"'(]?(?=[\\w.]*[\\d_.]\\w)[\\w.]{3,}`,
      `(?:${MESSENGER})[^.!?@\\n]{0,20}@\\w{3,}|@\\w{3,}[^.!?@\\n]{0,12}(?:${MESSENGER})`,
      '(?<![\\w./])(?:t\\.me|wa\\.me|line\\.me|discord\\.gg|open\\.kakao\\.com)\\/\\S{3,}',
    ].join('|'),
    'iu',
  ),
  'A number of a person': /(?<!\d)\d{6}\s?-\s?[1-8]\d{6}(?!\d)/,
  'The number of a device': [
    /(?<![\w:])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\w:])/i,
    /(?<![\w.]|(?:version|release|section)\s)(?=[\d.]*\d\d)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]*\w)/,
  ],
  'The number of a passport': /(?:passport|여권)\s?(?:no\.?|number|번호)?\s?:?\s?[A-Z]{1,2}\d{7,8}(?!\d)/iu,
  'A telephone number': [
    /(?<![\w+])\+\s?\d{1,3}(?:[\s().·–-]{0,3}\d){7,13}(?!\d)/,
    new RegExp(`${NO_PART}\\(?${KOREAN_AREA}(?:\\)\\s?|\\)?[\\s.·–-]{1,2})\\d{3,4}[\\s.·–-]?\\d{4}(?!-?\\d)`),
    // Without a sign between: a code or an address goes on before or after.
    new RegExp(`(?<![\\w.,/=-])${KOREAN_AREA}\\d{3,4}[\\s.·–-]?\\d{4}(?![\\w/-])`),
    /(?<![\d-])(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?!-?\d)/,
    // Of a company in Korea; a span of years is none.
    new RegExp(`${NO_PART}1[568]\\d{2}-(?!1[5-9]|20)\\d{4}(?!-?\\d)`),
    /(?<![\d/])0\d{2,4}\s?\/\s?\d{5,8}(?![\d/])/,
    /(?<!\p{L})(?:tel|phone|mobile|fax|전화|휴대폰|핸드폰)\s?[.:]?\s?(?:no\.?\s?)?\(?\d(?:[\s().–-]{0,2}\d){6,13}(?!\d)/iu,
  ],
  'A place by its coordinates': [
    /(?<!\d|\d\.)[-−]?(?:1[0-7]\d|\d{1,2}|180)\.\d{3,}°?\s?[NSEW]?\s?[,;/\s]\s?[-−]?(?:1[0-7]\d|\d{1,2}|180)\.\d{3,}(?!\d|\.\d)/i,
    /\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?['’′]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:["”″]|['’′]{2})\s?)?[NSEW북남동서]|[북동]위?경?\s?\d{1,3}\s?도\s?\d{1,2}\s?분/i,
    /(?<!\w)[NS]\s?\d{1,2}\.\d{3,}[,;/\s]\s?[EW]\s?\d{1,3}\.\d{3,}/,
    /(?<!\w)\d{1,3}d\s?\d{1,2}m(?:\s?\d{1,2}s)?\s?[NSEW](?!\w)/,
    /(?<!\w)[2-9CFGHJMPQRVWX]{8}\+[2-9CFGHJMPQRVWX]{2,3}(?!\w)/,
    /(?<!\d|\d\.)\d{1,3}\.\d{2,}\s?°\s?[NSEW](?!\p{L})/iu,
    /\/\/\/\p{Ll}+\.\p{Ll}+\.\p{Ll}+/u,
  ],
  'An address for coins': [
    /(?<!\w)(?:bc1|ltc1|tb1|addr1|cosmos1)[a-z0-9]{25,90}(?!\w)/i,
    /(?<!\w)0x[\da-f]{40}(?!\w)/i,
    /(?<!\w)(?:bitcoin|ethereum|litecoin|monero|lightning|dogecoin|solana):\w{20,}/i,
    /(?<![\w.])[a-z\d-]{3,}\.eth(?![\w.]*\w)/i,
    /(?<!\w)lnbc\d*[a-z0-9]{50,}/i,
    /(?<![\w/=-])(?=[1-9A-HJ-NP-Za-km-z]*\d)(?=[1-9A-HJ-NP-Za-km-z]*[A-Z])(?=[1-9A-HJ-NP-Za-km-z]*[a-z])[1-9A-HJ-NP-Za-km-z]{26,110}(?![\w/-])/,
  ],
  'A number of an account': [
    /(?<!\p{L})(?:account|acct|계좌)\.?\s?(?:no\.?|number|nr\.?|번호)?\s?[:#]?\s?\d(?:[\s-]?\d){6,19}(?!\d)/iu,
    // A day is none, as 14-10-2017.
    /(?<![\d-])(?!(?:\d{4}-\d{2}|\d{2}-\d{2})-\d{4}(?!-?\d))\d{2,6}-\d{2,6}-\d{4,8}(?:-\d{1,3})?(?!-?\d)/,
  ],
  'A folder of a computer':
    /(?:[A-Za-z]:\\|file:\/\/\/?|\/(?:Users|home)\/|(?<![\w~])~\/(?=\w)|(?<!\\)\\\\(?=[\w.-]+\\\w))[^\s"'“”<>]+/,
});

const IBAN = /(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?(?!\w)/g;
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?!-?\d)/g;

/** What every trace has in it, quick to look for. */
const MAYBE =
  /[@\d\\]|\.eth|~\/|\.(?:me|gg)\/| dot |[:：]|\/\/|[([{]\s?(?:at|골뱅이)|\s골뱅이|\sid[\s(]|아이디|\/(?:Users|home)\//i;

/** A trace in a text that readers get, with what it is; nothing where there is none. */
export function traceIn(typed: string): TextFault | undefined {
  const read = decoded(typed);
  return traceAsTyped(plainDigits(typed)) ?? (read === typed ? undefined : traceAsTyped(plainDigits(read)));
}

function traceAsTyped(text: string): TextFault | undefined {
  if (!MAYBE.test(text)) return undefined;
  const summed = (look: RegExp, isOne: (match: string) => boolean, message: string) => {
    const found = text.matchAll(look).find(([match]) => isOne(match));
    return found && { index: found.index, message };
  };
  const trace =
    summed(IBAN, isIban, 'A number of an account') ??
    summed(CARD, isCard, 'A number of a card') ??
    traceOf(text);
  return trace && { ...trace, message: `${trace.message} stands here. Take it out.` };
}

/** A mail address in a text. */
export const mailIn = (text: string): string | undefined => MAIL.exec(text)?.[0];

/** The sum of an IBAN, by ISO 13616. */
function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(
    /[A-Z]/g,
    (letter) => `${parseInt(letter, 36)}`,
  );
  return plain.length >= 15 && BigInt(digits) % 97n === 1n;
}

/** The sum of the number of a card, by ISO 7812. */
function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '').split('').reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const counted = index % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
