import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { checkContent } from './check.ts';
import { finish } from './finish.ts';

// Upstream prints this for every MDX file (withastro/astro#18087); it says nothing of ours.
const NOISE = /MODULE_LEVEL_DIRECTIVE/;

if (!checkContent()) process.exit(1);
await astroBuild();
await finish('dist');
console.log('Built into dist/.');

/** Runs Astro; what it prints passes through, except one warning that is known to be noise. */
async function astroBuild(): Promise<void> {
  const child = spawn('astro', ['build', ...process.argv.slice(2)], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (!NOISE.test(line)) console.log(line);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) process.exit(code ?? 1);
}
