import { z } from 'astro/zod';
import { NoAnswer, type Visitor } from './visitor.ts';

/**
 * What became of an address.
 * - `fine`: a reader gets the page
 * - `moved`: the server names a new address for good, and the page is there
 * - `gone`: there is no such page, or the server leads elsewhere
 * - `unreachable`: no answer
 * - `busy`: the server cannot say now
 * - `refused`: a program is not let in; a reader may get the page
 * - `private`: not on the public Internet
 */
export interface Verdict {
  kind: 'fine' | 'moved' | 'gone' | NoAnswer['kind'];
  /** In a few words: `404`, `DNS`, `robots.txt`; empty where there is nothing to add. */
  why: string;
  /** The new address, for `moved`. */
  to?: string;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);
/** Statuses of a server that cannot answer now; all from 500 on as well. */
const BUSY = new Set([408, 425, 429]);

/** Asks one address and judges the answer. */
export async function askAddress(address: string, { ask }: Visitor): Promise<Verdict> {
  let url = new URL(address);
  /** Where moves for good lead, before the first that is for a time. */
  let moved = url;
  let forGood = true;
  const seen = new Set([url.href]);
  try {
    for (;;) {
      const { status, location = '' } = await ask(url);
      if (!REDIRECTS.has(status)) return judged(status, new URL(address), moved, url);
      const next = URL.parse(location, url);
      if (!next || !/^https?:$/.test(next.protocol)) return { kind: 'gone', why: 'a redirect to no page' };
      next.hash = '';
      if (seen.has(next.href)) return { kind: 'gone', why: 'redirects in a circle' };
      if (seen.size > MOST_REDIRECTS) return { kind: 'gone', why: `more than ${MOST_REDIRECTS} redirects` };
      seen.add(next.href);
      forGood &&= FOR_GOOD.has(status);
      if (forGood) moved = next;
      url = next;
    }
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: error.kind, why: error.message };
    throw error;
  }
}

function judged(status: number, start: URL, moved: URL, end: URL): Verdict {
  if (status === 404 || status === 410) return { kind: 'gone', why: String(status) };
  if (status >= 500 || BUSY.has(status)) return { kind: 'busy', why: String(status) };
  if (status < 200 || status >= 300) return { kind: 'refused', why: String(status) };
  if (isFrontPage(end) && !isFrontPage(start)) return { kind: 'gone', why: `leads to ${end.href}` };
  return moved.href === start.href ? { kind: 'fine', why: '' } : { kind: 'moved', why: '', to: moved.href };
}

/** The page at the root of a host, or that of one of its languages. */
const isFrontPage = ({ pathname, search }: URL) =>
  search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|main)(?:\.\w+)?\/?)?$/i.test(pathname);

/** https://archive.org/help/wayback_api.php */
const ARCHIVE = 'https://archive.org/wayback/available';
const copyAddress = z.string().regex(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}\/https?:\/\/\S+$/);
const snapshot = z.object({ status: z.literal('200'), url: copyAddress });
const archiveAnswer = z.object({ archived_snapshots: z.object({ closest: snapshot.optional() }) });

/**
 * Address of the archived copy that lies nearest to a date, `none` if there is none, or nothing
 * where the archive does not say. No copy is asked for to be made: that is for a person to decide.
 * @param date partial date of the page; without one, the newest copy is meant
 */
export async function archivedCopy(url: string, date: string | undefined, { read }: Visitor) {
  const timestamp = date === undefined ? {} : { timestamp: date.replaceAll('-', '') };
  const question = new URL(`${ARCHIVE}?${new URLSearchParams({ url, ...timestamp })}`);
  try {
    const { text } = await read(question);
    const { closest } = archiveAnswer.parse(JSON.parse(text)).archived_snapshots;
    return closest?.url.replace(/^http:/, 'https:') ?? 'none';
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}
