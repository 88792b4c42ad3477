import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown, type MdxNode } from '../../src/rules/markdown.ts';
import { notedBlocks, withSourceMarks } from '../../src/rules/source-marks.ts';

/** A text as it is printed: a figure as `#`, the marks behind a sentence as `[a b]`, the rest as it was written. */
function printed(text: string): string {
  const write = (node: MdxNode): string => {
    const inner = (node.children ?? []).map(write).join('');
    const attribute = (wanted: string) =>
      String(node.attributes?.find(({ name }) => name === wanted)?.value ?? '');
    if (node.name === 'SourceMarks') return `[${attribute('of').replace(/^\d+ |\w+:/g, '')}]`;
    if (node.name === 'Figure') return '#';
    if (node.name === 'Source') return '<Source>';
    if (node.type === 'emphasis') return `*${inner}*`;
    if (node.type === 'link') return `(${inner})`;
    if (node.type === 'inlineCode') return `\`${node.value}\``;
    if (node.type === 'footnoteReference') return '^';
    if (node.type === 'tableCell') return `${inner}|`;
    if (/^(?:paragraph|tableRow)$/.test(node.type)) return `${inner}\n`;
    return node.type === 'text' ? (node.value ?? '') : inner;
  };
  // `S(a)` and `F(a)` stand for the tags.
  const tags = text.replace(/S\((\w+)\)/g, '<Source id="$1" />').replace(/F\((\w+)\)/g, '<Figure id="$1" />');
  return write(withSourceMarks(parseMarkdown(tags))).trim();
}

const SENTENCES: Readonly<Record<string, readonly [written: string, printed: string]>> = {
  'behind the stop': ['It flew. S(a) It fell.', 'It flew.[a] It fell.'],
  'before the stop': ['It flew S(a). It fell.', 'It flew.[a] It fell.'],
  'in mid-sentence': ['It S(a) flew, S(b) and fell. It lay.', 'It flew, and fell.[a b] It lay.'],
  'several behind one stop': ['It flew. S(a) S(b) S(c)', 'It flew.[a b c]'],
  'the same source twice': ['It S(a) flew. S(a)', 'It flew.[a]'],
  'two sentences': ['One. S(a) Two. S(b)', 'One.[a] Two.[b]'],
  'a sentence without a source between': ['One. S(a) Two. Three. S(b)', 'One.[a] Two. Three.[b]'],
  figures: ['It sent F(a), then F(b). It stopped.', 'It sent #, then #.[a b] It stopped.'],
  'a figure at the beginning': ['It ended. F(a) were sent.', 'It ended. # were sent.[a]'],
  'a figure and its source': ['It sent F(a). S(b) It stopped.', 'It sent #.[a b] It stopped.'],
  'a question': ['Did it? S(a) Yes! S(b) No… S(c) So.', 'Did it?[a] Yes![b] No…[c] So.'],
  'a question within a sentence': ['“Did it?” he asked. S(a) Yes.', '“Did it?” he asked.[a] Yes.'],
  'a quote that closes behind the stop': ['He said “it flew.” S(a) So.', 'He said “it flew.”[a] So.'],
  'a bracket that closes behind the stop': ['(It flew S(a).) So.', '(It flew.)[a] So.'],
  'a sentence in brackets within another': [
    'It (it flew. S(a) So it did) fell. Yes.',
    'It (it flew. So it did) fell.[a] Yes.',
  ],
  initials: ['The U.S. Congress S(a) met. Yes.', 'The U.S. Congress met.[a] Yes.'],
  'initials at the end': ['It went to the U.S. S(a) It stayed.', 'It went to the U.S.[a] It stayed.'],
  'initials of a name': ['Kim S. Lee S(a) said so. Yes.', 'Kim S. Lee said so.[a] Yes.'],
  'a short month': ['In Dec. 2025 S(a) it ended. Yes.', 'In Dec. 2025 it ended.[a] Yes.'],
  'a short month at the end': [
    'It ended in Dec. S(a) Then it rained.',
    'It ended in Dec.[a] Then it rained.',
  ],
  'a title': ['Mr. Park S(a) sent F(b). Yes.', 'Mr. Park sent #.[a b] Yes.'],
  'e.g.': ['Things, e.g. Films, S(a) were sent. Yes.', 'Things, e.g. Films, were sent.[a] Yes.'],
  'a decimal': ['It weighs 2.5 kg S(a) or so. Yes.', 'It weighs 2.5 kg or so.[a] Yes.'],
  'a year that ends a sentence': ['It began in 2016. S(a) 2017 came.', 'It began in 2016.[a] 2017 came.'],
  'no stop': ['- One S(a)\n- F(b) drives', 'One[a]\n# drives[b]'],
  'a colon': ['By group: S(a)', 'By group:[a]'],
  cells: ['| a | b |\n| - | - |\n| F(a) | It. S(b) |', 'a|b|\n#[a]|It.[b]|'],
  Korean: ['풍선을 보냈다. S(a) 다시 보냈다 S(b). 끝.', '풍선을 보냈다.[a] 다시 보냈다.[b] 끝.'],
  'Chinese stops': ['送了。 S(a) 完。', '送了。[a] 完。'],
  'emphasis at the end': ['It *flew.* S(a) So.', 'It *flew.*[a] So.'],
  'emphasis over two sentences': ['*It flew. It S(a) fell.* So.', '*It flew. It fell.*[a] So.'],
  'emphasis that ends within': ['*It flew S(a). It* fell. S(b)', '*It flew.[a] It* fell.[b]'],
  'a link at the end': ['It [flew.](/a/) S(a) So.', 'It (flew.)[a] So.'],
  'a link over two sentences': ['S(a) [It flew. It](/a/) fell. S(b)', ' (It flew. It)[a] fell.[b]'],
  code: ['Type `a. B` S(a) here. So.', 'Type `a. B` here.[a] So.'],
  'a footnote': ['It flew.[^1] S(a) So.\n\n[^1]: Far.', 'It flew.^[a] So.\nFar.'],
  'a note for editors': ['It flew. S(a) {/* Look again. */}', 'It flew.[a]'],
  'a broken line': ['It flew.\nS(a) So S(b)\nit did.', 'It flew.[a] So\nit did.[b]'],
  'a cell with nothing but sources': ['| a | b |\n| - | - |\n| S(a) S(b) | x |', 'a|b|\n[a b]|x|'],
  'a list in a callout': ['<Callout title="t">\n\n- One. S(a)\n\n</Callout>', 'One.[a]'],
};

for (const [what, [written, expected]] of Object.entries(SENTENCES))
  test(`marks stand behind the sentence: ${what}`, () => {
    assert.equal(printed(written), expected.trim());
  });

test('a text without sources stays as it is', () => {
  const tree = parseMarkdown('It flew.  It fell. *So.*\n\n- [One](/a/)\n');

  assert.deepEqual(withSourceMarks(tree), tree);
});

test('sentences are counted down the text, and what they rest on is told in order', () => {
  const tree = withSourceMarks(
    parseMarkdown(
      'A <Figure id="x" /> b. <Source id="2017/y" /> C. D. <Source id="z" />\n\n- E <Source id="2017/y" />\n',
    ),
  );

  assert.deepEqual(notedBlocks(tree), [
    [
      {
        sentence: 1,
        supports: [
          { kind: 'figure', id: 'x' },
          { kind: 'source', id: '2017/y' },
        ],
      },
      { sentence: 2, supports: [{ kind: 'source', id: 'z' }] },
    ],
    [{ sentence: 3, supports: [{ kind: 'source', id: '2017/y' }] }],
  ]);
});

test('a list has the notes of its items, but of a list in paragraphs each has its own', () => {
  const blocks = (text: string) => notedBlocks(withSourceMarks(parseMarkdown(text))).length;
  const [one, two] = ['A. <Source id="a" />', 'B. <Source id="a" />'];

  assert.equal(blocks(`${one} ${two}`), 1);
  assert.equal(blocks(`${one}\n\n${two}`), 2);
  assert.equal(blocks(`- ${one}\n- ${two}`), 1);
  assert.equal(blocks(`- ${one}\n\n- ${two}`), 2);
  assert.equal(blocks(`| x | y |\n| - | - |\n| ${one} | ${two} |`), 1);
});

test('notes stand behind the paragraph, the table or the whole of a tight list, and behind each item of a list in paragraphs', () => {
  const shape = (text: string) => {
    const write = ({ type, name, children = [], attributes }: MdxNode): string =>
      name === 'BlockNotes'
        ? `[${attributes?.map(({ value }) => value)}]`
        : /^(?:root|paragraph|list|table|blockquote|mdxJsxFlowElement)$/.test(type)
          ? `${name ?? type}(${children.map(write).join('')})`
          : children.map(write).join('');
    return write(withSourceMarks(parseMarkdown(text)));
  };
  const [one, two] = ['A. <Source id="a" />', 'B. <Source id="b" />'];

  assert.equal(shape(`${one} ${two}\n\nC.`), 'root(paragraph()[1 source:a, 2 source:b]paragraph())');
  assert.equal(
    shape(`<InShort>\n${one}\n</InShort>\n\n> ${two}`),
    'root(InShort(paragraph()[1 source:a])blockquote(paragraph()[2 source:b]))',
  );
  assert.equal(
    shape(`- ${one}\n  - ${two}\n- ${one}\n`),
    'root(list(paragraph()list(paragraph())paragraph())[1 source:a, 2 source:b, 3 source:a])',
  );
  assert.equal(shape(`1. ${one}\n\n2. C.\n`), 'root(list(paragraph()[1 source:a]paragraph()))');
  assert.equal(shape(`| x |\n| - |\n| ${one} |`), 'root(table()[1 source:a])');
});

test('the tree that is given stays as it was, since versions to cite are written from it', () => {
  const tree = parseMarkdown('It *flew <Source id="a" />*. So <Figure id="b" />.\n');
  const before = structuredClone(tree);

  withSourceMarks(tree);

  assert.deepEqual(tree, before);
});
