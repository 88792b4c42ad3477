import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PICTURE } from '../checks/image-metadata.ts';
import { liesLeftBehind } from '../checks/file-names.ts';
import { plainAddress } from '../rules/addresses.ts';
import { ascending } from '../rules/dates.ts';
import { fileAt } from '../rules/kinds.ts';
import { movedVersions } from '../site/cited-pages.ts';
import { getRedirects } from '../site/content.ts';
import { placeOfPart, type SharedPart } from '../site/shared-part.ts';
import { posixPath } from '../rules/posix-path.ts';
import type { DrawnPage } from './astro-process.ts';
import { writeChecksums } from './checksums.ts';
import { contentPolicy, headersFile, redirectsFile, securityHeaders, styleHash } from './headers.ts';
import type { SearchIndex } from './pagefind-index.ts';
import { plainSheet } from './plain-sheet.ts';
import { Postflight } from './postflight.ts';
import { SharedParts } from './shared-parts.ts';

/** How Astro names the one sheet in each page. */
const SHEET = /<link rel="stylesheet" href="\/(assets\/[\w.-]+\.css)">/g;
const SHEET_PART = 'sheet';
const VITE_MARK = /\/\*\$vite\$:\d+\*\//g;
const CHARSET = '<meta charset="utf-8">';

/**
 * Makes what Astro draws what readers get, one page after the other while Astro draws others:
 * the policy with the hash of the one sheet comes first in the head, what pages share into its
 * place, the page is looked at as it is published, and goes into the search index.
 */
export class Finish {
  readonly #stage: string;
  readonly #index: SearchIndex;
  readonly #postflight: Postflight;
  /** The checksums of what was written here. */
  readonly #sums = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #parts = new SharedParts();
  #sheet: { link: string; path: string; policy: string } | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Pages that have come and are not finished. */
  #waiting = 0;

  /** @param stage the folder that Astro builds into */
  constructor(stage: string, index: SearchIndex) {
    this.#stage = stage;
    this.#index = index;
    this.#postflight = new Postflight(stage);
  }

  /** Takes a page that Astro has drawn. Pages go into the index in the order in which they come. */
  page({ address, html }: DrawnPage): void {
    this.#waiting++;
    this.#work = this.#work.then(() => this.#finish(fileOf(address), html)).finally(() => this.#waiting--);
    // An error is thrown in the end.
    this.#work.catch(() => {});
  }

  /** Takes a part that pages share, in whose place they have a comment. */
  shared(part: SharedPart): void {
    this.#parts.add(part);
  }

  /** Ends at once while no more than so many pages wait, else when those that have come by now are finished. */
  async caughtUp(most = 0): Promise<void> {
    await setImmediate();
    // An error is thrown in the end.
    if (this.#waiting > most) await this.#work.catch(() => {});
  }

  /** Takes a file that stands beside the pages, which go first. */
  async file(address: string, body: string | Buffer): Promise<void> {
    await this.caughtUp();
    const file = fileAt(address);
    const bytes = this.#write(file, body);
    if (PICTURE.test(file)) await this.#postflight.picture(file, bytes);
  }

  /** Writes what need not be read again for its checksum, and gives its bytes. */
  #write(file: string, body: string | Buffer): Buffer {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#sums.set(file, hash('sha256', bytes));
    const path = join(this.#stage, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(path, bytes);
    return bytes;
  }

  /**
   * Finishes the pages that are left when Astro has ended, and writes the index.
   * @throws if the pages do not share one sheet, or the index cannot be made
   */
  async pages(): Promise<void> {
    return whilePagefindLives(this.#pages());
  }

  async #pages(): Promise<void> {
    await this.#work;
    const files = this.#filesOfSite();
    for (const file of files.filter((file) => isPage(file) && !this.#sums.has(file)))
      await this.#finish(file, readFileSync(join(this.#stage, file), 'utf8'));
    if (!this.#sheet) throw new Error(sheetFault('found 0'));
    rmSync(join(this.#stage, this.#sheet.path));
    writeFileSync(join(this.#stage, '_headers'), headersFile(securityHeaders(this.#sheet.policy)));
    this.#removeOriginals(files);
    await this.#index.write(join(this.#stage, 'pagefind'));
  }

  /**
   * Writes what tells of all files, when all are there.
   * @returns what is wrong with the site, one sentence each
   */
  async end(): Promise<string[]> {
    const redirects = [...getRedirects(), ...movedVersions()].toSorted((a, b) => ascending(a.from, b.from));
    writeFileSync(join(this.#stage, '_redirects'), redirectsFile(redirects));
    writeChecksums(this.#stage, this.#sums);
    return this.#postflight.faults();
  }

  /** What stands in the stage, without what programs left behind in public/, which is taken out. */
  #filesOfSite(): string[] {
    const all = readdirSync(this.#stage, { recursive: true, encoding: 'utf8' })
      .map((path) => posixPath(path, sep))
      .sort();
    const left = all.filter(liesLeftBehind);
    for (const file of left) rmSync(join(this.#stage, file), { recursive: true, force: true });
    return all.filter((file) => !liesLeftBehind(file));
  }

  /** Finishes and writes a page. */
  async #finish(file: string, drawn: string): Promise<void> {
    if (!drawn.endsWith('</html>')) throw new Error(`${file} is not whole.`);
    const page = this.#withPolicy(file, drawn);
    const html = this.#parts.filled(page);
    if (html === undefined) throw new Error(`A part that ${file} shares with others is missing.`);
    this.#write(file, html);
    this.#postflight.page(file, this.#parts.inspect(page));
    await this.#index.add(file, page);
  }

  /** A page with the place of the sheet instead of its link, so that it comes with the first answer, and the policy that allows it. */
  #withPolicy(file: string, html: string): string {
    const [link, ...others] = html.slice(0, html.indexOf('</head>')).matchAll(SHEET);
    this.#sheet ??= link && this.#sheetOf(link);
    if (!this.#sheet || !link || others.length > 0 || link[0] !== this.#sheet.link)
      throw new Error(sheetFault(`${file} has ${link ? 'another' : 'none'}`));
    const meta = `<meta http-equiv="Content-Security-Policy" content="${this.#sheet.policy}">`;
    return html.replace(link[0], placeOfPart(SHEET_PART)).replace(CHARSET, CHARSET + meta);
  }

  /** The sheet that a page links becomes a part that all share; gives also the policy that allows it. */
  #sheetOf([link, path = '']: RegExpExecArray) {
    const css = plainSheet(readFileSync(join(this.#stage, path), 'utf8').replace(VITE_MARK, '').trim());
    this.shared({ name: SHEET_PART, html: `<style>${css}</style>` });
    return { link, path, policy: contentPolicy(styleHash(css)) };
  }

  /**
   * Takes out pictures that no page names; feeds show those of pages. Astro copies the original
   * of a picture that is drawn by no page, as that of a draft.
   */
  #removeOriginals(files: readonly string[]): void {
    for (const file of files)
      if (file.startsWith('assets/') && PICTURE.test(file) && !this.#postflight.isNamed(`/${file}`))
        rmSync(join(this.#stage, file));
  }
}

/** Hosts look for the page for wrong addresses of a language at `ko/404.html`. */
const fileOf = (address: string) =>
  plainAddress(address) === '/404/' ? `${address.slice(1, -1)}.html` : fileAt(address);

const isPage = (file: string) => file.endsWith('.html');

const sheetFault = (found: string) =>
  `The pages share one sheet; ${found}. Keep styles in src/styles, not in components.`;

/** Pagefind leaves its promises open when its process dies; then Node has nothing left to wait for. */
async function whilePagefindLives<T>(work: Promise<T>): Promise<T> {
  const { promise: death, reject } = Promise.withResolvers<never>();
  const died = () => reject(new Error('Pagefind ended before the search index was whole. Build again.'));
  process.once('beforeExit', died);
  return Promise.race([work, death]).finally(() => process.off('beforeExit', died));
}
