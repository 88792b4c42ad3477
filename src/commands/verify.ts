import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onOneLine } from '../checks/problems.ts';
import { checksumsOf } from '../publish/checksums.ts';
import { signatureFault } from '../publish/signature.ts';
import { DIST } from '../publish/swap.ts';
import { CHECKSUMS, compared, readList, type Checksums, type Differences } from '../rules/checksums.ts';
import { site } from '../site.ts';
import { command } from './command.ts';
import { copyAt } from './verify/live-copy.ts';

const HELP = `npm run verify -- <address or folder> compares a copy of the site with the list of checksums
and names what differs, is missing or is more.

  --list <file>   the list to compare with; ${DIST}/${CHECKSUMS} unless given

Exit code: 0 where the copy is whole and true, 1 where it is not or cannot be read.`;

/** As many paths of a kind as are printed. */
const MOST = 50;

const SENTENCES: Record<keyof Differences, (count: number) => string> = {
  differs: (count) => (count === 1 ? '1 file is another than ours' : `${count} files are others than ours`),
  missing: (count) => (count === 1 ? '1 file is missing' : `${count} files are missing`),
  more: (count) => (count === 1 ? '1 file is not ours' : `${count} files are not ours`),
};

/** What the comparison found, line by line. */
function* report(differences: Differences): Generator<string> {
  for (const [kind, paths] of Object.entries(differences) as [keyof Differences, string[]][]) {
    if (paths.length === 0) continue;
    yield `${SENTENCES[kind](paths.length)}:`;
    yield* paths.slice(0, MOST).map((path) => `  ${path}`);
    if (paths.length > MOST) yield `  and ${paths.length - MOST} more`;
  }
}

/** The list to compare with, and what is known of its origin. @throws where it cannot be trusted */
function trusted(file: string): { list: Checksums; origin: string } {
  if (!existsSync(file))
    throw new Error(
      `There is no list of checksums at ${file}. Type npm run build first, or name one with --list.`,
    );
  const list = readList(readFileSync(file, 'utf8'));
  if (site.signingKey === '') return { list, origin: 'which is not signed: there is no key yet' };
  const fault = signatureFault(file, site.signingKey);
  // What was built here needs no signature; a list from elsewhere does.
  if (fault !== undefined && file !== join(DIST, CHECKSUMS)) throw new Error(fault);
  return { list, origin: fault === undefined ? 'signed by our key' : 'built here' };
}

const TAKES = { help: HELP, allowPositionals: true, options: { list: { type: 'string' } } } as const;

process.exitCode = await command(TAKES, async ({ values, positionals: [copy, ...others] }) => {
  if (copy === undefined || others.length > 0) throw new Error(HELP);
  const file = values.list ?? join(DIST, CHECKSUMS);
  const { list, origin } = trusted(file);
  const found = await (/^https?:/.test(copy) ? copyAt(copy, list) : copyIn(copy));
  const differences = compared(list, found);
  const lines = [...report(differences)];
  const compares = `Compared ${copy} with the ${list.size} files of ${file}, ${origin}.`;
  for (const line of [compares, ...lines].map(onOneLine)) console.log(line);
  console.log(
    lines.length === 0
      ? 'The copy is whole and true.'
      : 'This copy is not the true one, or not of this version.',
  );
  return lines.length === 0 ? 0 : 1;
});

/** @throws where there is no such folder */
async function copyIn(folder: string): Promise<Checksums> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder}. Name a folder, or an address that begins with https://.`);
  return checksumsOf(folder);
}
