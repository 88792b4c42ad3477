/** A picture of a text as Astro has drawn it for a page: the largest of its widths. */
export interface ToldPicture {
  /** Path below content/images. */
  src: string;
  url: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** While nobody tells of pictures, as in the preview, the original stands for the drawn one. */
let find = (src: string): ToldPicture => ({ src, url: `/content/images/${src}` });

/** A picture of a text, for what Astro does not draw, as feeds. @throws if no page shows it */
export const pictureOf = (src: string) => find(src);

/** From here on `pictureOf` gives the pictures that were told of, and no other. @returns what is told of each */
export function keepPictures(): (picture: ToldPicture) => void {
  const told = new Map<string, ToldPicture>();
  find = (src) => {
    const picture = told.get(src);
    if (!picture) throw new Error(`No page shows the picture “${src}”.`);
    return picture;
  };
  return (picture) => told.set(picture.src, picture);
}
