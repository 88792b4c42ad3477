import { placeOf } from '../rules/markdown.ts';
import { DRAWN } from '../rules/sentences.ts';
import type { Block } from './block-text.ts';
import { quoted, type Report, type TextFault } from './problems.ts';
import { repeated } from './read-entries.ts';
import { BEGINS_SMALL, ENDS_OPEN } from './signs.ts';

/* What is lost or doubled where a text is cut and pasted: halves of paragraphs, and the same one twice. */

/** Fewer words are a label or a line of an address. */
const FEWEST_WORDS = 4;
/** So much of a paragraph tells which it is. */
const SHOWN = 40;

/** Behind and before these a sentence goes on. */
const GOES_ON = /^(?:list|table|blockquote|code|mdxJsxFlowElement)$/;

/** Who wrote a report, on a line of its own. */
const BYLINE =
  /^By (?:\p{Lu}[\p{L}.’-]+ ?){2,4}(?:, .{2,40})?$|^\p{Script=Hangul}{2,4} (?:기자|특파원|앵커)$/u;

const isParagraph = ({ node, prose }: Block) =>
  node.type === 'paragraph' && prose.trim().split(/\s+/).length >= FEWEST_WORDS;

/** What is wrong with the beginning or the end of a paragraph; nothing where it is whole. */
export function cutFault(block: Block): TextFault | undefined {
  if (!block.besides) return undefined;
  const [before = '', after = ''] = block.besides;
  if (BYLINE.test(block.prose.trim()))
    return {
      index: 0,
      message: 'the name of whoever wrote a report stands here by itself. Put it into the field “author”.',
    };
  if (!isParagraph(block)) return undefined;
  const [words, whole] = [block.prose.trim(), block.prose.replaceAll(DRAWN, '').trim()];
  if (BEGINS_SMALL.test(words) && !GOES_ON.test(before))
    return {
      index: 0,
      message: `this paragraph begins with a small letter: ${quoted(words.slice(0, SHOWN))}. Write a capital, or what is missing before it.`,
    };
  return ENDS_OPEN.test(whole) && !GOES_ON.test(after)
    ? {
        index: block.prose.lastIndexOf(whole.slice(-1)),
        message: `this paragraph ends without a full stop: ${quoted(whole.slice(-SHOWN))}. Write one, or what is missing behind it.`,
      }
    : undefined;
}

/** Reports paragraphs that stand twice. */
export function checkRepeated(blocks: readonly Block[], report: Report): void {
  for (const [{ node }] of repeated(blocks.filter(isParagraph), ({ text }) => text.trim()))
    report(placeOf(node), 'The same paragraph stands here a second time. Keep one of the two.');
}
