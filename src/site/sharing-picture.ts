import { getImage } from 'astro:assets';
import { words } from '../i18n/dictionary.ts';
import type { MdxNode } from '../rules/markdown.ts';
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

/** The picture with which a link to a post is shown: cut from the first picture of its text, or else that of its first topic. */
export async function postPicture(
  { address, tree, data }: Post,
  language: Language,
): Promise<SharingPicture> {
  const image = firstImage(tree);
  if (image) {
    const { src } = await getImage({
      src: await originalPicture(image.src),
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
      fit: 'cover',
      // Not every network reads WebP.
      format: 'jpeg',
    });
    return { address: src, alt: image.alt };
  }
  const topic = (await getTopics(language)).find(({ id }) => id === data.topics[0]);
  return topic ? sectionPicture(topicCard(topic, language)) : pictureOfSection(address, words(language));
}

/** What the first tag of a picture says, below a node or of it. */
function firstImage({
  name,
  attributes = [],
  children = [],
}: MdxNode): { src: string; alt: string } | undefined {
  if (name === 'Image') {
    const attribute = (wanted: string) => String(attributes.find((one) => one.name === wanted)?.value ?? '');
    return { src: attribute('src'), alt: attribute('alt') };
  }
  for (const child of children) {
    const found = firstImage(child);
    if (found) return found;
  }
  return undefined;
}
