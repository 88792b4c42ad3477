import { spawnSync } from 'node:child_process';
import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { wordedFigures } from '../checks/figure-words.ts';
import { printProblems } from '../checks/print-problems.ts';
import { allTexts } from '../checks/read-entries.ts';
import { command, counted } from './command.ts';

/*
 *     npm run check               checks the content, then formatting and types of the code
 *     npm run check -- content    checks the content alone, in a second or two
 *     npm run check:code          checks formatting and types of the code alone
 */

const CODE = [
  'prettier --check --cache --cache-location .build/prettier src tests astro.config.mjs',
  'astro check --minimumSeverity warning',
];

/** How much was checked, and whether for private words too: without their list nothing is looked for. */
function praise({ texts, data }: Reading, words: readonly string[] = []): string {
  const checked = `${counted(allTexts(texts).length, 'text')}, ${counted(data?.figures.length ?? 0, 'figure')}`;
  const looked =
    words.length > 0 ? `${counted(words.length, 'private word')} looked for` : 'no list of private words';
  return `No problems in the content: ${checked}, ${looked}.`;
}

/** Checks the content, and prints what is wrong with it or how much was checked. @returns the exit code */
async function checkContent(): Promise<number> {
  const root = process.cwd();
  const options = checkOptions(root);
  const reading = await contentReader(root)(options);
  if (reading.problems.length > 0) {
    printProblems(reading.problems, root, { actions: process.env['GITHUB_ACTIONS'] === 'true' });
    return 1;
  }
  const worded = wordedFigures(reading);
  if (worded.length > 0)
    console.log(`Figures in words. Does each say no more than its number?\n${worded.join('\n')}\n`);
  console.log(praise(reading, options.words));
  return 0;
}

/** Checks formatting and types of the code; what one finds does not hide what the other would. @returns the exit code */
function checkCode(): number {
  // A shell finds the programs of packages on every system: npm names their folder in PATH.
  const ends = CODE.map((line) => spawnSync(line, { shell: true, stdio: 'inherit' }).status);
  return ends.every((status) => status === 0) ? 0 : 1;
}

process.exitCode = await command({ allowPositionals: true }, async ({ positionals: [part, ...others] }) => {
  if (!['content', 'code', undefined].includes(part) || others.length > 0)
    throw new Error('Type npm run check, or npm run check -- content for the content alone.');
  const ends = [part !== 'code' && (await checkContent()), part !== 'content' && checkCode()];
  return ends.some(Boolean) ? 1 : 0;
});
