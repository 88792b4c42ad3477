import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import {
  inTree,
  NAMES,
  PAGE,
  POST,
  SOURCES,
  TODAY,
  TOPICS,
  validContent,
  type Content,
} from './content-tree.ts';

/*
 * Run by large-inputs.nightly.test.ts with little memory. Alone it is a benchmark that prints the
 * time of each: node --max-old-space-size=1000 tests/unit/large-inputs.ts
 */

const inPage = (text: string): Content => ({
  ...validContent(),
  [PAGE]: String(validContent()[PAGE]).replace('Drives.', () => text),
});
const many = (count: number, write: (index: number) => string, between = '\n\n') =>
  Array.from({ length: count }, (_, index) => write(index)).join(between);

/** Content within the limits of size that would take a long time if each part were compared with each. */
const LARGE: Record<string, Content> = {
  'thousands of unknown fields': {
    ...validContent(),
    [POST]: String(validContent()[POST]).replace(
      'draft: false',
      many(1_800, (index) => `f${index}: 1`, '\n'),
    ),
  },
  'tens of thousands of unknown fields in data': {
    ...validContent(),
    [TOPICS]: `[{${many(50_000, (index) => `"f${index}":1`, ',')}}]`,
  },
  'tens of thousands of wrong anchors': inPage(many(20_000, (index) => `[a](#b-${index})`)),
  'thousands of headings with wrong anchors': inPage(
    many(12_000, (index) => `## h ${index}\n\n[a](#h-${index}x)`),
  ),
  'thousands of wrong figures': inPage(many(15_000, (index) => `A <Figure id="sent-${index}" />.`)),
  'thousands of private words': inPage('Given7 Family7 is here.\n\n'.repeat(40_000)),
  'a name of 150,000 letters': {
    ...validContent(),
    [NAMES]: JSON.stringify([
      { id: 'a', name: 'a'.repeat(150_000), korean: 'a'.repeat(150_000), variants: ['b'] },
    ]),
  },
  'hundreds of thousands of empty entries': {
    ...validContent(),
    [SOURCES]: `[${many(200_000, () => '{}', ',')}]`,
  },
  'a number of a million digits': inPage('1'.repeat(1_000_000)),
  'hundreds of thousands of quotes that are not closed': inPage('“a '.repeat(200_000)),
  'hundreds of thousands of lines like a table': inPage('a |\n'.repeat(200_000)),
};

for (const [name, content] of Object.entries(LARGE)) {
  test(`ends with a sentence: ${name}`, async () => {
    const words = Array.from({ length: 5_000 }, (_, index) => `Given${index} Family${index}`);

    const problems = await inTree(content, (root) => checkContent(root, { today: TODAY, words }));

    assert.ok(problems.length > 0);
    assert.ok(problems.every(({ message }) => message.length < 1_000));
  });
}
