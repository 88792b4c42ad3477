import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeChecksums } from '../publish/checksums.ts';
import { finishedSite } from '../publish/editions/finished-site.ts';
import { MAKERS } from '../publish/editions/makers.ts';
import { offerEditions } from '../publish/editions/offer.ts';
import { DIST } from '../publish/swap.ts';
import { editionAddress } from '../rules/addresses.ts';
import { CHECKSUMS } from '../rules/checksums.ts';
import { EDITIONS, type EditionId } from '../site-plan.ts';
import { command, underBuildLock, warnOfPlaceholder } from './command.ts';

/*
 * Makes editions of the built site for readers without a connection, into `edition/`, and
 * lets `/download/` of `dist/` offer them: all that need no program besides, or with
 * options those that they name.
 */

const IDS = Object.keys(EDITIONS) as EditionId[];
/** Made where nothing is asked for: the ZIM file needs programs that few have. */
const USUAL = IDS.filter((id) => id !== 'zim');
const OUT = 'edition';

const options = Object.fromEntries(IDS.map((id) => [id, { type: 'boolean' as const }]));

process.exitCode = await command({ options }, async ({ values }) => {
  const named = IDS.filter((id) => values[id]);
  await underBuildLock(async () => {
    const site = finishedSite(DIST);
    mkdirSync(OUT, { recursive: true });
    // What was withdrawn since must not lie about in an older one.
    for (const name of readdirSync(OUT))
      if (name.startsWith('lit-windows-') && !name.includes(site.version))
        rmSync(join(OUT, name), { recursive: true });
    for (const id of named.length > 0 ? named : USUAL) {
      const address = editionAddress(id, site.version);
      const file = join(OUT, basename(address));
      await MAKERS[id](site, file);
      mkdirSync(join(DIST, dirname(address)), { recursive: true });
      copyFileSync(file, join(DIST, address));
      console.log(`Made ${file}.`);
    }
    offerEditions(site);
    for (const folder of [DIST, OUT])
      if (writeChecksums(folder))
        console.log(
          `${join(folder, CHECKSUMS)} has changed. Sign it again: npm run sign -- /path/to/the/key`,
        );
    warnOfPlaceholder(site.address);
  });
});
