import type { MdastNode, MdastPluginEntry, MdastVisitorContext } from 'satteri';
import { checkMarkup, parseMdx } from '../checks/check-markup.ts';
import type { Report } from '../checks/problems.ts';
import { unstruck, type MdxNode } from '../rules/markdown.ts';
import { SENTENCE_BLOCKS, sourceGatherer } from '../rules/source-marks.ts';

/* What is done to the texts that Astro compiles, so that they are as those that are drawn from their tree. */

/**
 * Asks the allow-list of the check again for each text that Astro compiles, so that no code
 * runs even where the check was bypassed.
 * @throws with the first fault and its place
 */
export const allowList: MdastPluginEntry = ({ source, fileURL }) => {
  const report: Report = ({ line, column }, message) => {
    throw new Error(`${fileURL?.pathname ?? 'A text'}: ${line}:${column}: ${message}`);
  };
  const tree = parseMdx(source, report);
  if (tree) checkMarkup(tree, report);
  return null;
};

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
