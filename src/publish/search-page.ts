import { Parser } from 'htmlparser2';
import { formsOf, type NameFinder } from '../rules/names.ts';
import { escapeXml } from '../rules/xml.ts';

/** Every spelling of the names of which any spelling stands in the text, so that each finds the page. */
export function spellings(text: string, find: NameFinder): string[] {
  return [...new Set(find(text).map(({ name }) => name))].flatMap(formsOf);
}

/** Elements behind which another text begins; the page itself needs no space there. */
const TEXTS = new Set('dt dd th td li p h1 h2 h3 h4 h5 h6 figcaption'.split(' '));

/**
 * The part of a page that is indexed, as Pagefind wants it: one element for each value of
 * a filter, a space between texts that stand below each other, more weight for the number
 * of which the page tells, further words by which it is found, and nothing that it is to ignore.
 * @param more gives the further words for the text of the page, without lists of other pages
 * @returns nothing for a page that is not to be indexed
 */
export function searchPage(page: string, more: (text: string) => readonly string[]): string | undefined {
  const mark = page.indexOf('data-pagefind-body');
  if (mark < 0) return undefined;
  const [, language = ''] = /<html[^>]*\slang="([^"]*)"/.exec(page) ?? [];
  // What stands before is not indexed, and half of the page.
  const html = page.slice(page.lastIndexOf('<', mark));
  let [tag, depth, bodyDepth, ignoredDepth] = ['', 0, 0, 0];
  let [text, copied, end] = ['', '', 0];
  const copyTo = (place: number, added = '') => {
    copied += html.slice(end, place) + added;
    end = place;
  };
  const isInBody = () => depth >= bodyDepth && bodyDepth > 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if ('data-pagefind-body' in attributes) {
        end = parser.endIndex + 1;
        [tag, bodyDepth] = [html.slice(parser.startIndex, end), depth];
        for (const filter of attributes['data-filters']?.split(' ') ?? [])
          copied += `<i data-pagefind-filter="${escapeXml(filter)}"></i>`;
      } else if (isInBody()) {
        if ('data-pagefind-ignore' in attributes && ignoredDepth === 0) {
          ignoredDepth = depth;
          copyTo(parser.startIndex);
        }
        if (ignoredDepth === 0 && 'data-amount' in attributes)
          copyTo(parser.startIndex + `<${name}`.length, ' data-pagefind-weight="8"');
        text += ' ';
      }
    },
    ontext(part) {
      if (isInBody() && ignoredDepth === 0) text += part;
    },
    onclosetag(name, isImplied) {
      if (isInBody()) {
        text += ' ';
        if (ignoredDepth === 0 && TEXTS.has(name) && !isImplied) copyTo(parser.endIndex + 1, ' ');
        if (depth === ignoredDepth) {
          ignoredDepth = 0;
          end = parser.endIndex + 1;
        }
        if (depth === bodyDepth) {
          copyTo(parser.endIndex + 1);
          bodyDepth = Infinity;
          parser.pause();
        }
      }
      depth--;
    },
  });
  parser.end(html);
  if (tag === '') return undefined;
  const words = more(text);
  // The words stand in the index only: a result is found by them, never shown with them.
  const named = tag.replace('data-pagefind-meta="', (meta) =>
    words.length === 0 ? meta : `data-names="${escapeXml(words.join(', '))}" ${meta}names[data-names], `,
  );
  return `<html lang="${language}">${named}${copied}`;
}
