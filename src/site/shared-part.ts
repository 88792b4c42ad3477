/** A part that many pages share, as Astro tells the build of it. */
export interface SharedPart {
  name: string;
  html: string;
}

/** Stands in a drawn page where a part goes that others share. */
export const placeOfPart = (name: string): string => `<!--${COMMENT}${name}-->`;

/** How the comment begins that stands in the place of a part. */
export const COMMENT = 'shared: ';

const told = new Set<string>();

/**
 * What `draw` gives, where nobody waits for it. In the process of Astro that a build started it is
 * drawn once, the build is told of it, and its place stands in every page.
 */
export async function sharedPart(name: string, draw: () => Promise<string>): Promise<string> {
  if (!process.connected) return draw();
  if (!told.has(name)) {
    told.add(name);
    process.send?.({ name, html: await draw() } satisfies SharedPart);
  }
  return placeOfPart(name);
}
