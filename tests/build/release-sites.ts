import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentPolicy,
  headersFile,
  redirectsFile,
  securityHeaders,
  styleHash,
} from '../../src/publish/headers.ts';
import { HOSTS } from '../../src/publish/hosts.ts';
import { PROJECT, put, start, type End, type Environment } from './copy.ts';

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
    _headers: headersFile(securityHeaders(contentPolicy(styleHash(sheet)))),
    _redirects: redirectsFile([]),
  }))
    put(join(root, 'dist'), file, text);
}

/** Runs `npm run publish` on the built site of a folder. */
export const publish = (root: string, args: readonly string[], env?: Environment): Promise<End> =>
  start(root, ['node', join(PROJECT, 'src/commands/publish.ts'), ...args], env).end;

/** The configuration of nginx as it is published. */
export const NGINX_FILE = HOSTS.nginx.file;
