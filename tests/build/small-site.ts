import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { compressFolder } from '../../src/publish/compress.ts';
import { HOSTS, hostingOf } from '../../src/publish/hosts.ts';
import { put } from './copy.ts';
import { hostFiles, securityOf } from './release-sites.ts';
import { setUpServers, startServer, type Server, type ServerName } from './servers.ts';

/*
 * One small site on nginx, Apache, Caddy and `npm run serve`, for the time of a test file.
 */

const page = (text: string) => `<!doctype html><title>${text}</title><p>${`${text} `.repeat(200)}`;
/** The smallest PNG. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const FILES: Record<string, string | Buffer> = {
  'index.html': page('Home'),
  'news/index.html': page('News'),
  'data/index.html': page('Data'),
  'old/index.html': page('Moved'),
  'new/index.html': page('New'),
  'ko/index.html': page('홈'),
  '404.html': page('Wrong address'),
  'ko/404.html': page('없는 주소'),
  'assets/site.a1b2c3.js': 'export const words = "words";\n'.repeat(40),
  'assets/font.a1b2c3.woff2': 'font',
  'assets/photo.a1b2c3.webp': 'photo',
  'pagefind/fragment/en_a1b2c3.pf_fragment': 'fragment',
  'pagefind/pagefind.js': 'export const search = 1;\n'.repeat(40),
  'card.png': PICTURE,
  'charts/stages.png': PICTURE,
  'charts/stages.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<path/>'.repeat(200)}</svg>`,
  'charts/stages.csv': 'stage,drives\n'.repeat(100),
  'ko/charts/stages.png': PICTURE,
  'drawings/route.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'news/rss.xml': `<rss>${'<item/>'.repeat(100)}</rss>`,
  'news/feed.json': `{"items":[${'1,'.repeat(300)}1]}`,
  'news/rss-1.xml': '<rss/>',
  'ko/news/feed-1.json': '{}',
  'data/statistics.csv': 'id,value\n'.repeat(200),
  'data/statistics.json': `{"figures":[${'1,'.repeat(300)}1]}`,
  'data/statistics.schema.json': '{}',
  'data/datapackage.json': '{}',
  'search/titles.json': '{}',
  'version-1.txt': 'Ünïcode',
  'sitemap.xml': '<urlset/>',
  '.well-known/security.txt': 'Contact: none',
};
export const SECURITY = securityOf('p{}');
export const STRICT = { ...SECURITY, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': undefined };
export const { 'Cross-Origin-Resource-Policy': _, ...OF_ALL_PATHS } = SECURITY;
const NAMES: ServerName[] = ['nginx', 'apache', 'caddy', 'npm run serve'];

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Holds the built site, as `site` with its compressed files. */
export let root = '';
const servers: Server[] = [];

before(async () => {
  setUpServers();
  root = mkdtempSync(join(tmpdir(), 'hosts-test-'));
  // The servers read as users of their own.
  chmodSync(root, 0o755);
  const dist = join(root, 'dist');
  for (const [file, text] of Object.entries(FILES)) put(dist, file, text);
  for (const [file, text] of Object.entries(hostFiles('p{}', [{ from: '/old/', to: '/new/' }])))
    put(dist, file, text);
  const site = join(root, 'site');
  cpSync(dist, site, { recursive: true });
  await compressFolder(site);
  for (const name of NAMES) {
    if (name === 'npm run serve') {
      servers.push(await startServer(name, root, ''));
      continue;
    }
    const { file, write } = HOSTS[name];
    put(join(root, name), file, write(hostingOf(site, site)));
    servers.push(await startServer(name, join(root, name), join(root, name, file)));
  }
});

after(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  rmSync(root, { recursive: true, force: true });
});

/** Asks a server for a path, and gives its whole answer. */
export function ask(
  { port }: Server,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Runs a test against each server, so that the name of the server stands in what failed. */
export function onEach(words: string, run: (server: Server) => Promise<void>): void {
  for (const name of NAMES)
    test(`${name}: ${words}`, async () => {
      const server = servers.find((one) => one.name === name);
      assert.ok(server, 'was not started');
      await run(server);
    });
}

/** Checks that an answer carries headers with these values and no others of their names. */
export function assertHeaders(
  { headers }: Answer,
  wanted: Record<string, string | undefined>,
  words: string,
): void {
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name.toLowerCase()]]));
  assert.deepEqual(found, wanted, words);
}
