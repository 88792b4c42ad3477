const kept = new Map<string, Promise<string>>();

/** What `draw` gives for a key, drawn once in a build; in the preview the words may change, and it is drawn anew. */
export function keep(key: string, draw: () => Promise<string>): Promise<string> {
  const html = (import.meta.env.PROD ? kept.get(key) : undefined) ?? draw();
  kept.set(key, html);
  return html;
}
