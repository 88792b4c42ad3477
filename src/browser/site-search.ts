import {
  excerptPieces,
  FILTERS,
  indexFilters,
  isSearch,
  parseState,
  soughtWords,
  stateQuery,
  type SearchState,
} from '../rules/search-state.ts';
import { countSentence, SiteElement } from './site-element.ts';

/** The part of Pagefind's JavaScript interface that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(
    words: string | null,
    options: { filters: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

interface Result {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

const PAGE = 10;

// Kept for the whole visit, whatever the number of searches. The build writes the
// file next to the pages, so the bundler must not look for it.
let loading: Promise<Pagefind> | undefined;
async function load(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  // The worker would cost another trip and more bytes than it saves here.
  await pagefind.options({ noWorker: true, excerptLength: 24, ranking: { metaWeights: { names: 0.3 } } });
  return pagefind;
}

/** The search of the archive (with `data-archive`) or of the whole site. The address holds its state. */
class SiteSearch extends SiteElement {
  private readonly form = this.find('form');
  private readonly list = this.find('ol');
  private readonly more = this.find<HTMLButtonElement>('.more');
  private readonly clear = this.find('p[hidden]');
  private readonly archive = document.getElementById('archive');
  private readonly words: Record<string, string> = JSON.parse(this.dataset['words'] ?? '{}');
  private timer = 0;
  private latest = 0;
  private shown = '';

  connectedCallback() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go('push');
    });
    this.form.addEventListener('change', (event) => {
      // What is typed as words is searched on the way; a choice once it is made.
      if (!isWords(event.target)) this.go('push');
    });
    this.form.addEventListener('input', (event) => {
      if (!isWords(event.target)) return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.go('replace'), 350);
    });
    addEventListener('popstate', () => {
      // A jump to an anchor is no new search.
      if (location.search !== this.shown) this.fromAddress();
    });
    this.fromAddress();
  }

  /** Takes the state from the form into the address and searches. */
  private go(how: 'push' | 'replace') {
    clearTimeout(this.timer);
    const entered = new URLSearchParams();
    for (const [name, value] of new FormData(this.form))
      if (typeof value === 'string') entered.set(name, value);
    const state = parseState(entered.toString());
    const address = location.pathname + stateQuery(state);
    if (address !== location.pathname + location.search) this.keepAddress(address, how);
    void this.search(state);
  }

  /** Takes the state from the address into the form and searches. */
  private fromAddress() {
    const state = parseState(location.search);
    // By relevance is what the form offers first, with no value.
    const sort = state.sort === 'date' ? 'date' : '';
    const values: Record<string, string> = { q: state.q, sort, ...state.filters };
    for (const name of ['q', 'sort', ...FILTERS]) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = values[name] ?? '';
    }
    void this.search(state);
  }

  private async search(state: SearchState) {
    this.shown = location.search;
    const turn = ++this.latest;
    const active = isSearch(state);
    this.toggle(active);
    if (!active) return;
    if (this.words['dev']) {
      this.announce(this.words['dev']);
      return;
    }
    this.announce(this.words['working']);
    try {
      const pagefind = await (loading ??= load());
      const found = await pagefind.search(soughtWords(state.q, this.words['asking'] ?? '') || null, {
        filters: { ...indexFilters(state), ...('archive' in this.dataset && { section: 'news' }) },
        ...((state.sort === 'date' || !state.q) && { sort: { date: 'desc' } }),
      });
      if (turn !== this.latest || !found) return;
      await this.show(found.results, state.q, turn);
    } catch {
      loading = undefined;
      if (turn === this.latest) this.announce(this.words['failed']);
    }
  }

  /** Shows the archive where nothing is searched, and its place is free for results where something is. */
  private toggle(active: boolean) {
    this.list.replaceChildren();
    this.list.hidden = true;
    this.more.hidden = true;
    this.clear.hidden = !active;
    this.announce('');
    if (this.archive) this.archive.hidden = active;
  }

  private async show(results: { data(): Promise<Result> }[], q: string, turn: number) {
    const next = async (from: number) => {
      const page = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
      if (turn !== this.latest) return;
      const rows = page.map(draw);
      this.list.append(...rows);
      this.list.hidden = results.length === 0;
      this.more.hidden = from + PAGE >= results.length;
      this.more.disabled = false;
      this.more.onclick = () => {
        this.more.disabled = true;
        next(from + PAGE).catch(() => this.announce(this.words['failed']));
      };
      if (from > 0) rows[0]?.querySelector('a')?.focus();
    };
    await next(0);
    if (turn !== this.latest) return;
    const { none, quoted = '', help = '' } = this.words;
    const count = countSentence(results.length, none, this.dataset['results']);
    const about = q && results.length > 0 ? ` ${quoted.replace('#q', () => q)}` : '';
    this.announce(results.length === 0 ? `${count} ${help}` : `${count}${about}.`);
    // With nothing to show, the ways to browse come back.
    if (this.archive) this.archive.hidden = results.length > 0;
  }
}

const isWords = (field: EventTarget | null) => field instanceof HTMLInputElement && field.type === 'search';

/** One result as a row of the ledger, built without HTML from the index. */
function draw({ url, excerpt, meta }: Result): HTMLLIElement {
  const { date = '', title = url, about } = meta;
  const pieces = excerptPieces(excerpt).map(({ text, match }) => (match ? element('mark', {}, text) : text));
  return element(
    'li',
    {},
    element('span', { className: 'when' }, date),
    element('h2', {}, element('a', { href: url }, title)),
    element('p', {}, ...pieces),
    ...(about ? [element('p', { className: 'meta' }, about)] : []),
  );
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: { className?: string; href?: string },
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

customElements.define('site-search', SiteSearch);
