import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const MODULE = join(import.meta.dirname, '../../src/publish/astro-process.ts');

/** What Astro does of it, and then waits for ever. */
const AS_ASTRO = `
import { endWithBuild } from ${JSON.stringify(MODULE)};
setInterval(() => {}, 1000);
endWithBuild();
process.send('waits');
`;

test('Astro ends when the build that draws with it has ended', async () => {
  const astro = spawn(process.execPath, ['--input-type=module', '--eval', AS_ASTRO], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(astro, 'message');

  astro.disconnect();

  assert.deepEqual(await once(astro, 'exit'), [1, null]);
});
