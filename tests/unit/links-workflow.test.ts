import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { temporaryFolder } from '../build/copy.ts';

const workflow = parse(readFileSync('.github/workflows/links.yml', 'utf8')) as {
  on: { schedule: { cron: string }[] };
  permissions: object;
  jobs: { links: { steps: { name?: string; run?: string; env?: Record<string, string> }[] } };
};
const step = workflow.jobs.links.steps.find(({ name }) => name === 'Ask the addresses');

/** Runs the step as GitHub does, with a command in place of npm that ends with a code. */
function runStep(t: TestContext, code: number) {
  const folder = temporaryFolder(t);
  const said = 'Moved for good: write the new address (1).';
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho "${said}"\nexit ${code}\n`, { mode: 0o755 });
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env['PATH']}`, GITHUB_STEP_SUMMARY: join(folder, 'summary') },
    encoding: 'utf8',
  });
  return { status, stdout, said, summary: readFileSync(join(folder, 'summary'), 'utf8') };
}

for (const [code, status, warned] of [
  [0, 0, false],
  [1, 0, true],
  [2, 2, false],
] as const) {
  test(`a report that ends with ${code} ends the weekly run with ${status}`, (t) => {
    const end = runStep(t, code);

    assert.equal(end.status, status);
    assert.equal(end.stdout.startsWith('::warning::'), warned);
    assert.equal(end.summary, `\`\`\`\n${end.said}\n\`\`\`\n`);
  });
}

test('the weekly run may only read, and looks again at what failed on a day that it names rightly', () => {
  const days = workflow.on.schedule.map(({ cron }) => cron);

  assert.deepEqual(workflow.permissions, { contents: 'read' });
  assert.equal(days.length, 2);
  assert.ok(step?.env?.['FAILED']?.includes(`github.event.schedule == '${days[1]}' && '--failed'`));
});
