/** A name with its spellings, as in content/data/names.json. */
export interface Name {
  /** The one spelling of this site. */
  name: string;
  /** Initials, which texts may use as they like. */
  short?: string | undefined;
  /** The name in Korean. */
  korean?: string | undefined;
  /** Spellings of others, which texts of this site do not use. */
  variants?: readonly string[] | undefined;
  /** Plain words that mean the same; texts may use them. */
  synonyms?: readonly string[] | undefined;
}

/** A spelling that stands in a text. */
export interface FoundName {
  name: Name;
  /** The spelling as it stands in the list. */
  form: string;
  index: number;
}

export type NameFinder = (text: string) => FoundName[];

/** Every spelling of a name, that of the site first. */
export function formsOf({ name, short, korean, variants = [], synonyms = [] }: Name): string[] {
  return [name, short, korean, ...variants, ...synonyms].filter((form) => form !== undefined);
}

/**
 * Finds the spellings of all names in a text in one pass: whole words, also in the plural;
 * a small first letter also as a capital. Where one spelling holds another, as “North
 * Korea Strategy Center” holds “North Korea”, the longer one is found.
 */
export function nameFinder(names: readonly Name[]): NameFinder {
  const spelt = names.flatMap((name) => formsOf(name).map((form) => ({ name, form })));
  if (spelt.length === 0) return () => [];
  const known = new Map([
    ...spelt.map((one) => [capitalized(one.form), one] as const),
    ...spelt.map((one) => [one.form, one] as const),
  ]);
  // By first letter, so that most words of a text are passed over at one glance.
  const groups = [...Map.groupBy(known.keys(), ([first = '']) => first)].map(([first, forms]) => {
    const rests = forms.toSorted((a, b) => b.length - a.length).map((form) => form.slice(first.length));
    return `${pattern(first)}(?:${rests.map(pattern).join('|')})`;
  });
  const firsts = new Set([...known.keys()].map(([first = '']) => RegExp.escape(first)));
  const spelling = new RegExp(
    `(?=${[...firsts].join('|')})(?<![\\p{L}\\p{N}])(${groups.join('|')})s?(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) =>
    [...text.matchAll(spelling)].flatMap(({ 1: found = '', index }) => {
      const one = known.get(found.replace(/\s+/g, ' '));
      return one ? { ...one, index } : [];
    });
}

const capitalized = (form: string) => form.charAt(0).toUpperCase() + form.slice(1);

/** A text as a pattern of itself; a space may be any space, as at the end of a line. */
const pattern = (text: string) => text.split(/\s+/).map(RegExp.escape).join('\\s+');
