import { inPlural } from '../rules/plural-forms.ts';

/** What the site's own elements share: how they find their parts and tell readers something. */
export class SiteElement extends HTMLElement {
  /** The first element within that fits a selector. @throws if there is none */
  protected find<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  protected find<T extends Element = HTMLElement>(selector: string): T;
  protected find(selector: string): Element {
    const found = this.querySelector(selector);
    if (!found) throw new Error(`${this.localName} lacks ${selector}`);
    return found;
  }

  /** Every element below another, or below this one, that fits a selector. */
  protected findAll<T extends Element = HTMLElement>(selector: string, root: ParentNode = this): T[] {
    return [...root.querySelectorAll<T>(selector)];
  }

  /** Shows a text where the element reports; screen readers read it out. */
  protected announce(text = '') {
    this.find('[role="status"]').textContent = text;
  }

  /** Keeps a state in the address: as a step that “back” undoes, or in place of the last one. */
  protected keepAddress(address: URL | string, how: 'push' | 'replace') {
    history[`${how}State`](null, '', address);
    leadToSameState();
  }
}

/** Leads the ways to the other language to the same state of the page, which its address holds. */
function leadToSameState(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-same-state]'))
    link.search = location.search;
}
leadToSameState();
addEventListener('popstate', leadToSameState);

/** In a page to which the reader comes back, Safari resets each field whose browser may not complete it. */
addEventListener('pagehide', () => {
  for (const field of document.querySelectorAll<HTMLInputElement>('[autocomplete=off]'))
    field.defaultValue = field.value;
});

/**
 * Opens what is folded while the page is printed, and closes it after, in a browser where the
 * sheet cannot. Every page has one of these elements.
 */
function unfoldInPrint(): void {
  if (CSS.supports('selector(::details-content)')) return;
  let folded: HTMLDetailsElement[] = [];
  const setOpen = (isOpen: boolean) => {
    for (const fold of folded) fold.open = isOpen;
  };
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    setOpen(true);
  });
  addEventListener('afterprint', () => setOpen(false));
}
unfoldInPrint();

/** How many were found, in one sentence; its plural forms come as JSON. */
export const countSentence = (count: number, none = '', forms = '{}') =>
  count === 0 ? none : inPlural(JSON.parse(forms), count, document.documentElement.lang);
