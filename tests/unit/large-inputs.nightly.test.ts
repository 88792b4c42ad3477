import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

/** So that what grows with the square ends at all; far more than a busy machine needs. */
const LIMIT_MS = 240_000;

test('the largest inputs that the limits of size allow end with sentences, within a gigabyte', () => {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const inputs = join(import.meta.dirname, 'large-inputs.ts');

  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1000', inputs],
    { env, encoding: 'utf8', timeout: LIMIT_MS },
  );

  assert.deepEqual({ status, signal }, { status: 0, signal: null }, `${stdout}\n${stderr}`);
});
