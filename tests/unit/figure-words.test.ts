import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentReader } from '../../src/checks/check-content.ts';
import { wordedFigures } from '../../src/checks/figure-words.ts';
import { edited, inTree, lineOf, POST, TODAY } from './content-tree.ts';

/** The figures in words of the small content, where its post has the given sentence. */
async function worded(sentence: string): Promise<string[]> {
  const content = edited(POST, 'Some <Figure id="sent-2021" /> were sent', sentence);
  return inTree(content, async (root) => wordedFigures(await contentReader(root)({ today: TODAY })));
}

test('shows the words of an editor beside what the figure states, with the place of both', async () => {
  const sentence = 'It sent <Figure id="sent-2021" as="a hundred thousand" />, <Figure id="sent-2021" />';
  const { [POST]: text = '' } = edited(POST, 'Some <Figure id="sent-2021" /> were sent', sentence);

  const lines = await worded(sentence);

  assert.deepEqual(lines, [
    `${POST}:${lineOf(text, 'It sent')}:9: “a hundred thousand” is about 1,000 drives (2021)`,
  ]);
});

test('keeps the words of an editor on one line', async () => {
  const lines = await worded('It sent <Figure id="sent-2021" as="a\n::stop-commands::x" />');

  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines.join(), /\n/);
});
