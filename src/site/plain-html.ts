/*
 * HTML for feed readers: the plain elements that all of them know, without what only our
 * own sheet and scripts could use, and with whole addresses. The HTML comes from our own
 * components; this is no defence against anybody else’s.
 */

/** Elements of no use there, with all that is in them. */
const DROPPED = /<(details|form|script|svg)\b.*?<\/\1>|<!--.*?-->/gs;

/** A reference in running text. On the site it stands small; here it needs brackets. */
const REFERENCE = /<a [^>]*\bclass="ref"[^>]*>.*?<\/a>/gs;

const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"<>/=]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s([^\s"<>/=]+)="([^"]*)"/g;

/** Elements that stay; of others the tags go and what they hold stays. */
const ELEMENTS = new Set(
  'a b blockquote br caption code dd del div dl dt em figcaption figure h2 h3 h4 hr i img li ol p pre small strong sub sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt colspan datetime height href lang rel rowspan scope src start title width'.split(' '),
);
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * HTML of the site as a feed may carry it.
 * @param page the whole address of the page that it comes from; links are read from there
 */
export function plainHtml(html: string, page: URL): string {
  const whole = (address: string) =>
    HAS_SCHEME.test(address)
      ? address
      : new URL(address.replaceAll('&amp;', '&'), page).href.replaceAll('&', '&amp;');
  const attributes = (text: string) =>
    [...text.matchAll(ATTRIBUTE)]
      .filter(([, name = '']) => ATTRIBUTES.has(name))
      .map(([, name, value = '']) => ` ${name}="${name === 'href' || name === 'src' ? whole(value) : value}"`)
      .join('');
  return (
    html
      .replace(DROPPED, '')
      .replace(REFERENCE, '[$&]')
      .replace(TAG, (_, slash: string, name: string, rest: string) =>
        ELEMENTS.has(name) ? `<${slash}${name}${attributes(rest)}>` : '',
      )
      // This would end the section of XML in which a feed holds the text.
      .replaceAll(']]>', ']]&gt;')
      .trim()
  );
}
