import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { assertFailed, assertWorked, CHECK, copyProject, put, start, type End } from './copy.ts';

/** A report of its own, with a translation, a figure and a source that nothing else uses, and a report that cites it. */
const REPORT = 'content/en/news/2024/a-word-too-much.mdx';
const KOREAN = REPORT.replace('/en/', '/ko/');
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

function copyWithReport(t: TestContext) {
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
  const edit = (path: string, change: (value: never) => unknown) =>
    put(
      root,
      path,
      `${JSON.stringify(change(JSON.parse(readFileSync(join(root, path), 'utf8')) as never), null, 2)}\n`,
    );
  edit('content/data/statistics.json', (all: { figures: { id: string }[] }) => {
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
  edit('content/ko/data/figures.json', (all: object) => ({
    ...all,
    'brambleworth-gates': { label: '브램블워스의 문' },
  }));
  edit('content/data/sources.json', (all: object[]) => [
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
  edit('content/data/published.json', (all: string[]) =>
    [
      ...all,
      '/news/2024/a-word-too-much/',
      '/statistics/brambleworth-gates/',
      '/ko/statistics/brambleworth-gates/',
    ].sort(),
  );
  edit('content/data/versions.json', (all: object) => ({
    ...all,
    '/news/2024/a-word-too-much/version-1.txt': `${'a'.repeat(64)} 2026-01-01`,
    '/statistics/brambleworth-gates/version-1.txt': `${'b'.repeat(64)} 2026-01-01`,
    'ko/news/2024/a-word-too-much': '0 title:0123456789ab words:0123456789ab',
    'ko/figures/brambleworth-gates': '0',
  }));
  return root;
}

const withdraw = (root: string, ...args: string[]) =>
  start(root, ['node', 'src/commands/withdraw.ts', ...args]);
async function withdrawPassage(root: string, passage: string, ...args: string[]): Promise<End> {
  put(root, 'pasted', passage);
  return start(root, ['sh', '-c', `node src/commands/withdraw.ts ${args.join(' ')} --passage < pasted`]).end;
}

/** Files of the content in which some words stand. */
const holding = (root: string, words: RegExp) =>
  globSync('content/**/*.{mdx,json}', { cwd: root })
    .filter((path) => words.test(readFileSync(join(root, path), 'utf8')))
    .sort();

const WORDS = /Zanzibar|Brambleworth|Quillfeather|Ottoline|green|blue|keeps the gates|브램블워스|잔지바르/;

suite('withdraws a text', { concurrency: 1 }, () => {
  test('in every language, with what only it used, and the content can be built', async (t) => {
    const root = copyWithReport(t);
    assertWorked(await start(root, CHECK).end);

    const end = await withdraw(root, '2024/a-word-too-much', '--reason', 'request').end;

    assertWorked(end);
    assert.deepEqual(
      holding(root, WORDS).filter((path) => !path.endsWith('it-cites.mdx')),
      [],
    );
    assert.match(readFileSync(join(root, REPORT), 'utf8'), /withdrawn on .*, at the request of somebody/);
    assert.match(readFileSync(join(root, KOREAN), 'utf8'), /당사자의 요청으로 내렸습니다[^]*follows: 3/);
    assert.match(end.output, /Taken out with it.*figures\/brambleworth-gates, sources\/brambleworth-diary/);
    // Whoever cites it is named, for what they say may tell the same.
    assert.match(end.output, /These name it.*\n {2}content\/en\/news\/2024\/it-cites\.mdx:\d+\n/);
    const redirects = readFileSync(join(root, 'content/data/redirects.json'), 'utf8');
    assert.match(
      redirects,
      /"\/ko\/statistics\/brambleworth-gates\/",\s+"to": "\/ko\/news\/2024\/a-word-too-much\/"/,
    );
    const versions = JSON.parse(readFileSync(join(root, 'content/data/versions.json'), 'utf8')) as Record<
      string,
      string
    >;
    assert.equal(versions['/news/2024/a-word-too-much/version-1.txt'], 'withdrawn 2026-01-01');
    assert.ok(!Object.keys(versions).some((key) => key.includes('brambleworth')));
    // Even a fingerprint could confirm what somebody guesses.
    assert.ok(!Object.values(versions).some((line) => line.includes('0123456789ab')));
    assertWorked(await start(root, CHECK).end);
  });

  test('and says so where there is none of the name', async (t) => {
    const root = copyProject(t);

    assertFailed(
      await withdraw(root, '2024/nothing-such').end,
      /^There is no text of the id “2024\/nothing-such”\.$/m,
    );
    assertFailed(
      await withdraw(root, 'give', '--reason', 'whim').end,
      /--reason <reason> +safety, request, rights/,
    );
  });
});

suite('withdraws a passage', { concurrency: 1 }, () => {
  test('and what older versions kept of it; a translation that may hold it goes', async (t) => {
    const root = copyWithReport(t);

    const end = await withdrawPassage(
      root,
      'Ottoline Brambleworth\nkeeps the gates.',
      '2024/a-word-too-much',
    );

    assertWorked(end);
    const text = readFileSync(join(root, REPORT), 'utf8');
    assert.doesNotMatch(text, /Ottoline|keeps the gates|They are green|was:|now:/);
    assert.match(text, /A passage was withdrawn, for somebody’s safety\./);
    assert.match(text, /^They are blue\. She has <Figure/m);
    assert.deepEqual(globSync(KOREAN, { cwd: root }), []);
    assertWorked(await start(root, CHECK).end);
  });

  test('of each language, where the translation is named too', async (t) => {
    const root = copyWithReport(t);

    const end = await withdrawPassage(
      root,
      'Ottoline Brambleworth keeps the gates.\n---\n브램블워스가 문을 지킵니다.\n',
      '2024/a-word-too-much',
    );

    assertWorked(end);
    const korean = readFileSync(join(root, KOREAN), 'utf8');
    assert.match(korean, /follows: 3/);
    assert.doesNotMatch(korean, /지킵니다\. 모두/);
    assertWorked(await start(root, CHECK).end);
  });

  test('that only a translation has, and the text tells that something was withdrawn', async (t) => {
    const root = copyWithReport(t);

    assertWorked(await withdrawPassage(root, '브램블워스가 문을 지킵니다.', '2024/a-word-too-much'));

    assert.doesNotMatch(readFileSync(join(root, KOREAN), 'utf8'), /지킵니다\. 모두/);
    assert.match(readFileSync(join(root, REPORT), 'utf8'), /A passage was withdrawn[^]*Ottoline/);
    assertWorked(await start(root, CHECK).end);
  });

  test('names the places where a person has to do it, and what does not stand there', async (t) => {
    const root = copyWithReport(t);

    assertFailed(
      await withdrawPassage(root, 'No such words.', '2024/a-word-too-much'),
      /^The passage does not stand in content\/en\/news/m,
    );
    // It stands in the title as well.
    put(
      root,
      REPORT,
      readFileSync(join(root, REPORT), 'utf8').replace('keeps the gates', 'and the Zanzibargates'),
    );
    assertFailed(
      await withdrawPassage(root, 'Zanzibargates', '2024/a-word-too-much'),
      /stands here too\. Take it out by hand:\n {2}content\/en\/news\/2024\/a-word-too-much\.mdx:3\n/,
    );
  });
});
