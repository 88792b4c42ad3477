import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { dictionaryFor } from '../i18n/dictionary.ts';
import { UNDATED } from '../rules/dates.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkOptions, contentReader } from '../checks/check-content.ts';
import { localDay } from '../checks/check-dates.ts';
import { jsonIn, type AddedText } from '../checks/content-files.ts';
import { messageFor } from '../checks/message-language.ts';
import { formatProblem, type Problem } from '../checks/problems.ts';
import { NOTE } from '../checks/template-remains.ts';
import { command, complain } from './command.ts';
import { writeTranslation } from './new-translation.ts';
import { fileName, frontMatter, postPath, type Answers } from './new-post.ts';

interface Question {
  text: string;
  /** Whether the answers so far make the question needed. */
  when?: (answers: Answers) => boolean;
  /** What there is to choose from, each with what it means; printed above the question. */
  choices?: (root: string, language: Language) => [id: string, meaning: string][];
}

const isCoverage = ({ kind }: Answers) => kind !== 'update';

/** What is asked, by field; each is an option too. */
const QUESTIONS: Record<keyof Answers, Question> = {
  kind: {
    text: 'Kind (coverage or update)',
    choices: () => [
      ['coverage', 'somebody else’s report: we name it, sum it up and link to it'],
      ['update', 'our own notice'],
    ],
  },
  title: { text: 'Title, in your own words, without a figure (5 to 90 characters)' },
  name: {
    text: 'Short name for the address, in Latin letters, as in court-ruling',
    when: ({ title = '' }) => fileName(title) === '',
  },
  date: { text: 'Date, as far as it is known (2026-03-14, 2026-03, 2026 or undated)' },
  dateNote: { text: 'What is known about its date (a sentence)', when: ({ date }) => date === UNDATED },
  publisher: { text: 'Publisher, as spelt in other posts', when: isCoverage },
  url: { text: 'Address of the report (empty if none can be given)', when: isCoverage },
  noUrl: {
    text: 'Why no address is given (a sentence)',
    when: (answers) => isCoverage(answers) && !answers.url,
  },
  language: { text: 'Language of the report (en, ko, ja …)', when: isCoverage },
  topics: {
    text: 'Topics, one to six ids with commas between them',
    choices: (root, language) => {
      const topics = jsonIn(join(root, TOPICS)) as { id: string; label: string }[];
      const own = join(root, TOPICS.replace('content/', `content/${language}/`));
      const words = (tryOrUndefined(() => jsonIn(own)) ?? {}) as Record<string, { label?: string }>;
      return topics.map(({ id, label }) => [id, words[id]?.label ?? label]);
    },
  },
  certainty: {
    text: 'How sure it is (official, reported or claimed)',
    choices: (_, language) => Object.entries(dictionaryFor(language).certainty),
  },
  summary: { text: 'Summary, one or two sentences without a figure (40 to 220 characters)' },
};
const FIELDS = Object.keys(QUESTIONS) as (keyof Answers)[];
const TOPICS = 'content/data/topics.json';

const optionOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const HELP = `npm run new asks for what a post needs, or takes it as options:

  npm run new -- --kind coverage --title "…" --date 2026-03 --publisher "…" --url https://… --language en --topics law,radio --certainty reported --summary "…"

Options: ${FIELDS.map((field) => `--${optionOf(field)}`).join(', ')}.

A translation of a text, with its tags:

  npm run new -- --lang ko content/en/pages/give.mdx

A post in Korean alone, asked for in Korean, or by the same options: npm run new -- --lang ko`;

/** What is wrong with a new post: a sentence, and the field that it is about, where there is one. */
interface Fault {
  message: string;
  field?: PropertyKey | undefined;
}

/** Gives what a text would be wrong with, and the content is not without it. */
type Check = (added: AddedText) => Promise<Problem[]>;

/** @param signal ends the check between two texts, and behind the last */
async function checkOfAdded(root: string, signal?: AbortSignal): Promise<Check> {
  const read = contentReader(root);
  const betweenTexts = async () => {
    await setImmediate();
    signal?.throwIfAborted();
  };
  const problems = async (added?: AddedText) => {
    const reading = await read({ ...checkOptions(root), betweenTexts, added });
    await betweenTexts();
    return reading.problems;
  };
  const before = new Set((await problems()).map(formatProblem));
  return async (added) => (await problems(added)).filter((problem) => !before.has(formatProblem(problem)));
}

/** Writes the file of a post, if the check finds nothing wrong with it. */
async function writePost(
  answers: Answers,
  root: string,
  today: string,
  check: Check,
  language: Language,
): Promise<Fault[]> {
  const path = postPath(answers, language);
  const file = join(root, path);
  const fault = (message: string, field = 'name'): Fault[] => [{ message: messageFor(path, message), field }];
  if (path.endsWith('/.mdx') && !answers.title)
    return fault('The field “title” is missing. Write a title as text.', 'title');
  if (path.endsWith('/.mdx'))
    return fault(
      'The title has no Latin letters to make an address of. Give a short name for it, as in court-ruling.',
    );
  if (existsSync(file))
    return fault(`${path} exists already and stays as it is. Give another title or a short name of its own.`);
  const matter = frontMatter(answers, today);
  const text = `${matter}\n{/* ${messageFor(path, NOTE)} */}\n`;
  // The check refuses the note until the text is written.
  const isOfNote = (problem: Problem) => problem.path === path && problem.line > matter.split('\n').length;
  const faults = (await check({ path, text })).filter((problem) => !isOfNote(problem));
  if (faults.length === 0) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
  return faults.map(({ message, path: at, field }) => ({
    message,
    field: at === path ? field?.[0] : undefined,
  }));
}

/** How `npm run new` talks with the editor. */
export interface Conversation {
  ask: (question: string) => Promise<string>;
  say: (line: string) => void;
  /** Tells that the editor breaks off while nothing is asked. */
  signal?: AbortSignal;
}

/**
 * Asks for everything that a post needs and writes its file. What the check finds wrong is
 * told, and asked for again.
 * @returns the answers of which the file was made
 */
export async function askAndWrite(
  { ask, say, signal }: Conversation,
  root: string,
  today: string,
  language: Language = defaultLanguage,
): Promise<Answers> {
  const told = (text: string) => messageFor(`content/${language}/news`, text);
  const check = await checkOfAdded(root, signal);
  let answers: Answers = {};
  let wrong = new Set<PropertyKey | undefined>();
  for (;;) {
    const given: Answers = {};
    for (const field of FIELDS) {
      const { text, when, choices } = QUESTIONS[field];
      const isWrong = wrong.has(field) || wrong.has(undefined);
      if (!isWrong && when && !when(given)) continue;
      const known = answers[field];
      if (known === undefined || isWrong) {
        for (const [id, meaning] of choices?.(root, language) ?? [])
          say(`  ${id.padEnd(12)}${told(meaning)}`);
        given[field] = cleaned(await ask(`${told(text)}: `));
      } else given[field] = known;
    }
    answers = given;
    const faults = await writePost(answers, root, today, check, language);
    if (faults.length === 0) return answers;
    for (const { message } of faults) say(message);
    wrong = new Set(faults.map(({ field }) => (FIELDS.includes(field as keyof Answers) ? field : undefined)));
  }
}

/** An answer on one line, without signs that nobody sees; joiners within letters and emoji stay. */
const cleaned = (answer: string) =>
  answer
    .replace(/(?![\u200C\u200D\uFE0F])\p{Default_Ignorable_Code_Point}|[\u200E\u200F]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Writes the file of a new post, from options or, without any, from questions. @returns the exit code */
export function run(args: string[], root: string, today: string): Promise<number> {
  const names = ['lang', ...FIELDS.map(optionOf)];
  const takes = {
    ...{ args, help: HELP },
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: args.some((one) => /^--lang(?:=|$)/.test(one)),
  };
  return command(takes, async ({ values, positionals: [original, ...others] }) => {
    if (!tryOrUndefined(() => jsonIn(join(root, TOPICS))))
      throw new Error('content/data cannot be read. Go to the folder of the project, run “npm run check”.');
    const language = site.languages.find((one) => one === (values['lang'] ?? defaultLanguage));
    if (!language || (original !== undefined && language === defaultLanguage))
      throw new Error(`Texts are translated into ${site.languages.slice(1).join(', ')}.`);
    if (others.length > 0) throw new Error('One text is translated at a time. Name the others later.');
    /** Names the file that was written, and what comes next, in its language. */
    const done = (path: string, next: string) => console.log(`${path}\n${messageFor(path, next)}`);
    if (original !== undefined) return done(await writeTranslation(root, original, language), TRANSLATE);
    let answers: Answers | undefined = Object.fromEntries(
      FIELDS.map((field) => [field, values[optionOf(field)]] as const)
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [field, cleaned(String(value))]),
    );
    if (Object.keys(answers).length > 0) {
      const faults = await writePost(answers, root, today, await checkOfAdded(root), language);
      if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    } else answers = await onTerminal((conversation) => askAndWrite(conversation, root, today, language));
    if (answers) return done(postPath(answers, language), WRITE);
    complain('\nNothing was written.');
    return EXIT_STOPPED;
  });
}

/** As shells have it for what was stopped by Ctrl+C. */
const EXIT_STOPPED = 130;
const WRITE =
  'Next: open this file, write the text and delete the note in it, then run “npm run check”. The path becomes the address.';
const TRANSLATE =
  'Next: write your words over those of the original, keep the tags, then run “npm run check”.';

/** Talks on the terminal; gives nothing where the editor stops. */
async function onTerminal<T>(talk: (conversation: Conversation) => Promise<T>): Promise<T | undefined> {
  using terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Keeps what is typed before a question is there: it is the answer to the next one.
  const lines = terminal[Symbol.asyncIterator]();
  const stopping = new AbortController();
  let isOpen = true;
  terminal.once('close', () => (isOpen = false));
  terminal.once('SIGINT', () => stopping.abort());
  stopping.signal.addEventListener('abort', () => terminal.close());
  const ask = async (question: string) => {
    terminal.setPrompt(question);
    if (isOpen) terminal.prompt();
    const { value, done } = await lines.next();
    if (done) stopping.abort();
    stopping.signal.throwIfAborted();
    return value as string;
  };
  try {
    return await talk({ ask, say: console.log, signal: stopping.signal });
  } catch (error) {
    if (stopping.signal.aborted) return undefined;
    throw error;
  }
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), localDay(new Date()));
}
