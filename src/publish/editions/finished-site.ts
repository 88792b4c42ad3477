import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { newestDay } from '../../rules/changes.ts';
import { addressOfFile, kindOf } from '../../rules/kinds.ts';
import type { KindName } from '../../site-plan.ts';
import { filesBelow } from '../files-below.ts';
import { requireSite } from '../swap.ts';

/** The built site, of which editions are made. */
export type FinishedSite = ReturnType<typeof finishedSite>;

/** What is said of editions is no part of what they are made of. */
const OF_EDITIONS: readonly KindName[] = ['edition', 'sums of the editions'];

/**
 * The site in a folder. Its version follows from its pages alone: the same site has the
 * same one wherever and whenever it is read.
 * @throws where no built site is there
 */
export function finishedSite(folder: string) {
  const map = join(folder, 'sitemap.xml');
  requireSite(map);
  const files = filesBelow(folder).flatMap(({ path, isFile }) => {
    const kind = kindOf(addressOfFile(path));
    return isFile && kind && !OF_EDITIONS.includes(kind) ? [{ path, kind }] : [];
  });
  const hash = createHash('sha256');
  for (const { path, kind } of files)
    if (path.endsWith('.html') && kind !== 'download')
      hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  const places = readFileSync(map, 'utf8');
  const date = newestDay([...places.matchAll(/<lastmod>([\d-]{10})/g)].map(([, day]) => day));
  return {
    folder,
    /** The address at which it is published: `https://lit-windows.example/`. */
    address: publishedAt(places),
    /** Paths below the folder of what the plan of the site has, with `/` between their parts, in order. */
    files,
    /** The newest day on which anything in it was changed: `2026-11-28`. */
    date,
    /** This day and eight digits of a checksum of the pages: `2026-11-28-1a2b3c4d`. */
    version: `${date}-${hash.digest('hex').slice(0, 8)}`,
  };
}

/** The address at which a site is published, of which this is the map. */
export const publishedAt = (map: string): string => /<loc>(https?:\/\/[^/]+\/)/.exec(map)?.[1] ?? '';

/** Files as a ZIP file of the day of the site, in the local time in which such files have it: at noon, which every day has everywhere. */
export const zipped = ({ date }: FinishedSite, files: Zippable): Uint8Array =>
  zipSync(files, { level: 9, mtime: new Date(`${date}T12:00:00`) });
