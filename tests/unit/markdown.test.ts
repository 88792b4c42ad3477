import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsOf, parseMarkdown, wordsOf } from '../../src/rules/markdown.ts';

const drawn = (text: string) => elementsOf(parseMarkdown(text));

test('a note for editors is drawn as nothing, in a sentence and on lines of its own', () => {
  const nodes = drawn('Words. {/* A secret. */}\n\n{/* Another secret. */}\n');

  assert.equal(nodes.map(wordsOf).join('').trim(), 'Words.');
});

test('attributes are named as in HTML, and aligned columns get a class', () => {
  const text = JSON.stringify(drawn('| a |\n| --: |\n| b |\n\nA note.[^1]\n\n[^1]: Its text.\n'));

  for (const part of ['"class":"text-right"', '"aria-describedby":"footnote-label"', '"id":"footnote-label"'])
    assert.ok(text.includes(part), part);
  assert.doesNotMatch(text, /"align"|ariaDescribedBy|dataFootnote/);
});
