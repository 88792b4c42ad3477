import { publishedVersions } from '../checks/published.ts';
import { addressOf } from '../rules/addresses.ts';
import { getRedirects, memoizeContent } from './content.ts';

/* What is on record of the versions that were published. */

/** Each version that was published, by address: the hash of its text, and its day where that is known. */
export const getPublishedVersions = memoizeContent(() => publishedVersions(process.cwd()));

/** What is on record of a version of a page: its hash, or that it was withdrawn, and its day. */
const versionAt = (page: string, number: number): string | undefined =>
  getPublishedVersions()[addressOf('version', page, number)];

/** The same; of a page that was renamed and not published since, under its former address. */
export const publishedVersion = (page: string, number: number): string | undefined =>
  versionAt(page, number) ??
  getRedirects()
    .flatMap(({ from, to }) => (to === page ? (versionAt(from, number) ?? []) : []))
    .at(-1);

/** The hash of what was published as a version of a page; of one that was withdrawn there is none any more. */
export const publishedHash = (page: string, number: number): string | undefined =>
  publishedVersion(page, number)?.match(/^[0-9a-f]{64}/)?.[0];

/** The day on which the first version of a page was published under its address, where that is on record. */
export const publishedDay = (page: string): string | undefined => versionAt(page, 1)?.split(' ')[1];
