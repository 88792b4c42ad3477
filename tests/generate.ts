import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
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
  series: readonly string[];
  sources: readonly string[];
  organisations: readonly string[];
  topics: readonly string[];
  /** Paths below content/images. */
  pictures: readonly string[];
  /** Addresses of pages of the site. */
  pages: readonly string[];
}

const PROJECT = resolve(import.meta.dirname, '..');
const PICTURES = ['made/one.jpg', 'made/two.jpg', 'made/three.jpg'];

const [FIRST_YEAR, LAST_YEAR] = [2000, 2025];
const WORDS_A_POST = 500;

const ENGLISH =
  'the a of to and in on by for with that which who group drive card film lesson border river market radio court law report reader listener channel week winter summer month history school teacher voice phone letter house city village news number question answer road boat night morning language song page book copy window light says shows sends reads hears finds carries keeps learns asks tells names counts opens closes begins ends remains small large old new quiet careful public private open early late known unknown often seldom again still perhaps together'.split(
    ' ',
  );
const KOREAN =
  '정보 자유 영화 드라마 라디오 국경 시장 학교 책 소식 노래 편지 사람들 이야기 공부 휴대전화 저장장치 단체 법 재판소 보고서 바깥세상 겨울 밤 강 마을 도시 목소리 질문 대답'.split(
    ' ',
  );
const PUBLISHERS = [
  'The Made-up Daily',
  'Example News',
  'Border Notes',
  '가상 신문',
  'Radio Example',
  'The Trial Review',
];

/**
 * One made-up coverage post or update of about 500 words, English and Korean, with every
 * tag that posts may hold. It depends on its arguments alone.
 * @param index number of the post, from 0; it makes address, title and source unlike any other
 * @param seed chooses words, dates and tags
 */
export function madePost(index: number, seed: number, names: Names): { path: string; text: string } {
  const random = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  };
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(list))),
  ];
  const word = () => one(random() < 0.12 ? KOREAN : ENGLISH);
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = (tag = '') => {
    const text = words(8 + Math.floor(random() * 9));
    return `${text[0]?.toUpperCase()}${text.slice(1)}${tag && ` ${tag}`}.`;
  };
  const paragraph = (...endings: string[]) =>
    [sentence(), ...endings.map(sentence), sentence(), sentence()].join(' ');

  const name = lettersOf(index);
  const year = String(FIRST_YEAR + Math.floor(random() * (LAST_YEAR - FIRST_YEAR + 1)));
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const isUpdate = index % 7 === 3;
  const whole = `${year}-${month}-${day}`;
  const date = isUpdate ? whole : one([whole, whole, `${year}-${month}`, year]);
  const hasPictures = index % 20 === 0;

  const matter = [
    `kind: ${isUpdate ? 'update' : 'coverage'}`,
    `title: "A made-up report named ${name}, of ${words(3)}"`,
    `summary: "${sentence()} It is made up for trials, and nothing in it is so."`,
    `date: ${date}`,
    'added: 2026-01-01',
    `topics: [${some(names.topics, 4).join(', ')}]`,
    `certainty: ${one(['official', 'reported', 'claimed'])}`,
    ...(isUpdate
      ? []
      : [
          `publisher: "${one(PUBLISHERS)}"`,
          `url: "https://reports.invalid/${year}/${name}?page=${index}"`,
          `language: ${one(['en', 'ko', 'de'])}`,
        ]),
    ...(index % 11 === 5
      ? ['changes:', '  - date: 2026-01-01', '    kind: correction', `    what: "${sentence()}"`]
      : []),
    ...(hasPictures ? ['safetyReview:', '  role: "Editor for trials"', '  date: 2026-01-01'] : []),
  ];

  const figure = () => `<Figure id="${one(names.figures)}" />`;
  const source = () => `<Source id="${one(names.sources)}" />`;
  const image = () =>
    `<Image src="${one(names.pictures)}" alt="A made-up picture" caption="${sentence()}" credit="Made for trials" people="no" />`;
  const enclosed = (open: string, close: string, inside = paragraph(source())) =>
    `${open}\n\n${inside}\n\n${close}`;

  const blocks = [
    paragraph(figure()),
    paragraph(source(), `<Figure id="${one(names.figures)}" unit="hide" /> ${word()}`),
    `## The ${words(3)}`,
    paragraph(`[${words(2)}](${one(names.pages)})`),
    enclosed(`<Callout title="What ${words(2)}">`, '</Callout>'),
    Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
    enclosed(`<Quote source="${one(names.sources)}" by="A made-up speaker">`, '</Quote>', sentence()),
    `### 소식: ${words(3)}`,
    `| ${word()} | ${word()} |\n| --- | --- |\n| ${words(3)} | ${words(2)} ${source()} |`,
    `<Chart id="${one(names.series)}" />`,
    `<Official id="${one(names.organisations)}" />`,
    ...(hasPictures
      ? [image(), `<Gallery title="Two pictures">\n\n${image()}\n\n${image()}\n\n</Gallery>`]
      : []),
  ];
  let count = blocks.join(' ').split(/\s+/).length;
  while (count < WORDS_A_POST) {
    const more = paragraph(`**${words(2)}**`);
    blocks.push(more);
    count += more.split(' ').length;
  }
  return {
    path: `content/en/news/${year}/made-${name}.mdx`,
    text: `---\n${matter.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`,
  };
}

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
    series: list('statistics.json', 'series'),
    sources: [...list('sources.json'), ...posts.map((path) => path.replace(/\.mdx$/, ''))],
    organisations: list('organisations.json'),
    topics: list('topics.json'),
    pictures: PICTURES,
    pages: ['/', '/statistics/', '/news/', '/sources/'],
  };
}

/** Writes the real content, some pictures and so many made-up posts into a folder. */
export async function writeSite(folder: string, count: number, seed: number): Promise<void> {
  for (const part of ['content', 'public'])
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
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
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
