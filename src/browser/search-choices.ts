import { element } from './elements.ts';
import type { QuickEntry } from '../rules/search/quick-search.ts';
import { countsOf, FILTERS, stateQuery, type Choice, type SearchState } from '../rules/search/state.ts';

/* The choices of a search form. */

/** Shows each value with the number of results that it would leave; what would leave none cannot be chosen. */
export function showChoices(form: HTMLFormElement, candidates: readonly QuickEntry[], state: SearchState) {
  for (const name of FILTERS) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLSelectElement)) continue;
    const counts = countsOf(candidates, state, name);
    for (const option of field.options) {
      if (option.value === '') continue;
      const label = (option.dataset['label'] ??= option.text);
      const count = counts.get(option.value) ?? 0;
      option.text = `${label} (${count})`;
      option.disabled = count === 0 && option.value !== field.value;
    }
  }
}

/** Lets each link lead to the same search in its order, and marks the one that holds. */
export function showOrder(links: readonly HTMLAnchorElement[], state: SearchState): void {
  for (const link of links) {
    const sort = link.dataset['sort'] === 'date' ? ('date' as const) : ('relevance' as const);
    link.href = location.pathname + stateQuery({ ...state, sort });
    if (sort === state.sort) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Offers each publisher once, in the order of the alphabet. */
export function offerNames(list: HTMLDataListElement, entries: readonly QuickEntry[]): void {
  const names = new Set(entries.flatMap(({ publisher }) => publisher ?? []));
  const options = [...names]
    .toSorted((a, b) => a.localeCompare(b))
    .map((value) => element('option', { value }));
  list.replaceChildren(...options);
}

/** For each choice that is made, a link to the search without it. */
export function linksWithout(
  form: HTMLFormElement,
  state: SearchState,
  words: Readonly<Record<string, string>>,
): HTMLAnchorElement[] {
  return (Object.entries(state.chosen) as [Choice, string][]).map(([name, value]) => {
    const { [name]: _, ...chosen } = state.chosen;
    const href = location.pathname + stateQuery({ ...state, chosen, more: 0 });
    const field = form.elements.namedItem(name);
    const option = field instanceof HTMLSelectElement ? field.selectedOptions[0] : undefined;
    const chosenLabel = option?.dataset['label'] ?? option?.text ?? value;
    const label = [words[name], chosenLabel].filter(Boolean).join(' ');
    const without = (words['without'] ?? '').replace('#c', () => label);
    return element('a', { href, 'aria-label': without }, `${label} ×`);
  });
}
