import type { ImageMetadata } from 'astro';

const FOLDER = '/content/images/';
const originals = import.meta.glob<ImageMetadata>('/content/images/**/*.{jpg,jpeg,png,webp,avif}', {
  import: 'default',
});

/**
 * The original of a picture, to be drawn from. Reading its width or address makes Astro publish it.
 * @param src path below content/images
 * @throws if there is no such picture
 */
export function originalPicture(src: string): Promise<ImageMetadata> {
  const load = originals[FOLDER + src];
  if (!load) throw new Error(`<Image>: there is no picture “${src}”. Pictures lie in content/images.`);
  return load();
}
