import { globSync, readFileSync } from 'node:fs';
import { languageOf } from '../src/rules/addresses.ts';
import { addressOfFile, kindOf } from '../src/rules/kinds.ts';
import { defaultLanguage, type Language } from '../src/site.ts';

const files = globSync('**/*.html', { cwd: 'dist' }).sort();

/** The page of each kind in the plan of the site that is tested for all of them, where it is not the first. */
const EXAMPLES = {
  statistics: '/statistics/',
  'time line': '/timeline/',
  text: '/program/',
  category: '/content/films-and-dramas/',
  'next page': '/news/page/2/',
  year: '/news/2025/',
  topic: '/news/topic/law/',
  post: '/news/2017/design-award/',
  chart: '/charts/stages/',
  figure: '/statistics/fdff-sent-total-2022/',
  'time line of one kind': '/timeline/law/',
  'wrong address': '/no-such-page/',
} as const;

const addresses = files.map(addressOfFile).filter((address) => languageOf(address) === defaultLanguage);
const firstOfKind: Record<string, string> = Object.fromEntries(
  [...Map.groupBy(addresses, kindOf)].map(([kind, [first = '']]) => [kind, first]),
);

/** One page of each kind, as a reader calls it, and texts that are unlike others. */
export const KINDS = {
  ...firstOfKind,
  ...EXAMPLES,
  'long text': '/strategy/',
  'much drawn': '/how-it-travels/',
  method: '/method/',
  glossary: '/glossary/',
  giving: '/give/',
  'check list': '/give/collection/',
  'packing slip': '/give/packing-slip/',
  notice: '/give/collection/notice/',
  wiping: '/give/wipe/',
  calculator: '/give/what-a-gift-does/',
  'Korean home': '/ko/',
  'Korean text': '/ko/strategy/law/',
  'Korean archive': '/ko/news/',
};

/** A built page. */
export interface BuiltPage {
  /** Path of the file below dist/. */
  file: string;
  address: string;
  html: string;
}

/** The address that a page names as that of its words: its own, or that of the original where it stands in the words of another. */
export const canonicalOf = ({ html }: BuiltPage): string =>
  /<link rel="canonical" href="https?:\/\/[^/"]+([^"]*)"/.exec(html)?.[1] ?? '';

/** Whether a page stands in the words of another. */
export const isBorrowed = (page: BuiltPage): boolean => canonicalOf(page) !== page.address;

/** Every HTML file of the built site, or those in one language. */
export function builtPages(language?: Language): BuiltPage[] {
  return files
    .map((file) => ({ file, address: addressOfFile(file) }))
    .filter(({ address }) => language === undefined || languageOf(address) === language)
    .map(({ file, address }) => ({ file, address, html: readSite(file) }));
}

/** The HTML of the built pages by their addresses. */
export const pagesByAddress = (language?: Language) =>
  new Map(builtPages(language).map(({ address, html }) => [address, html]));

/** A file of the built site as text, without what keeps a word on one line. */
export const readSite = (path: string) =>
  readFileSync(`dist/${path}`, 'utf8').replace(/<span data-whole>([\p{L}-]+)<\/span>/gu, '$1');

/** A file of data as editors have written it. */
export const contentData = <T>(file: string) =>
  JSON.parse(readFileSync(`content/data/${file}.json`, 'utf8')) as T;
