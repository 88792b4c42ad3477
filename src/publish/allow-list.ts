import type { MdastPluginEntry } from 'satteri';
import { checkMarkup, parseMdx } from '../checks/check-markup.ts';

/**
 * The second door: Astro asks the same allow-list as the preflight for each text that
 * it compiles, so that no code runs even where the preflight was passed by.
 * @throws with the first fault and its place
 */
export const allowList: MdastPluginEntry = ({
  source,
  fileURL,
}: {
  source: string;
  fileURL: URL | undefined;
}) => {
  const faults: string[] = [];
  const tree = parseMdx(source, ({ line, column }, message) => faults.push(`${line}:${column}: ${message}`));
  if (tree) checkMarkup(tree, ({ line, column }, message) => faults.push(`${line}:${column}: ${message}`));
  if (faults.length > 0) throw new Error(`${fileURL?.pathname ?? 'A text'}: ${faults[0]}`);
  return null;
};
