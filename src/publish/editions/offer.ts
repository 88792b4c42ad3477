import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { dictionaryFor, type Dictionary } from '../../i18n/dictionary.ts';
import { addressOf, editionAddress, inLanguages } from '../../rules/addresses.ts';
import { listOf } from '../../rules/checksums.ts';
import { formatBytes, formatDate } from '../../rules/format.ts';
import { EDITIONS, type EditionId } from '../../site-plan.ts';
import type { FinishedSite } from './finished-site.ts';
import {
  all,
  readPage,
  setHidden,
  setText,
  showState,
  writtenPage,
  type Page,
  type PageElement,
} from './page.ts';

/** An edition that lies beside the page that offers it. */
type Offered = ReturnType<typeof offeredIn>[number];

/**
 * Lets `/download/` offer the editions of this version that lie in that folder of the
 * site: their facts are filled into the page of each language. Editions of other versions
 * are taken away. May be done again at any time.
 */
export function offerEditions(site: FinishedSite): void {
  const folder = join(site.folder, addressOf('download'));
  mkdirSync(folder, { recursive: true });
  const offered = (Object.keys(EDITIONS) as EditionId[]).flatMap((id) => offeredIn(site, id));
  const names = offered.map(({ address }) => basename(address));
  for (const name of readdirSync(folder))
    if (name.startsWith('lit-windows-') && !names.includes(name)) rmSync(join(folder, name));
  const whole = offered.find(({ id }) => id === 'folder');
  writeSums(site, whole);
  for (const { language, address } of inLanguages(addressOf('download'))) {
    const file = join(site.folder, address, 'index.html');
    const page = readPage(file);
    showState(page, offered.length > 0 ? 'offered' : 'none');
    for (const section of all('[data-edition]', page)) {
      const edition = offered.find(({ id }) => id === section.attribs['data-edition']);
      setHidden(section, !edition);
      if (edition) fillFacts(section, site, dictionaryFor(language), edition);
    }
    writeFileSync(file, writtenPage(page));
  }
}

/** Fills facts of the version, and of an edition, into the places below an element that are marked for them. */
export function fillFacts(parent: Page | PageElement, site: FinishedSite, t: Dictionary, edition?: Offered) {
  const { version, date } = site;
  const facts: Partial<Record<string, string>> = {
    version,
    date: formatDate(date, t),
    ...(edition && {
      name: basename(edition.address),
      size: formatBytes(edition.bytes, t),
      checksum: edition.checksum,
    }),
  };
  for (const place of all('[data-fact]', parent)) {
    const name = place.attribs['data-fact'] ?? '';
    const fact = facts[name];
    if (fact !== undefined) setText(place, fact);
    if (name === 'date') place.attribs['datetime'] = date;
    if (name === 'sums') place.attribs['href'] = addressOf('sums of the editions');
    if (name === 'link' && edition) place.attribs['href'] = edition.address;
  }
}

/** Lists the checksums of the files in the folder edition, for whoever has it unpacked. */
function writeSums({ folder }: FinishedSite, edition: Offered | undefined): void {
  const list = join(folder, addressOf('sums of the editions'));
  if (!edition) return rmSync(list, { force: true });
  const files = Object.entries(unzipSync(readFileSync(join(folder, edition.address))));
  const sums = files.map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), hash('sha256', bytes)] as const);
  writeFileSync(list, listOf(new Map(sums)));
}

function offeredIn({ folder, version }: FinishedSite, id: EditionId) {
  const address = editionAddress(id, version);
  const file = join(folder, address);
  if (!existsSync(file)) return [];
  const content = readFileSync(file);
  return [{ id, address, bytes: content.length, checksum: hash('sha256', content) }];
}
