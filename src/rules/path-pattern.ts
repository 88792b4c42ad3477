/*
 * Paths with slots, as in `/charts/<id>.<format>`: from one and the same pattern a path is
 * made and told from others.
 */

/** The values for the slots of a path, in their order. */
export type SlotValues<Path extends string> = Path extends `${string}<${string}>${infer Rest}`
  ? [string | number, ...SlotValues<Rest>]
  : [];

/** The path with its slots filled. */
export function fillPath(path: string, ...values: readonly (string | number)[]): string {
  const left = values.values();
  return path.replace(/<\w+>/g, () => `${left.next().value}`);
}

/**
 * An expression for every path that a pattern makes; each slot is a group of its name.
 * @param slots expression of each slot that is more, or less, than one word
 */
export function pathExpression(path: string, slots: Readonly<Partial<Record<string, string>>>): RegExp {
  const parts = path
    .split(/<(\w+)>/)
    .map((part, index) => (index % 2 ? `(?<${part}>${slots[part] ?? '[a-z0-9-]+'})` : RegExp.escape(part)));
  return new RegExp(`^${parts.join('')}$`);
}
