import { keptFor } from '../rules/lazy.ts';
import { COMMENT, placeOfPart, type SharedPart } from '../site/shared-part.ts';
import { inspectPage, seenIn } from './inspect-page.ts';

const PLACES = new RegExp(placeOfPart('(.*?)'), 'g');

/**
 * What many pages share, as the sheet, the menu and the foot: more than the half of each. It is
 * put into a page when that is finished, and looked at once.
 */
export class SharedParts {
  readonly #html = new Map<string, string>();
  readonly #seen = keptFor(seenIn);

  add({ name, html }: SharedPart): void {
    this.#html.set(name, html);
  }

  /** A page with its parts; nothing while one of them is not there. */
  filled(page: string): string | undefined {
    const isThere = page.matchAll(PLACES).every(([, name = '']) => this.#html.has(name));
    return isThere ? page.replace(PLACES, (_, name: string) => this.#html.get(name) ?? '') : undefined;
  }

  /** What `inspectPage` gives for a page with its parts. */
  inspect(page: string): ReturnType<typeof inspectPage> {
    let left = page.match(PLACES)?.length ?? 0;
    const seen = inspectPage(page, (comment) => {
      const html = comment.startsWith(COMMENT) && this.#html.get(comment.slice(COMMENT.length));
      if (!html) return undefined;
      left--;
      return this.#seen(html);
    });
    // Where a browser would see no comment, as within a tag, what stands in its place is read with what is around it.
    return left === 0 ? seen : inspectPage(this.filled(page) ?? page);
  }
}
