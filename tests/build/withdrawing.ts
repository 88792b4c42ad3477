import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { copyProject, editData, put, start, type End } from './copy.ts';

/** A report of its own, with a translation, a figure and a source that nothing else uses, and a report that cites it. */
export const REPORT = 'content/en/news/2024/a-word-too-much.mdx';
export const KOREAN = REPORT.replace('/en/', '/ko/');
const report = (title: string, text: string) => `---
kind: coverage
title: "${title}"
summary: "Somebody tells of Zanzibargates, and of whoever keeps them behind the house."
date: 2024-02-03
added: 2026-01-01
topics: [law]
certainty: reported
publisher: "Quillfeather Times"
url: https://quillfeather.example.com/zanzibargates
language: en
changes:
  - date: 2026-02-01
    kind: correction
    what: "Earlier the Zanzibargates had another colour."
    was: "They are green."
    now: "They are blue."
---

${text}
`;
const TEXT = `Ottoline Brambleworth keeps the gates. They are blue. She has <Figure id="brambleworth-gates" />
of them. <Source id="brambleworth-diary" />

Whoever passes sees nothing of them.`;

export function copyWithReport(t: TestContext) {
  const root = copyProject(t);
  put(root, REPORT, report('The Zanzibargates of a quiet street', TEXT));
  put(
    root,
    KOREAN,
    `---\ntitle: "조용한 거리의 잔지바르문"\nsummary: "누군가 잔지바르문을 이야기하고, 집 뒤에서 그것을 지키는 사람을 이야기합니다."\nfollows: 2\n---\n\n브램블워스가 문을 지킵니다. 모두 <Figure id="brambleworth-gates" />입니다. <Source id="brambleworth-diary" />\n`,
  );
  put(
    root,
    'content/en/news/2024/it-cites.mdx',
    report('Another report on doors', 'It cites. They are blue. <Source id="2024/a-word-too-much" />')
      .replace('zanzibargates\n', 'other\n')
      .replaceAll(/Zanzibargates/g, 'doors'),
  );
  editData(root, 'data/statistics', (all: { figures: { id: string }[] }) => {
    const like = all.figures.find(({ id }) => id === 'fdff-collected-total-2016') ?? { id: '' };
    const { measure: _, ...figure } = { ...like, measure: '' };
    return {
      ...all,
      figures: [
        ...all.figures,
        {
          ...figure,
          id: 'brambleworth-gates',
          label: 'Gates of Brambleworth',
          sources: ['brambleworth-diary'],
          changes: [],
        },
      ],
    };
  });
  editData(root, 'ko/data/figures', (all: object) => ({
    ...all,
    'brambleworth-gates': { label: '브램블워스의 문' },
  }));
  editData(root, 'data/sources', (all: object[]) => [
    ...all,
    {
      id: 'brambleworth-diary',
      title: 'Diary of Brambleworth',
      publisher: 'Quillfeather Press',
      date: '2024-01',
      language: 'en',
      url: 'https://quillfeather.example.com/diary',
      read: '2026-01-01',
    },
  ]);
  editData(root, 'data/published', (all: string[]) =>
    [
      ...all,
      '/news/2024/a-word-too-much/',
      '/statistics/brambleworth-gates/',
      '/ko/statistics/brambleworth-gates/',
    ].sort(),
  );
  editData(root, 'data/versions', (all: object) => ({
    ...all,
    '/news/2024/a-word-too-much/version-1.txt': `${'a'.repeat(64)} 2026-01-01`,
    '/statistics/brambleworth-gates/version-1.txt': `${'b'.repeat(64)} 2026-01-01`,
    'ko/news/2024/a-word-too-much': '0 title:0123456789ab words:0123456789ab',
    'ko/figures/brambleworth-gates': '0',
  }));
  return root;
}

export const withdraw = (root: string, ...args: string[]) =>
  start(root, ['node', 'src/commands/withdraw.ts', ...args]);
export async function withdrawPassage(root: string, passage: string, ...args: string[]): Promise<End> {
  put(root, 'pasted', passage);
  return start(root, ['sh', '-c', `node src/commands/withdraw.ts ${args.join(' ')} --passage < pasted`]).end;
}

/** Files of the content in which some words stand. */
export const holding = (root: string, words: RegExp) =>
  globSync('content/**/*.{mdx,json}', { cwd: root })
    .filter((path) => words.test(readFileSync(join(root, path), 'utf8')))
    .sort();

export const WORDS =
  /Zanzibar|Brambleworth|Quillfeather|Ottoline|green|blue|keeps the gates|브램블워스|잔지바르/;
