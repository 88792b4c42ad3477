import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { postAddress } from '../rules/addresses.ts';
import { localDay } from '../checks/check-dates.ts';
import { cleaned, faultsOf, postPath, postText, type Answers, type Surroundings } from './new-post.ts';
import { nearMiss } from '../checks/problems.ts';
import { askAll, listed } from './questions.ts';

/** The options, each with the field that it fills. */
const OPTIONS: Record<string, keyof Answers> = {
  kind: 'kind',
  title: 'title',
  date: 'date',
  'date-note': 'dateNote',
  name: 'name',
  publisher: 'publisher',
  url: 'url',
  'no-url': 'noUrl',
  language: 'language',
  topics: 'topics',
  certainty: 'certainty',
  summary: 'summary',
};

const HELP = `npm run new asks for what a post needs, or takes it as options:

  npm run new -- --kind coverage --title "…" --date 2026-03 --publisher "…" --url https://… --language en --topics law,radio --certainty reported --summary "…"

Options: ${Object.keys(OPTIONS)
  .map((name) => `--${name}`)
  .join(', ')}.`;

/**
 * Writes the file of a new post, from options or, without any, from questions.
 * @param root folder that holds `content/`
 * @param today day as YYYY-MM-DD, on which the post is added
 * @returns the exit code: 0 for a file that was written
 */
export async function run(args: readonly string[], root: string, today: string): Promise<number> {
  if (args.includes('--help')) return say(HELP);
  const known = surroundings(root);
  if (!known)
    return fail('content/data cannot be read. Go to the folder of the project, run “npm run check”.');

  let answers: Answers | undefined;
  if (args.length > 0) {
    const given = readOptions(args);
    const faults = [...given.faults, ...optionFaults(given.answers, today, known)];
    if (faults.length > 0) return fail(faults.join('\n'));
    answers = given.answers;
  } else {
    answers = await converse(today, known);
    if (!answers) return fail('\nNothing was written.', 130);
  }
  return write(answers, root, today);
}

function write(answers: Answers, root: string, today: string): number {
  const path = postPath(answers);
  try {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // `wx`: a file that is there stays as it is.
    writeFileSync(join(root, path), postText(answers, today), { flag: 'wx' });
  } catch (error) {
    return fail(`${path} was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
  const address = postAddress(
    path
      .split('/')
      .slice(-2)
      .join('/')
      .replace(/\.mdx$/, ''),
  );
  return say(
    `${path}\nNext: open this file, write the text and delete the note in it, then run “npm run check”. The post will stand at ${address}.`,
  );
}

/** Answers from the command line, and what is wrong with the options themselves. */
function readOptions(args: readonly string[]): { answers: Answers; faults: string[] } {
  const names = Object.keys(OPTIONS);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const faults: string[] = [];
  const answers: Record<string, string | string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') {
      faults.push(`“${token.value}” belongs to no option. Put a text of several words in quotes.`);
    } else if (token.kind === 'option') {
      const field = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name] : undefined;
      if (field === undefined) {
        faults.push(`There is no option ${token.rawName}.${nearMiss(token.name, names)}`);
      } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
        faults.push(`${token.rawName} needs a value after it.`);
      } else {
        const answer = cleaned(token.value);
        answers[field] = field === 'topics' ? listed([answers[field] ?? '', answer].join(',')) : answer;
      }
    }
  }
  return { answers, faults };
}

function optionFaults(answers: Answers, today: string, known: Surroundings): string[] {
  return faultsOf(answers, today, known).map(({ field, message }) => {
    const option = Object.entries(OPTIONS).find(([, name]) => name === field)?.[0] ?? field;
    return `--${option}${answers[field] === undefined && field !== 'name' ? ' is missing' : ''}: ${message}`;
  });
}

/** Asks on the terminal; nothing, where the editor breaks off. */
async function converse(today: string, known: Surroundings): Promise<Answers | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closing = new AbortController();
  terminal.on('close', () => closing.abort());
  const ask = (question: string) => terminal.question(question, { signal: closing.signal });
  try {
    return await askAll({ ask, say: console.log }, today, known);
  } catch (error) {
    if (closing.signal.aborted) return undefined;
    throw error;
  } finally {
    terminal.close();
  }
}

/** What the content says already; nothing, where it cannot be read. */
function surroundings(root: string): Surroundings | undefined {
  const list = (file: string) =>
    JSON.parse(readFileSync(join(root, 'content/data', file), 'utf8')) as Record<string, string>[];
  try {
    const posts = globSync('content/*/news/*/*.mdx', { cwd: root }).map(
      (path) => [/^url:\s*["']?([^"'\s]+)/m.exec(readFileSync(join(root, path), 'utf8'))?.[1], path] as const,
    );
    const sources = list('sources.json').map(({ url }) => [url, 'content/data/sources.json'] as const);
    const official = list('organisations.json').flatMap(({ url = '' }) =>
      URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : [],
    );
    return {
      topics: new Map(list('topics.json').map(({ id = '', label = '' }) => [id, label])),
      addresses: new Map([...sources, ...posts].flatMap(([url, place]) => (url ? [[url, place]] : []))),
      hosts: new Set(official),
      taken: (path) => existsSync(join(root, path)),
    };
  } catch {
    return undefined;
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function fail(text: string, code = 1): number {
  console.error(text);
  return code;
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), localDay(new Date()));
}
