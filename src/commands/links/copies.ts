import { z } from 'astro/zod';
import type { Pace } from './pace.ts';
import { UnreachableError, type Request } from './request.ts';
import type { Leave } from './robots.ts';

/** https://archive.org/help/wayback_api.php */
export const ARCHIVE = 'https://archive.org/wayback/available';

const LONGEST_ANSWER = 100_000;

const answerShape = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({
        available: z.literal(true),
        status: z.literal('200'),
        url: z.string().regex(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}\/https?:\/\/\S+$/),
      })
      .optional(),
  }),
});

/** An archived copy; `none` where there is none, `unknown` where the archive does not say. */
export type Copy = { url: string } | 'none' | 'unknown';

/** What asking for a copy needs. */
export interface ArchiveMeans {
  request: Request;
  leave: (url: URL) => Promise<Leave>;
  pace: Pace;
  /** Address of the availability API. */
  archive: string;
}

/**
 * Looks up the archived copy that lies nearest to a date. It asks for no copy to be made:
 * what is archived stays in the world, and that is for a person to decide.
 * @param date partial date of the page; without one, the newest copy is meant
 */
export async function archivedCopy(
  url: string,
  date: string | undefined,
  { request, leave, pace, archive }: ArchiveMeans,
): Promise<Copy> {
  const question = new URL(archive);
  question.searchParams.set('url', url);
  if (date !== undefined) question.searchParams.set('timestamp', date.replaceAll('-', ''));
  try {
    if ((await leave(question)) !== 'yes') return 'unknown';
    const { status, body } = await pace.turn(question, () => request(question, 'GET', LONGEST_ANSWER));
    if (status !== 200) return 'unknown';
    const answer = answerShape.safeParse(JSON.parse(body));
    if (!answer.success) return 'unknown';
    const { closest } = answer.data.archived_snapshots;
    return closest ? { url: new URL(closest.url.replace(/^http:/, 'https:')).href } : 'none';
  } catch (error) {
    if (error instanceof UnreachableError || error instanceof SyntaxError) return 'unknown';
    throw error;
  }
}
