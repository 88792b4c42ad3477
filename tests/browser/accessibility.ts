import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { THOROUGH } from '../thorough.ts';

/** All levels of WCAG, and what is good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * The rules of what colours and a narrow window can spoil on a page that is in order otherwise;
 * by night all, which is said by none.
 */
export const OF_COLOUR_AND_WIDTH = THOROUGH
  ? undefined
  : [
      'color-contrast',
      'color-contrast-enhanced',
      'link-in-text-block',
      'scrollable-region-focusable',
      'target-size',
    ];

/**
 * Every accessibility fault of a page as it stands, with the first element that has it.
 * @param rules some by name; all of WCAG and good practice, if none are given
 * @param part a selector of the only part to look at
 */
export async function accessibilityFaults(
  page: Page,
  { rules, part }: { rules?: readonly string[] | undefined; part?: string } = {},
): Promise<string[]> {
  // The legacy mode looks at one frame, and these pages have no other; what passes is not listed.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part) builder.include(part);
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
