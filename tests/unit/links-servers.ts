import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Means } from '../../src/commands/links/ask.ts';
import { pacer, type Clock } from '../../src/commands/links/pace.ts';
import { requester, type Request } from '../../src/commands/links/request.ts';
import { robotsReader } from '../../src/commands/links/robots.ts';

/* Servers and clocks for the tests of outside addresses; nothing leaves the computer. */

export const AGENT = 'LitWindowsLinkCheck/1.0 (a test)';
export const NOON = Date.parse('2026-11-20T12:00:00Z');

/** A clock that stands still until somebody waits. */
export function stillClock(now = NOON): Clock {
  return {
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** How a server answers at a path: always the same, the given ones in turn, or by itself. */
type Route = Answer | Answer[] | ((response: ServerResponse, method: string) => void);

/** A request as a server saw it. */
interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  at: number;
}

/** A server of this computer that ends with the test; what it does not know is 404. */
export async function serve(
  t: TestContext,
  routes: Record<string, Route>,
  clock: Clock = stillClock(),
): Promise<{ at: (path: string) => string; seen: Seen[]; asked: (path: string) => string[] }> {
  const seen: Seen[] = [];
  const server = createServer(({ method = '', url: path = '', headers }, response) => {
    const before = seen.filter((request) => request.path === path).length;
    seen.push({ method, path, headers, at: clock.now() });
    const route = routes[path] ?? { status: 404 };
    if (typeof route === 'function') return route(response, method);
    const answer = Array.isArray(route) ? (route[before] ?? route.at(-1)) : route;
    response.writeHead(answer?.status ?? 200, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    seen,
    asked: (path) => seen.filter((request) => request.path === path).map(({ method }) => method),
  };
}

/** An answer that leads on. */
export const redirect = (status: number, location: string): Answer => ({ status, headers: { location } });

/** What `askAddress` needs, on this computer. */
export function means(
  clock: Clock = stillClock(),
  request: Request = requester({ agent: AGENT, limitMs: 5_000, privateToo: true }),
): Means {
  const pace = pacer(clock, 2_000);
  const leave = robotsReader(request, pace, { agent: AGENT, longestGapMs: 60_000 });
  return { request, pace, clock, leave, longestRestMs: 120_000 };
}
