import { readFileSync } from 'node:fs';

/* The colours of the sheet, for pictures that no sheet reaches: cards, charts to download, the icon. */

/** A block of src/styles/tokens.css: the colours by day, or those that are others by night. */
const BLOCKS = {
  light: /@layer base \{\s*:root \{([^}]*)\}/,
  dark: /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/,
};

const sheet = readFileSync('src/styles/tokens.css', 'utf8');

const coloursOf = (block: keyof typeof BLOCKS): ReadonlyMap<string, string> =>
  new Map(
    [...(BLOCKS[block].exec(sheet)?.[1] ?? '').matchAll(/--([a-z]+): (#[\da-f]{6});/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

const light = coloursOf('light');
const dark = new Map([...light, ...coloursOf('dark')]);

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
