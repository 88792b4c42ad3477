/** Ids that a text names by tag. */
export interface References {
  figures: string[];
  sources: string[];
  series: string[];
}

/** What the tags of an MDX text refer to, each id once, in order of first mention. */
export function referencesIn(text: string): References {
  const ids = (tag: string) => [
    ...new Set(
      [...text.matchAll(new RegExp(`<${tag}\\s[^>]*?id="([^"]+)"`, 'g'))].flatMap(([, id]) => id ?? []),
    ),
  ];
  return { figures: ids('Figure'), sources: ids('Source'), series: ids('Chart') };
}
