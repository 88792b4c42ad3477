import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { writeWhole } from '../../publish/atomic-write.ts';

/** First day, as YYYY-MM-DD, on which an address failed; it has failed each time since. */
export type Memory = Record<string, string>;

const shape = z.record(z.string(), z.iso.date());

/** What earlier runs knew; nothing where there was none, or where its file is damaged. */
export function readMemory(path: string): Memory {
  if (!existsSync(path)) return {};
  try {
    return shape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}

/** Keeps the memory for the next run. */
export function writeMemory(path: string, memory: Memory): void {
  const sorted = Object.fromEntries(Object.entries(memory).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(path, `${JSON.stringify(sorted, null, 2)}\n`, `${path}.${process.pid}.tmp`);
}
