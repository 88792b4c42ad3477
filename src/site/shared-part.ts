/** A part that many pages share, as Astro tells the build of it. */
export interface SharedPart {
  name: string;
  html: string;
}

/** Stands in a drawn page where a part goes that others share. */
export const placeOfPart = (name: string): string => `<!--${COMMENT}${name}-->`;

/** How the comment begins that stands in the place of a part. */
export const COMMENT = 'shared: ';

const told = new Map<string, Promise<void>>();

/**
 * What `draw` gives, where nobody waits for it. In the process of Astro that a build started it is
 * drawn once, the build is told of it, and its place stands in every page.
 */
export async function sharedPart(name: string, draw: () => Promise<string>): Promise<string> {
  if (!process.connected) return draw();
  const tell = async () => void process.send?.({ name, html: await draw() } satisfies SharedPart);
  const telling = told.get(name) ?? tell();
  told.set(name, telling);
  // A page that has its place waits too: the build fills it from what it was told before.
  await telling;
  return placeOfPart(name);
}
