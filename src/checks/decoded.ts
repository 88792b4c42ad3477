import { domainToUnicode } from 'node:url';
import { Parser } from 'htmlparser2';

/** As often as anybody encodes. */
const MOST_TIMES = 4;

/** What a rule makes of a text once it changes nothing more. */
function untilSame(text: string, once: (text: string) => string, times = MOST_TIMES): string {
  const next = times > 0 ? once(text) : text;
  return next === text ? text : untilSame(next, once, times - 1);
}

const bytesIn = (codes: string, sign: RegExp) => Buffer.from(codes.replace(sign, ''), 'hex').toString('utf8');

/** An address with one layer of its percent codes read. */
export const percentDecodedOnce = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) => bytesIn(codes, /%/g));

/** An address with all its percent codes read, also those that were encoded again. */
export const percentDecoded = (text: string): string => untilSame(text, percentDecodedOnce);

const codePoint = (sign: string, digits: string) => {
  const code = parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : sign;
};

/**
 * What somebody reads in a text who knows the codes of addresses, HTML, JSON, mail and
 * names of hosts: all of them as the signs they stand for, without tags.
 */
export const decoded = (text: string): string => untilSame(text, decodedOnce);

/** Whether a text has neither codes nor addresses. */
export const isPlain = (text: string): boolean =>
  !/%[\da-f]{2}|=[\dA-F]{2}|&#?\w+|\\[ux]|xn--|<[a-z/!]|:\/\/|^\/|[@#]/i.test(text);

function decodedOnce(text: string): string {
  if (isPlain(text)) return text;
  const plain = percentDecodedOnce(text)
    .replace(/(?:=[\dA-F]{2})+/g, (codes) => bytesIn(codes, /=/g))
    .replace(/\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (sign, ...digits: string[]) =>
      codePoint(sign, digits.slice(0, 3).join('')),
    )
    .replace(/(?<![\w.-])[\w.-]*xn--[\w.-]*/gi, (host) => domainToUnicode(host) || host);
  let read = '';
  const parser = new Parser({ ontext: (words) => void (read += words) }, { recognizeCDATA: true });
  parser.end(plain);
  return read;
}
