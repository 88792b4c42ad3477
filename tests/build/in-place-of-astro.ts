import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, put } from './copy.ts';

/* What stands in Astro's place in a copy of the project, for tests of all that the build does around it. */

/** What stands in place of reading and checking the content: it finds nothing, and nothing wrong. */
const NO_CONTENT = `
import { LIST_NAMES } from '../rules/lists.ts';
import { TEXT_KINDS } from '../schemas/lists.ts';
import { OWN_LISTS } from '../schemas/translations.ts';
import { site } from '../site.ts';
const none = (names) => Object.fromEntries(names.map((name) => [name, []]));
const byLanguage = (make) => Object.fromEntries(site.languages.map((language) => [language, make()]));
export const checkOptions = () => ({});
const reading = {
  problems: [],
  data: none(LIST_NAMES),
  texts: byLanguage(() => none(TEXT_KINDS)),
  words: [],
  ownLists: byLanguage(() => none(OWN_LISTS)),
};
export const contentReader = () => async ({ whenRead }) => {
  whenRead(reading);
  return reading;
};
`;

/** Without content there are no files beside the pages. */
const NO_FILES = 'export const makeFiles = async () => {};';

interface InPlace {
  /** Whether the content is read. */
  readsContent?: boolean;
  /** Pages, by their address, that the build is handed when the script has run. */
  hands?: Readonly<Record<string, string>>;
  /** A script that runs after that. */
  then?: string;
}

/** Puts a shell script in Astro's place in a copy; `$out` is the folder to build into. */
export function replaceAstro(root: string, script: string, options: InPlace = {}): void {
  if (!options.readsContent) {
    put(root, 'src/checks/check-content.ts', NO_CONTENT);
    put(root, 'src/site/files.ts', NO_FILES);
  }
  const [whole, own] = [PROJECT, root].map((folder) => join(folder, 'node_modules/astro')) as [
    string,
    string,
  ];
  rmSync(own, { recursive: true });
  mkdirSync(join(own, 'bin'), { recursive: true });
  for (const name of readdirSync(whole).filter((name) => name !== 'bin'))
    symlinkSync(join(whole, name), join(own, name));
  const program = (name: string, text: string) => {
    put(root, name, `#!/bin/sh\nset -eu\nout=$3\n${text}\n`);
    chmodSync(join(root, name), 0o755);
    return JSON.stringify(join(root, name));
  };
  const first = program('bin/astro', script);
  const handed = Object.entries(options.hands ?? {}).map(([address, html]) => ({ address, html }));
  const told = `import { spawnSync } from 'node:child_process';
const run = (file) => spawnSync(file, process.argv.slice(2), { stdio: 'inherit' });
run(${first});
for (const page of ${JSON.stringify(handed)}) await new Promise((sent) => process.send(page, sent));
process.exit(run(${program('bin/then', options.then ?? '')}).status);`;
  const only = `process.execve(${first}, ['astro', ...process.argv.slice(2)], process.env);`;
  put(root, 'node_modules/astro/bin/astro.mjs', options.hands ? told : only);
}

/** Line of a shell script that waits until a file is there, for half a minute at most. */
export const waitFor = (file: string) =>
  `for turn in $(seq 600); do [ -e ${file} ] && break; sleep 0.05; done`;

/** What Astro would give for a site of one page, in a folder of the copy. */
export function writeOnePageSite(root: string, text: string, folder = 'made'): void {
  const sheet = 'assets/sheet.css';
  const head = `<meta charset="utf-8"><link rel="stylesheet" href="/${sheet}"><title>One</title>`;
  const page = `<!doctype html><html lang="en"><head>${head}</head><body data-pagefind-body><h1>One</h1><p>${text}</p></body></html>`;
  const map = '<urlset><url><loc>https://lit-windows.example/</loc></url></urlset>';
  rmSync(join(root, folder), { recursive: true, force: true });
  put(root, `${folder}/index.html`, page);
  put(root, `${folder}/${sheet}`, 'p{margin:0}');
  put(root, `${folder}/sitemap.xml`, map);
}

/** Puts in Astro's place what gives a site of one page at once. */
export function replaceAstroByOnePage(
  root: string,
  text: string,
  options?: Parameters<typeof replaceAstro>[2],
): void {
  writeOnePageSite(root, text);
  replaceAstro(root, 'mkdir -p "$out"\ncp -R made/. "$out"', options);
}
