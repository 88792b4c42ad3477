import type { Standing } from './addresses.ts';
import type { Copy } from './copies.ts';
import { formatProblem, sortProblems } from '../../checks/problems.ts';
import type { Finding } from './round.ts';

/** What is to be done about an address. */
export type Group =
  'moved' | 'dead' | 'lost' | 'hidden' | 'failed' | 'busy' | 'refused' | 'robots' | 'copied' | 'fine';

/** The groups in the order of the report, with what their heading says. */
const HEADINGS: Record<Exclude<Group, 'fine'>, string> = {
  moved: 'Moved for good: write the new address',
  dead: 'Gone on two days: give readers an archived copy',
  lost: 'The path is lost: look in a browser',
  hidden: 'No public address: correct it',
  failed: 'Failed for the first time: nothing to do, another day decides',
  busy: 'Busy, not judged: nothing to do, the next run asks again',
  refused: 'Refused to a program: look by hand when there is time; readers may get the page',
  robots: 'Not asked, as robots.txt wishes: look by hand when there is time',
  copied: 'Gone, but the archived copy stands beside it: nothing to do',
};

const NEEDS_EDITOR: ReadonlySet<Group> = new Set(['moved', 'dead', 'lost', 'hidden']);

/** Whether a finding waits for an editor. */
export const needsEditor = (finding: Finding, today: string) => NEEDS_EDITOR.has(groupOf(finding, today));

/** Where a finding belongs. @param today day as YYYY-MM-DD */
export function groupOf({ verdict: { kind }, since, places }: Finding, today: string): Group {
  const hasCopy = places.every(({ archived }) => archived !== undefined);
  if (kind === 'lost') return hasCopy ? 'copied' : 'lost';
  if (kind !== 'dead' && kind !== 'unreachable') return kind;
  if (since === undefined || since >= today) return 'failed';
  return hasCopy ? 'copied' : 'dead';
}

/** The report for people: what to do, each with its place, and how many are fine. */
export function reportText(findings: readonly Finding[], today: string): string {
  const groups = Object.groupBy(findings, (finding) => groupOf(finding, today));
  const parts = Object.entries(HEADINGS).flatMap(([group, heading]) => {
    const some = groups[group as Group];
    if (!some) return [];
    const problems = some.flatMap((finding) =>
      finding.places.map((place) => ({ ...place, message: sentence(finding, place) })),
    );
    const lines = sortProblems(problems).map((problem) => `  ${formatProblem(problem)}`);
    return [`${heading} (${some.length}).\n${lines.join('\n')}\n`];
  });
  const waiting = findings.filter((finding) => needsEditor(finding, today)).length;
  const fine = groups.fine?.length ?? 0;
  const end = `${findings.length} ${findings.length === 1 ? 'address' : 'addresses'}: ${fine} fine, ${waiting === 0 ? 'none' : waiting} for an editor.`;
  return [...parts, end].join('\n');
}

/** The report for programs. */
export function reportData(findings: readonly Finding[], today: string) {
  return {
    day: today,
    findings: findings.map((finding) => ({
      url: finding.url,
      group: groupOf(finding, today),
      needsEditor: needsEditor(finding, today),
      ...finding.verdict,
      since: finding.since,
      copy: typeof finding.copy === 'object' ? finding.copy.url : finding.copy,
      places: finding.places.map((place) => ({ place: placeText(place), todo: sentence(finding, place) })),
    })),
  };
}

const placeText = ({ path, line, column }: Standing) => `${path}:${line}:${column}`;

/** What became of the address, and what to do about it at this place. */
function sentence({ url, verdict: { kind, why, to = '' }, since, copy }: Finding, place: Standing): string {
  const { written } = place;
  switch (kind) {
    case 'fine':
      return `${written} is there.`;
    case 'moved':
      return `${written} ${why === 'https' ? 'is answered under https now' : 'has moved for good'}. ${newAddress(url, to, place)}`;
    case 'lost':
      return `${written} leads astray: ${why}${to === '' ? '' : ` (${to})`}. Open it; if the page is not there, go on. ${remedy(copy, place)}`;
    case 'dead':
    case 'unreachable': {
      const what = kind === 'dead' ? `is gone (${why}` : `cannot be reached (${why}`;
      return copy === undefined && place.archived === undefined
        ? `${written} ${what}).`
        : `${written} ${what}, since ${since}). ${remedy(copy, place)}`;
    }
    case 'busy':
      return `${written} was not judged (${why}).`;
    case 'refused':
      return `${written} lets no program in (${why}).`;
    case 'robots':
      return `${written} was not asked (${why}).`;
    case 'hidden':
      return `${written} leads to a computer that is not public (${why}). Correct the address.`;
  }
}

const ORGANISATIONS = 'content/data/organisations.json';

function newAddress(from: string, to: string, place: Standing): string {
  const hash = new URL(place.written).hash;
  const line = asWritten(place, place.field, to.includes('#') ? to : to + hash);
  if (place.path === ORGANISATIONS)
    return `It is an official address: compare the new one, letter by letter, with a second place before you write ${line}.`;
  return new URL(from).hostname === new URL(to).hostname
    ? `Write ${line}.`
    : `Look whether it is the same page, then write ${line}.`;
}

/** What readers get in place of a page that is gone. */
function remedy(copy: Copy | undefined, place: Standing): string {
  if (place.archived !== undefined) return 'The archived copy stands beside it: nothing to do.';
  if (place.path === ORGANISATIONS)
    return `Find out which address is official now; if none is known, take url out.${typeof copy === 'object' ? ` An archived copy is at ${copy.url}.` : ''}`;
  if (copy === 'unknown' || copy === undefined)
    return `The archive could not be asked. Look there for a copy: https://web.archive.org/web/*/${place.written}`;
  if (place.form === 'link')
    return copy === 'none'
      ? 'No archived copy was found. Lead elsewhere, or take the link out.'
      : `Lead to the archived copy: ${asWritten(place, '', copy.url)}.`;
  if (place.field === 'archived')
    return copy === 'none' ? 'Take the line out.' : `Write ${asWritten(place, 'archived', copy.url)}.`;
  return copy === 'none'
    ? 'No archived copy was found. Look for the page elsewhere; if it is nowhere, put noUrl in place of url, with a sentence that names the old address.'
    : `Add a line above it: ${asWritten(place, 'archived', copy.url)}${place.form === 'json' ? ',' : ''}`;
}

/** An address as it is written at a place. */
function asWritten({ form }: Standing, field: string, url: string): string {
  if (form === 'link') return `](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  return form === 'json' ? `"${field}": ${JSON.stringify(url)}` : `${field}: ${JSON.stringify(url)}`;
}
