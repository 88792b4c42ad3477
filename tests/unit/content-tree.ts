import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent, type CheckOptions } from '../../src/checks/check-content.ts';
import type { Problem } from '../../src/checks/problems.ts';
import { LISTS_OF_FILE } from '../../src/rules/lists.ts';
import { put } from '../build/copy.ts';
import {
  post,
  category,
  home,
  page,
  method,
  glossary,
  figure,
  readers,
  share,
  source,
  organisation,
} from './content-entries.ts';

/** A content folder as texts, or bytes, by path. */
export type Content = Record<string, string | Buffer>;

export const POST = 'content/en/news/2024/law-passed.mdx';
export const CATEGORY = 'content/en/categories/books.mdx';
export const HOME = 'content/en/pages/index.mdx';
export const PAGE = 'content/en/pages/give.mdx';
export const METHOD = 'content/en/pages/method.mdx';
export const GLOSSARY = 'content/en/pages/glossary.mdx';
export const STATISTICS = 'content/data/statistics.json';
export const SOURCES = 'content/data/sources.json';
export const ORGANISATIONS = 'content/data/organisations.json';
export const TOPICS = 'content/data/topics.json';
export const EVENTS = 'content/data/events.json';
export const DRAWINGS = 'content/data/drawings.json';
export const LAWS = 'content/data/laws.json';
export const SURVEYS = 'content/data/surveys.json';
export const TERMS = 'content/data/terms.json';
export const NAMES = 'content/data/names.json';
export const REDIRECTS = 'content/data/redirects.json';

/** The day of all checks. */
export const TODAY = '2024-06-01';

/** A small content folder in which nothing is wrong. */
export function validContent(): Record<string, string> {
  return {
    // A list that no test needs is empty.
    ...Object.fromEntries(
      [...LISTS_OF_FILE].map(([file, lists]) => [
        `content/data/${file}.json`,
        lists.length === 1 ? '[]\n' : json(Object.fromEntries(lists.map((list) => [list, []]))),
      ]),
    ),
    [POST]: post,
    [CATEGORY]: category,
    [HOME]: home,
    [PAGE]: page,
    [METHOD]: method,
    [GLOSSARY]: glossary,
    [STATISTICS]: statistics({}),
    [SOURCES]: json([
      { id: 'the-report', title: 'The report', url: 'https://example.org/report', ...source },
    ]),
    [ORGANISATIONS]: json([
      { id: 'senders', name: 'The senders', ...organisation },
      {
        id: 'fdff',
        name: 'Flash Drives for Freedom',
        url: 'https://flashdrivesforfreedom.org/',
        ...organisation,
      },
    ]),
    [TOPICS]: json([{ id: 'law', label: 'The law', description: 'Laws and what courts say of them.' }]),
    [DRAWINGS]: json([
      {
        id: 'evidence',
        form: 'grid',
        title: 'What was sent was counted, and nothing else',
        description: 'Two points: what was sent is lit, and what arrived is dotted.',
        steps: [
          { title: 'Sent', sign: 'windows', look: 'lit', figures: ['sent-2021'], link: '/give/' },
          { title: 'Arrived', sign: 'windows', look: 'dotted', text: 'Nobody counted.' },
        ],
        sources: ['the-report'],
      },
    ]),
    [EVENTS]: json([
      {
        id: 'law-passed',
        date: '2024-03-14',
        kind: 'law',
        title: 'A law is passed',
        text: 'Parliament forbids what was allowed before, the report says.',
        law: 'the-law',
        sources: ['the-report'],
        certainty: 'reported',
      },
    ]),
    [LAWS]: json([
      {
        id: 'the-law',
        name: 'The law on drives',
        country: 'kr',
        text: 'It forbids to send drives over the border.',
        passed: '2024-03-14',
        status: 'start-not-known',
        sources: ['the-report'],
      },
    ]),
    [SURVEYS]: json([
      {
        id: 'a-survey',
        title: 'A survey of readers',
        by: 'The senders',
        fieldwork: 'In 2022',
        who: 'People who had left.',
        bias: 'People who left are not like those who stayed.',
        results: ['share-who-read'],
        sources: ['the-report'],
      },
    ]),
    [TERMS]: json([{ id: 'sent', term: 'sent', meaning: 'Handed to partner groups; not arrived.' }]),
    [NAMES]: json([{ id: 'kim-yo-jong', name: 'Kim Yo-jong', variants: ['Kim Yo Jong'] }]),
  };
}

/** The valid content with one passage of one file written in another way. */
export function edited(path: string, passage: string, instead: string): Record<string, string> {
  const content = validContent();
  const text = content[path] ?? '';
  assert.ok(text.includes(passage), `${path} has “${passage}”`);
  return { ...content, [path]: text.replace(passage, () => instead) };
}

/** The valid content with changes to the first figure; `undefined` takes a field out. */
export function withFigure(change: Record<string, unknown>): Record<string, string> {
  return { ...validContent(), [STATISTICS]: statistics(change) };
}

/** Writes files below a new folder, hands the folder on, and removes it. */
export async function inTree<Result>(
  content: Content,
  use: (root: string) => Result | Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    for (const [path, text] of Object.entries(content)) put(root, path, text);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What the check finds in the content, on a fixed day. */
export function problemsIn(content: Content, options: Omit<CheckOptions, 'today'> = {}): Promise<Problem[]> {
  return inTree(content, (root) => checkContent(root, { today: TODAY, ...options }));
}

/** Checks that a single problem was found: in this file, on the line of this passage, with these words. */
export async function assertOneProblem(
  content: Content,
  path: string,
  passage: string,
  words: RegExp,
): Promise<void> {
  const problems = await problemsIn(content);

  assert.equal(problems.length, 1, JSON.stringify(problems, null, 2));
  const [problem] = problems;
  assert.equal(problem?.path, path);
  assert.equal(problem.line, lineOf(String(content[path]), passage));
  assert.match(problem.message, words);
}

/** Number of the line on which a passage begins. */
export function lineOf(text: string, passage: string): number {
  assert.ok(text.includes(passage), `“${passage}” stands in the text`);
  return text.slice(0, text.indexOf(passage)).split('\n').length;
}

function statistics(change: Record<string, unknown>): string {
  return json({
    figures: [
      { id: 'sent-2021', ...figure, asOf: '2021', ...change },
      { id: 'sent-2022', ...figure, asOf: '2022' },
      { id: 'sent-1999', ...figure, asOf: '1999' },
      share,
      readers,
    ],
    charts: [
      {
        id: 'sent',
        title: 'Drives sent by year',
        description: 'The running total grows within two years.',
        form: 'bars',
        figures: ['sent-2021', 'sent-2022', 'sent-1999'],
      },
      {
        id: 'windows',
        title: 'One window for a thousand drives',
        description: 'Each window stands for a thousand drives.',
        form: 'windows',
        figures: ['sent-2021', 'sent-2022'],
      },
    ],
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
