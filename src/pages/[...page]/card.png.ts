import type { APIRoute, GetStaticPaths } from 'astro';
import { words } from '../../i18n/dictionary.ts';
import { restParam } from '../../rules/addresses.ts';
import { sectionCards, topicCard, type SectionCard } from '../../rules/sharing.ts';
import { getFigures, getSource, getTopics } from '../../site/content.ts';
import { figureCard, type FigureCard } from '../../site/figure-card.ts';
import { figureCardSvg } from '../../site/figure-card-picture.ts';
import { drawnPicture } from '../../site/pictures.ts';
import { sectionCardSvg } from '../../site/section-card-picture.ts';
import { site } from '../../site.ts';

export const getStaticPaths = (() => {
  const cards = site.languages.flatMap((language) => {
    const t = words(language);
    const sections = [...sectionCards(language, t), ...getTopics(language).map(topicCard)];
    const figures = getFigures(language).flatMap((figure) => {
      const publishers = figure.sources.map((id) => getSource(id, language).publisher);
      const card = figureCard(figure, publishers, t);
      return card ? [{ page: figure.address, card }] : [];
    });
    return [...sections.map((card) => ({ page: card.page, card })), ...figures];
  });
  return cards.map(({ page, card }) => ({ params: { page: restParam(page, '/') }, props: { card } }));
}) satisfies GetStaticPaths;

/** The picture with which links are shown: of a figure, of a topic, of a part of the site, or of all of it. */
export const GET: APIRoute<{ card: FigureCard | SectionCard }> = async ({ props: { card } }) => {
  const png = await drawnPicture('amount' in card ? figureCardSvg(card) : sectionCardSvg(card), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
