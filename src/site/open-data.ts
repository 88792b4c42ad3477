import { getCharts, getEvents, getFigures, getLaws, getPosts, getSources, once } from './content.ts';
import { defaultLanguage } from '../site.ts';
import { openData, type OpenData } from './open-data/files.ts';

/** The open data of the site: its tables with their files. */
export const getOpenData = once(async (): Promise<OpenData> => {
  const [figures, charts, sources, posts, events, laws] = await Promise.all([
    getFigures(),
    getCharts(defaultLanguage),
    getSources(),
    getPosts(),
    getEvents(defaultLanguage),
    getLaws(defaultLanguage),
  ]);
  return openData({ figures, charts, sources, posts, events, laws });
});
