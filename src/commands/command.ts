import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearMiss, onOneLine, quoted } from '../checks/problems.ts';
import { LockedError, takeLock } from '../publish/lock.ts';
import { STAGE, WORK } from '../publish/swap.ts';
import { isPlaceholder } from '../rules/contact.ts';

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

/** What a command takes, as `parseArgs` of Node wants it. */
interface Usage extends ParseArgsConfig {
  /** What `--help` prints; without it there is no such option. */
  help?: string;
  /** The exit code of what fails; 1 unless given. */
  fault?: number;
}
type CommandLine<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

/** The lock is held by another build (EX_TEMPFAIL of sysexits.h: try again later). */
const EXIT_LOCKED = 75;

/** Runs a command with what stands behind its name. What fails is a sentence for whoever typed it. */
export async function command<Config extends Usage>(
  { help, fault = 1, ...config }: Config,
  main: (line: CommandLine<Config>) => number | void | Promise<number | void>,
): Promise<number> {
  try {
    const options = { ...config.options, ...(help && { help: { type: 'boolean' as const } }) };
    const line = commandLine({ ...config, options });
    if (!('help' in line.values)) return (await main(line as CommandLine<Config>)) ?? 0;
    console.log(help);
    return 0;
  } catch (error) {
    complain(messageOf(error));
    return error instanceof LockedError ? EXIT_LOCKED : fault;
  }
}

/** As `parseArgs` of Node. @throws with a sentence for what the command does not know */
export function commandLine<Config extends ParseArgsConfig>(config: Config): CommandLine<Config> {
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

/** Tells whoever hands the site on where its pages give an address that nobody can have. */
export function warnOfPlaceholder(address: string): void {
  if (isPlaceholder(address))
    console.log(
      `Its pages name a placeholder as their address, ${address}. Build with SITE_URL=https://your.domain before it goes to readers.`,
    );
}

/** Does something while no other process may build and exchange the site. @throws LockedError while one does */
export async function underBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  using _lock = { [Symbol.dispose]: takeLock(join(WORK, 'lock'), `${STAGE}.lock`) };
  return await work();
}
