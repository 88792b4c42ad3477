import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import send from 'send';
import { headersFor, redirectsOf, WRONG_ADDRESSES } from '../publish/headers.ts';
import { REVALIDATE } from '../publish/hosts.ts';
import { requireSite } from '../publish/swap.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { PLAN } from '../site-plan.ts';
import { command } from './command.ts';

/**
 * Serves `dist/` as a host would: compressed, with the headers of `dist/_headers`, with
 * renamed pages, and with the site's own page for a wrong address. It outlives every request, and every
 * build that exchanges `dist/` meanwhile. PORT chooses the port.
 */
const METHODS = ['GET', 'HEAD'];
/** A part of a file, as browsers ask for it; others are answered with the whole. */
const PART = /^bytes=(?:\d{1,15}-(?:\d{1,15})?|-\d{1,15})$/;

/** The text of a file of the site; nothing in the moment in which a build exchanges it. */
const textOf = (file: string) => tryOrUndefined(() => readFileSync(`dist/${file}`, 'utf8'));

function say(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

/** Leads on for good. Two slashes at the beginning would be another host. */
function lead(response: ServerResponse, address: string): void {
  response.setHeader('Location', address.replace(/^\/+/, '/'));
  say(response, 301, address);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [path = '/'] = (request.url ?? '/').split(/[?#]/);
  const file = textOf('_headers');
  if (file === undefined) {
    response.setHeader('Retry-After', '1');
    return say(response, 503, 'The site is being exchanged. Ask again.');
  }
  const setHeaders = (of: string) =>
    response.setHeaders(new Map([...Object.entries(REVALIDATE), ...headersFor(of, file)]));
  const notFound = () => {
    const page =
      WRONG_ADDRESSES.find(({ below }) => path.startsWith(below))?.page ?? PLAN['wrong address'].path;
    for (const name of response.getHeaderNames()) if (name !== 'vary') response.removeHeader(name);
    setHeaders(page);
    say(response, 404, textOf(page) ?? 'There is no such page.', 'text/html');
  };
  setHeaders(path);
  if (!METHODS.includes(request.method ?? '')) {
    response.setHeader('Allow', METHODS.join(', '));
    return say(response, 405, 'Pages are read here, and nothing else.');
  }
  const moved = redirectsOf(textOf('_redirects') ?? '').find(({ from }) => from === path);
  if (moved) return lead(response, moved.to);
  // A name that begins with a low line is for hosts, not for readers.
  if (!path.startsWith('/') || path.startsWith('/_')) return notFound();
  send(request, path, { root: 'dist', dotfiles: 'allow', cacheControl: false })
    .on('error', ({ status }: { status?: number }) =>
      status === 416 || status === 400
        ? say(response, status, 'This request cannot be answered.')
        : notFound(),
    )
    .on('directory', () => lead(response, `${path}/${request.url?.slice(path.length) ?? ''}`))
    .pipe(response);
}

const compress = compression();
const server = createServer((request, response) => {
  response.on('error', () => response.destroy());
  const { range } = request.headers;
  if (range !== undefined && !PART.test(range)) delete request.headers.range;
  // A part of a file is a part of its bytes, so it is not compressed.
  if (request.headers.range !== undefined) return answer(request, response);
  // `compression` is written for Express, whose request and response extend Node's own.
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () =>
    answer(request, response),
  );
});
server.on('clientError', (_, socket) => {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  else socket.destroy();
});
process.exitCode = await command({}, async () => {
  requireSite();
  const { PORT = '4321' } = process.env;
  const port = Number(PORT);
  const faults: Readonly<Partial<Record<string, string>>> = {
    EADDRINUSE: `Another program answers at port ${port}, perhaps the preview. Stop it, or choose another port: PORT=${port + 1} npm run serve`,
    ERR_SOCKET_BAD_PORT: `PORT is “${PORT}”. It is a number up to 65535: PORT=4321 npm run serve`,
  };
  await Promise.try(() => once(server.listen(port, '127.0.0.1'), 'listening')).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(faults[error.code ?? ''] ?? error.message, { cause: error });
    },
  );
  console.log(
    `The site is at http://127.0.0.1:${(server.address() as AddressInfo).port}/ (stop it with Ctrl+C).`,
  );
});
