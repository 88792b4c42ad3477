import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentReader, type CheckOptions, type Reading } from '../../src/checks/check-content.ts';
import type { Content } from './content-tree.ts';

/**
 * One folder for the content of many cases, which is read again after each change, as the
 * preview does: what stayed as it was is not read, and what is said must be as of a first reading.
 */
export function keptTree() {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  const read = contentReader(root);
  const there = new Map<string, string | Buffer>();
  let writes = 0;

  function put(content: Content): void {
    for (const path of there.keys()) if (!(path in content)) remove(path);
    for (const [path, text] of Object.entries(content)) {
      const known = there.get(path);
      if (known !== undefined && Buffer.from(text).equals(Buffer.from(known))) continue;
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      // A clock may not tell two writes apart that follow each other at once.
      utimesSync(file, ++writes, writes);
      there.set(path, text);
    }
  }

  function remove(path: string): void {
    rmSync(join(root, path));
    there.delete(path);
    for (let folder = dirname(join(root, path)); readdirSync(folder).length === 0; folder = dirname(folder))
      rmdirSync(folder);
  }

  return {
    read: (content: Content, options: CheckOptions): Promise<Reading> => {
      put(content);
      return read(options);
    },
  };
}
