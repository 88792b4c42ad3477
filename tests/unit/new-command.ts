import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { askAndWrite, run } from '../../src/commands/new.ts';
import { type Answers } from '../../src/commands/new-post.ts';
import type { Language } from '../../src/site.ts';
import { inTree, validContent } from './content-tree.ts';
import { printed } from './printed.ts';

export const TODAY = '2024-06-01';
/** As the scripts of the project run it, with its compiled code kept. */
export const COMMAND = [
  '-r',
  join(process.cwd(), 'src/node.cjs'),
  join(process.cwd(), 'src/commands/new.ts'),
];

export const coverage: Answers = {
  kind: 'coverage',
  title: 'A ruling on leaflets',
  summary: 'The court struck down the ban and called its aim fair. Two judges disagreed.',
  date: '2024-03',
  topics: 'law',
  certainty: 'reported',
  publisher: 'The Daily',
  url: 'https://example.org/ruling',
  language: 'en',
};
const { publisher: _, url: _url, language: _language, ...ours } = coverage;
export const update: Answers = { ...ours, kind: 'update', date: '2024-03-14', title: 'A new page' };

/** What the command gives and prints for its options, on a fixed day. */
export const command = (root: string, ...args: string[]) => printed(() => run(args, root, TODAY));

export const options = (answers: Answers) =>
  Object.entries(answers).flatMap(([field, value]) => [
    `--${field.replace('dateNote', 'date-note').replace('noUrl', 'no-url')}`,
    value,
  ]);

export const posts = (root: string) => globSync('content/**/*.mdx', { cwd: root }).sort();
export const postsBefore = Object.keys(validContent())
  .filter((path) => path.endsWith('.mdx'))
  .sort();

export const withContent = (use: (root: string) => void | Promise<void>) => inTree(validContent(), use);

/** Answers in order, each with the beginning of its question; what is said is collected. */
export async function interview(
  root: string,
  answers: [question: string, answer: string][],
  language?: Language,
) {
  const said: string[] = [];
  const ask = async (question: string) => {
    const [start = 'no question', answer = ''] = answers.shift() ?? [];
    assert.ok(question.startsWith(start), `${question} for ${start}`);
    return answer;
  };
  const asked = await askAndWrite({ ask, say: (line) => said.push(line) }, root, TODAY, language);
  assert.deepEqual(answers, []);
  return { asked, said: said.join('\n') };
}
