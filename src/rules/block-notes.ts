/**
 * A number in a rendered block that leads to a note beside it. The component that draws the
 * number writes `data-note="3 7 2017/award sent"`: the sentence, the number, the source, and
 * the figures taken from it. The block around it makes a link of that and draws the note.
 */
export interface BlockNote {
  /** The id of the note in the page. */
  id: string;
  /** The id of the first number in the block that leads to it. */
  mark: string;
  sentence: number;
  number: number;
  source: string;
  figures: string[];
}

const MARK = / data-note="(\d+) (\d+) ([^" ]+)((?: [^" ]+)*)"/g;

/** The id of a number: each source has one number in a sentence. */
export const markId = (sentence: number, number: number) => `cite-${sentence}-${number}`;

/** The attribute by which a number asks for its note. */
export const noteRequest = (sentence: number, number: number, source: string, figures: readonly string[]) =>
  [sentence, number, source, ...figures].join(' ');

/** The attribute for a role of digital publishing, which the types of Astro do not know. */
export const roleOf = (role: 'doc-noteref' | 'doc-footnote' | 'doc-backlink'): Record<string, string> => ({
  role,
});

/** Leads the numbers of a block to their notes, and gives these: one for each source, by number. */
export function takeNotes(html: string): { html: string; notes: BlockNote[] } {
  const notes = new Map<string, BlockNote>();
  const linked = html.replace(MARK, (_, at: string, shown: string, source: string, more: string) => {
    const [sentence, number] = [Number(at), Number(shown)];
    const ids = { id: `note-${at}-${shown}`, mark: markId(sentence, number) };
    const note = notes.get(source) ?? { ...ids, sentence, number, source, figures: [] };
    const figures = more.split(' ').filter((id) => id !== '' && !note.figures.includes(id));
    note.figures.push(...figures);
    notes.set(source, note);
    return ` href="#${note.id}"`;
  });
  return { html: linked, notes: [...notes.values()].toSorted((a, b) => a.number - b.number) };
}
