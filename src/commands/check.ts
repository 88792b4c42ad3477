import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { latestDay } from '../checks/check-dates.ts';
import { contentFiles } from '../checks/content-files.ts';
import { preflight } from '../checks/check-content.ts';
import { printed } from '../checks/print-problems.ts';
import type { Problem } from '../checks/problems.ts';
import { privateWords } from '../checks/private-words.ts';

/** Every problem of the content in a folder, by the day that it is and the private word list. */
export async function contentProblems(root: string): Promise<Problem[]> {
  return preflight(root, {
    today: latestDay(new Date()),
    words: privateWords(root, process.env['PRIVATE_WORDS']),
  });
}

/**
 * Checks the content and prints every problem.
 * @returns whether the content can be built
 */
export async function checkContent(root: string): Promise<boolean> {
  const problems = await contentProblems(root);
  const style = {
    terminal: process.stderr.isTTY === true,
    actions: process.env['GITHUB_ACTIONS'] === 'true',
  };
  for (const problem of problems) console.error(printed(problem, root, style));
  if (problems.length > 0) {
    console.error(
      `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content. Nothing was built.`,
    );
  }
  return problems.length === 0;
}

/** How much was checked, in a sentence. */
function praise(root: string): string {
  const texts = contentFiles(root).files.filter(({ kind }) => kind === 'text').length;
  const data = readFileSync(join(root, 'content/data/statistics.json'), 'utf8').replace(/^\uFEFF/, '');
  const { figures } = JSON.parse(data) as { figures: unknown[] };
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `No problems in the content: ${counted(texts, 'text')}, ${counted(figures.length, 'figure')}.`;
}

if (import.meta.main) {
  process.exitCode = await checkContent(process.cwd()).then(
    (good) => {
      if (good) console.log(praise(process.cwd()));
      return good ? 0 : 1;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      return 1;
    },
  );
}
