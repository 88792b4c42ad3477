import { setFlagsFromString } from 'node:v8';
import { onOneLine } from '../checks/problems.ts';
import { printed, printProblems } from '../checks/print-problems.ts';
import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { fingerprints } from '../checks/fingerprints.ts';
import type { Versions } from '../checks/published.ts';
import { AHEAD, CLEAR_EARLY, startAstro, type AstroProcess } from '../publish/astro-process.ts';
import { BuildError, causeOf, UNTOUCHED } from '../publish/build-error.ts';
import { contentOf } from '../publish/content-of.ts';
import { Finish } from '../publish/finish.ts';
import { LockedError } from '../publish/lock.ts';
import { openSearchIndex, type SearchIndex } from '../publish/pagefind-index.ts';
import { comparedLists, listWarnings, updateLists, versionFaults } from '../publish/published-lists.ts';
import { clear, DIST, restore, STAGE, swap } from '../publish/swap.ts';
import { isHostAddress } from '../rules/addresses.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { listedVersions } from '../site/cited-pages.ts';
import { makeFiles } from '../site/files.ts';
import { forgetPictures } from '../site/pictures.ts';
import { listedPages } from '../site/site-map.ts';
import { keepPictures } from '../site/told-pictures.ts';
import { provideContent, type Content } from '../site/reading.ts';
import { site } from '../site.ts';
import { command, counted, underBuildLock } from './command.ts';

// In this process as in that of Astro: of what is read, most is soon let go.
setFlagsFromString(CLEAR_EARLY);
process.exitCode = await command({}, () =>
  underBuildLock(build).catch((error: unknown) => {
    const isOwn = error instanceof LockedError || error instanceof BuildError;
    throw isOwn ? error : new BuildError(`${causeOf(error)} ${UNTOUCHED}`, { cause: error });
  }),
);

/**
 * The stages of a build, under its lock: the content, which is read while Astro bundles the
 * pages; Astro, which draws them into a stage while the content is checked and its pages are
 * finished and looked at; the exchange with the old site; the list of addresses.
 * `dist/` is replaced only when everything holds.
 */
async function build(): Promise<number> {
  const root = process.cwd();
  const inCi = Boolean(process.env['CI']);
  const actions = process.env['GITHUB_ACTIONS'] === 'true';
  checkAddress(process.env['SITE_URL']);
  let astro: AstroProcess | undefined;
  let index: SearchIndex | undefined;
  try {
    restore();
    // A warm cache could bring back what the content no longer says.
    clear();
    // For Astro, for Pagefind, and for whatever else starts a process from here on.
    process.env = bareEnvironment();
    index = await openSearchIndex();
    const finish = new Finish(STAGE, index);
    const { draw, ended } = (astro = startAstro(STAGE, {
      drawn: (page) => finish.page(page),
      shared: (part) => finish.shared(part),
      picture: keepPictures(),
    }));
    const { problems, prints } = await readAndCheck(root, draw, () => finish.caughtUp(AHEAD / 2));
    if (problems.length > 0) {
      printProblems(problems, root, { actions });
      return 1;
    }
    const versions = { ...listedVersions(), ...prints };
    publishable(versionFaults(root, versions), 'the published versions');
    const failure = new AbortController();
    // Files are made while Pagefind writes its index, too.
    const pages = ended.then(() => finish.pages());
    pages.catch(() => failure.abort());
    const take = (address: string, body: string | Buffer) => finish.file(address, body);
    const files = makeFiles(take, { drawn: ended, stop: failure.signal });
    // Whatever they miss, Astro's own end tells more of it; and nothing may be written behind it.
    await Promise.allSettled([files]);
    await pages;
    await files;
    publishable(await finish.end(), 'the built pages');
    swap();
    // What cannot be tidied up now is tidied up by the next build.
    tryOrUndefined(forgetPictures);
    // In CI the lists are as the commit has them; what they lack is only told.
    if (!inCi) record(root, versions);
    else
      for (const warning of listWarnings(listsOf(root, versions)))
        console.log(printed(warning, root, { level: 'warning', actions }));
    console.log(`Built into ${DIST}/.`);
    return 0;
  } finally {
    await astro?.stop();
    // Nothing may be written any more where the stage was.
    await index?.close();
    tryOrUndefined(clear);
  }
}

/**
 * Reads the content, gives it to the pages and to `draw`, and checks it meanwhile, with pauses for
 * `betweenTexts`, in which pages are finished before Astro would have to wait. Nothing else of it is
 * kept, for it is large: what is wrong with it, and its fingerprints.
 */
async function readAndCheck(
  root: string,
  draw: (content: Content) => void,
  betweenTexts: () => Promise<void>,
) {
  const whenRead = (reading: Reading) => {
    const content = contentOf(reading, process.env['SITE_URL'] ?? site.address);
    provideContent(content);
    draw(content);
  };
  const { data, ...reading } = await contentReader(root)({ ...checkOptions(root), whenRead, betweenTexts });
  return { problems: reading.problems, prints: data ? fingerprints({ ...reading, data }) : {} };
}

/** @throws BuildError where there are faults, which are printed */
function publishable(faults: readonly string[], where: string): void {
  if (faults.length === 0) return;
  for (const fault of faults) console.error(onOneLine(fault));
  throw new BuildError(`\n${counted(faults.length, 'fault')} in ${where}. ${UNTOUCHED}`);
}

/** Links, feeds and citations begin at the root of a host. */
function checkAddress(address: string | undefined): void {
  if (address !== undefined && !isHostAddress(address))
    throw new BuildError(
      `SITE_URL is “${address}”. It is the address of a host and nothing more, as in https://your.domain. ${UNTOUCHED}`,
    );
}

/** The lists of what was published, compared with the new site. */
function listsOf(root: string, versions: Versions) {
  const pages = listedPages().map(([address]) => address);
  return comparedLists(root, pages, versions);
}

/** Adds what is new on the site to the lists; the site stands by then, so a fault has words of its own. */
function record(root: string, versions: Versions): void {
  try {
    updateLists(root, listsOf(root, versions), `${STAGE}.json`);
  } catch (error) {
    throw new BuildError(
      `dist/ is the new site, but what is new could not be added to content/data/versions.json and published.json. ${causeOf(error)} Then build again.`,
    );
  }
}

/** The environment from which the build and whatever it starts goes on: what they need, and none of the secrets that may lie around. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const names =
    'PATH HOME SITE_URL NODE_OPTIONS PRIVATE_WORDS TMPDIR FORCE_COLOR NO_COLOR ' +
    // Windows: where programs, caches and temporary files lie.
    'SystemRoot ComSpec PATHEXT TEMP TMP USERPROFILE APPDATA LOCALAPPDATA';
  const passed = names.split(' ').map((name) => [name, process.env[name]]);
  return {
    ...Object.fromEntries(passed.filter(([, value]) => value !== undefined)),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
}
