import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Problem } from './problems.ts';
import { PRIVATE_WORD } from './private-words.ts';

/**
 * How a problem is printed: plainly; on a terminal with the offending line and a mark
 * below it; in GitHub Actions also as a note on the pull request.
 */
export function printed(
  problem: Problem,
  root: string,
  { terminal, actions }: { terminal: boolean; actions: boolean },
): string {
  const plain = formatProblem(problem);
  if (actions) return `${plain}\n${annotation('error', problem)}`;
  const shown =
    terminal && !problem.message.startsWith(PRIVATE_WORD) ? offendingLine(problem, root) : undefined;
  return shown === undefined ? plain : `${plain}\n${shown}\n`;
}

/** Prints every problem, and how many there are. */
export function printProblems(
  problems: readonly Problem[],
  root: string,
  { actions }: { actions: boolean },
): void {
  const style = { terminal: process.stderr.isTTY === true, actions };
  for (const problem of problems) console.error(printed(problem, root, style));
  console.error(
    `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content. Nothing was built.`,
  );
}

/** How a word that stops nothing is printed: plainly; in GitHub Actions also as a note. */
export function printedWarning(problem: Problem, { actions }: { actions: boolean }): string {
  const plain = formatProblem(problem);
  return actions ? `${plain}\n${annotation('warning', problem)}` : plain;
}

/** Lines are cut around the mark, so that a long paragraph does not fill the screen. */
const WIDTH = 76;

function offendingLine({ path, line, column }: Problem, root: string): string | undefined {
  if (!/\.(?:mdx?|json|txt)$/.test(path)) return undefined;
  let text: string | undefined;
  try {
    text = readFileSync(join(root, path), 'utf8').split('\n')[line - 1];
  } catch {
    return undefined;
  }
  if (!text?.trim()) return undefined;
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const part = text
    .slice(start, start + WIDTH)
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ');
  const label = `${line} | ${start > 0 ? '…' : ''}`;
  return `    ${label}${part}\n    ${' '.repeat(label.length + column - 1 - start)}^`;
}

/** A workflow command of GitHub Actions; its signs of meaning are escaped. */
function annotation(level: 'error' | 'warning', { path, line, column, message }: Problem): string {
  const escape = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(path)},line=${line},col=${column}::${escape(message)}`;
}
