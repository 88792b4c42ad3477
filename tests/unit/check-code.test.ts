import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { temporaryFolder } from '../build/copy.ts';

/** Ends the check of the code, as npm starts it, where its programs say their name and end so. */
function checkCode(t: TestContext, programs: Record<string, number>) {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'bin'));
  for (const [name, code] of Object.entries(programs))
    writeFileSync(join(root, 'bin', name), `#!/bin/sh\necho ${name} was run\nexit ${code}\n`, {
      mode: 0o755,
    });
  for (const name of ['src', 'node_modules']) symlinkSync(join(process.cwd(), name), join(root, name));
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const env = { ...process.env, PATH: [join(root, 'bin'), process.env['PATH']].join(delimiter) };
  return spawnSync(scripts['check:code'] ?? '', { cwd: root, env, shell: true, encoding: 'utf8' });
}

for (const [programs, code] of [
  [{ prettier: 1, astro: 0 }, 1],
  [{ prettier: 0, astro: 1 }, 1],
  [{ prettier: 0, astro: 0 }, 0],
] as const)
  test(`formatting and types are both checked: ${JSON.stringify(programs)}`, (t) => {
    const { status, stdout, stderr } = checkCode(t, programs);

    assert.equal(status, code, stderr);
    assert.match(stdout, /prettier was run[^]*astro was run/);
  });
