import robotsParser from 'robots-parser';
import type { Pace } from './pace.ts';
import { UnreachableError, type Reply, type Request } from './request.ts';

/** Whether a page may be asked for; `busy` where the host cannot say so now. */
export type Leave = 'yes' | 'no' | 'busy';

/** As much of a file as RFC 9309 wants to be read. */
const LONGEST_FILE = 512_000;
const MOST_REDIRECTS = 5;

interface Rules {
  leave(url: URL): Leave;
}

const ALL: Rules = { leave: () => 'yes' };
const NOT_NOW: Rules = { leave: () => 'busy' };

/**
 * Makes the function that asks robots.txt, once for each host, as RFC 9309 has it: a file
 * that is missing allows all, one that the server fails to give allows nothing. It throws
 * UnreachableError for a host that does not answer.
 * @param longestGapMs the longest Crawl-delay that is kept
 */
export function robotsReader(
  request: Request,
  pace: Pace,
  { agent, longestGapMs }: { agent: string; longestGapMs: number },
): (url: URL) => Promise<Leave> {
  const known = new Map<string, Promise<Rules>>();
  return async (url) => {
    const rules = known.get(url.origin) ?? rulesOf(url);
    known.set(url.origin, rules);
    return (await rules).leave(url);
  };

  async function rulesOf({ origin }: URL): Promise<Rules> {
    const file = new URL('/robots.txt', origin);
    const { status, body } = await follow(file);
    if (status >= 500 || status === 429) return NOT_NOW;
    if (status < 200 || status >= 300) return ALL;
    const robots = robotsParser(file.href, body);
    const delay = robots.getCrawlDelay(agent) ?? 0;
    pace.slow(file, Math.min(Math.max(delay * 1000, 0), longestGapMs));
    return { leave: (url) => (robots.isAllowed(url.href, agent) === false ? 'no' : 'yes') };
  }

  async function follow(file: URL): Promise<Reply> {
    let reply = await get(file);
    for (
      let [hop, from] = [0, file];
      hop < MOST_REDIRECTS && reply.status >= 300 && reply.status < 400;
      hop++
    ) {
      const to = reply.location === undefined ? null : URL.parse(reply.location, from);
      if (!to || !/^https?:$/.test(to.protocol)) break;
      reply = await get(to);
      from = to;
    }
    return reply;
  }

  async function get(url: URL): Promise<Reply> {
    const ask = () => pace.turn(url, () => request(url, 'GET', LONGEST_FILE));
    return ask().catch((error: unknown) => {
      if (error instanceof UnreachableError) return ask();
      throw error;
    });
  }
}
