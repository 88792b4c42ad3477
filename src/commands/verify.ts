import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { jsonIn } from '../checks/content-files.ts';
import { onOneLine } from '../checks/problems.ts';
import { checksumsOf } from '../publish/checksums.ts';
import type { Redirect } from '../publish/headers.ts';
import { publishedAt } from '../publish/editions/finished-site.ts';
import { signatureFault } from '../publish/signature.ts';
import { DIST } from '../publish/swap.ts';
import { isHostAddress } from '../rules/addresses.ts';
import { forEachConcurrently } from '../rules/concurrency.ts';
import { addressOfFile } from '../rules/kinds.ts';
import { CHECKSUMS, compared, readList, type Checksums, type Differences } from '../rules/checksums.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { site } from '../site.ts';
import { command, messageOf } from './command.ts';

const HELP = `npm run verify -- <address or folder> compares a copy of the site with the list of checksums
and names what differs, is missing or is more.

Build with the same address before: SITE_URL=https://your.domain npm run build.

  --list <file>   the list to compare with; ${DIST}/${CHECKSUMS} unless given

Exit code: 0 where the copy is whole and true, 1 where it is not or cannot be read.`;

/** As many paths of a kind as are printed. */
const MOST = 50;

const SENTENCES: Record<keyof Differences, (count: number) => string> = {
  differs: (count) => (count === 1 ? '1 file is another than ours' : `${count} files are others than ours`),
  missing: (count) => (count === 1 ? '1 file is missing' : `${count} files are missing`),
  more: (count) => (count === 1 ? '1 file is not ours' : `${count} files are not ours`),
};

/** What the comparison found, line by line. */
function* report(differences: Differences): Generator<string> {
  for (const [kind, paths] of Object.entries(differences) as [keyof Differences, string[]][]) {
    if (paths.length === 0) continue;
    yield `${SENTENCES[kind](paths.length)}:`;
    yield* paths.slice(0, MOST).map((path) => `  ${path}`);
    if (paths.length > MOST) yield `  and ${paths.length - MOST} more`;
  }
}

/** The list to compare with, and what is known of its origin. @throws where it cannot be trusted */
function trusted(file: string): { list: Checksums; origin: string } {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Error(
      `There is no list of checksums at ${file}. Type npm run build first, or name one with --list.`,
    );
  const list = readList(readFileSync(file, 'utf8'));
  if (site.signingKey === '') return { list, origin: 'which is not signed: there is no key yet' };
  const fault = signatureFault(file, site.signingKey);
  // What was built here needs no signature; a list from elsewhere does.
  if (fault !== undefined && file !== join(DIST, CHECKSUMS)) throw new Error(fault);
  return { list, origin: fault === undefined ? 'signed by our key' : 'built here' };
}

/** @throws where there is no such folder */
function copyIn(folder: string): Checksums {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder}. Name a folder, or an address that begins with https://.`);
  return checksumsOf(folder);
}

/* A copy at an address is read a few files at a time. */

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
async function copyAt(address: string, list: Checksums): Promise<Checksums> {
  if (!isHostAddress(address))
    throw new Error(`${address} is no address of a host. Write it as in https://your.domain/.`);
  const base = new URL(address);
  // Silence is limited, not time: an onion service may send a large file for long.
  const limits = { headersTimeout: LIMIT_MS, bodyTimeout: LIMIT_MS, connect: { timeout: LIMIT_MS } };
  const dispatcher = new Agent({ connections: AT_ONCE, maxResponseSize: LARGEST, ...limits });
  const redirects = jsonIn('content/data/redirects.json') as Redirect[];
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  const found = new Map<string, string>();
  /** The checksum of what is served for a file; nothing where nothing is. */
  const ask = async (path: string, listed: string, isFirst = true): Promise<string | undefined> => {
    const url = new URL(addressOfFile(path), base);
    const { statusCode, headers, body } = await request(url, { headers: ASKS, dispatcher });
    const sum = createHash('sha256');
    for await (const part of body) sum.update(part as Buffer);
    if ((statusCode === 429 || statusCode === 503) && isFirst) {
      await wait(Math.min(Number(headers['retry-after'] ?? 0) * 1000 || REST_MS, LIMIT_MS));
      return ask(path, listed, false);
    }
    if (statusCode >= 300 && statusCode < 400) {
      const to = new URL(String(headers.location ?? ''), url);
      // Where it leads elsewhere, something is served, and not ours.
      const isOurs = to.origin === base.origin && moved.get(url.pathname) === to.pathname;
      return isOurs ? listed : `leads to ${to.href}`;
    }
    // The page for wrong addresses comes with its own status.
    const isServed = statusCode === 200 || (statusCode === 404 && path.endsWith('404.html'));
    return isServed ? sum.digest('hex') : undefined;
  };
  try {
    await forEachConcurrently(AT_ONCE, list, async ([path, listed]) => {
      const sum = await ask(path, listed)
        .catch(() => ask(path, listed, false))
        .catch((error: unknown) => {
          throw new Error(`${base.host} does not answer for ${path}: ${messageOf(error)}.`, { cause: error });
        });
      if (sum !== undefined) found.set(path, sum);
    });
  } finally {
    await dispatcher.destroy();
  }
  return found;
}

/** What to do where the built site is one for another host than an address, for pages name their own; nothing where it is not. */
function otherHost(address: string): string | undefined {
  const built = publishedAt(tryOrUndefined(() => readFileSync(join(DIST, 'sitemap.xml'), 'utf8')) ?? '');
  const { host, origin } = new URL(address);
  if (built === '' || new URL(built).host === host) return undefined;
  return `${DIST}/ is built for ${built}, and pages name the address they are built for. Build for the address of the copy, then compare again: SITE_URL=${origin} npm run build. For a mirror or an onion address, build for the main address of the site.`;
}

const TAKES = { help: HELP, allowPositionals: true, options: { list: { type: 'string' } } } as const;

process.exitCode = await command(TAKES, async ({ values, positionals: [copy, ...others] }) => {
  if (copy === undefined || others.length > 0) throw new Error(HELP);
  const file = values.list ?? join(DIST, CHECKSUMS);
  const { list, origin } = trusted(file);
  const isAddress = /^https?:/i.test(copy);
  const found = await (isAddress ? copyAt(copy, list) : copyIn(copy));
  const differences = compared(list, found);
  const lines = [...report(differences)];
  const compares = `Compared ${copy} with the ${list.size} files of ${file}, ${origin}.`;
  for (const line of [compares, ...lines].map(onOneLine)) console.log(line);
  console.log(
    lines.length === 0
      ? 'The copy is whole and true.'
      : 'This copy is not the true one, or not of this version.',
  );
  if (lines.length === 0) return 0;
  const advice = isAddress && values.list === undefined ? otherHost(copy) : undefined;
  if (advice !== undefined) console.log(onOneLine(advice));
  return 1;
});
