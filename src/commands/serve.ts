import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor } from '../publish/headers.ts';

/**
 * Serves `dist/` as a host would: compressed, with the headers of `dist/_headers`,
 * and with the site's own page for a wrong address. PORT chooses the port.
 */
if (!existsSync('dist/_headers')) {
  console.error('There is no built site yet. Run “npm start”, which builds it first.');
  process.exit(1);
}
/** Read for each answer, so that a new build is served as it is. */
const headers = (url: string) => headersFor(url.split('?')[0] ?? '', readFileSync('dist/_headers', 'utf8'));
const files = sirv('dist', { etag: true, dev: true });
const compress = compression();

const server = createServer((request, response) => {
  for (const [name, value] of headers(request.url ?? '/')) response.setHeader(name, value);
  // `compression` is written for Express, whose request and response extend Node's own.
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync('dist/404.html'));
    });
  });
});
server.listen(Number(process.env['PORT'] ?? 4321), '127.0.0.1', () => {
  console.log(
    `The site is at http://127.0.0.1:${(server.address() as AddressInfo).port}/ (stop it with Ctrl+C).`,
  );
});
