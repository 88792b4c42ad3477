import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { formatProblem, onOneLine, type Problem } from './problems.ts';
import { PRIVATE_WORD } from './private-words.ts';

type Level = 'error' | 'warning';

/**
 * How a problem, or a warning, is printed: plainly; on a terminal with the offending line and
 * a mark below it; in GitHub Actions also as a note on the pull request.
 */
export function printed(
  problem: Problem,
  root: string,
  { level = 'error' as Level, terminal = false, actions = false } = {},
): string {
  const plain = formatProblem(problem);
  if (actions) return `${plain}\n${annotation(level, problem)}`;
  const isPrivate = problem.message.startsWith(PRIVATE_WORD);
  const line = terminal && !isPrivate ? offendingLine(problem, root) : undefined;
  return line === undefined ? plain : `${plain}\n${line}\n`;
}

/** Prints every problem, and how many there are. */
export function printProblems(problems: readonly Problem[], root: string, { actions }: { actions: boolean }) {
  const terminal = process.stderr.isTTY === true;
  for (const problem of problems) console.error(printed(problem, root, { terminal, actions }));
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  console.error(`\n${count} in the content. Nothing was built.`);
}

/** Lines are cut around the mark, so that a long paragraph does not fill the screen. */
const WIDTH = 76;

function offendingLine({ path, line, column }: Problem, root: string): string | undefined {
  if (!/\.(?:mdx?|json|txt)$/.test(path)) return undefined;
  const text = tryOrUndefined(() => readFileSync(join(root, path), 'utf8'))?.split('\n')[line - 1];
  if (!text?.trim()) return undefined;
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const part = text
    .slice(start, start + WIDTH)
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ');
  const label = `${line} | ${start > 0 ? '…' : ''}`;
  return `    ${label}${part}\n    ${' '.repeat(label.length + column - 1 - start)}^`;
}

/** A workflow command of GitHub Actions; its signs of meaning are escaped. */
function annotation(level: Level, { path, line, column, message, block = [] }: Problem): string {
  const escape = (text: string) =>
    text.split('\n').map(onOneLine).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
  const property = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(path)},line=${line},col=${column}::${escape([message, ...block.map((text) => `  ${text}`)].join('\n'))}`;
}
