import { getCharts, getEvents, getFigures, getLaws, getPosts, getSources, onceForAll } from './content.ts';
import { defaultLanguage } from '../site.ts';
import { openData } from './open-data/files.ts';

/** The day up to which laws are known: the newest on which one, or what it rests on, was checked or changed. */
export const lawsKnown = (): string =>
  getOpenData().sets.find(({ table }) => table.name === 'laws')?.date ?? getOpenData().date;

/** The open data of the site: its tables with their files. */
export const getOpenData = onceForAll(() => {
  const figures = getFigures(defaultLanguage);
  const charts = getCharts(defaultLanguage);
  const sources = getSources(defaultLanguage);
  const posts = getPosts(defaultLanguage);
  const events = getEvents(defaultLanguage);
  const laws = getLaws(defaultLanguage);
  return openData({ figures, charts, sources, posts, events, laws });
});
