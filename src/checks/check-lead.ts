import { nodesOf, placeOf, type MdxNode } from '../rules/markdown.ts';
import { DRAWN, sentenceEnds } from '../rules/sentences.ts';
import { tagOf } from '../rules/tags.ts';
import type { TextKind } from '../schemas/lists.ts';
import type { Report } from './problems.ts';

/** More sentences than these are no longer read at a glance. */
const MOST_SENTENCES = 3;

const isLead = ({ name }: MdxNode) => tagOf(name)?.leads === true;

/** Checks the tag that sums a page up: where it stands, and how much it holds. */
export function checkLead(tree: MdxNode, kind: TextKind, report: Report): void {
  const blocks = tree.children ?? [];
  const heading = blocks.findIndex(({ type }) => type === 'heading');
  const leads = nodesOf(tree).filter(isLead);
  for (const lead of leads) {
    const place = blocks.indexOf(lead);
    const faults = [
      kind !== 'pages' && 'stands in pages only. Write its sentences as the first paragraph.',
      lead !== leads[0] && 'stands once in a page. Make one of the two.',
      (place < 0 || (heading >= 0 && place > heading)) &&
        'stands before the first heading, by itself. Move it to the top of the text.',
      contentFault(lead),
    ];
    for (const fault of faults) if (fault) report(placeOf(lead), `<${lead.name}> ${fault}`);
  }
}

function contentFault({ children = [] }: MdxNode): string | undefined {
  const [paragraph, ...others] = children;
  // That it encloses something is asked of every tag.
  if (!paragraph) return undefined;
  if (others.length > 0 || paragraph.type !== 'paragraph')
    return 'holds one paragraph and nothing else. Move the rest below it.';
  const words = nodesOf(paragraph).map(({ name, value = '' }) => (name === 'Figure' ? DRAWN : value));
  return sentenceEnds(words.join('')).length > MOST_SENTENCES
    ? 'holds three sentences at most. Leave the rest to the text.'
    : undefined;
}
