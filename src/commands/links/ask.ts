import { NotPublicError } from './guard.ts';
import type { Clock, Pace } from './pace.ts';
import { UnreachableError, type Method, type Reply, type Request } from './request.ts';
import type { Leave } from './robots.ts';

/**
 * What became of an address.
 * - `fine`: a reader gets the page
 * - `moved`: the server names a new address for good, and the page is there
 * - `lost`: the server leads to its front page, or in a circle
 * - `dead`: the page is gone
 * - `unreachable`: no answer
 * - `busy`: the server cannot say now
 * - `refused`: the server does not let a program in; a reader may get the page
 * - `robots`: robots.txt asks programs to stay away
 * - `hidden`: no public address
 */
export type Kind =
  'fine' | 'moved' | 'lost' | 'dead' | 'unreachable' | 'busy' | 'refused' | 'robots' | 'hidden';

export interface Verdict {
  kind: Kind;
  /** In a few words: `404`, `DNS`, `robots.txt of example.org`; empty where there is nothing to add. */
  why: string;
  /** The address that the server leads to, for `moved` and `lost`. */
  to?: string;
}

/** What asking needs; a test can put something of its own in each place. */
export interface Means {
  request: Request;
  leave: (url: URL) => Promise<Leave>;
  pace: Pace;
  clock: Clock;
  /** The longest wait that a server may ask for (Retry-After). */
  longestRestMs: number;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/** Asks one address, politely, and judges the answer. */
export async function askAddress(address: string, means: Means): Promise<Verdict> {
  let url = new URL(address);
  try {
    const seen = new Set([url.href]);
    /** Where moves for good lead, before the first that is for a time. */
    let moved = url;
    let forGood = true;
    for (;;) {
      const leave = await means.leave(url);
      if (leave === 'no') return { kind: 'robots', why: `robots.txt of ${url.host}` };
      if (leave === 'busy') return { kind: 'busy', why: `robots.txt of ${url.host} cannot be had` };
      const reply = await patientReply(url, means);
      if (!REDIRECTS.has(reply.status)) return judged(reply.status, new URL(address), moved, url);
      const next = reply.location === undefined ? null : URL.parse(reply.location, url);
      if (!next || !/^https?:$/.test(next.protocol))
        return { kind: 'lost', why: 'a redirect that names no page' };
      next.hash = '';
      if (seen.has(next.href)) return { kind: 'lost', why: 'redirects in a circle', to: next.href };
      if (seen.size > MOST_REDIRECTS)
        return { kind: 'lost', why: `more than ${MOST_REDIRECTS} redirects`, to: next.href };
      seen.add(next.href);
      forGood &&= FOR_GOOD.has(reply.status);
      if (forGood) moved = next;
      url = next;
    }
  } catch (error) {
    if (error instanceof UnreachableError) return { kind: 'unreachable', why: error.message };
    if (error instanceof NotPublicError) return { kind: 'hidden', why: url.host };
    throw error;
  }
}

/** Statuses of a server that cannot answer now; all others from 500 on as well. */
const BUSY = new Set([408, 425, 429]);

function judged(status: number, start: URL, moved: URL, end: URL): Verdict {
  if (status === 404 || status === 410) return { kind: 'dead', why: String(status) };
  if (status >= 500 || BUSY.has(status)) return { kind: 'busy', why: String(status) };
  if (status < 200 || status >= 300) return { kind: 'refused', why: String(status) };
  if (isFrontPage(end) && !isFrontPage(start)) return { kind: 'lost', why: 'the front page', to: end.href };
  if (moved.href === start.href) return { kind: 'fine', why: '' };
  const secure = moved.href === start.href.replace(/^http:/, 'https:');
  return { kind: 'moved', why: secure ? 'https' : '', to: moved.href };
}

/** The page at the root of a host, or that of one of its languages. */
function isFrontPage({ pathname, search }: URL): boolean {
  return (
    search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|main)(?:\.\w+)?\/?)?$/i.test(pathname)
  );
}

/** Asks again, once, when the server asks for patience and names a time that is not too long. */
async function patientReply(url: URL, means: Means): Promise<Reply> {
  const reply = await surestReply(url, means);
  const rest = restMs(reply, means.clock.now());
  if (rest === undefined || rest > means.longestRestMs) return reply;
  means.pace.rest(url, rest);
  return surestReply(url, means);
}

/** Milliseconds that a busy server wants to be left alone; nothing, where it does not say so. */
function restMs({ status, retryAfter = '' }: Reply, now: number): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * The reply to HEAD; where HEAD fails, that to GET, because many servers know only this one.
 * A network that fails is tried a second time.
 */
async function surestReply(url: URL, { request, pace }: Means): Promise<Reply> {
  const ask = (method: Method) => pace.turn(url, () => request(url, method));
  const reply = await ask('HEAD').catch((error: unknown) => {
    if (error instanceof UnreachableError) return undefined;
    throw error;
  });
  const isClear = reply && (reply.status < 400 || reply.status === 429 || reply.status === 503);
  return isClear ? reply : ask('GET');
}
