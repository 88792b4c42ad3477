import { isDeepStrictEqual } from 'node:util';
import { figures as figureSchema } from '../schemas/figures.ts';
import { referencesOf } from '../rules/references.ts';
import { figureStates, putBack, timesIn, type VersionedFigure } from '../rules/versions.ts';
import { changeDateFaults } from './check-dates.ts';
import { records, reportFaults, type Entry, type Faults, type TextEntry } from './read-entries.ts';
import { checkMarkup, parseMdx } from './check-markup.ts';
import { checkTags } from './check-references.ts';
import { quoted } from './problems.ts';
import type { Known } from './targets.ts';
import { typedIn } from './typed-numbers.ts';

/*
 * Earlier versions are made by undoing changes, the newest first. What a change says
 * must lead to a version that could have stood.
 */

/** Checks that each passage can be put back, and that what then stands could have been a text. */
export function checkPassages(entry: TextEntry, known: Known): void {
  const changes = records(entry.data['changes']);
  if (changes.at(-1)?.['was'] === undefined) return;
  const already = new Set(textFaults(entry.body, known));
  let body = entry.body;
  for (const [index, { was, now }] of [...changes.entries()].reverse()) {
    // Older than a change without a passage, no version is kept.
    if (typeof was !== 'string' || typeof now !== 'string') return;
    const before = putBack(body, { was, now });
    const [fault] = textFaults(before ?? body, known).filter((one) => !already.has(one));
    const faults =
      passageFaults(body, was, now, index === changes.length - 1) ??
      (fault && { was: `with this passage put back, the text has a fault. ${fault}` });
    if (faults) return reportFaults(entry, faults, ['changes', index]);
    body = before ?? body;
  }
}

/** What is wrong with a passage and what it became; nothing where it can be put back. */
function passageFaults(body: string, was: string, now: string, isNewest: boolean): Faults {
  const times = timesIn(body, now);
  if (was.trim() === now.trim())
    return { was: 'this is the passage as it stands now. Copy it as it stood before the change.' };
  if (times > 1)
    return {
      now: `this passage stands ${times} times in the text. Take in more words, so that it stands once; do so in “was” too.`,
    };
  if (times === 1) return undefined;
  return {
    now: isNewest
      ? 'this passage does not stand in the text. Copy it from there, with its tags.'
      : 'this passage did not stand in the text before the later changes. Compare it with what their “was” says.',
  };
}

/** What keeps a text from being written out: faults of form, and ids of nothing. */
function textFaults(body: string, known: Known): string[] {
  const faults: string[] = [];
  const report = (_: unknown, message: string) => void faults.push(message);
  const tree = parseMdx(body, report);
  if (tree) {
    checkMarkup(tree, report);
    // A page that an old version links to may be gone by now.
    checkTags(referencesOf(tree), known, report);
  }
  return faults;
}

const IN_WAS = 'Leave it to “was”: the page of the figure shows what stood before and what stands now.';
const IN_WORDS = 'Say in words what was changed.';

/** Checks the days of the changes of a record, and that no number is typed in what they say. */
export function checkRecordChanges(entry: Entry, today: string): void {
  const advice = 'stage' in entry.data ? IN_WAS : IN_WORDS;
  const changes = records(entry.data['changes']);
  reportFaults(entry, { changes: changeDateFaults(entry.data['changes'], today, entry.data['added']) });
  reportFaults(entry, { changes: changes.map((change) => typedIn(change, ['what'], advice)) });
}

/** Checks that each change of a figure says what was changed, and leads to a figure that could have stood. */
export function checkFigureChanges(entry: Entry): void {
  // Its own faults are reported already.
  if (entry.value === undefined) return;
  const figure = entry.value as VersionedFigure;
  const states = figureStates(figure).toReversed();
  for (const [index, { was }] of figure.changes.entries()) {
    if (!was) continue;
    const path = ['changes', index, 'was'];
    const after = new Map<string, unknown>(Object.entries(states[index + 1] ?? {}));
    const [same] =
      Object.entries(was).find(([field, value]) => isDeepStrictEqual(value ?? undefined, after.get(field))) ??
      [];
    const [fault] = figureSchema.safeParse(states[index]).error?.issues ?? [];
    if (same !== undefined)
      reportFaults(
        entry,
        'this is what the figure says after the change, too. Write what it said before, or leave the field out.',
        [...path, same],
      );
    if (fault)
      reportFaults(
        entry,
        `before this change the figure would have been wrong in ${quoted(String(fault.path[0] ?? 'its fields'))}. ${fault.message}`,
        path,
      );
  }
}
