import { domainToUnicode } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { plainAddress } from '../rules/addresses.ts';
import { routeAt } from '../rules/kinds.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { site } from '../site.ts';
import { SAFE_LINK } from './check-markup.ts';
import { addressFault, bareHost } from './outside-addresses.ts';
import { nearMiss, quoted } from './problems.ts';
import type { TextEntry } from './read-entries.ts';
import type { Known } from './targets.ts';

/** Whether the build itself makes a file to which texts may lead. */
function isMadeFile(path: string, { addresses }: Known): boolean {
  const { linked = false, page } = routeAt(path) ?? {};
  return linked && (page === undefined || addresses.has(page));
}

/** Checks where the links of a text lead. */
export function checkLinks(
  { textReferences, headings, report }: Pick<TextEntry, 'textReferences' | 'headings' | 'report'>,
  known: Known,
): void {
  const anchors = new Set(headings);
  for (const { kind, id: url, words, place } of textReferences) {
    // A link of another kind is reported by the allow-list.
    if (kind !== 'links' || !SAFE_LINK.test(url)) continue;
    const fault = linkFault(url, known, anchors) ?? wordsFault(words, url, known.hosts);
    if (fault) report(place, fault);
  }
}

/** What is wrong with where a link leads, by what the site knows; nothing where it leads somewhere. */
export function linkFault(url: string, known: Known, headings: ReadonlySet<string> = new Set()) {
  if (url.startsWith('#')) {
    const anchor = anchorOf(url);
    return (anchor === '' && url.length > 1) || headings.has(anchor) || known.madeAnchors.has(anchor)
      ? undefined
      : `The link ${quoted(url)} leads to no heading of this text.${nearMiss(anchor, headings)} Write the heading in lower case, with hyphens.`;
  }
  if (url.startsWith('/')) return pageFault(url, known);
  if (url.startsWith('mailto:')) return mailFault(url, known.hosts);
  return outsideFault(url, known.hosts);
}

function pageFault(url: string, known: Known): string | undefined {
  const [, path = ''] = /^([^?#]*)/.exec(url) ?? [];
  const anchor = anchorOf(url);
  const link = `The link ${quoted(url)} leads to`;
  if (known.draftAddresses.has(path)) return `${link} a draft. Publish it first, or take the link out.`;
  if (!known.addresses.has(path) && !isMadeFile(path, known)) {
    const plain = plainAddress(path);
    if (plain !== path && known.addresses.has(plain))
      return `The link ${quoted(url)} names a language. Links go without it, and each reader stays in their own. Write ${quoted(plain + url.slice(path.length))}.`;
    const withSlash = known.addresses.has(`${path}/`) ? ` Did you mean “${path}/”?` : '';
    const meant = path.endsWith('/') ? nearMiss(path, known.addresses) : withSlash;
    return `${link} no page of this site.${meant} A page that was renamed needs a redirect in content/data/redirects.json.`;
  }
  const moved = known.moved.get(path);
  if (moved !== undefined && !known.pages.has(path))
    return `${link} a page that was renamed. Write its new address: ${quoted(moved + url.slice(path.length))}.`;
  const anchors = known.headings.get(path);
  if (!anchor || !anchors || anchors.has(anchor) || known.madeAnchors.has(anchor)) return undefined;
  return `${link} a page that has no heading ${quoted(anchor)}.${nearMiss(anchor, anchors)} Look up the heading, or leave out what follows the #.`;
}

function mailFault(url: string, hosts: ReadonlySet<string>): string | undefined {
  const host = /^mailto:[\w.+-]+@([a-z\d.-]+\.[a-z]{2,})$/i.exec(url)?.[1];
  return host === undefined
    ? `The mail address ${quoted(url)} is not a single whole address. Write it as in mailto:name@example.org.`
    : outsideFault(`https://${host}/`, hosts);
}

/** Where this site stands: an address written out would lead readers out of their language, and copies out of themselves. */
const OWN_HOSTS: ReadonlySet<string> = new Set(
  [site.address, process.env['SITE_URL'], site.onion, ...site.mirrors].flatMap((where) => {
    const url = URL.parse(typeof where === 'object' ? where.address : (where ?? ''));
    return url ? bareHost(url) : [];
  }),
);

/** A fault of an address of another site: by itself, or because it looks like an official one. */
export function outsideFault(url: string, hosts: ReadonlySet<string>): string | undefined {
  const fault = addressFault(url);
  if (fault !== undefined) return fault;
  const parsed = new URL(url);
  const host = domainToUnicode(bareHost(parsed));
  if (OWN_HOSTS.has(host))
    return `The address ${quoted(url)} is one of this site itself. Write it without the host: ${quoted(parsed.pathname + parsed.search + parsed.hash)}.`;
  const official = lookAlike(host, hosts);
  if (official)
    return `The address ${quoted(url)} looks like “${official}”, but is another. Check it letter by letter. If it is right, enter its organisation in content/data/organisations.json first.`;
  return isMixed(host)
    ? `The address ${quoted(url)} has letters of several scripts in one word of its name, as copies of real sites have. Use the official address.`
    : undefined;
}

/** Scripts with letters that look alike, which no registry allows side by side in a word. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const isMixed = (host: string) =>
  host.split(/[.-]/).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);

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
const nameOf = (host: string) => host.replace(/(?:\.(?:co|or|ac|go|ne|org|com|net))?\.[\p{L}]+\.?$/u, '');

/** Letters of other scripts that look like one of ASCII, each pair side by side. */
const LOOKS_LIKE = new Map(
  "аaВbсcԁdеeғfɡgһhіiјjκkӏlмmոnоoрpԛqгrѕsтtυuѵvԝwхxуyзzαaβbεeηnιiκkνvοoρpτtχxγyωwґrıiꞌ'łløođdħhŧtʏyօoհhսuցgαa"
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]),
);

/** Letters that look alike, made the same; hyphens left out. */
function fold(host: string): string {
  return host
    .normalize('NFKD')
    .replace(/\p{M}|-/gu, '')
    .replace(/[^\x00-\x7E]/g, (sign) => LOOKS_LIKE.get(sign) ?? sign)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[01il|]/g, (sign) => (sign === '0' ? 'o' : 'l'));
}

const WRITTEN_ADDRESS = /^\s*(https?:\/\/|www\.)?(?:www\.)?((?:[a-z\d-]+\.)+[a-z]{2,})(?:[/?#]\S*)?\s*$/i;

/** Where the words of a link are an address themselves, they must be the address of the link. */
export function wordsFault(words: string, url: string, hosts: ReadonlySet<string>): string | undefined {
  const [, start, written = ''] = WRITTEN_ADDRESS.exec(words) ?? [];
  if (!/^https?:/.test(url) || (start === undefined && !hosts.has(written.toLowerCase()))) return undefined;
  const host = bareHost(new URL(url));
  return host === written.toLowerCase()
    ? undefined
    : `The words of the link name “${written}”, but it leads to “${host}”. Write other words, or correct the address.`;
}

/** The place on a page that an address names, without the words in it that a browser is to show. */
function anchorOf(url: string): string {
  const [, anchor = ''] = /#(.*)$/s.exec(url) ?? [];
  return (tryOrUndefined(() => decodeURIComponent(anchor)) ?? anchor).replace(/:~:.*$/s, '');
}
