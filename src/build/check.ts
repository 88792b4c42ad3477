import { formatProblem } from './problems.ts';
import { preflight } from './preflight.ts';

/**
 * Checks the content and prints every problem.
 * @returns whether the content can be built
 */
export function checkContent(): boolean {
  const problems = preflight(process.cwd(), new Date().toISOString().slice(0, 10));
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) {
    console.error(
      `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content. Nothing was built.`,
    );
  }
  return problems.length === 0;
}

if (import.meta.main) process.exitCode = checkContent() ? 0 : 1;
