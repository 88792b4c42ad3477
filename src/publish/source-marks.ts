import type { MdastNode, MdastPluginEntry, MdastVisitorContext } from 'satteri';
import { unstruck, type MdxNode } from '../rules/markdown.ts';
import { SENTENCE_BLOCKS, sourceGatherer } from '../rules/source-marks.ts';

/** Puts the sources of each sentence behind it in a text that Astro compiles, as it stands in those drawn from their tree. */
export const sourceMarks: MdastPluginEntry = () => {
  const gather = sourceGatherer();
  const visit = (block: Readonly<MdastNode>, context: MdastVisitorContext) => {
    const gathered = gather(block as MdxNode);
    if (gathered) context.replaceNode(block, gathered as MdastNode);
  };
  return { name: 'source-marks', ...Object.fromEntries(SENTENCE_BLOCKS.map((type) => [type, visit])) };
};

/** Leaves single tildes as the text that they are, as in those drawn from their tree. */
export const singleTildes: MdastPluginEntry = {
  name: 'single-tildes',
  options: { position: true },
  delete(node, context) {
    const nodes = unstruck(node as MdxNode);
    if (nodes) context.replaceNode(node, nodes as MdastNode[]);
  },
};
