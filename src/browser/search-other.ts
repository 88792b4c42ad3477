import { entryRow } from './search-rows.ts';
import { isChosen, type SearchState } from '../rules/search/state.ts';
import { loadTitles } from './titles.ts';

/** What is shown of the other language; its own search has the rest. */
const MOST = 5;

/**
 * Shows what the same words find in another language, in a section that names its titles and
 * its locale. Where they find nothing the section stays hidden.
 * @param isLatest whether the reader has not typed on meanwhile
 */
export async function showOther(
  section: HTMLElement,
  state: SearchState,
  isOffered: (kind: string) => boolean,
  isLatest: () => boolean,
): Promise<void> {
  const { titles: address = '', locale = '' } = section.dataset;
  // Without the list there is still the way to the other search.
  const loaded = await loadTitles(address, state.q).catch(() => undefined);
  if (!isLatest()) return;
  const result = loaded?.titles.find(state.q) ?? { entries: [], kinds: {}, terms: new Set<string>() };
  const entries = result.entries.filter((entry) => isOffered(entry.kind) && isChosen(entry, state));
  const rows = entries.slice(0, MOST).map((entry) => entryRow(entry, result, locale));
  section.querySelector('ol')?.replaceChildren(...rows);
  section.hidden = loaded !== undefined && rows.length === 0;
}
