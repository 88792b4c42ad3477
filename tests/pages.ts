import { globSync, readFileSync } from 'node:fs';

/** One page of each kind, as a reader calls it. */
export const KINDS = {
  home: '/',
  text: '/program/',
  'long text': '/strategy/',
  categories: '/content/',
  category: '/content/films-and-dramas/',
  archive: '/news/',
  'page of the archive': '/news/page/2/',
  year: '/news/2025/',
  topic: '/news/topic/law/',
  post: '/news/2017/design-award/',
  statistics: '/statistics/',
  charts: '/charts/',
  chart: '/charts/stages/',
  figure: '/statistics/fdff-sent-total-2022/',
  sources: '/sources/',
  method: '/method/',
  glossary: '/glossary/',
  corrections: '/corrections/',
  'time line': '/timeline/',
  'time line of one kind': '/timeline/law/',
  data: '/data/',
  feeds: '/feeds/',
  search: '/search/',
  giving: '/give/',
  'check list': '/give/collection/',
  'packing slip': '/give/packing-slip/',
  'wrong address': '/no-such-page/',
} as const;

/** A built page. */
export interface BuiltPage {
  /** Path of the file below dist/. */
  file: string;
  address: string;
  html: string;
}

/** Every HTML file of the built site. */
export function builtPages(): BuiltPage[] {
  return globSync('**/*.html', { cwd: 'dist' })
    .sort()
    .map((file) => ({
      file,
      address: `/${file.replace(/index\.html$/, '')}`,
      html: readFileSync(`dist/${file}`, 'utf8'),
    }));
}
