import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { writeChecksums } from '../publish/checksums.ts';
import { sign, signatureFault } from '../publish/signature.ts';
import { DIST } from '../publish/swap.ts';
import { CHECKSUMS } from '../rules/checksums.ts';
import { site } from '../site.ts';
import { command } from './command.ts';

/*
 *     npm run sign -- <key file>    lists the checksums of dist/ and edition/ anew, and signs the lists
 */

const FOLDERS = [DIST, 'edition'];

process.exitCode = await command({ allowPositionals: true }, async ({ positionals }) => {
  const [key, ...others] = positionals;
  if (key === undefined || others.length > 0)
    throw new Error('Type npm run sign -- /path/to/the/key, a secret key of minisign or of SSH.');
  if (!statSync(key, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no key at ${key}.`);
  // What lies in the project is soon in its history, and may be published.
  if (!/^\.\.(?:[\\/]|$)|^\/|^[A-Z]:/i.test(relative(realpathSync('.'), realpathSync(key))))
    throw new Error(
      'The key lies in the project. Keep it elsewhere, where nothing is committed or published.',
    );
  const there = FOLDERS.filter((folder) => existsSync(folder));
  if (there.length === 0) throw new Error('There is nothing to sign yet. Type npm run build first.');
  for (const folder of there) {
    writeChecksums(folder);
    const list = join(folder, CHECKSUMS);
    const signature = sign(list, resolve(key));
    const fault = site.signingKey === '' ? undefined : signatureFault(list, site.signingKey);
    if (fault !== undefined) {
      rmSync(signature);
      throw new Error(`${fault} It was removed.`);
    }
    console.log(`Signed: ${signature}`);
  }
  if (site.signingKey === '')
    console.log(
      'src/site.ts names no public key yet: readers cannot check the signature until signingKey does.',
    );
});
