import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mdxToJs } from 'satteri';
import { checkedTree } from '../../src/publish/mdx-plugins.ts';
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

test('single tildes are signs of a range, and two of them strike out, in trees and in pages', async () => {
  const text =
    '2019~2024년에 떠난 20~30대, **8**~*9*, ~~struck~~. <Source id="the-report" />\n\n## 5~6 and 7~8\n';

  const nodes = drawn(text.replace(/ <Source.*/, ''));
  assert.equal(nodes.map(wordsOf).join('').trim(), '2019~2024년에 떠난 20~30대, 8~9, struck.\n5~6 and 7~8');
  assert.equal(JSON.stringify(nodes).match(/"tagName":"del"/g)?.length, 1);

  const features = { gfm: true, smartPunctuation: true };
  const { code } = await mdxToJs(text, { mdastPlugins: [checkedTree], features });
  assert.equal(code.match(/_components\.del,/g)?.length, 1, code);
  assert.equal(code.match(/"~"/g)?.length, 5, code);
});
