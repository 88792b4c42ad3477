import { checkContent } from '../../src/checks/check-content.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { messageFor } from '../../src/checks/message-language.ts';
import { PRIVATE_WORD } from '../../src/checks/private-words.ts';
import type { Problem } from '../../src/checks/problems.ts';
import { validContent, type Content, inTree, TODAY } from './content-tree.ts';
import { keptTree } from './kept-tree.ts';

/** A problem that must be found. */
export interface Expected {
  path: string;
  line?: number | undefined;
  column?: number | undefined;
  words: string;
}

/** One case of the corpus: content, and what must be said of it. */
export interface Case {
  content: Content;
  expected: Expected[];
}

const CUT = '---8<---\n';

/** Reads a case; tests/content/README.md describes the form. */
export function readCase(file: string): Case {
  const text = readFileSync(file, 'utf8');
  const cut = text.indexOf(CUT);
  const [head, body] = cut < 0 ? [text, undefined] : [text.slice(0, cut), text.slice(cut + CUT.length)];
  const content: Content = validContent();
  const expected: Expected[] = [];
  let path = '';
  for (const line of head.split('\n').filter((text) => text !== '')) {
    const [, key, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (key === 'file') path = value;
    else if (key === 'remove') delete content[path];
    else if (key === 'replace') content[path] = replaced(String(content[path]), value);
    else if (key === 'says') expected.push(readExpected(value, path));
    else assert.fail(`${file} has a line that means nothing: ${line}`);
  }
  if (body !== undefined) content[path] = body;
  return { content, expected };
}

function replaced(text: string, change: string): string {
  const [passage = '', instead = ''] = change.split(' => ').map((part) => part.replaceAll('⏎', '\n'));
  assert.ok(passage !== '' && text.includes(passage), `“${passage}” stands in the text`);
  return text.replace(passage, () => instead);
}

function readExpected(value: string, path: string): Expected {
  const [, other, line, column, words = ''] =
    /^(?:((?:content|public)\/[^\s:]+):)?(?:(\d+):(\d+) )?(.*)$/.exec(value) ?? [];
  assert.ok(words !== '', `${value} says something`);
  return {
    path: other ?? path,
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
    words,
  };
}

/** Checks that each expected problem was found, and no other. */
export function assertProblems(found: readonly Problem[], expected: readonly Expected[]): void {
  const left = [...found];
  for (const { path, line, column, words } of expected) {
    const index = left.findIndex(
      (problem) =>
        problem.path === path &&
        (line === undefined || problem.line === line) &&
        (column === undefined || problem.column === column) &&
        problem.message.includes(words),
    );
    assert.ok(
      index >= 0,
      `${path}:${line}:${column} ${words}\nis not among\n${JSON.stringify(found, null, 2)}`,
    );
    left.splice(index, 1);
  }
  assert.deepEqual(left, []);
}

const words = ['Hidden Name', '비밀이름'];

/** Checks that the content has the expected problems and no other. */
export async function check(
  content: Content,
  expected: readonly Expected[],
  make?: (root: string) => void,
): Promise<void> {
  const options = { today: TODAY, words };
  const problems = make
    ? await inTree(content, (root) => (make(root), checkContent(root, options)))
    : (await preview.read(content, options)).problems;
  assertProblems(problems, expected);
  for (const { path, message } of problems) assertInKorean(path, message);
}

const preview = keptTree();

/** Checks that what is said of an English text would be said in Korean of its translation. */
function assertInKorean(path: string, message: string): void {
  if (!/^content\/en\/.*\.mdx$/.test(path) || message.startsWith(PRIVATE_WORD)) return;
  const own = messageFor(path.replace('/en/', '/ko/'), message);
  assert.notEqual(own, message, 'src/checks/messages/ko.json has no sentence for this');
  // Outside quotes, tags and addresses nothing is left in English.
  const words = own.replace(/“.*”|<.*>|"[^"]*"|\{.*\}|[\w./-]+\.\w+/g, '');
  assert.doesNotMatch(words, /[a-z]{2,} [a-z]{2,}/, own);
}

/**
 * Makes a test of each bad content, with the one thing that is said of it, in the form of a case.
 * @param path file of which it is said, unless it names another
 */
export function refuses(path: string, cases: Record<string, [content: Content, ...says: string[]]>): void {
  for (const [name, [content, ...says]] of Object.entries(cases))
    test(`refuses: ${name}`, () =>
      check(
        content,
        says.map((one) => readExpected(one, path)),
      ));
}

/** Makes a test of each good content, of which nothing is said. */
export function accepts(cases: Record<string, Content>): void {
  for (const [name, content] of Object.entries(cases)) test(`accepts: ${name}`, () => check(content, []));
}
