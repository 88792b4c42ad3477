import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { formatProblem, sortProblems } from '../checks/problems.ts';
import { writeWhole } from '../publish/atomic-write.ts';
import { forEachConcurrently } from '../rules/concurrency.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { command } from './command.ts';
import { outsideAddresses, type OutsideAddress } from './links/addresses.ts';
import { archivedCopy, askAddress, type Verdict } from './links/ask.ts';
import { visitor, type Visitor } from './links/visitor.ts';

const HELP = `npm run links asks every outside address of the content and says which moved or died.
It changes no file of the content.

  --failed        only addresses that failed in the run before
  --json <file>   writes the findings for programs as well

Exit code: 0 where nothing is to be done, 1 where an editor is needed, 2 for a fault of its own.`;

const TAKES = {
  help: HELP,
  fault: 2,
  options: { failed: { type: 'boolean' }, json: { type: 'string' } },
} as const;

/** First day, as YYYY-MM-DD, on which an address failed; it has failed each time since. */
const MEMORY = '.build/links.json';
const memoryShape = z.record(z.string(), z.iso.date());
type Memory = z.infer<typeof memoryShape>;

/** How many hosts are asked at once. */
const HOSTS = 4;

/** Asks the outside addresses of the content and prints the report. @returns the exit code */
export const run = (args: string[], root: string, visit: Visitor, today: string): Promise<number> =>
  command({ args, ...TAKES }, async ({ values: { failed, json } }) => {
    const { addresses, unread } = outsideAddresses(root);
    if (unread.length > 0)
      throw new Error(`${unread.join(', ')}: Cannot be read. Run “npm run check” and fix what it says.`);
    const before = readMemory(join(root, MEMORY));
    const memory = Object.fromEntries(
      addresses.flatMap(({ url }) => (before[url] ? [[url, before[url]]] : [])),
    );
    const asked = await askAll(failed ? addresses.filter(({ url }) => memory[url]) : addresses, visit);
    const findings: Finding[] = [];
    for (const address of asked) findings.push(await settle(address, memory, today, visit));
    writeWhole(join(root, MEMORY), `${JSON.stringify(memory, null, 2)}\n`, join(root, `${MEMORY}.tmp`));
    if (json !== undefined) {
      mkdirSync(dirname(resolve(root, json)), { recursive: true });
      writeFileSync(resolve(root, json), `${JSON.stringify({ day: today, findings }, null, 2)}\n`);
    }
    console.log(reportText(findings));
    return findings.some(needsEditor) ? 1 : 0;
  });

/** What earlier runs knew; nothing where there was none, or where its file is damaged. */
const readMemory = (path: string): Memory =>
  tryOrUndefined(() => memoryShape.parse(JSON.parse(readFileSync(path, 'utf8')))) ?? {};

type Asked = OutsideAddress & Verdict;

/**
 * Asks every address: few hosts at once, the addresses of one host after each other.
 * @throws where none of several hosts answers, which is a fault of this side
 */
async function askAll(addresses: readonly OutsideAddress[], visit: Visitor): Promise<Asked[]> {
  const asked: Asked[] = [];
  const hosts = [...Map.groupBy(addresses, ({ url }) => new URL(url).host).values()];
  await forEachConcurrently(HOSTS, hosts, async (ofHost) => {
    for (const address of ofHost) asked.push({ ...address, ...(await askAddress(address.url, visit)) });
  });
  if (hosts.length > 1 && asked.every(({ kind }) => kind === 'unreachable'))
    throw new Error(
      'No host could be reached. Check that this computer is on the Internet. Nothing was noted.',
    );
  return asked.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Notes a failure, or forgets one that is over, and looks for a copy of a page that failed on two days. */
async function settle(
  { kind, ...address }: Asked,
  memory: Memory,
  today: string,
  visit: Visitor,
): Promise<Finding> {
  const { url, places } = address;
  if (kind !== 'gone' && kind !== 'unreachable') {
    // A host that is busy says nothing of the page.
    if (kind !== 'busy') delete memory[url];
    return { ...address, group: kind };
  }
  const since = (memory[url] ??= today);
  if (since >= today) return { ...address, group: 'failed', since };
  if (places.every(({ archived }) => archived !== undefined)) return { ...address, group: 'copied', since };
  const [date] = places.flatMap(({ date }) => date ?? []).sort();
  return { ...address, group: 'gone', since, copy: await archivedCopy(url, date, visit) };
}

/** What a run found out about an address. */
interface Finding extends OutsideAddress, Omit<Verdict, 'kind'> {
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
const needsEditor = ({ group }: Finding) => NEEDS_EDITOR.has(group);

/** The report for people: what to do, each with its place, and how many are fine. */
function reportText(findings: readonly Finding[]): string {
  const groups = Object.groupBy(findings, ({ group }) => group);
  const parts = (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).map((group) => {
    const problems = (groups[group] ?? []).flatMap((finding) =>
      finding.places.map((place) => ({ ...place, message: newsOf(finding, place.written) })),
    );
    const lines = sortProblems(problems).map((problem) => `  ${formatProblem(problem)}\n`);
    return groups[group] ? `${HEADINGS[group]} (${groups[group].length}).\n${lines.join('')}\n` : '';
  });
  const waiting = findings.filter(needsEditor).length || 'none';
  return `${parts.join('')}Addresses: ${findings.length}. Fine: ${groups.fine?.length ?? 0}. For an editor: ${waiting}.`;
}

function newsOf({ group, why, to = '', since, copy }: Finding, written: string): string {
  if (group === 'moved') return `${written} → ${to.includes('#') ? to : to + new URL(written).hash}`;
  if (group !== 'gone') return `${written} (${why})`;
  const archived = copy ?? `the archive could not be asked, look at https://web.archive.org/web/*/${written}`;
  return `${written} (${why}; since ${since}) → archived copy: ${archived}`;
}

if (import.meta.main) {
  const visit = visitor(process.env['SITE_URL']);
  const today = new Date().toISOString().slice(0, 10);
  process.exitCode = await run(process.argv.slice(2), process.cwd(), visit, today);
}
