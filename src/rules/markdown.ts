/** A place in a file, both numbers counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A node of the tree that Sätteri makes, as far as it is looked at here. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  depth?: number;
  /** Of a list: whether its items are numbered. */
  ordered?: boolean | null;
  /** Of a footnote: its mark. */
  label?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number; column: number } };
}

/** The words of a node and of all within it. */
export const wordsOf = (node: MdxNode): string =>
  (node.value ?? '') + (node.children ?? []).map(wordsOf).join('');

/** Where a node begins. */
export function placeOf({ position }: MdxNode): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** A node and all within it, in the order of the text. */
export const nodesOf = (node: MdxNode): MdxNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
