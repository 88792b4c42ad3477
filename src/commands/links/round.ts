import type { OutsideAddress } from './addresses.ts';
import { askAddress, type Means, type Verdict } from './ask.ts';
import { archivedCopy, type ArchiveMeans, type Copy } from './copies.ts';
import type { Memory } from './memory.ts';

/** What a run found out about an address. */
export interface Finding extends OutsideAddress {
  verdict: Verdict;
  /** First day, as YYYY-MM-DD, of a failure that lasts. */
  since?: string | undefined;
  /** For an address that is lost, or that failed on two days, and of which no copy is entered. */
  copy?: Copy | undefined;
}

/** What a run needs. */
export interface RoundMeans extends Means, ArchiveMeans {
  /** How many hosts are asked at once. */
  hosts: number;
  /** Day as YYYY-MM-DD. */
  today: string;
  /** What earlier runs knew; this one writes into it. */
  memory: Memory;
}

/** Asks every address: few hosts at once, the addresses of one host after each other. */
export async function askAround(
  addresses: readonly OutsideAddress[],
  means: RoundMeans,
  tell: (done: number) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const waiting = Object.values(Object.groupBy(addresses, ({ url }) => new URL(url).host));
  const work = async () => {
    for (let some = waiting.shift(); some; some = waiting.shift()) {
      for (const address of some) {
        findings.push(await find(address, means));
        tell(findings.length);
      }
    }
  };
  await Promise.all(Array.from({ length: means.hosts }, work));
  return findings.sort((a, b) => (a.url < b.url ? -1 : 1));
}

async function find(address: OutsideAddress, means: RoundMeans): Promise<Finding> {
  const verdict = await askAddress(address.url, means);
  const since = remember(address.url, verdict, means);
  const isOver = verdict.kind === 'lost' || (since !== undefined && since < means.today);
  const lacksCopy = address.places.some(({ archived }) => archived === undefined);
  const dates = address.places.flatMap(({ date }) => date ?? []).sort();
  const copy = isOver && lacksCopy ? await archivedCopy(address.url, dates[0], means) : undefined;
  return { ...address, verdict, since, copy };
}

/** Notes a failure, and forgets one that is over. A host that is busy says nothing of the page. */
function remember(url: string, { kind }: Verdict, { memory, today }: RoundMeans): string | undefined {
  if (kind === 'dead' || kind === 'unreachable') return (memory[url] ??= today);
  if (kind !== 'busy' && kind !== 'robots') delete memory[url];
  return undefined;
}
