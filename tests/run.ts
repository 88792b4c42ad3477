import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setUpChromium } from './chromium.ts';

/** How many tests of a part passed and failed. */
interface Result {
  passed: number;
  failed: number;
}

const RESULTS = 'tests/results';

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
setUpChromium();

const parts: [string, () => Result][] = [
  ['Types, formatting and content', () => command('npm', ['run', '--silent', 'check'])],
  ['Rules', () => nodeTests('unit')],
  ['Build', () => command('npm', ['run', '--silent', 'build'])],
  ['Every page, from its file', () => nodeTests('site')],
  // Much of it waits for other processes.
  ['The build itself', () => nodeTests('build', '--test-concurrency=2')],
  ['Pages in a browser', browserTests],
];

let [passed, failed] = [0, 0];
for (const [name, run] of parts) {
  console.log(`\n# ${name}`);
  const result = attempt(run);
  passed += result.passed;
  failed += result.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A part whose runner cannot even start has failed; the others still count. */
function attempt(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

/** A command that is one test in itself. */
function command(name: string, args: string[]): Result {
  const { status } = spawnSync(name, args, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function nodeTests(folder: string, ...options: string[]): Result {
  const file = `${RESULTS}/${folder}.tap`;
  const reporters = ['spec', 'stdout', 'tap', file].flatMap((value, index) => [
    index % 2 === 0 ? '--test-reporter' : '--test-reporter-destination',
    value,
  ]);
  const { status } = spawnSync('node', ['--test', ...options, ...reporters, `tests/${folder}/*.test.ts`], {
    stdio: 'inherit',
  });
  const tap = readFileSync(file, 'utf8');
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
  return atLeastOneFailure(status, { passed: count('pass'), failed: count('fail') + count('cancelled') });
}

function browserTests(): Result {
  const { status } = spawnSync('playwright', ['test', '--config', 'tests'], { stdio: 'inherit' });
  const { stats } = JSON.parse(readFileSync(`${RESULTS}/browser.json`, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return atLeastOneFailure(status, { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

/** A runner that ended badly counts as a failure even where it names no failed test. */
function atLeastOneFailure(status: number | null, result: Result): Result {
  return status === 0 || result.failed > 0 ? result : { ...result, failed: 1 };
}
