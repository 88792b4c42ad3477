/** What a text names by tag. */
export interface References {
  figures: string[];
  sources: string[];
  series: string[];
  /** Whether it prints the list of organisations. */
  organisations: boolean;
}

/** Notes for editors, which no reader sees. */
const NOTES = /\{\/\*.*?\*\/\}/gs;

/**
 * What the tags of an MDX text refer to, each id once, in order of first mention.
 * @param body the text without its front matter
 */
export function referencesIn(body: string): References {
  const text = body.replace(NOTES, '');
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
    organisations: /<Organisations\s*\/>/.test(text),
  };
}
