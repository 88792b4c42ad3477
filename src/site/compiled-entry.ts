import { getEntry } from 'astro:content';
import type { Language } from '../site.ts';

/** The entry of a page or category from which Astro compiles what it draws. @throws if there is none */
export async function compiledEntry(kind: 'pages' | 'categories', id: string, language: Language) {
  const entry = await getEntry(kind, `${language}/${id}`);
  if (!entry) throw new Error(`Astro has not compiled the text “${id}”. Build again.`);
  return entry;
}
