import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { HOSTS, hostingOf } from '../publish/hosts.ts';
import { DIST } from '../publish/swap.ts';

/** Prints the configuration of a server for the built site; content/guide/hosting.md says where it belongs. */
const [name = '', root = '/srv/lit-windows/current'] = process.argv.slice(2);
const host = Object.entries(HOSTS).find(([own]) => own === name)?.[1];

if (!host || !isAbsolute(root)) {
  console.error(
    `Write npm run --silent hosting -- ${Object.keys(HOSTS).join('|')} /folder/of/the/site, with the folder as the server sees it.`,
  );
  process.exitCode = 1;
} else if (!existsSync(`${DIST}/_headers`)) {
  console.error('There is no built site yet. Run “npm run build” first.');
  process.exitCode = 1;
} else process.stdout.write(host.write(hostingOf(DIST, root)));
