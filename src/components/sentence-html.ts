import type { Sentence } from '../i18n/messages.ts';
import { escapeXml } from '../rules/xml.ts';

/**
 * A part of a sentence of the dictionary as HTML: what stands in `<link>…</link>` leads to
 * an address of this site or of another, `<b>…</b>` is bold, `<unseen>…</unseen>` is only
 * read aloud. Nothing for any other tag.
 * @param name what is read aloud behind the words of the link, to tell it from others with the same words
 */
export function partHtml(part: Sentence[number], link?: string, name?: string): string | undefined {
  if (typeof part === 'string') return escapeXml(part);
  const text = escapeXml(part.text);
  if (part.tag === 'b') return `<b>${text}</b>`;
  if (part.tag === 'unseen') return `<span class="unseen">${text}</span>`;
  if (part.tag !== 'link' || link === undefined) return undefined;
  // A link to another site tells it nothing of the reader or of this page.
  const rel = /^https?:/.test(link) ? ' rel="noopener noreferrer"' : '';
  const aloud = name ? ` aria-label="${text}: ${escapeXml(name)}"` : '';
  return `<a href="${escapeXml(link)}"${rel}${aloud}>${text}</a>`;
}

/** A whole sentence as HTML, for places that are drawn too often for a component. */
export const sentenceHtml = (of: Sentence): string => of.map((part) => partHtml(part) ?? '').join('');
