import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { site } from '../site.ts';
import { outsideAddresses, type OutsideAddress } from './links/addresses.ts';
import { ARCHIVE } from './links/copies.ts';
import { readMemory, writeMemory, type Memory } from './links/memory.ts';
import { pacer, realClock, type Clock } from './links/pace.ts';
import { needsEditor, reportData, reportText } from './links/report.ts';
import { requester, type Request, type RequestSettings } from './links/request.ts';
import { robotsReader } from './links/robots.ts';
import { askAround, type Finding } from './links/round.ts';

/** What earlier runs knew, so that a page is called dead only after it failed on two days. */
const MEMORY = '.build/links.json';

/** How this site asks others. All in milliseconds, but for the number of hosts at once. */
const MANNERS = { gapMs: 2_000, longestGapMs: 60_000, longestRestMs: 120_000, limitMs: 30_000, hosts: 4 };

const HELP = `npm run links asks every outside address of the content and says which moved or died.
It changes no file of the content.

  --only <words>  only addresses, or places, that hold these words
  --failed        only addresses that failed in the run before
  --limit <n>     no more than so many addresses
  --json <file>   writes the report for programs as well

Exit code: 0 where nothing is to be done, 1 where an editor is needed, 2 for a fault of its own.`;

/** What a test puts in the place of time, network and archive. */
export interface Surroundings extends Pick<RequestSettings, 'privateToo' | 'resolve'> {
  clock?: Clock;
  archive?: string;
  limitMs?: number;
  request?: Request;
  say?: (text: string) => void;
  complain?: (text: string) => void;
}

/** Something that the command itself cannot get over, in a sentence. */
class OwnFault extends Error {}

/**
 * Asks the outside addresses of the content and prints the report.
 * @param root folder that holds `content/`
 * @param home address of this site, which those who are asked may look up
 * @returns the exit code
 */
export async function run(
  args: readonly string[],
  root: string,
  home: string | undefined,
  surroundings: Surroundings = {},
): Promise<number> {
  const { say = console.log, complain = console.error } = surroundings;
  try {
    const options = readOptions(args);
    if (options.help) {
      say(HELP);
      return 0;
    }
    const memory = readMemory(join(root, MEMORY));
    const today = new Date((surroundings.clock ?? realClock).now()).toISOString().slice(0, 10);
    const { all, chosen } = choose(root, options, memory);
    const findings = await ask(chosen, home, { ...surroundings, complain }, memory, today);
    if (chosen.length === all.length) checkConnection(findings);
    keep(join(root, MEMORY), memory, all);
    if (options.json !== undefined) writeReport(resolve(root, options.json), reportData(findings, today));
    say(reportText(findings, today));
    return findings.some((finding) => needsEditor(finding, today)) ? 1 : 0;
  } catch (error) {
    complain(error instanceof OwnFault ? error.message : `The addresses were not asked. ${String(error)}`);
    return 2;
  }
}

interface Options {
  only?: string | undefined;
  failed?: boolean | undefined;
  limit: number;
  json?: string | undefined;
  help?: boolean | undefined;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        failed: { type: 'boolean' },
        limit: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.limit !== undefined && !/^[1-9]\d*$/.test(values.limit))
      throw new OwnFault('--limit needs a whole number from 1 on.');
    return { ...values, limit: Number(values.limit ?? Infinity) };
  } catch (error) {
    if (error instanceof OwnFault) throw error;
    const [fault] = String(error instanceof Error ? error.message : error).split(/\.\s|\n/);
    throw new OwnFault(`${fault}. “npm run links -- --help” names the options.`);
  }
}

function choose(root: string, { only, failed, limit }: Options, memory: Memory) {
  const { addresses: all, unread } = outsideAddresses(root);
  if (unread.length > 0)
    throw new OwnFault(
      `${unread.join(', ')}: This cannot be read. Run “npm run check” first and mend what it says.`,
    );
  const holds = ({ url, places }: OutsideAddress, words: string) =>
    url.includes(words) || places.some(({ path, written }) => `${path} ${written}`.includes(words));
  const chosen = all
    .filter((address) => only === undefined || holds(address, only))
    .filter(({ url }) => !failed || Object.hasOwn(memory, url))
    .slice(0, limit);
  if (chosen.length === 0 && only !== undefined)
    throw new OwnFault(`No outside address and no place holds “${only}”. Look at its spelling.`);
  return { all, chosen };
}

function ask(
  addresses: readonly OutsideAddress[],
  home: string | undefined,
  {
    clock = realClock,
    archive = ARCHIVE,
    limitMs = MANNERS.limitMs,
    complain = console.error,
    ...rest
  }: Surroundings,
  memory: Memory,
  today: string,
): Promise<Finding[]> {
  const agent = agentOf(home);
  const request = rest.request ?? requester({ agent, limitMs, ...rest });
  const pace = pacer(clock, MANNERS.gapMs);
  const leave = robotsReader(request, pace, { agent, longestGapMs: MANNERS.longestGapMs });
  const { hosts, longestRestMs } = MANNERS;
  return askAround(
    addresses,
    { request, leave, pace, clock, archive, hosts, longestRestMs, today, memory },
    (done) => {
      if (done % 25 === 0) complain(`${done} of ${addresses.length} addresses asked.`);
    },
  );
}

/** Who asks, and why; the address of the site, where one is set, says more. */
function agentOf(home: string | undefined): string {
  const address = home !== undefined && URL.canParse(home) ? `; +${new URL(home).origin}/` : '';
  const name = `${site.name.replace(/\W/g, '')}LinkCheck`;
  return `${name}/1.0 (asks now and then whether the sources of the site ${site.name} can still be read${address})`;
}

/** Where no host at all answers, the fault is on this side, and nobody is dead. */
function checkConnection(findings: readonly Finding[]): void {
  const hosts = new Set(findings.map(({ url }) => new URL(url).host));
  if (hosts.size > 1 && findings.every(({ verdict }) => verdict.kind === 'unreachable'))
    throw new OwnFault(
      'No host could be reached. Look whether this computer is on the Internet. Nothing was noted.',
    );
}

function keep(path: string, memory: Memory, all: readonly OutsideAddress[]): void {
  const still = new Set(all.map(({ url }) => url));
  writeMemory(path, Object.fromEntries(Object.entries(memory).filter(([url]) => still.has(url))));
}

function writeReport(path: string, report: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), process.env['SITE_URL']);
}
