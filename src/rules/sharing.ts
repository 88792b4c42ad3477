import type { Dictionary } from '../i18n/dictionary.ts';
import { site, type Language } from '../site.ts';
import { addressOf, languageOf, localAddress } from './addresses.ts';

/* With which picture a link to a page is shown, where networks and messengers show one. */

/** The size in pixels that networks ask for. */
export const [CARD_WIDTH, CARD_HEIGHT] = [1200, 630];

/** The picture with which a link to a page is shown. */
export interface SharingPicture {
  address: string;
  alt: string;
  /** In pixels, where it is known. */
  width?: number;
  height?: number;
}

/** What stands on the card of a part of the site, which all pages of that part share. */
export interface SectionCard {
  /** Address of the page that the card stands beside. */
  page: string;
  name: string;
  line: string;
}

type Topic = { address: string; label: string; description: string };

/** The cards of the whole site and of the parts that its menu names. */
export function sectionCards(
  language: Language,
  t: Dictionary,
): [whole: SectionCard, ...parts: SectionCard[]] {
  const lines: Record<string, string> = t.cards.sections;
  const sections = Object.entries(t.nav).map(([path, name]) => ({
    page: localAddress(language, path),
    name,
    line: lines[path] ?? t.siteLine,
  }));
  return [{ page: localAddress(language, '/'), name: site.name, line: t.siteLine }, ...sections];
}

/** The card of a topic, which the posts share whose first topic it is. */
export const topicCard = ({ address, label, description }: Topic): SectionCard => ({
  page: address,
  name: label,
  line: description.replace(/\.$/, ''),
});

/** The card beside a page as a picture. */
export function cardPicture(page: string, alt: string): SharingPicture {
  return { address: addressOf('card', page), alt, width: CARD_WIDTH, height: CARD_HEIGHT };
}

/** The card of a part of the site as a picture. */
export function sectionPicture({ page, name, line }: SectionCard): SharingPicture {
  return cardPicture(page, `${name === site.name ? name : `${site.name}: ${name}`}. ${line}.`);
}

/** The picture of the part of the site that a page belongs to. */
export function pictureOfSection(address: string, t: Dictionary): SharingPicture {
  const [whole, ...sections] = sectionCards(languageOf(address), t);
  return sectionPicture(sections.find(({ page }) => address.startsWith(page)) ?? whole);
}
