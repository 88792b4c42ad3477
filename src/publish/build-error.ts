import { faultFinder } from '../checks/problems.ts';
import { DIST, WORK } from './swap.ts';

export const UNTOUCHED = `${DIST}/ was left as it was.`;
const DISK_FULL = 'The disk is full. Make room and build again.';

/** A build that ended with something to tell; it needs no stack. */
export class BuildError extends Error {}

/** Causes that Astro and its parts name in many words, none of them for an editor. */
const cause = faultFinder({
  [DISK_FULL]: /ENOSPC|No space left on device/,
  'Astro ran out of memory. Give it more: NODE_OPTIONS=--max-old-space-size=4096.':
    /heap out of memory|Allocation failed/,
});

/** The sentence for a cause that stands somewhere in the output of a process; nothing where none is known. */
export const causeIn = (output: string) => cause(output)?.message;

/** The sentence for an error, with what to do; an unknown one keeps its own message, without a stack. */
export function causeOf(error: unknown): string {
  const { code = '', message = String(error), path = '' } = error as NodeJS.ErrnoException;
  const sentences: Record<string, string> = {
    ENOSPC: DISK_FULL,
    EDQUOT: DISK_FULL,
    EROFS: 'The folder cannot be written to. Build on a disk that can.',
    EACCES: `No permission to write ${path || 'here'}. Change the owner or the permissions of the folder.`,
    EPERM: `${DIST}/ is open in another program, so it cannot be exchanged. Close it and build again.`,
    EBUSY: `${DIST}/ is in use, or a disk is mounted there, so it cannot be exchanged. Free it.`,
    EXDEV: `${WORK}/ and ${DIST}/ lie on different disks, so they cannot be exchanged. Put them on one.`,
  };
  return sentences[code] ?? `The build failed: ${message.replace(/\.?$/, '.')}`;
}
