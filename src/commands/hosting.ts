import { isAbsolute } from 'node:path';
import { HOSTS, hostingOf } from '../publish/hosts.ts';
import { DIST, requireSite } from '../publish/swap.ts';
import { command } from './command.ts';

/** Prints the configuration of a server for the built site; content/guide/hosting.md says where it belongs. */
process.exitCode = await command({ allowPositionals: true }, ({ positionals }) => {
  const [name = '', root = '/srv/lit-windows/current', ...others] = positionals;
  const host = Object.entries(HOSTS).find(([own]) => own === name)?.[1];
  if (!host || !isAbsolute(root) || others.length > 0)
    throw new Error(
      `Write npm run --silent hosting -- ${Object.keys(HOSTS).join('|')} /folder/of/the/site, with the folder as the server sees it.`,
    );
  requireSite();
  process.stdout.write(host.write(hostingOf(DIST, root)));
});
