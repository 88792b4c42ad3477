import { ascending } from '../rules/dates.ts';
import type { QuickEntry, QuickResult } from '../rules/search/quick-search.ts';
import { QUICK_KINDS } from '../rules/search/rank.ts';
import {
  FILTERS,
  indexFilters,
  isChosen,
  isSearch,
  needsAll,
  parseState,
  stateQuery,
  YEARS,
  type SearchState,
} from '../rules/search/state.ts';
import { termsOf } from '../rules/search/words.ts';
import { element } from './elements.ts';
import { linksWithout, offerNames, showChoices, showOrder } from './search-choices.ts';
import { entryRow, foldedRow, textRows } from './search-rows.ts';
import { searchText } from './full-text.ts';
import { showOther } from './search-other.ts';
import { countSentence, SiteElement } from './site-element.ts';
import { loadAllTitles, loadMoreTitles, loadTitles } from './titles.ts';

/** Rows of the first layer that are shown before more are asked for. */
const PAGE = 20;
/** With fewer results than these, the text of the pages is searched without being asked. */
const FEW = 10;
const PAUSE_MS = 400;

/** The search of the archive (with `data-archive`) or of the whole site. The address holds its state. */
class SiteSearch extends SiteElement {
  private readonly form = this.find<HTMLFormElement>('form');
  private readonly list = this.find('ol');
  private readonly behind = this.find('.behind');
  private readonly behindList = this.find('.behind ol');
  private readonly more = this.find<HTMLButtonElement>('.more');
  private readonly again = this.find<HTMLButtonElement>('.again');
  private readonly help = this.find('.help');
  private readonly chips = this.find('.chosen');
  private readonly order = this.find('.order');
  private readonly others = this.findAll('.other');
  private readonly archive = document.getElementById('archive');
  private readonly words: Record<string, string> = JSON.parse(this.dataset['words'] ?? '{}');
  private readonly locale = this.dataset['locale'] ?? '';
  private timer = 0;
  private latest = 0;
  private shown = '';
  private isJoined = false;

  connectedCallback() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go('push', true);
    });
    this.form.addEventListener('change', (event) => {
      if (!isWords(event.target)) this.go('push', true);
    });
    this.form.addEventListener('input', (event) => {
      if (isWords(event.target)) this.go('replace', false);
    });
    this.form.addEventListener('focusin', () => void this.offerPublishers().catch(() => {}), { once: true });
    this.again.addEventListener('click', () => this.fromAddress());
    addEventListener('popstate', () => {
      // A jump to an anchor is no new search.
      if (location.search !== this.shown) this.fromAddress();
    });
    // What is left of the page when the reader comes back is not kept by every browser.
    addEventListener('pagehide', () => history.replaceState({ y: scrollY }, ''));
    const y: unknown = (history.state as { y?: number } | null)?.y;
    this.fromAddress(() => typeof y === 'number' && scrollTo({ top: y, behavior: 'instant' }));
  }

  private titles(words?: string) {
    return loadTitles(this.dataset['titles'] ?? '', words);
  }

  /** Offers the publishers of the reports; any other can be typed. */
  private async offerPublishers() {
    const { titles } = await this.titles();
    offerNames(this.find('datalist'), titles.entries);
  }

  /** Takes the state from the form into the address and searches. @param isDone whether the words are whole */
  private go(how: 'push' | 'replace', isDone: boolean) {
    const entered = new URLSearchParams();
    for (const [name, value] of new FormData(this.form))
      if (typeof value === 'string') entered.set(name, value);
    if (parseState(location.search).sort === 'date') entered.set('sort', 'date');
    const state = parseState(entered.toString());
    const address = location.pathname + stateQuery(state);
    if (address !== location.pathname + location.search) this.keepAddress(address, how);
    void this.search(state, isDone);
  }

  /** Takes the state from the address into the form and searches. */
  private fromAddress(then?: () => void) {
    const state = parseState(location.search);
    const values: Partial<Record<string, string>> = { q: state.q, ...state.chosen };
    for (const name of ['q', ...FILTERS, ...YEARS]) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = values[name] ?? '';
    }
    void this.search(state, true).then(then);
  }

  /** @param isAsked whether the text of the pages was asked for, however much is found without it */
  private async search(state: SearchState, isDone: boolean, isAsked = false): Promise<void> {
    clearTimeout(this.timer);
    this.shown = location.search;
    const turn = ++this.latest;
    if (this.archive) this.archive.hidden = isSearch(state);
    if (!isSearch(state)) {
      this.clear();
      return this.announce();
    }
    if (this.list.hidden) this.announce(this.words['working']);
    try {
      if (needsAll(state)) await loadAllTitles(this.dataset['titles'] ?? '');
      const { titles, second } = await this.titles(state.q);
      if (turn !== this.latest) return;
      this.joinLater(second, state, isDone, turn);
      const result = titles.find(state.q);
      const candidates = (state.q ? result.entries : titles.entries.toSorted(byDate)).filter((entry) =>
        this.isOffered(entry.kind),
      );
      const entries = candidates.filter((entry) => isChosen(entry, state));
      if (state.sort === 'date') entries.sort(byDate);
      this.showEntries(entries, result, state);
      showChoices(this.form, candidates, state);
      this.showChosen(state);
      const isFew = entries.length < FEW;
      const behind = (more = isAsked) => this.searchBehind(entries, result, state, turn, more);
      const isDeep = isFew || isAsked || (isDone && state.more > 0);
      const isLatest = () => turn === this.latest;
      const rest = () => {
        for (const other of this.others) void showOther(other, state, this.isOffered, isLatest);
        return isDeep ? behind() : undefined;
      };
      if (!isDeep) this.offerMore(() => void behind(true));
      if (isDone) await rest();
      else this.timer = window.setTimeout(() => void rest(), PAUSE_MS);
    } catch {
      if (turn === this.latest) this.failed();
    }
  }

  /** Searches again when more titles are there, unless the reader has begun to read or asked for more. */
  private joinLater(second: Promise<boolean>, state: SearchState, isDone: boolean, turn: number) {
    if (this.isJoined) return;
    this.isJoined = true;
    void second.then((came) => {
      const isFree = turn === this.latest && scrollY === 0 && !this.more.disabled;
      if (came && isFree) void this.search(state, isDone);
    });
  }

  private readonly isOffered = (kind: string) => !('archive' in this.dataset) || kind === 'news';

  private clear() {
    const { list, behind, more, again, help, chips, order, others } = this;
    for (const part of [list, behind, more, again, help, chips, order, ...others]) part.hidden = true;
    for (const part of [list, this.behindList, help]) part.replaceChildren();
  }

  /** Shows what the first layer found: pages and reports, then the figures and the charts, folded. */
  private showEntries(entries: readonly QuickEntry[], result: QuickResult, state: SearchState) {
    this.clear();
    const row = (entry: QuickEntry) => entryRow(entry, result, this.locale);
    const first = entries[0]?.kind;
    const isFolded = ({ kind }: QuickEntry) =>
      kind !== first && (kind === 'figure' || kind === 'chart') && state.sort !== 'date';
    const rows = entries.filter((entry) => !isFolded(entry)).map(row);
    const folded = QUICK_KINDS.flatMap((kind) => {
      const ofKind = entries.filter((entry) => isFolded(entry) && entry.kind === kind);
      const name = countSentence(ofKind.length, '', this.dataset[kind]);
      return ofKind.length === 0 ? [] : [foldedRow(name, ofKind.map(row))];
    });
    this.list.replaceChildren(...rows.slice(0, PAGE), ...folded, ...rows.slice(PAGE));
    this.list.hidden = entries.length === 0;
    this.order.hidden = entries.length < 2 || state.q === '';
    if (entries.length === 0 && state.q !== '') this.showHelp(result, state.q);
    showOrder(this.findAll('a', this.order), state);
    this.tell(entries.length, state, result.corrected);
  }

  private tell(count: number, { q }: SearchState, corrected = q) {
    const { none, quoted = '', instead = '' } = this.words;
    const about = q ? ` ${quoted.replace('#q', () => corrected)}` : '';
    const was = q && corrected !== q ? ` ${instead.replace('#q', () => q)}` : '';
    this.announce(`${countSentence(count, none, this.dataset['results'])}${about}.${was}`);
  }

  /** Offers near words where nothing was found. */
  private showHelp({ unknown }: QuickResult, q: string) {
    this.help.hidden = false;
    void this.titles().then(({ titles }) => {
      const meant = unknown.length > 0 ? titles.suggestions(q) : [];
      const links = meant.map((word) =>
        element('a', { href: stateQuery({ ...parseState(''), q: word }) }, word),
      );
      const ask = links.length > 0 ? [`${this.words['meant']} `, ...between(links, ', '), '? '] : [];
      this.help.replaceChildren(...ask, this.words['help'] ?? '');
    });
  }

  /** Shows a way to take each choice off, and how many are made. */
  private showChosen(state: SearchState) {
    const links = linksWithout(this.form, state, this.words);
    this.chips.hidden = links.length === 0;
    this.chips.replaceChildren(...links);
    const count = links.length > 0 ? ` (${links.length})` : '';
    this.find('summary').textContent = `${this.words['filter']}${count}`;
  }

  private offerMore(next: () => void) {
    this.more.hidden = false;
    this.more.disabled = false;
    this.more.onclick = () => {
      this.more.disabled = true;
      next();
    };
  }

  /** Searches the text of the pages, and adds what the first layer has not shown, below it. */
  private async searchBehind(
    entries: readonly QuickEntry[],
    { corrected }: QuickResult,
    state: SearchState,
    turn: number,
    isAsked: boolean,
  ): Promise<void> {
    if (this.words['dev']) return;
    const shown = new Set(entries.map(({ address }) => address));
    const years = this.findAll<HTMLOptionElement>('#from option').flatMap(({ value }) => value || []);
    const words = corrected ?? state.q;
    const filters = { ...indexFilters(state, years), ...('archive' in this.dataset && { section: 'news' }) };
    try {
      if (entries.length < FEW && (await loadMoreTitles(this.dataset['titles'] ?? '')))
        return void (turn === this.latest && (await this.search(state, true, isAsked)));
      const pages = searchText(words, filters, state.sort === 'date', (address) => shown.has(address));
      /** Adds a step; true where another may follow. */
      const next = async (isFirst: boolean): Promise<boolean> => {
        const { value, done } = await pages.next();
        if (turn !== this.latest || done) return false;
        const { titles } = await this.titles();
        const { terms } = titles.find(words);
        const rows = textRows(value.pages, new Set(termsOf(words)), terms);
        this.behind.hidden = false;
        this.behindList.append(...rows);
        if (!isFirst) rows[0]?.querySelector('a')?.focus();
        return !value.isLast;
      };
      let has = await next(true);
      for (let more = 1; has && more < state.more; more++) has = await next(true);
      if (turn !== this.latest) return;
      this.more.hidden = !has;
      if (entries.length === 0)
        if (this.behind.hidden) this.tell(0, state);
        else {
          this.help.hidden = true;
          this.announce(this.words['onlyText']);
        }
      if (!has) return;
      let count = Math.max(1, state.more);
      this.offerMore(() => {
        this.keepAddress(location.pathname + stateQuery({ ...state, more: ++count }), 'replace');
        this.shown = location.search;
        next(false).then(
          (found) => {
            this.more.hidden = !found;
            this.more.disabled = false;
          },
          () => this.failed(),
        );
      });
    } catch {
      if (turn === this.latest) this.failed();
    }
  }

  private failed() {
    this.announce(this.words['failed']);
    this.again.hidden = false;
  }
}

const isWords = (field: EventTarget | null) => field instanceof HTMLInputElement && field.type === 'search';
const byDate = ({ date: a = '' }: QuickEntry, { date: b = '' }: QuickEntry) => ascending(b, a);
const between = (links: readonly HTMLElement[], sign: string) =>
  links.flatMap((link, index) => (index > 0 ? [sign, link] : [link]));

customElements.define('site-search', SiteSearch);
