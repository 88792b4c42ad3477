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
/** Where somebody has a name of his own; in English many of these are words or firms as well. */
const SERVICE = `${MESSENGER}|instagram|insta|facebook|tiktok|threads|paypal|venmo|skype|viber|인스타그램|인스타|페이스북|틱톡|페이팔`;
/** A name with a digit or a sign in it, which no word has. */
const NICKNAME = '(?=[\\w.]*[\\d_]|[\\w.]*\\.\\w)[a-z\\d][\\w.]{3,}';
/** Somebody, and not an organisation. */
const SOMEBODY =
  '(?<!\\p{L})(?:his|her|my|she|he|him|user|friend|brother|sister|defector|escapee|donor|courier|broker|woman|man|mr|mrs|ms)(?!\\p{L})|(?<![가-힣])(?:그|그녀)[는의가]|씨[는의가]? ';
/** Letters on a Korean plate. */
const ON_PLATES = '[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자하허호배]';
/** A road of Korea in Korean, behind its town. */
const ROAD_KO =
  '[가-힣]{1,6}(?:특별시|광역시|시|군|구|읍|면|동) (?:[가-힣]{1,6}[구읍면동] )?[가-힣\\d]{2,}(?:대로|(?<!으)로|길) ?';

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
      `@\\w{3,}[^.!?@\\n]{0,12}(?:${MESSENGER})`,
      // Without the word for it: what stands behind is no word.
      `(?:${SERVICE})(?: (?:name|account|handle))?(?: is| was|[은는이가]|\\s?[:：=])\\s?[‘“"'(]?@?${NICKNAME}`,
      `(?:${SERVICE})[^.!?@\\n]{0,20}@\\w{3,}`,
      `(?:by|via|with|through) (?:paypal|venmo) to (?!the |an? |us|give|donate|help|send|pay|support)[a-z\\d][\\w.]{4,}(?=[.,;!?)]|$)`,
      '(?<![\\w./])(?:t\\.me|wa\\.me|line\\.me|discord\\.gg|open\\.kakao\\.com)\\/\\S{3,}',
    ].join('|'),
    'iu',
  ),
  'An account of a person': new RegExp(`(?:${SOMEBODY})[^.!?@\\n]{0,60}(?<![\\w.])@[\\w.]{3,}`, 'iu'),
  'A number of a person': [
    /(?<!\d)\d{6}\s?-\s?[1-8]\d{6}(?!\d)/,
    /(?<!\p{L})(?:prisoner|inmate|detainee|convict|patient|identity card|id card|resident|social security)(?:[’']s)?\s?(?:number|no\.?)(?: is| was| of)?:?\s?#?(?=[\w-]*\d{2})[\w-]+/iu,
    /(?:수감자?|수인|수용자?|죄수|재소자|주민등록|신분증|군번)\s?(?:번호)?(?:[은는이가]|:)?\s?(?=[\w-]*\d{3})[\w-]{3,}/u,
  ],
  'The plate of a vehicle': [
    new RegExp(`(?<![\\d제])\\d{2,3}${ON_PLATES} ?\\d{4}(?![\\d년]|\\s?[만억천조원명개])`, 'u'),
    /(?<!\p{L})(?:licen[cs]e|number|registration) plates?(?: numbers?)?(?: is| was| reads?|:)? [‘“"']?(?=[A-Z\d -]*\d)(?=[A-Z\d -]*[A-Z])[A-Z\d][A-Z\d -]{3,}/u,
  ],
  'A password': [
    /(?<!\p{L})(?:passwords?|passcode|passphrase|pw|pin)(?: is| was|\s?[:：=])\s?[‘“"'(]?(?=[^\s‘’“”]*[\d_])[^\s‘’“”]{4,}/iu,
    /(?:비밀번호|비번|암호|패스워드)(?:[는은]|\s?[:：=])\s?[‘“"'(]?(?=[!-~]*\d)[!-~]{4,}/u,
  ],
  'A postal address': [
    new RegExp(
      `${ROAD_KO}(?:\\d{1,4}(?:번?길) ?)?\\d{1,4}(?:-\\d{1,3})?(?![\\d년월일시명개만억천조곳차번회세])`,
      'u',
    ),
    /[가-힣]{1,10}[동리가] ?\d{1,4}(?:-\d{1,3})?번지|(?<!\d)\d{1,4}동 ?\d{1,4}호(?![가-힣]*선)/u,
    /(?:우편번호|post ?codes?|postal codes?|zip codes?)\s?(?:is|:|는|은)?\s?\d{5}(?!\d)/iu,
    /(?<![\p{L}\d-])\d{1,4}(?:-\d{1,3})?,? (?:\p{Lu}[\p{L}\d]{0,20}-){1,3}(?:daero|ro|gil)(?!\p{L})|\p{Lu}[\p{L}\d]{0,20}-(?:daero|ro|gil),? \d/u,
    /(?<![\p{L}\d.,-])\d{1,5} (?:[NSEW]\.? )?(?:\p{Lu}\p{Ll}+ ){1,3}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane)(?!\p{L})/u,
  ],
  'The number of a device': [
    /(?<![\w:])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\w:])/i,
    /(?<![\w.]|(?:version|release|section)\s)(?=[\d.]*\d\d)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]*\w)/,
  ],
  'The number of a passport': [
    /(?:[Pp]assport|여권)[^.!?\n]{0,24}?(?<![\p{L}\d])[A-Z]{1,2}\d{7,8}(?!\d)/u,
    /(?<![\w/=-])M(?:\d{8}|\d{3}[A-Z]\d{4})(?![\w/-])/,
  ],
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
    /(?<!\w)(?=[2-9CFGHJMPQRVWX]{0,3}\d)[2-9CFGHJMPQRVWX]{4}\+[2-9CFGHJMPQRVWX]{2,3}(?!\w)/,
    /(?<!\w)5[12]\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}(?!\w)/,
    /\d{1,3}\.\d+\s(?:degrees\s)?(?:north|south|east|west)(?!\p{L})|(?:위도|경도|북위|동경)\s?\d{1,3}\.\d/iu,
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
  /[@\d\\]|paypal|venmo|\.eth|~\/|\.(?:me|gg)\/| dot |[:：]|\/\/|[([{]\s?(?:at|골뱅이)|\s골뱅이|\sid[\s(]|아이디|\/(?:Users|home)\//i;

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
