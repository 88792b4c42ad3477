import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { dictionaryFor } from '../i18n/dictionary.ts';
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
import type { ToldPicture } from './told-pictures.ts';

const FOLDER = '/content/images/';
const originals = import.meta.glob<ImageMetadata>('/content/images/**/*.{jpg,jpeg,png,webp,avif}', {
  import: 'default',
});

/**
 * The original of a picture, to be drawn from. Reading its width or address makes Astro publish it.
 * @param src path below content/images
 * @throws if there is no such picture
 */
function originalPicture(src: string): Promise<ImageMetadata> {
  const load = originals[FOLDER + src];
  if (!load) throw new Error(`<Image>: there is no picture “${src}”. Pictures lie in content/images.`);
  return load();
}

/** For the column of text, and for screens with two dots a pixel. */
const WIDTHS = [480, 800, 1400];

/** A picture drawn as WebP in several widths: the largest, of which the build is told, and the set of all. @throws as above */
export async function responsivePicture(src: string) {
  // Reading width or src of an original makes Astro publish it; its drawings know their own width.
  const { srcSet } = await getImage({ src: await originalPicture(src), format: 'webp', widths: WIDTHS });
  const { url = '', transform } = srcSet.values.at(-1) ?? {};
  const picture: ToldPicture = { src, url, width: transform?.width, height: transform?.height };
  if (process.connected) process.send?.(picture);
  return { ...picture, set: srcSet.attribute };
}

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
  return topic ? sectionPicture(topicCard(topic)) : pictureOfSection(address, dictionaryFor(language));
}
