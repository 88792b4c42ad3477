import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { wordedFigures } from '../checks/figure-words.ts';
import { printProblems } from '../checks/print-problems.ts';

/** How much was checked, in a sentence. */
function praise({ texts, data }: Reading): string {
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  // A text that is not translated stands in both languages.
  const all = new Set(Object.values(texts).flatMap((kinds) => Object.values(kinds).flat()));
  return `No problems in the content: ${counted(all.size, 'text')}, ${counted(data?.figures.length ?? 0, 'figure')}.`;
}

try {
  const root = process.cwd();
  const reading = await contentReader(root)(checkOptions(root));
  if (reading.problems.length === 0) {
    const worded = wordedFigures(reading);
    if (worded.length > 0)
      console.log(`Figures in words. Does each say no more than its number?\n${worded.join('\n')}\n`);
    console.log(praise(reading));
  } else {
    printProblems(reading.problems, root, { actions: process.env['GITHUB_ACTIONS'] === 'true' });
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
