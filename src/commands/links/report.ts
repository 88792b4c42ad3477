import { formatProblem, sortProblems } from '../../checks/problems.ts';
import type { OutsideAddress } from './addresses.ts';
import type { Verdict } from './ask.ts';

/** What a run found out about an address. */
export interface Finding extends OutsideAddress, Omit<Verdict, 'kind'> {
  group: keyof typeof HEADINGS | 'fine';
  /** First day, as YYYY-MM-DD, of a failure that lasts. */
  since?: string;
  /** Address of an archived copy, `none` where there is none; nothing where the archive does not say. */
  copy?: string | undefined;
}

/** The groups in the order of the report. */
const HEADINGS = {
  moved: 'Moved for good: look whether it is the same page, then write the new address',
  gone: 'Gone on two days: look in a browser, then give readers the archived copy',
  private: 'No public address: correct it',
  failed: 'Failed for the first time: nothing to do, another day decides',
  busy: 'Busy, not judged: nothing to do, the next run asks again',
  refused: 'Refused to a program: look by hand when there is time; readers may get the page',
  copied: 'Gone, but the archived copy stands beside it: nothing to do',
};

const NEEDS_EDITOR = new Set<Finding['group']>(['moved', 'gone', 'private']);

/** Whether a finding waits for an editor. */
export const needsEditor = ({ group }: Finding) => NEEDS_EDITOR.has(group);

/** The report for people: what to do, each with its place, and how many are fine. */
export function reportText(findings: readonly Finding[]): string {
  const groups = Object.groupBy(findings, ({ group }) => group);
  const parts = (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).map((group) => {
    const problems = (groups[group] ?? []).flatMap((finding) =>
      finding.places.map((place) => ({ ...place, message: messageOf(finding, place.written) })),
    );
    const lines = sortProblems(problems).map((problem) => `  ${formatProblem(problem)}\n`);
    return groups[group] ? `${HEADINGS[group]} (${groups[group].length}).\n${lines.join('')}\n` : '';
  });
  const waiting = findings.filter(needsEditor).length || 'none';
  return `${parts.join('')}Addresses: ${findings.length}. Fine: ${groups.fine?.length ?? 0}. For an editor: ${waiting}.`;
}

function messageOf({ group, why, to = '', since, copy }: Finding, written: string): string {
  if (group === 'moved') return `${written} → ${to.includes('#') ? to : to + new URL(written).hash}`;
  if (group !== 'gone') return `${written} (${why})`;
  const archived = copy ?? `the archive could not be asked, look at https://web.archive.org/web/*/${written}`;
  return `${written} (${why}; since ${since}) → archived copy: ${archived}`;
}
