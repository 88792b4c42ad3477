import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { jsonIn } from '../../checks/content-files.ts';
import { streamHash } from '../../publish/checksums.ts';
import type { Redirect } from '../../publish/headers.ts';
import { atOnce } from '../../rules/at-once.ts';
import type { Checksums } from '../../rules/checksums.ts';
import { addressOfFile } from '../../rules/kinds.ts';
import { site } from '../../site.ts';

/* Reads a copy of the site at an address, a few files at a time. */

const AT_ONCE = 4;
const LIMIT_MS = 60_000;
const REST_MS = 5_000;
/** More than the largest file of the site or its editions. */
const LARGEST = 100_000_000;
const ASKS = { 'user-agent': `${site.name.replace(/\W/g, '')}Verify/1.0`, 'accept-encoding': 'identity' };

/**
 * The checksums of the listed files as they are served at an address. A file that is not
 * served is missing; a page at an old address may also be a redirect, as hosts make it.
 * @throws with a sentence where the host does not answer twice for a file
 */
export async function copyAt(address: string, list: Checksums): Promise<Checksums> {
  const base = new URL(address);
  if (base.pathname !== '/' || base.search || base.hash)
    throw new Error(`${address} is no address of a host. Write it as in https://your.domain/.`);
  // Silence is limited, not time: an onion service may send a large file for long.
  const limits = { headersTimeout: LIMIT_MS, bodyTimeout: LIMIT_MS, connect: { timeout: LIMIT_MS } };
  const dispatcher = new Agent({ connections: AT_ONCE, maxResponseSize: LARGEST, ...limits });
  const redirects = jsonIn('content/data/redirects.json') as Redirect[];
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  const found = new Map<string, string>();
  const ask = async (path: string, hash: string, isSecond = false): Promise<void> => {
    try {
      const url = new URL(addressOfFile(path), base);
      const { statusCode, headers, body } = await request(url, { headers: ASKS, dispatcher });
      if ((statusCode === 429 || statusCode === 503) && !isSecond) {
        await body.dump();
        await wait(Math.min(Number(headers['retry-after'] ?? 0) * 1000 || REST_MS, LIMIT_MS));
        return await ask(path, hash, true);
      }
      const isMoved = statusCode >= 300 && statusCode < 400;
      const to = isMoved ? new URL(String(headers.location ?? ''), url) : undefined;
      if (to?.origin === base.origin && moved.get(url.pathname) === to.pathname) found.set(path, hash);
      // The page for wrong addresses comes with its own status.
      else if (statusCode === 200 || (statusCode === 404 && path.endsWith('404.html')))
        return void found.set(path, await streamHash(body));
      await body.dump();
      // Where it leads elsewhere, something is served, and not ours.
      if (isMoved && !found.has(path)) found.set(path, `leads to ${to?.href}`);
    } catch (error) {
      if (!isSecond) return ask(path, hash, true);
      throw new Error(`${base.host} does not answer for ${path}: ${(error as Error).message}.`, {
        cause: error,
      });
    }
  };
  try {
    await atOnce(AT_ONCE, list, ([path, hash]) => ask(path, hash));
  } finally {
    await dispatcher.destroy();
  }
  return found;
}
