import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { tags } from '../rules/tags.ts';
import BlockNotes from './BlockNotes.astro';
import Link from './Link.astro';
import SourceMarks from './SourceMarks.astro';
import Table from './Table.astro';
import TaskBox from './TaskBox.astro';

/** Every component by its path, but the one that draws texts with them. */
const components = import.meta.glob<AstroComponentFactory>(['./*.astro', '!./Prose.astro'], {
  eager: true,
  import: 'default',
});

/** How each tag of src/rules/tags.ts, by the component of its name, and each block of running text is drawn. */
export const mdxComponents: Readonly<Record<string, AstroComponentFactory | undefined>> = {
  ...Object.fromEntries(Object.keys(tags).map((name) => [name, components[`./${name}.astro`]])),
  BlockNotes,
  SourceMarks,
  a: Link,
  input: TaskBox,
  table: Table,
};
