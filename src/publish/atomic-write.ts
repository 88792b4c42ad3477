import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A rename cannot reach another disk, nor a file that is a mount of its own. */
const CANNOT_RENAME = new Set(['EXDEV', 'EBUSY']);

/**
 * Writes a file so that a process that is killed leaves the old text or the new one.
 * Where stage and file lie on different disks, the file is written in place.
 * @param stage path, outside of folders that are watched or checked, for the text until it is whole
 */
export function writeWhole(path: string, text: string, stage: string): void {
  mkdirSync(dirname(stage), { recursive: true });
  try {
    // Without `flush` a machine that loses its power could keep the rename and lose the text.
    writeFileSync(stage, text, { flush: true });
    renameSync(stage, path);
  } catch (error) {
    if (!CANNOT_RENAME.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(stage, path);
  } finally {
    rmSync(stage, { force: true });
  }
}
