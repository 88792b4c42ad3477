import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writeChecksums } from '../../src/publish/checksums.ts';
import {
  contentPolicy,
  headersFile,
  redirectsFile,
  securityHeaders,
  styleHash,
  type Redirect,
} from '../../src/publish/headers.ts';
import { HOSTS } from '../../src/publish/hosts.ts';
import { assertWorked, PROJECT, put, start, temporaryFolder, type End, type Environment } from './copy.ts';
import { setUpServers, startServer } from './servers.ts';

/** The headers of a site with one sheet. */
export const securityOf = (sheet: string) => securityHeaders(contentPolicy(styleHash(sheet)));

/** What a site with one sheet holds for hosts alone. */
export const hostFiles = (sheet: string, redirects: readonly Redirect[] = []) => ({
  _headers: headersFile(securityOf(sheet)),
  _redirects: redirectsFile(redirects),
});

/** Puts a small built site in place, whose page names a script of its own; its sheet may be another. */
export function putSite(root: string, version: string, sheet = 'p{margin:0}'): void {
  const page = (text: string) =>
    `<!doctype html><title>${text}</title><style>${sheet}</style><script type="module" src="/assets/site.${version}.js"></script><p>${`${version} `.repeat(300)}`;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const [file, text] of Object.entries({
    'index.html': page('Home'),
    'news/index.html': page('News'),
    'about/index.html': '<!doctype html><title>About</title><p>Stays as it is.',
    '404.html': page('Wrong address'),
    'ko/404.html': page('없는 주소'),
    [`assets/site.${version}.js`]: `export const version = '${version}';\n`.repeat(50),
    [`pagefind/fragment/en_${version}.pf_fragment`]: version,
    'data/statistics.csv': 'id,value\n'.repeat(200),
    ...hostFiles(sheet),
  }))
    put(join(root, 'dist'), file, text);
  writeChecksums(join(root, 'dist'));
}

/** Runs `npm run publish` on the built site of a folder. */
export const publish = (root: string, args: readonly string[], env?: Environment): Promise<End> =>
  start(root, ['node', join(PROJECT, 'src/commands/publish.ts'), ...args], env).end;

/** A project with a built site, and a folder to publish into, whose name is odd. */
export function emptyPlace(t: TestContext) {
  const root = temporaryFolder(t);
  const target = join(root, "the host's folder");
  const shown = (file: string) => join(target, 'current', file);
  const read = (file: string) => readFileSync(shown(file), 'utf8');
  const releases = () => readdirSync(join(target, 'releases')).sort();
  /** Publishes a site; each has a script of its own. */
  const bring = async (version: string, ...args: string[]) => {
    putSite(root, version);
    assertWorked(await publish(root, [target, ...args]));
  };
  return { root, target, shown, read, releases, bring };
}

/** Puts a program in the way of a command. */
export function putProgram(root: string, name: string, script: string): void {
  put(root, `bin/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(root, 'bin', name), 0o755);
}

/** The configuration of nginx as it is published. */
export const NGINX_FILE = HOSTS.nginx.file;

/** Publishes a first release; the folder of the project, and that below which it lies. */
export async function firstRelease(t: TestContext, version = 'v0') {
  setUpServers();
  const root = temporaryFolder(t);
  // The server reads as a user of its own.
  chmodSync(root, 0o755);
  const target = join(root, 'host');
  putSite(root, version);
  assertWorked(await publish(root, [target]));
  return { root, target };
}

/** The same, shown by nginx until the test ends. */
export async function shownRelease(t: TestContext) {
  const { root, target } = await firstRelease(t);
  const server = await startServer('nginx', join(root, 'nginx'), join(target, 'hosting', NGINX_FILE));
  t.after(server.stop);
  return { root, target, site: `http://127.0.0.1:${server.port}` };
}
