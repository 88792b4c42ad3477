import type { MdastPluginEntry } from 'satteri';
import { checkMarkup, parseMdx } from '../checks/check-markup.ts';
import type { Report } from '../checks/problems.ts';

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
