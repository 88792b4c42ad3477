import { cpSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { PROJECT, put } from './build/copy.ts';
import { ENDINGS, KOREAN, OBJECTS, PUBLISHERS, REMARKS, SUBJECTS, THEMES, VERBS } from './made-words.ts';
import { randomNumbers } from './random.ts';

/*
 * Writes a large site to try things on: the real content, and as many made-up posts as
 * asked for. The same seed gives the same bytes.
 *
 *     node tests/generate.ts <folder> <count> [seed]
 */

/** What made-up posts may name. */
export interface Names {
  figures: readonly string[];
  charts: readonly string[];
  sources: readonly string[];
  organisations: readonly string[];
  drawings: readonly string[];
  topics: readonly string[];
  /** Paths below content/images. */
  pictures: readonly string[];
  /** Addresses of pages of the site. */
  pages: readonly string[];
}

const PICTURES = ['made/one.jpg', 'made/two.jpg', 'made/three.jpg'];

const [FIRST_YEAR, LAST_YEAR] = [2012, 2026];
/** Later than every made-up date. */
const ADDED = '2026-07-01';
const [FEWEST_WORDS, MOST_WORDS] = [150, 400];

/** Chooses by a seed: the same seed gives the same choices. */
function chooser(seed: number, index: number, purpose: number) {
  const random = randomNumbers(
    Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b) ^ Math.imul(purpose, 0xc2b2ae35),
  );
  const below = (end: number) => Math.floor(random() * end);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  };
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => one(list))),
  ];
  return { below, one, some, happens: (share: number) => random() < share };
}

/** Kind, date and place of a made-up post: what other posts that link to it must know. */
function frameOf(index: number, seed: number) {
  const { below, one } = chooser(seed, index, 1);
  const isUpdate = index % 7 === 3;
  const year = FIRST_YEAR + below(LAST_YEAR - FIRST_YEAR + 1);
  const month = `${year}-${two(1 + below(year === LAST_YEAR ? 6 : 12))}`;
  const day = `${month}-${two(1 + below(28))}`;
  const date = isUpdate ? day : one([day, day, day, day, month, month, `${year}`, 'undated']);
  return { isUpdate, date, place: `${date === 'undated' ? date : year}/made-${lettersOf(index)}` };
}

const two = (part: number) => String(part).padStart(2, '0');

/**
 * One made-up coverage post or update of 150 to 400 words, mostly English. It names figures,
 * sources and posts that were made before it; some hold a quotation, a table, a list, a chart
 * or pictures. It depends on its arguments alone.
 * @param index number of the post, from 0; it makes address, title and source unlike any other
 * @param seed chooses words, dates and tags
 */
export function madePost(index: number, seed: number, names: Names): { path: string; text: string } {
  const { below, one, some, happens } = chooser(seed, index, 2);
  const said = new Set<string>();
  const sentence = (tag = ''): string => {
    const words = `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} ${one(ENDINGS)}.`;
    // The check takes no paragraph twice.
    if (said.has(words)) return sentence(tag);
    said.add(words);
    return words + (tag && ` ${tag}`);
  };
  const paragraph = (...tags: string[]) => [sentence(), ...tags.map(sentence), one(REMARKS)].join(' ');

  const name = lettersOf(index);
  const { isUpdate, date, place } = frameOf(index, seed);
  const [theme, other] = [one(THEMES), one(THEMES)];
  const earlier = () => frameOf(below(index), seed);

  const matter = [
    `kind: ${isUpdate ? 'update' : 'coverage'}`,
    `title: "Of ${theme} and ${other === theme ? 'readers' : other}: made-up report ${name}"`,
    `summary: "The report is about ${one(OBJECTS)}. It is made up for trials: nothing in it is so."`,
    `date: ${date}`,
    ...(date === 'undated' ? ['dateNote: "The page prints no day, and no copy of it is known."'] : []),
    `added: ${ADDED}`,
    `topics: [${some(names.topics, 3).join(', ')}]`,
    `certainty: ${one(['official', 'reported', 'reported', 'claimed'])}`,
    ...(isUpdate
      ? []
      : [
          `publisher: "${one(PUBLISHERS)}"`,
          `url: "https://reports-${name}.invalid/${theme}/${index}"`,
          `language: ${one(['en', 'en', 'ko', 'ko', 'de'])}`,
        ]),
    ...(index % 40 === 5
      ? ['changes:', `  - date: ${ADDED}`, '    kind: correction', `    what: "${one(REMARKS)}"`]
      : []),
    ...(index % 20 === 0 ? ['safetyReview:', '  role: "Editor for trials"', `  date: ${ADDED}`] : []),
  ];

  const figure = () => `One count of it is <Figure id="${one(names.figures)}" />.`;
  const source = () => `<Source id="${one(names.sources)}" />`;
  const link = () => {
    const made = index > 0 && happens(0.8);
    return `See [an earlier report](${made ? `/news/${earlier().place}/` : one(names.pages)}).`;
  };
  const earlierSource = () => {
    const post = index === 0 ? undefined : earlier();
    return post === undefined || post.isUpdate ? source() : `<Source id="${post.place}" />`;
  };
  const image = () =>
    `<Image src="${one(names.pictures)}" alt="A made-up picture" caption="${sentence()}" credit="Made for trials" people="no" />`;
  const enclosed = (open: string, close: string, inside: string) => `${open}\n\n${inside}\n\n${close}`;

  const extras = [
    () => enclosed('<Callout title="What is not known">', '</Callout>', paragraph(source())),
    () => Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
    () => enclosed(`<Quote source="${one(names.sources)}" by="A made-up speaker">`, '</Quote>', sentence()),
    () => `| Report | Source |\n| --- | --- |\n| ${one(OBJECTS)} | “${one(KOREAN)}” ${source()} |`,
    () => `<Chart id="${one(names.charts)}" />`,
    () => `<Official id="${one(names.organisations)}" />`,
    () => `<Drawing id="${one(names.drawings)}" />`,
  ];
  const blocks = [
    paragraph(figure()),
    paragraph(source(), link()),
    ...(happens(0.5) ? [`## “${one(KOREAN)}”`] : []),
    paragraph(earlierSource()),
    ...(happens(0.2) ? [paragraph(`On the unit: <Figure id="${one(names.figures)}" unit="hide" />.`)] : []),
    ...(happens(0.5) ? some(extras, 2).map((extra) => extra()) : []),
    ...(index % 20 === 0 ? [image()] : []),
    ...(index % 60 === 0 ? [`<Gallery title="Pictures">\n\n${image()}\n\n${image()}\n\n</Gallery>`] : []),
  ];
  const length = FEWEST_WORDS + below(MOST_WORDS - FEWEST_WORDS - 60);
  while (wordsIn(blocks) < length) blocks.push(paragraph(`It is about **${one(THEMES)}**.`));
  return {
    path: `content/en/news/${place}.mdx`,
    text: `---\n${matter.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`,
  };
}

const wordsIn = (blocks: readonly string[]) => blocks.join(' ').split(/\s+/).length;

/** A number as letters, so that it is no amount: aaa, aab … */
function lettersOf(index: number): string {
  const digits = [...index.toString(26)].map((digit) => (parseInt(digit, 26) + 10).toString(36));
  return digits.join('').padStart(3, 'a');
}

/** Everything that the real content of the project gives to name. */
export function realNames(): Names {
  const list = (file: string, part?: string): string[] => {
    const data: unknown = JSON.parse(readFileSync(join(PROJECT, 'content/data', file), 'utf8'));
    const entries = part === undefined ? data : (data as Record<string, unknown>)[part];
    return (entries as { id: string }[]).map(({ id }) => id);
  };
  const posts = globSync('*/*.mdx', { cwd: join(PROJECT, 'content/en/news') })
    .filter((path) => {
      const text = readFileSync(join(PROJECT, 'content/en/news', path), 'utf8');
      return /^kind: coverage$/m.test(text) && !/^draft: true$/m.test(text);
    })
    .sort();
  return {
    figures: list('statistics.json', 'figures'),
    charts: list('statistics.json', 'charts'),
    sources: [...list('sources.json'), ...posts.map((path) => path.replace(/\.mdx$/, ''))],
    organisations: list('organisations.json'),
    drawings: list('drawings.json'),
    topics: list('topics.json'),
    pictures: PICTURES,
    pages: ['/', '/statistics/', '/news/', '/sources/'],
  };
}

/** Writes the real content, some pictures and so many made-up posts into a folder. */
export async function writeSite(folder: string, count: number, seed: number): Promise<void> {
  for (const part of ['content', 'public'].filter((name) => existsSync(join(PROJECT, name))))
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  const random = randomNumbers(seed);
  for (const path of PICTURES) {
    const file = join(folder, 'content/images', path);
    mkdirSync(dirname(file), { recursive: true });
    const [r = 0, g = 0, b = 0] = Array.from({ length: 3 }, () => Math.floor(random() * 256));
    await sharp({ create: { width: 1600, height: 1067, channels: 3, background: { r, g, b } } })
      .jpeg()
      .toFile(file);
  }
  const names = realNames();
  for (let index = 0; index < count; index++) {
    const { path, text } = madePost(index, seed, names);
    put(folder, path, text);
  }
}

if (import.meta.main) {
  const [folder, count, seed = '1'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(count ?? '') || !/^\d+$/.test(seed)) {
    console.error('node tests/generate.ts <folder> <count> [seed]');
    process.exitCode = 1;
  } else {
    await writeSite(folder, Number(count), Number(seed));
    console.log(`${count} posts written into ${folder}.`);
  }
}
