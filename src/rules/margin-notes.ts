/**
 * Marks in a rendered paragraph that ask for a note beside it. A tag writes
 * `data-note="figure:id"` or `data-note="source:id"`; the block around it takes
 * the marks out and draws the notes.
 */
export type NoteMark = { kind: 'figure' | 'source'; id: string };

const MARK = / data-note="(figure|source):([^"]+)"/g;

/** Separates a block's HTML from the marks in it; each note is asked for once. */
export function takeNotes(html: string): { html: string; marks: NoteMark[] } {
  const marks = new Map<string, NoteMark>();
  for (const [, kind, id] of html.matchAll(MARK)) {
    if (kind && id) marks.set(`${kind}:${id}`, { kind: kind as NoteMark['kind'], id });
  }
  return { html: html.replace(MARK, ''), marks: [...marks.values()] };
}
