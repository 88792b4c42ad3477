import { readFileSync } from 'node:fs';

/* The colours of the sheet, for pictures that no sheet reaches: cards, charts to download, the icon. */

const sheet = readFileSync('src/styles/tokens.css', 'utf8');

/** The colours of a block of the sheet, by name. */
const coloursIn = (block: RegExp) =>
  [...(block.exec(sheet)?.[1] ?? '').matchAll(/--([a-z]+): (#[\da-f]{6});/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );

const light = new Map(coloursIn(/@layer base \{\s*:root \{([^}]*)\}/));
/** Some are others by night. */
const dark = new Map([...light, ...coloursIn(/prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/)]);

/**
 * A colour of the sheet as a hex value.
 * @throws if the sheet names no such colour
 */
export function colour(name: string, scheme: 'light' | 'dark' = 'light'): string {
  const value = (scheme === 'light' ? light : dark).get(name);
  if (value === undefined) throw new Error(`src/styles/tokens.css has no colour “--${name}”.`);
  return value;
}

const INKS = ['ink', 'quiet', 'slate', 'rule', 'paper', 'lit'] as const;

/** What pictures are drawn in. */
export type Palette = Readonly<Record<(typeof INKS)[number], string>>;

const paletteOf = (ink: (name: string) => string) =>
  Object.fromEntries(INKS.map((name) => [name, ink(name)])) as Palette;

/** For a page: the variables of the sheet. */
export const PAGE_COLOURS = paletteOf((name) => `var(--${name})`);
/** For pictures that leave the site, as it is by day and by night. */
export const PAPER_COLOURS = paletteOf((name) => colour(name));
export const NIGHT_COLOURS = paletteOf((name) => colour(name, 'dark'));
