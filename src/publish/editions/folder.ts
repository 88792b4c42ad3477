import { writeFileSync } from 'node:fs';
import type { FinishedSite } from './finished-site.ts';

/** Writes the edition that is opened from a folder. */
export function makeFolder(site: FinishedSite, file: string): void {
  writeFileSync(file, site.version);
}
