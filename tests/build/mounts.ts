import { spawnSync } from 'node:child_process';
import { BUILD, start, type End, type Environment } from './copy.ts';

/* Disks of a test: a build among mounts of its own. */

/** A world of mounts of its own, which ends with the command: nothing is left to unmount. */
const OWN_MOUNTS =
  process.getuid?.() === 0 ? ['unshare', '--mount'] : ['unshare', '--mount', '--map-root-user'];

/** Why mounts cannot be tried here; false where they can. */
export function whyNoMounts(): string | false {
  const [name = '', ...args] = OWN_MOUNTS;
  const { status, stderr } = spawnSync(name, [...args, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {
    encoding: 'utf8',
  });
  return status === 0 ? false : `mounting is not allowed here: ${String(stderr ?? 'no unshare').trim()}`;
}

/** Runs the build after some mounts that it alone sees. */
export function buildWithMounts(root: string, mounts: string, env?: Environment): Promise<End> {
  const script = `set -eu\n${mounts}\ncd "$PWD"\nexec ${BUILD.join(' ')}`;
  return start(root, [...OWN_MOUNTS, 'sh', '-c', script], env).end;
}
