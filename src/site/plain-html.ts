import { Parser } from 'htmlparser2';
import { escapeXml } from '../rules/xml.ts';

/*
 * HTML for feed readers: the plain elements that all of them know, without what only our
 * own sheet and scripts could use, and with whole addresses. The HTML comes from our own
 * components; this is no defence against anybody else’s.
 */

/** Elements of no use there, with all that is in them. */
const DROPPED = new Set(['details', 'form', 'script', 'svg']);
/** Elements that stay; of others the tags go and what they hold stays. */
const ELEMENTS = new Set(
  'a b blockquote br caption code dd del div dl dt em figcaption figure h2 h3 h4 hr i img li ol p pre small strong sub sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const EMPTY = new Set(['br', 'hr', 'img']);
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i;
const ATTRIBUTES = new Set(
  'alt colspan datetime height href lang rel rowspan scope src start title width'.split(' '),
);

/**
 * HTML of the site as a feed may carry it.
 * @param page the whole address of the page that it comes from; links are read from there
 */
export function plainHtml(html: string, page: URL): string {
  let plain = '';
  /** What ends each open element; nothing where the element itself is left out. */
  const ends: string[] = [];
  /** How many elements are open that are dropped, or stand in a dropped one. */
  let dropped = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (dropped > 0 || DROPPED.has(name)) {
        dropped++;
        return;
      }
      const isKept = ELEMENTS.has(name);
      if (isKept) plain += `<${name}${attributesOf(attributes, page)}>`;
      ends.push(isKept && !EMPTY.has(name) ? `</${name}>` : '');
    },
    ontext(text) {
      if (dropped === 0) plain += escapeXml(text);
    },
    onclosetag() {
      if (dropped > 0) dropped--;
      else plain += ends.pop() ?? '';
    },
  });
  parser.end(html);
  return plain.trim();
}

function attributesOf(attributes: Readonly<Record<string, string>>, page: URL): string {
  return Object.entries(attributes)
    .filter(([name]) => ATTRIBUTES.has(name))
    .map(([name, value]) => {
      const isPart = (name === 'href' || name === 'src') && !HAS_SCHEME.test(value);
      const whole = isPart ? new URL(value, page).href : value;
      return ` ${name}="${escapeXml(whole)}"`;
    })
    .join('');
}
