import { words } from '../i18n/dictionary.ts';
import { sectionCards, topicCard } from '../rules/sharing.ts';
import type { Language } from '../site.ts';
import { getFigures, getSource, getTopics } from './content.ts';
import { figureCard } from './figure-card.ts';
import { figureCardSvg } from './figure-card-picture.ts';
import { sectionCardSvg } from './section-card-picture.ts';

/** The pictures with which links are shown, of the whole site, of its parts, of topics and of figures: the page of each, and what draws it as SVG. */
export function cardsIn(language: Language): (readonly [page: string, draw: () => string])[] {
  const t = words(language);
  const sections = [...sectionCards(language, t), ...getTopics(language).map(topicCard)];
  return [
    ...sections.map((card) => [card.page, () => sectionCardSvg(card)] as const),
    ...getFigures(language).flatMap((figure) => {
      const publishers = figure.sources.map((id) => getSource(id, language).publisher);
      const card = figureCard(figure, publishers, t);
      return card ? [[figure.address, () => figureCardSvg(card)] as const] : [];
    }),
  ];
}
