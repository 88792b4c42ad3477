import { keptFor } from '../rules/lazy.ts';

/** A picture of a text as Astro has drawn it for a page: the largest of its widths. */
export interface ToldPicture {
  /** Path below content/images. */
  src: string;
  url: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** While nobody tells of pictures, as in the preview, the original stands for the drawn one. */
const original = (src: string): ToldPicture => ({ src, url: `/content/images/${src}` });
let find: (src: string) => ToldPicture | Promise<ToldPicture> = original;

/** A picture of a text, for what Astro does not draw, as feeds. @throws if no page shows it */
export const pictureOf = (src: string) => find(src);

/** From here on `pictureOf` waits until `tell` tells of a picture, or `end` that no more of them come. */
export function waitForPictures() {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const place = keptFor((_: string) => Promise.withResolvers<ToldPicture>());
  find = (src) => {
    const lost = over.then((): never => {
      throw new Error(`No page shows the picture “${src}”.`);
    });
    return Promise.race([place(src).promise, lost]);
  };
  return { tell: (picture: ToldPicture) => place(picture.src).resolve(picture), end };
}
