import { globSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD, copyInto, keepPictures } from './build/copy.ts';
import { writeSite } from './generate.ts';
import { measured, type Cost } from './scale/meter.ts';
import { PEER_COMMANDS, writePeer } from './scale/peer.ts';
import { previewTimes } from './scale/preview.ts';

/*
 * Measures how the cost grows with the number of posts: of our build, beside a site of
 * Eleventy and Pagefind with the same texts; or how long an editor waits in the preview.
 * Run it by hand, on a machine that does nothing else:
 *
 *     npm run measure:scale -- 1000 10000
 *     npm run measure:preview -- 1000 10000
 *
 * Where many files were deleted minutes ago, as by the run before, some disks make new ones
 * slowly; TMPDIR=/dev/shm leaves the disk out.
 */

const USAGE = `node tests/measure-scale.ts [--preview | --ours] [--json FILE] [count of posts …]
  --preview  measure how long the preview takes to show a new title, and build nothing
  --ours     leave out the site of Eleventy
  --json     write what was measured into a file as well`;

/** What a build took, and what it gave. */
interface Row extends Cost {
  site: 'ours' | 'eleventy';
  posts: number;
  files: number;
  megabytes: number;
  /** What the build itself prints of the time that its parts took, or the seconds of each command. */
  parts: string[];
}

const NUMBERS = ['seconds', 'cpuSeconds', 'peakMb', 'largestMb', 'files', 'megabytes'] as const;

const { values, positionals } = parseArgs({
  options: { preview: { type: 'boolean' }, ours: { type: 'boolean' }, json: { type: 'string' } },
  allowPositionals: true,
});
const counts = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000];
if (counts.some((count) => !Number.isInteger(count) || count < 0)) {
  console.error(USAGE);
  process.exit(1);
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`);
const results: object[] = [];
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'measure-scale-'));
  // An interrupted run leaves nothing behind either.
  const tidy = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const stop = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const root = join(folder, 'ours');
    const posts = await writeCopy(root, count);
    if (values.preview) {
      const times = await previewTimes(root);
      console.log(
        `${posts} posts: the preview starts in ${Math.round(times.startMs)} ms and shows a new title in ${Math.round(times.titleMs)} ms.`,
      );
      results.push({ posts, ...times });
    } else {
      const rows = [await buildOurs(root, posts)];
      if (!values.ours) rows.push(await buildPeer(root, join(folder, 'peer'), posts));
      print(rows);
      results.push(...rows);
    }
  } finally {
    process.off('exit', tidy).off('SIGINT', stop).off('SIGTERM', stop);
    tidy();
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);

/** A copy of the project with about so many posts; gives how many there are. */
async function writeCopy(root: string, count: number): Promise<number> {
  copyInto(root);
  keepPictures(root);
  const real = postsIn(root);
  await writeSite(root, Math.max(0, count - real), 1);
  return postsIn(root);
}

function postsIn(root: string): number {
  return globSync('content/*/news/*/*.mdx', { cwd: root }).length;
}

async function buildOurs(root: string, posts: number): Promise<Row> {
  const { code, output, ...cost } = await measured(BUILD, root);
  if (code !== 0) throw new Error(`Our build of ${posts} posts ended with ${code}:\n${output.slice(-2000)}`);
  const parts = output.split('\n').filter((line) => /\b\d[\d.]* ?(?:m?s|seconds)\b/.test(line));
  return { site: 'ours', posts, ...cost, ...sizeOf(join(root, 'dist')), parts };
}

async function buildPeer(root: string, folder: string, posts: number): Promise<Row> {
  writePeer(root, readFileSync(join(root, 'dist/news/2017/design-award/index.html'), 'utf8'), folder);
  const sum: Cost = { seconds: 0, cpuSeconds: 0, peakMb: 0, largestMb: 0 };
  const parts: string[] = [];
  for (const [name, command] of Object.entries(PEER_COMMANDS)) {
    const { code, output, ...cost } = await measured(command, folder);
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output.slice(-2000)}`);
    sum.seconds += cost.seconds;
    sum.cpuSeconds += cost.cpuSeconds;
    sum.peakMb = Math.max(sum.peakMb, cost.peakMb);
    sum.largestMb = Math.max(sum.largestMb, cost.largestMb);
    parts.push(`${name} ${cost.seconds.toFixed(1)} s`);
  }
  return { site: 'eleventy', posts, ...sum, ...sizeOf(join(folder, '_site')), parts };
}

/** How many files a folder holds, and their bytes. */
function sizeOf(folder: string): { files: number; megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0);
  return { files: files.length, megabytes: bytes / 1e6 };
}

function print(rows: readonly Row[]): void {
  const [ours, peer] = rows;
  const shown = (row: Row) => ({
    posts: row.posts,
    'wall, s': row.seconds.toFixed(1),
    'CPU, s': row.cpuSeconds.toFixed(1),
    'peak memory of all, MB': row.peakMb.toFixed(0),
    'of the largest, MB': row.largestMb.toFixed(0),
    files: row.files,
    'files a post': (row.files / row.posts).toFixed(1),
    MB: row.megabytes.toFixed(1),
  });
  console.table(Object.fromEntries(rows.map((row) => [row.site, shown(row)])));
  for (const { site, parts } of rows) if (parts.length > 0) console.log(`${site}: ${parts.join('; ')}`);
  if (!ours || !peer) return;
  const ratios = NUMBERS.map((name) => `${name} × ${(ours[name] / peer[name]).toFixed(2)}`);
  console.log(`ours to eleventy: ${ratios.join(', ')}`);
}
