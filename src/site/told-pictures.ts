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
  const pictures = new Map<string, PromiseWithResolvers<ToldPicture>>();
  const place = (src: string) => {
    const known = pictures.get(src) ?? Promise.withResolvers<ToldPicture>();
    pictures.set(src, known);
    return known;
  };
  find = (src) => place(src).promise;
  return {
    tell: (picture: ToldPicture) => place(picture.src).resolve(picture),
    end: () => {
      const missing = (src: string) => new Error(`No page shows the picture “${src}”.`);
      for (const [src, { reject }] of pictures) reject(missing(src));
      find = (src) => pictures.get(src)?.promise ?? Promise.reject(missing(src));
    },
  };
}
