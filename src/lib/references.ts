/** Ids that a text names by tag. */
export interface References {
  figures: string[];
  sources: string[];
  series: string[];
}

/** What the tags of an MDX text refer to, each id once, in order of first mention. */
export function referencesIn(text: string): References {
  const ids = (attribute: string) => [
    ...new Set(
      [...text.matchAll(new RegExp(`<(?:${attribute})="([^"]+)"`, 'g'))].flatMap(([, id]) => id ?? []),
    ),
  ];
  const of = (tag: string, attribute: string) => `${tag}\\s(?:[^>]*?\\s)?${attribute}`;
  return {
    figures: ids(of('Figure', 'id')),
    sources: ids(`${of('Source', 'id')}|${of('Quote', 'source')}`),
    series: ids(of('Chart', 'id')),
  };
}
