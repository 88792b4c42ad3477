import { COMMENT, placeOfPart, type SharedPart } from '../site/shared-part.ts';
import { inspectPage, seenIn, type Seen } from './inspect-page.ts';

const PLACES = new RegExp(placeOfPart('(.*?)'), 'g');

/**
 * What many pages share, as the sheet, the menu and the foot: more than the half of each. It is
 * put into a page when that is finished, and looked at once.
 */
export class SharedParts {
  readonly #html = new Map<string, string>();
  readonly #seen = new Map<string, Seen>();

  add({ name, html }: SharedPart): void {
    this.#html.set(name, html);
  }

  /** A page with its parts; nothing while one of them is not there. */
  filled(page: string): string | undefined {
    const isThere = page.matchAll(PLACES).every(([, name = '']) => this.#html.has(name));
    return isThere ? page.replace(PLACES, (_, name: string) => this.#html.get(name) ?? '') : undefined;
  }

  /** What `inspectPage` gives for a page with its parts, without links of parts that stood in a page before. */
  inspect(page: string): ReturnType<typeof inspectPage> {
    let left = page.match(PLACES)?.length ?? 0;
    const seen = inspectPage(page, (comment) => {
      if (!comment.startsWith(COMMENT)) return undefined;
      left--;
      return this.#seenIn(comment.slice(COMMENT.length));
    });
    // Where a browser would see no comment, as within a tag, what stands in its place is read with what is around it.
    return left === 0 ? seen : inspectPage(this.filled(page) ?? page);
  }

  /** What is to be seen in a part; links to other pages only for the first page, since they lead to the same from all. */
  #seenIn(name: string): Seen {
    const known = this.#seen.get(name);
    if (known) return known;
    const seen = seenIn(this.#html.get(name) ?? '');
    const addresses = [...seen.addresses].filter((address) => address.startsWith('#'));
    this.#seen.set(name, { ...seen, addresses: new Set(addresses) });
    return seen;
  }
}
