import { getEvents, getFigures, getLaws, getPosts, getSeries, getSources } from './content.ts';
import { openData, type OpenData } from './open-data/files.ts';

/** The open data of the site: its tables with their files. @param base address of the site */
export async function getOpenData(base: URL | undefined): Promise<OpenData> {
  if (!base) throw new Error('The open data names whole addresses: set `site` in astro.config.mjs.');
  const [figures, series, sources, posts, events, laws] = await Promise.all([
    getFigures(),
    getSeries(),
    getSources(),
    getPosts(),
    getEvents(),
    getLaws(),
  ]);
  return openData({ figures, series, sources, posts, events, laws }, base);
}
