import { distance } from 'fastest-levenshtein';
import { placeAt } from '../rules/kinds.ts';
import { SAFE_LINK } from './check-markup.ts';
import { nearMiss, quoted } from './problems.ts';
import type { TextEntry } from './read-entries.ts';
import type { Known } from './targets.ts';

/** Whether the build itself makes a file to which texts may lead. */
function isMadeFile(path: string, { addresses }: Known): boolean {
  const { linked = false, page } = placeAt(path) ?? {};
  return linked && (page === undefined || addresses.has(page));
}

/** Checks where the links of a text lead. */
export function checkLinks(
  { textReferences, headings, report }: Pick<TextEntry, 'textReferences' | 'headings' | 'report'>,
  known: Known,
): void {
  for (const { kind, id: url, words, place } of textReferences) {
    // A link of another kind is reported by the allow-list.
    if (kind !== 'links' || !SAFE_LINK.test(url)) continue;
    const fault = linkFault(url, headings, known) ?? wordsFault(words, url, known.hosts);
    if (fault) report(place, fault);
  }
}

/** What is wrong with where a link leads, by what the site knows; nothing where it leads somewhere. */
export function linkFault(url: string, headings: readonly string[], known: Known): string | undefined {
  if (url.startsWith('#')) {
    const anchor = decoded(url.slice(1));
    return headings.includes(anchor) || known.madeAnchors.has(anchor)
      ? undefined
      : `The link ${quoted(url)} leads to no heading of this text.${nearMiss(anchor, headings)} Write the heading in lower case, with hyphens.`;
  }
  if (url.startsWith('/')) return pageFault(url, known);
  if (url.startsWith('mailto:')) return mailFault(url, known.hosts);
  return outsideFault(url, known.hosts);
}

function pageFault(url: string, known: Known): string | undefined {
  const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const link = `The link ${quoted(url)} leads to`;
  if (known.draftAddresses.has(path)) return `${link} a draft. Publish it first, or take the link out.`;
  if (!known.addresses.has(path) && !isMadeFile(path, known)) {
    const withSlash = known.addresses.has(`${path}/`) ? ` Did you mean “${path}/”?` : '';
    const meant = path.endsWith('/') ? nearMiss(path, known.addresses) : withSlash;
    return `${link} no page of this site.${meant} A page that was renamed needs a redirect in content/data/redirects.json.`;
  }
  const anchors = known.headings.get(path);
  if (!anchor || !anchors || anchors.includes(decoded(anchor)) || known.madeAnchors.has(anchor))
    return undefined;
  return `${link} a page that has no heading “${anchor}”.${nearMiss(decoded(anchor), anchors)} Look up the heading, or leave out what follows the #.`;
}

function mailFault(url: string, hosts: ReadonlySet<string>): string | undefined {
  const host = /^mailto:[\w.+-]+@([a-z\d.-]+\.[a-z]{2,})$/i.exec(url)?.[1];
  return host === undefined
    ? `The mail address ${quoted(url)} is not a single whole address. Write it as in mailto:name@example.org.`
    : outsideFault(`https://${host}/`, hosts);
}

/** Parts of an address that follow the reader from page to page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|yclid|igshid|mc_[ce]id)$/;

/** A fault of an address of another site: tracking, a doubtful host, or one that looks like an official one. */
export function outsideFault(url: string, hosts: ReadonlySet<string>): string | undefined {
  const parsed = URL.parse(url);
  const fault = (what: string) => `The address ${quoted(url)} ${what}`;
  if (!parsed || !/^https?:\/\/[^/]/.test(url))
    return fault('cannot be read. Copy it again from the address bar.');
  if (parsed.username || parsed.password) return fault('holds a name before an @ sign. Remove it.');
  const tracking = [...parsed.searchParams.keys()].find((key) => TRACKING.test(key));
  if (tracking) return fault(`carries “${tracking}”, which follows the reader. Remove it.`);
  const host = parsed.hostname.replace(/^www\./, '');
  if (host.includes('xn--'))
    return fault(
      'has letters of another script in its name, as copies of real sites have. Use the official address.',
    );
  if (!/\.[a-z-]+$/.test(host)) return fault('names a computer, not a public site. Use the public address.');
  const official = lookAlike(host, hosts);
  return (
    official &&
    fault(
      `looks like “${official}”, but is another. Check it letter by letter. If it is right, enter its organisation in content/data/organisations.json first.`,
    )
  );
}

/** Names shorter than these are too much alike by chance. */
const [SHORT_NAME, LONG_NAME] = [5, 8];

/** The official host that another host could be taken for. */
function lookAlike(host: string, hosts: ReadonlySet<string>): string | undefined {
  const isPartOf = (official: string) => host === official || host.endsWith(`.${official}`);
  if (hosts.size === 0 || [...hosts].some(isPartOf)) return undefined;
  const [folded, name] = [fold(host), fold(nameOf(host))];
  return [...hosts].find((official) => {
    const officialName = fold(nameOf(official));
    if (host.includes(`${official}.`) || host.includes(`${official}-`)) return true;
    if (officialName.length < SHORT_NAME) return folded === fold(official);
    return (
      distance(folded, fold(official)) <= (official.length > 10 ? 2 : 1) ||
      (officialName.length >= LONG_NAME - 1 && name === officialName) ||
      (officialName.length >= LONG_NAME && folded.includes(officialName))
    );
  });
}

/** A host without the endings that registries give: `example` of example.co.uk. */
const nameOf = (host: string) => host.replace(/(?:\.(?:co|or|ac|go|ne|org|com|net))?\.[a-z]+\.?$/, '');

/** Letters that look alike, made the same; hyphens left out. */
function fold(host: string): string {
  return host
    .replaceAll('-', '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[01il|]/g, (sign) => (sign === '0' ? 'o' : 'l'));
}

const WRITTEN_ADDRESS = /^\s*(https?:\/\/|www\.)?(?:www\.)?((?:[a-z\d-]+\.)+[a-z]{2,})(?:[/?#]\S*)?\s*$/i;

/** Where the words of a link are an address themselves, they must be the address of the link. */
export function wordsFault(words: string, url: string, hosts: ReadonlySet<string>): string | undefined {
  const [, start, written = ''] = WRITTEN_ADDRESS.exec(words) ?? [];
  if (!/^https?:/.test(url) || (start === undefined && !hosts.has(written.toLowerCase()))) return undefined;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return host === written.toLowerCase()
    ? undefined
    : `The words of the link name “${written}”, but it leads to “${host}”. Write other words, or correct the address.`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
