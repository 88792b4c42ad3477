import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hiddenMetadata } from '../checks/check-images.ts';
import { PICTURE } from '../checks/image-metadata.ts';
import { forEachConcurrently } from '../rules/concurrency.ts';
import { addressOfFile, fileAt, kindOf } from '../rules/kinds.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { filesBelow } from './files-below.ts';
import { inspectPage } from './inspect-page.ts';

const PICTURES_AT_ONCE = 4;

/** What is kept of a file that was looked at: little, so that a site of any size fits. */
interface Seen {
  /** Changes with the bytes of the file. */
  stamp: string;
  faults: string[];
  /** The anchors of a page, one after the other in one text. */
  ids: string;
}

/**
 * Looks at the bytes that would be published. It trusts nothing that came before: not the
 * check, not Astro. Files may be looked at one by one, as soon as they are there; what
 * was not, or was written again since, is looked at in the end.
 */
export class Postflight {
  readonly #dist: string;
  readonly #seen = new Map<string, Seen>();
  /** By address within the site, the pages that hold it. */
  readonly #pagesOf = new Map<string, string[]>();

  constructor(dist: string) {
    this.#dist = dist;
  }

  /** Looks at a page, unless it is handed over what was seen there. */
  page(file: string, inspected = inspectPage(readFileSync(join(this.#dist, file), 'utf8'))): void {
    const { faults, addresses, ids } = inspected;
    // Links within the page, which are most of all, need not be kept.
    const { within = [], others = [] } = Object.groupBy(addresses, (address) =>
      address.startsWith('#') ? 'within' : 'others',
    );
    const own = new Set(ids);
    const lost = within.filter((link) => !isPlaceIn(own, placeOf(link).anchor));
    this.#seen.set(file, {
      stamp: this.#stampOf(file),
      faults: [...faults, ...lost.map((link) => `the link ${link} ${NO_PLACE}.`)],
      ids: ids.join(' '),
    });
    for (const address of others) {
      const pages = this.#pagesOf.get(address);
      if (pages) pages.push(file);
      // A part of a text keeps the whole text in memory; a copy does not.
      else this.#pagesOf.set(Buffer.from(address).toString(), [file]);
    }
  }

  /** Looks at a picture. */
  async picture(file: string, bytes?: Buffer): Promise<void> {
    const stamp = this.#stampOf(file);
    const found = await hiddenMetadata(bytes ?? (await readFile(join(this.#dist, file))));
    const faults = found.length === 0 ? [] : [`carries ${found.join(', ')}.`];
    this.#seen.set(file, { stamp, faults, ids: '' });
  }

  /** Whether a page leads to an address or loads it. */
  isNamed(address: string): boolean {
    return this.#pagesOf.has(address);
  }

  /** Looks at all that is left, and gives what is wrong with the site, one sentence each. */
  async faults(): Promise<string[]> {
    const all = filesBelow(this.#dist);
    const files = all.flatMap(({ path, isFile }) => (isFile ? path : []));
    const isNew = (file: string) => this.#seen.get(file)?.stamp !== this.#stampOf(file);
    const pages = files.filter((file) => file.endsWith('.html'));
    for (const file of pages.filter(isNew)) this.page(file);
    const pictures = files.filter((file) => PICTURE.test(file));
    await forEachConcurrently(PICTURES_AT_ONCE, pictures.filter(isNew), (file) => this.picture(file));

    const belongs = (file: string) => kindOf(addressOfFile(file)) !== undefined;
    const links = this.#linkFaults(new Set(files));
    const faultsOf = (file: string) => this.#seen.get(file)?.faults ?? [];
    return [
      ...all
        .filter(({ path, isFile }) => !isFile || !belongs(path))
        .map(({ path }) => `${path} does not belong in the site.`),
      ...pages.flatMap((file) =>
        [...faultsOf(file), ...(links.get(file) ?? [])].map((fault) => `${file}: ${fault}`),
      ),
      ...pictures.flatMap((file) => faultsOf(file).map((fault) => `${file} ${fault}`)),
    ];
  }

  /** By page, the links that lead nowhere. Each address is looked up once, however many pages hold it. */
  #linkFaults(present: ReadonlySet<string>): Map<string, Set<string>> {
    const faults = new Map<string, Set<string>>();
    const places = [...this.#pagesOf].map(([address, pages]) => ({ address, pages, ...placeOf(address) }));
    for (const [path, group] of Map.groupBy(places, ({ path }) => path)) {
      const ids = new Set(this.#seen.get(path)?.ids.split(' '));
      for (const { address, pages, anchor } of group) {
        const leads = !present.has(path)
          ? 'leads nowhere'
          : path.endsWith('.html') && !isPlaceIn(ids, anchor)
            ? NO_PLACE
            : undefined;
        for (const page of leads === undefined ? [] : pages) {
          const others = faults.get(page) ?? new Set();
          faults.set(page, others.add(`the link ${address} ${leads}.`));
        }
      }
    }
    return faults;
  }

  #stampOf(file: string): string {
    const { mtimeMs, size } = statSync(join(this.#dist, file));
    return `${mtimeMs} ${size}`;
  }
}

const NO_PLACE = 'leads to no place in that page';

/** Whether a page has an anchor, by its ids; every browser knows where its top is. */
const isPlaceIn = (ids: ReadonlySet<string>, anchor: string) =>
  anchor === '' || anchor === 'top' || ids.has(anchor);

/** File and anchor that an address of the site leads to; no file where the address cannot be read. */
const placeOf = (address: string) =>
  tryOrUndefined(() => {
    const { pathname, hash } = new URL(address, 'http://site');
    return {
      path: fileAt(decodeURIComponent(pathname)),
      // What follows are words that a browser is to show.
      anchor: decodeURIComponent(hash.slice(1)).replace(/:~:.*$/s, ''),
    };
  }) ?? { path: '', anchor: '' };
