import { spawnSync } from 'node:child_process';

/**
 * Makes sure that a program of the distribution is there, and installs it with apt where it is not.
 * @param isThere whether it is, where starting it does not tell
 * @throws with what to do, if it is not there in the end
 */
export function setUpProgram(
  program: string,
  debianPackage = program,
  isThere = () => !spawnSync(program, ['-v'], { stdio: 'ignore' }).error,
): void {
  if (isThere()) return;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', debianPackage]])
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (!isThere()) throw new Error(`The tests need ${program}: install it, and run them again.`);
}
