import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setUpChromium } from './chromium.ts';
import { fastTemporaryFolder } from './temporary.ts';

/*
 * Runs the tests, three parts side by side, and ends with the line “N passed, N failed”.
 *
 *     npm test             what every change must pass
 *     npm run test:all     the same and what takes long: the files *.nightly.test.ts, and
 *                          more of what is tried at random
 */

const ALL = process.argv.includes('--all');
const RESULTS = 'tests/results';
const ENVIRONMENT = {
  TMPDIR: fastTemporaryFolder(),
  ...process.env,
  ...(ALL && { TEST_ALL: '1' }),
};

/** How many tests of a part passed and failed. */
interface Result {
  passed: number;
  failed: number;
}

interface Part {
  name: string;
  command: string[];
  /**
   * Reads how many tests passed and failed from the report of the command; a part without
   * it is one test.
   * @throws if there is no report
   */
  count?: () => Result;
}

const build: Part = { name: 'Build', command: ['npm', 'run', '--silent', 'build'] };
/** What can begin beside the build; in one process, so that what many files import is loaded once. */
const beside = nodeTests('Rules', 'unit', '--test-isolation=none');
/** What reads the built site, or writes where the build writes; the longest first. */
const afterBuild: Part[] = [
  nodeTests('The build itself', 'build', '--test-concurrency=2'),
  {
    name: 'Pages in a browser',
    command: ['playwright', 'test', '--config', 'tests'],
    count: countBrowserTests,
  },
  nodeTests('Every page, from its file', 'site', '--test-isolation=none'),
  { name: 'Formatting and types', command: ['npm', 'run', '--silent', 'check:code'] },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
try {
  setUpChromium();
} catch (error) {
  // The tests in a browser then fail; the others still count.
  console.error(error);
}

const built = run(build);
/** The lanes take from one list, so none stands idle; what waits leaves room for a third on two cores. */
const lane = async (first?: Promise<Result>): Promise<Result[]> => {
  const results = first ? [await first] : [];
  await built;
  for (let part = afterBuild.shift(); part; part = afterBuild.shift()) results.push(await run(part));
  return results;
};
const results = (await Promise.all([lane(built), lane(run(beside)), lane()])).flat();

const sum = (key: keyof Result) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

/** Runs a part and prints a line on it. What tests said is printed if one failed, what a command said always. */
async function run(part: Part): Promise<Result> {
  const begin = performance.now();
  const { output, code } = await outputOf(part.command);
  writeFileSync(`${RESULTS}/${part.name}.txt`, output);
  const result = resultOf(part, code);
  const seconds = Math.round((performance.now() - begin) / 1000);
  if (result.failed > 0 || !part.count) console.log(`\n${output.trimEnd()}`);
  console.log(`${part.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

/** A runner that cannot start, or ends badly without naming a failed test, is a failure. */
function resultOf({ count }: Part, code: number | null): Result {
  const failed = code === 0 ? 0 : 1;
  if (!count) return { passed: 1 - failed, failed };
  try {
    const result = count();
    return { ...result, failed: Math.max(result.failed, failed) };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

/** Everything that a command prints, and the code with which it ends; null where it could not start. */
function outputOf([name = '', ...args]: string[]): Promise<{ output: string; code: number | null }> {
  const child = spawn(name, args, {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // There the programs of packages are command files, which only a shell starts.
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ output: output + String(error), code: null }));
    child.on('close', (code) => resolve({ output, code }));
  });
}

/** The tests of Node in a folder. */
function nodeTests(name: string, folder: string, ...options: string[]): Part {
  const report = `${RESULTS}/${folder}.tap`;
  const files = globSync(`tests/${folder}/*.test.ts`).filter((file) => ALL || !file.includes('.nightly.'));
  const reporters = ['spec', 'stdout', 'tap', report].map(
    (value, index) => `--test-reporter${index % 2 === 0 ? '' : '-destination'}=${value}`,
  );
  return {
    name,
    command: ['node', '--test', ...options, ...reporters, ...files.sort()],
    count: () => {
      const tap = readFileSync(report, 'utf8');
      const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
      return { passed: count('pass'), failed: count('fail') + count('cancelled') };
    },
  };
}

function countBrowserTests(): Result {
  const { stats } = JSON.parse(readFileSync(`${RESULTS}/browser.json`, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
