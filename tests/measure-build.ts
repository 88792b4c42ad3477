import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { writeSite } from './generate.ts';

/*
 * Measures time and memory of the preflight, with many made-up posts, and of the whole
 * build of the real content, and prints a table. Run it by hand: `npm run measure:build`.
 */

const PROJECT = resolve(import.meta.dirname, '..');
const COUNTS = [1_000, 10_000];
const PARTS = ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

/** Notes the peak memory of each Node process as it ends. */
const USAGE = `import { appendFileSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  appendFileSync(import.meta.dirname + '/usage', JSON.stringify({ script: process.argv[1], maxRSS }) + '\\n');
});
`;

interface Row {
  what: string;
  seconds: number;
  /** Of one process each, the largest first. */
  'peak memory, MB': string;
}

const folder = mkdtempSync(join(tmpdir(), 'measure-build-'));
try {
  const rows: Row[] = [];
  for (const part of PARTS) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'usage.mjs'), USAGE);
  rows.push(measured('preflight of the real content', 'src/commands/check.ts'));
  rows.push(measured('whole build of the real content', 'src/commands/build.ts'));
  for (const count of COUNTS) {
    for (const part of ['content', 'public']) rmSync(join(folder, part), { recursive: true });
    await writeSite(folder, count, 1);
    rows.push(measured(`preflight of ${count} posts more`, 'src/commands/check.ts'));
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs a script of the copy; its peak memory, and that of the Node processes it starts, is noted. */
function measured(what: string, script: string): Row {
  const usage = join(folder, 'usage');
  rmSync(usage, { force: true });
  const begin = performance.now();
  const { status, stderr } = spawnSync('node', [script], {
    cwd: folder,
    env: { ...process.env, CI: 'true', NODE_OPTIONS: `--import=${join(folder, 'usage.mjs')}` },
    encoding: 'utf8',
  });
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  if (status !== 0) throw new Error(`${what} ended with ${status}:\n${stderr.slice(0, 2000)}`);
  const peaks = readFileSync(usage, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { script: string; maxRSS: number })
    .sort((a, b) => b.maxRSS - a.maxRSS)
    .map(({ script, maxRSS }) => `${Math.round(maxRSS / 1024)} (${basename(script)})`);
  return { what, seconds, 'peak memory, MB': peaks.join(', ') };
}
