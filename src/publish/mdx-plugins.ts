import type { MdastNode, MdastPluginEntry } from 'satteri';
import { checkMarkup, parseMdx } from '../checks/check-markup.ts';
import type { Report } from '../checks/problems.ts';
import { withSourceMarks } from '../rules/source-marks.ts';

/**
 * Puts what a text is drawn from elsewhere in the place of what Astro has read of it. The allow-list
 * of the check is asked again, so that no code runs even where the check was bypassed.
 * @throws with the first fault and its place
 */
export const checkedTree: MdastPluginEntry = ({ source, fileURL }) => {
  const report: Report = ({ line, column }, message) => {
    throw new Error(`${fileURL?.pathname ?? 'A text'}: ${line}:${column}: ${message}`);
  };
  const tree = parseMdx(source, report);
  if (!tree) return null;
  checkMarkup(tree, report);
  return {
    name: 'checked-tree',
    before: (root, context) => context.replaceNode(root, withSourceMarks(tree) as MdastNode),
  };
};
