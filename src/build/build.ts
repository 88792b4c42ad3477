import { spawnSync } from 'node:child_process';
import { checkContent } from './check.ts';
import { finish } from './finish.ts';

if (!checkContent()) process.exit(1);
const { status } = spawnSync('astro', ['build'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await finish('dist');
console.log('Built into dist/.');
