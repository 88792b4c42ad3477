import { brotliCompressSync, constants } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** Bytes that one round trip carries over HTTP/3, less the headers. */
export const FIRST_ANSWER = 11_000;

/** More signs of text than a screen shows before anybody scrolls: a phone shows about 700, a desk screen 1,500. */
const SCREEN = 1_500;
/** Letters as wide as the line is high, and how many others have room in the place of one: a line of text holds 36 of these or 85. */
const WIDE = /\p{Script=Hangul}/gu;
const WIDTH = 85 / 36;
/** As servers press what they have not pressed before; harder pressing gives less. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Elements whose text no screen shows at first. */
const UNSEEN = new Set(['option', 'script', 'style']);

/**
 * Bytes of a page with Brotli until its first screen is there: the head with the sheet,
 * and of `<main>` so much mark-up as holds the text of one screen. Brotli sends what it
 * has read in order, so what comes later costs the first view nothing, however long it is.
 */
export function firstViewBytes(html: string): number {
  let [depth, signs, end] = [0, 0, 0];
  let unseen = false;
  const parser = new Parser({
    onopentag(name) {
      unseen = UNSEEN.has(name);
      if (depth > 0 || name === 'main') depth++;
    },
    ontext(text) {
      if (depth === 0 || unseen || signs >= SCREEN) return;
      signs += text.replace(/\s+/g, ' ').length + (text.match(WIDE)?.length ?? 0) * (WIDTH - 1);
      end = parser.endIndex + 1;
    },
    onclosetag() {
      unseen = false;
      if (depth > 0 && signs < SCREEN) end = parser.endIndex + 1;
      if (depth > 0) depth--;
    },
  });
  parser.end(html);
  return brotliCompressSync(html.slice(0, end), QUALITY).length;
}
