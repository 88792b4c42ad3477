import { join } from 'node:path';
import { onOneLine } from '../checks/problems.ts';
import { takeLock } from '../publish/lock.ts';
import { STAGE, WORK } from '../publish/swap.ts';

/** What an error says, without a stack. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A count with its noun. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;

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

/** Does something while no other process may build and exchange the site. @throws LockedError while one does */
export async function underBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  const release = takeLock(join(WORK, 'lock'), `${STAGE}.lock`);
  try {
    return await work();
  } finally {
    release();
  }
}
