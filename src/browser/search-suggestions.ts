import { assign, element } from './elements.ts';
import { SiteElement } from './site-element.ts';

/** Pages that are offered, at most. */
const MOST = 6;

/**
 * Offers pages below a search field while the reader types: a combobox whose options are
 * links. Nothing is loaded before the field is used; without it the form works as it is.
 */
class SearchSuggestions extends SiteElement {
  private readonly field = this.find('input');
  private readonly list = element('div', {
    role: 'listbox',
    id: 'suggestions',
    'aria-label': this.dataset['label'] ?? '',
    hidden: true,
  });
  private selected = -1;

  connectedCallback() {
    this.append(this.list);
    assign(this.field, {
      role: 'combobox',
      'aria-controls': this.list.id,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
    });
    this.field.addEventListener('focus', () => void this.titles().catch(() => {}));
    this.field.addEventListener('input', () => {
      this.select(-1);
      void this.offer();
    });
    this.field.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.show(false);
    });
  }

  private async titles(words?: string) {
    const { loadTitles } = await import('./titles.ts');
    return (await loadTitles(this.dataset['titles'] ?? '', words)).titles;
  }

  private async offer() {
    const words = this.field.value.trim();
    if (words.length < 2) return this.show(false);
    // What cannot be loaded is not offered; the form still leads to the search.
    const titles = await this.titles(words).catch(() => undefined);
    if (!titles || words !== this.field.value.trim()) return;
    const { entries: found, kinds } = titles.find(words);
    const entries = found.slice(0, MOST);
    const option = (index: number, href: string, ...text: (Node | string)[]) =>
      element('a', { id: `suggestion-${index}`, role: 'option', tabIndex: -1, href }, ...text);
    const all = `${this.find('form').action}?${new URLSearchParams({ q: words })}`;
    const name = (this.dataset['all'] ?? '').replace('#q', () => words);
    const options = entries.map(({ address, title, kind }, index) =>
      option(index, address, title, ' ', element('small', {}, kinds[kind] ?? '')),
    );
    // A reader may have chosen already among what the words before had brought.
    const chosen = this.list.children[this.selected]?.getAttribute('href');
    this.list.replaceChildren(...options, option(entries.length, all, name));
    this.show(entries.length > 0, chosen);
  }

  private onKey(event: KeyboardEvent) {
    const { length } = this.list.children;
    if (this.list.hidden) return;
    const moves: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      // Above the first and below the last option is the field itself.
      const places = length + 1;
      this.select(((this.selected + 1 + move + places) % places) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.show(false);
    } else if (event.key === 'Enter' && this.selected >= 0) {
      event.preventDefault();
      (this.list.children[this.selected] as HTMLAnchorElement).click();
    }
  }

  private select(index: number) {
    this.selected = index;
    for (const [at, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', `${at === index}`);
    if (index < 0) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', `suggestion-${index}`);
  }

  private show(isShown: boolean, chosen?: string | null) {
    this.list.hidden = !isShown;
    this.field.setAttribute('aria-expanded', `${isShown}`);
    this.select([...this.list.children].findIndex((option) => option.getAttribute('href') === chosen));
  }
}

customElements.define('search-suggestions', SearchSuggestions);
