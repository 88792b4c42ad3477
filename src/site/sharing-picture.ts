import { getImage } from 'astro:assets';
import { words } from '../i18n/dictionary.ts';
import { attributeOf, nodesOf, type ElementNode } from '../rules/markdown.ts';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  pictureOfSection,
  sectionPicture,
  topicCard,
  type SharingPicture,
} from '../rules/sharing.ts';
import type { Language } from '../site.ts';
import { getTopics, type Post } from './content.ts';
import { originalPicture } from './original-pictures.ts';

/**
 * The picture with which a link to a post is shown: cut from the first picture of its text, or else that of its first topic.
 * @param nodes what the text is drawn from
 */
export async function postPicture(
  { address, data }: Post,
  nodes: readonly ElementNode[],
  language: Language,
): Promise<SharingPicture> {
  const image = nodes.flatMap((node) => nodesOf(node)).find(({ name }) => name === 'Image');
  if (image) {
    const { src } = await getImage({
      src: await originalPicture(attributeOf(image, 'src') ?? ''),
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
      fit: 'cover',
      // Not every network reads WebP.
      format: 'jpeg',
    });
    return { address: src, alt: attributeOf(image, 'alt') ?? '' };
  }
  const topic = getTopics(language).find(({ id }) => id === data.topics[0]);
  return topic ? sectionPicture(topicCard(topic)) : pictureOfSection(address, words(language));
}
