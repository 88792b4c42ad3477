/** One name with its other spellings, as in content/data/names.json. */
export interface Name {
  name: string;
  variants: string[];
}

/** Every spelling of the names of which any spelling stands in the text, so that each finds the page. */
export function spellings(text: string, names: readonly Name[]): string[] {
  return names
    .map(({ name, variants }) => [name, ...variants])
    .filter((forms) =>
      forms.some((form) =>
        new RegExp(`(?<![\\p{L}\\p{N}])${escape(form)}(?![\\p{L}\\p{N}])`, 'u').test(text),
      ),
    )
    .flat();
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
