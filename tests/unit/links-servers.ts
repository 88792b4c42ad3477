import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Agent, type Dispatcher } from 'undici';
import { run } from '../../src/commands/links.ts';
import { visitor } from '../../src/commands/links/visitor.ts';
import { printed } from './printed.ts';
import { inTree, ORGANISATIONS, PAGE, POST, SOURCES, validContent, type Content } from './content-tree.ts';

/* Servers for the tests of outside addresses; nothing leaves the computer. */

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** How a server answers at a path: always the same, the given ones in turn, or by itself. */
type Route = Answer | Answer[] | ((response: ServerResponse, method: string) => void);

/** A request as a server saw it; `at` in milliseconds. */
interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  at: number;
}

/** A server of this computer that ends with the test; what it does not know is 404. */
export async function serve(t: TestContext, routes: Record<string, Route>) {
  const seen: Seen[] = [];
  const server = createServer(({ method = '', url: path = '', headers }, response) => {
    const before = seen.filter((request) => request.path === path).length;
    seen.push({ method, path, headers, at: performance.now() });
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
    at: (path: string) => `http://127.0.0.1:${port}${path}`,
    seen,
    asked: (path: string) => seen.filter((request) => request.path === path).map(({ method }) => method),
  };
}

/** An answer that leads on. */
export const redirect = (status: number, location: string): Answer => ({ status, headers: { location } });

/** Asks this computer too, and does not rest. */
export const visit = (more: Parameters<typeof visitor>[1] = {}) =>
  visitor('https://site.example/path', { dispatcher: new Agent(), gapMs: 0, limitMs: 5_000, ...more });

/** A server of this computer in the place of each of these origins; all others are asked through `agent`. */
export function internet(stands: Record<string, string>, agent = new Agent()): Dispatcher {
  const local = new Agent();
  return agent.compose((dispatch) => (options, handler) => {
    const origin = stands[String(options.origin)];
    return origin === undefined
      ? dispatch(options, handler)
      : local.dispatch({ ...options, origin }, handler);
  });
}

/** The valid content with all its outside addresses on one host, and two more in a text. */
export function contentAt(at: (path: string) => string): Content {
  const content = validContent();
  const replaced = (path: string, passage: string, instead: string) => {
    assert.ok(content[path]?.includes(passage), `${path} has ${passage}`);
    content[path] = content[path]?.replace(passage, () => instead) ?? '';
  };
  replaced(SOURCES, 'https://example.org/report', at('/report#part'));
  replaced(POST, 'https://example.org/law', at('/law'));
  replaced(ORGANISATIONS, 'https://flashdrivesforfreedom.org/', at('/official'));
  replaced(PAGE, 'Drives.', `Drives, as [one](${at('/link')}) and [another](${at('/report')}) say.`);
  return content;
}

/** A server on which every page of that content is there. */
export const FINE = { '/report': {}, '/law': {}, '/official': {}, '/link': {} };

/** Runs of the command over one content tree, one on each day, and what `.build/links.json` holds at the end. */
export async function runs(
  content: Content,
  days: readonly string[],
  args: string[] = [],
  visiting = visit(),
) {
  return inTree(content, async (root) => {
    const ends: { code: number; said: string }[] = [];
    for (const today of days) {
      const { status, stdout, stderr } = await printed(() => run(args, root, visiting, today));
      ends.push({ code: status, said: (stdout + stderr).trimEnd() });
    }
    const path = join(root, '.build/links.json');
    const memory: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
    return { ends, last: ends.at(-1) ?? assert.fail(), memory };
  });
}
