import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What is needed of the machine: a program or the path of a file, and the package of Debian that brings it. */
export type Need = readonly [wanted: string, debianPackage: string];

/**
 * Installs what is missing with apt, as root or by a `sudo` that asks for no password.
 * @param needs of a program that its package is named for, the name alone
 * @throws with what to do, if it is not there in the end
 */
export function setUp(...needs: readonly (string | Need)[]): void {
  const missing = () => needs.map(asNeed).flatMap(([wanted, name]) => (isThere(wanted) ? [] : name));
  if (missing().length === 0) return;
  installWithApt(...missing());
  if (missing().length > 0)
    throw new Error(`The tests need ${missing().join(', ')}: install it, and run them again.`);
}

const asNeed = (need: string | Need): Need => (typeof need === 'string' ? [need, need] : need);

const isThere = (wanted: string) =>
  wanted.startsWith('/') ? existsSync(wanted) : !spawnSync(wanted, ['-v'], { stdio: 'ignore' }).error;

/** Installs packages of the distribution, where apt is there; what is there afterwards tells whether it could. */
export function installWithApt(...packages: readonly string[]): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [command = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    spawnSync(command, rest, { stdio: 'inherit' });
  }
}
