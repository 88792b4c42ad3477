import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearMiss, onOneLine, quoted } from '../checks/problems.ts';
import { takeLock } from '../publish/lock.ts';
import { STAGE, WORK } from '../publish/swap.ts';

/** What an error says, without a stack. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A count with its noun. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;

/** How many are left: “1 file is left”. */
export const leftToDo = (count: number, noun: string): string =>
  `${counted(count, noun)} ${count === 1 ? 'is' : 'are'} left`;

/** Prints a fault as a terminal and a log may show it, whatever words of others are in it. */
export const complain = (message: string): void =>
  console.error(message.split('\n').map(onOneLine).join('\n'));

/**
 * Runs a command. What fails is a sentence for whoever typed it, and the exit code is 1.
 * @param main gives the exit code; nothing is 0
 */
export async function command(main: () => number | void | Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    complain(messageOf(error));
    process.exitCode = 1;
  }
}

/**
 * What stands behind the name of a command, as `parseArgs` of Node gives it.
 * @param config without options for a command that has none
 * @throws with a sentence for what the command does not know
 */
export function commandLine<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [, word = ''] = /'(-[^' ]*|[^']*)/.exec(messageOf(error)) ?? [];
    throw new Error(optionFault(word, Object.keys(config.options ?? {}), messageOf(error)), { cause: error });
  }
}

/** What to do about a word of a command line that Node refuses, whose own message says how to write a program. */
function optionFault(word: string, names: readonly string[], message: string): string {
  if (/does not take an argument/.test(message))
    return `The option ${quoted(word)} stands alone. Take out what follows it.`;
  if (/argument (?:missing|is ambiguous)/.test(message))
    return `The option ${quoted(word)} needs a value. Write it behind the option.`;
  const known = names.map((name) => `--${name}`);
  const takes = known.length > 0 ? `The options are ${known.join(', ')}.` : 'This command takes none.';
  return word.startsWith('-')
    ? `There is no option ${quoted(word)}.${nearMiss(word, known)} ${takes}`
    : `${quoted(word)} is no option. Take it out, or put words that belong together in quotes. ${takes}`;
}

/** Does something while no other process may build and exchange the site. @throws LockedError while one does */
export async function underBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  const release = takeLock(join(WORK, 'lock'), `${STAGE}.lock`);
  try {
    return await work();
  } finally {
    release();
  }
}
