import { getImage } from 'astro:assets';
import { parseMdx, type MdxNode } from '../checks/check-markup.ts';
import { words } from '../i18n/dictionary.ts';
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
  { address, body, data }: Post,
  language: Language,
): Promise<SharingPicture> {
  const image = firstImage(body);
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

/** The first picture of a text, by its tag. */
function firstImage(body: string): { src: string; alt: string } | undefined {
  const tree = body.includes('<Image') ? parseMdx(body, () => {}) : undefined;
  const tag = tree && find(tree);
  const attribute = (name: string) =>
    String(tag?.attributes?.find((attribute) => attribute.name === name)?.value ?? '');
  return tag && { src: attribute('src'), alt: attribute('alt') };
}

function find(node: MdxNode): MdxNode | undefined {
  if (node.name === 'Image') return node;
  for (const child of node.children ?? []) {
    const found = find(child);
    if (found) return found;
  }
  return undefined;
}
