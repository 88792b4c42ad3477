import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checksumsOf } from '../publish/checksums.ts';
import { compressFolder } from '../publish/compress.ts';
import { publishedAt } from '../publish/editions/finished-site.ts';
import { KEPT_PATTERNS } from '../publish/headers.ts';
import { alsoAllowing, HOSTS, hostingOf } from '../publish/hosts.ts';
import { DIST, requireSite, STAGE, WORK } from '../publish/swap.ts';
import { CHECKSUMS, compared, readList } from '../rules/checksums.ts';
import { command, underBuildLock, warnOfPlaceholder } from './command.ts';

/*
 * Brings dist/ to a folder, here or on a host that ssh and rsync reach, as a release beside
 * the last ones, and then shows it by the change of one link. What the host does stands in
 * src/publish/release.sh.
 */

const USAGE = `Write npm run publish -- <folder> or <host>:/<folder>.
  --reload "command"  by which the server there reads its configuration again
  --back              shows the release before again, where the last one went if no place is named
  --forget            keeps no earlier release and none of its files, as after a withdrawal;
                      with --back, removes the release that was shown, and all of its files`;
/** A folder of this computer, or the name of a host as ssh knows it and an absolute path there; not the root of a disk. */
const TARGET = /^(?:(?<host>[^-/:][^/:]*):)?(?<folder>\/[^/].*|(?<!:)[^-/:][^:]*)$/;

/** Where this checkout last published. */
const LAST = join(WORK, 'target');

/** Tells which release is shown, and which sheet its policy allows. */
const LOOK = `set -eu
umask 022
mkdir -p "$folder/releases" || {
  echo "Make the folder $folder there, and let $(id -un) write into it." >&2
  exit 1
}
cd "$folder"
readlink current || echo
sed -n "s/.*style-src \\([^;]*\\);.*/\\1/p" current/_headers 2>/dev/null || true
`;

/** Where the releases lie. */
interface Target {
  host: string | undefined;
  folder: string;
}

const TAKES = {
  help: USAGE,
  allowPositionals: true,
  options: { back: { type: 'boolean' }, forget: { type: 'boolean' }, reload: { type: 'string' } },
} as const;

process.exitCode = await command(TAKES, async ({ values, positionals }) => {
  const { back = false, forget = false, reload = '' } = values;
  if (back && positionals.length === 0 && !existsSync(LAST))
    throw new Error(
      `This checkout has not published yet. Name the place: npm run publish -- <host>:/<folder> --back${forget ? ' --forget' : ''}`,
    );
  const [target = back ? readFileSync(LAST, 'utf8') : '', ...others] = positionals;
  const { host, folder } = TARGET.exec(target)?.groups ?? {};
  if (folder === undefined || others.length > 0) throw new Error(USAGE);
  const place = { host, folder: host === undefined ? resolve(folder) : folder };
  // It would be published with itself in it, and be gone with the next build.
  if (host === undefined && !relative(DIST, folder).startsWith('..'))
    throw new Error(`${target} belongs to the built site, which each build makes anew. Name another folder.`);
  const name = back ? '' : new Date().toISOString().replace(/[-:.]/g, '');
  if (!back) {
    requireSite(join(DIST, CHECKSUMS));
    await underBuildLock(() => upload(place, name));
  }
  const kept = KEPT_PATTERNS.map((pattern) => `-path .${pattern}`).join(' -o ');
  const script = readFileSync(new URL('../publish/release.sh', import.meta.url), 'utf8');
  const shown = onHost(place, script, { name, kept, reload, forget: forget ? 'yes' : '' });
  console.log(`${target} shows the release ${shown}.`);
  const map = join(DIST, 'sitemap.xml');
  if (!back && existsSync(map)) warnOfPlaceholder(publishedAt(readFileSync(map, 'utf8')));
  mkdirSync(WORK, { recursive: true });
  writeFileSync(LAST, target);
});

/** Brings the built site, compressed, and the configuration for it beside the releases of a place, which a build must not exchange meanwhile. */
async function upload({ host, folder }: Target, name: string): Promise<void> {
  requireListed();
  try {
    const [current = '', style = ''] = onHost({ host, folder }, LOOK).split('\n');
    cpSync(DIST, join(STAGE, 'site'), { recursive: true });
    await compressFolder(join(STAGE, 'site'));
    mkdirSync(join(STAGE, 'hosting'));
    const hosting = alsoAllowing(hostingOf(DIST, `${folder}/current`), style);
    for (const { file, write } of Object.values(HOSTS))
      writeFileSync(join(STAGE, 'hosting', file), write(hosting));
    const to = `${folder}/incoming-${name}/`;
    const options = current === '' ? [] : [`--link-dest=${folder}/${current.replace(/\/site$/, '')}`];
    // Without times, a file that has not changed keeps its old one, and readers what they have of it.
    run('rsync', ['-rlpc', '--chmod=D755,F644', ...options, `${STAGE}/`, host ? `${host}:${to}` : to]);
  } finally {
    rmSync(STAGE, { recursive: true, force: true });
  }
}

/** @throws where the built site is not as its list says, by which readers find out whether a copy is true */
function requireListed(): void {
  const list = readList(readFileSync(join(DIST, CHECKSUMS), 'utf8'));
  const [file] = Object.values(compared(list, checksumsOf(DIST))).flat();
  if (file !== undefined)
    throw new Error(
      `${DIST}/ is not as it was built: ${file} is missing, or another than ${CHECKSUMS} says, as after an edition that was stopped. Type npm run build, and npm run edition if there are editions; then publish again.`,
    );
}

/** Runs a script where the releases lie, with values for its names. @returns what it prints */
function onHost({ host, folder }: Target, script: string, values: Record<string, string> = {}): string {
  const names = Object.entries({ folder, ...values }).map(
    ([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'\n`,
  );
  const [command, ...args] = host === undefined ? ['sh', '-s'] : ['ssh', host, 'sh', '-s'];
  return run(command ?? '', args, names.join('') + script);
}

/** Runs a command. @returns what it prints @throws with what to do, if it fails */
function run(command: string, args: string[], input = ''): string {
  const { status, error, stdout } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error) throw new Error(`${command} cannot be started. Install it, then publish again.`);
  if (status !== 0)
    throw new Error(`${command} ended with code ${status}. What readers are shown has not changed.`);
  return stdout.trimEnd();
}
