import { Parser } from 'htmlparser2';
import { contentPolicy, styleHash } from './headers.ts';

type Attributes = Readonly<Record<string, string>>;

const words = (text: string) => new Set(text.split(' '));
/** Elements that run code, load pages, change what addresses mean, or end what a parser reads. */
const FORBIDDEN = words(
  'applet base embed frame frameset iframe object portal animate animatemotion animatetransform set listing noembed noframes noscript plaintext xmp',
);
/** Attributes that hold an address, and those that hold several. */
const ADDRESS = words(
  'action background cite classid codebase data dynsrc formaction href longdesc lowsrc manifest poster src xlink:href',
);
const ADDRESSES = words('imagesrcset ping srcset');
/** Stands beside an address in a list: a width or a density. */
const DESCRIPTOR = /^[\d.]*[wxh]?$/;
/** What a link may save out of the page itself: citations, which no browser runs. */
const SAVED = /^data:application\/(?:x-research-info-systems|x-bibtex|vnd\.citationstyles\.csl\+json);/;
/** Policy holds for what comes after it; only these may come before. */
const BEFORE_POLICY = words('html head meta');

/** What is to be seen in a page, or in a part of one. */
export interface Seen {
  /** What must not be published, one sentence each. */
  faults: string[];
  /** The addresses of this site that it leads to or loads. */
  addresses: Set<string>;
  /** The anchors to which links can lead. */
  ids: string[];
  /** The text of each sheet that stands in it. */
  sheets: string[];
  /** The policy that comes before all else; empty where something does. */
  policy?: string;
}

/**
 * Looks at a page as a browser reads it: whatever its quotes, its capitals and its
 * entities, a parser gives each element and each address one form.
 * @param partFor gives what was seen in the part that goes into the place of a comment, if one does
 */
export function inspectPage(html: string, partFor?: (comment: string) => Seen | undefined) {
  const { policy, sheets, faults, addresses, ids } = seenIn(html, partFor);
  return { faults: [...policyFaults(policy, sheets), ...faults], addresses, ids };
}

/** As `inspectPage`, before the policy and the sheets are compared. */
export function seenIn(html: string, partFor?: (comment: string) => Seen | undefined): Seen {
  const seen: Seen = { faults: [], addresses: new Set(), ids: [], sheets: [] };
  let isInSheet = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isPolicy(name, attributes)) seen.policy ??= attributes['content'] ?? '';
      else if (!(BEFORE_POLICY.has(name) && !('content' in attributes))) seen.policy ??= '';
      if (attributes['id'] !== undefined) seen.ids.push(attributes['id']);
      isInSheet = name === 'style';
      if (isInSheet) seen.sheets.push('');
      if (isCode(name, attributes)) {
        const tag = html.slice(parser.startIndex, parser.startIndex + 60);
        seen.faults.push(`code or a style stands in the page: ${tag.replace(/>.*/s, '>')}`);
      }
      for (const [attribute, value] of Object.entries(attributes)) {
        for (const found of addressesIn(name, attribute, value, attributes)) {
          const address = asBrowsersRead(found);
          const fault = attributeFault(address, mayLeadOut(name, attribute, attributes));
          if (fault !== undefined) seen.faults.push(fault);
          else if (isOwn(address)) seen.addresses.add(address);
        }
      }
    },
    ontext(text) {
      if (isInSheet) seen.sheets[seen.sheets.length - 1] += text;
    },
    onclosetag() {
      isInSheet = false;
    },
    oncomment(text) {
      const part = partFor?.(text);
      if (!part) return;
      seen.policy ??= '';
      seen.faults.push(...part.faults);
      for (const address of part.addresses) seen.addresses.add(address);
      seen.ids.push(...part.ids);
      seen.sheets.push(...part.sheets);
    },
  });
  parser.end(html);
  return seen;
}

const isPolicy = (name: string, attributes: Attributes) =>
  name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? '');

function policyFaults(policy: string | undefined, sheets: readonly string[]): string[] {
  if (!policy) return ['the page has no content security policy before all else.'];
  const [own, ...others] = sheets.map(styleHash);
  return [
    ...(policy === contentPolicy(own ?? "'none'") ? [] : ['the policy of the page is not that of the site.']),
    ...others.map(() => 'a sheet stands in the page that the policy does not allow.'),
  ];
}

/** Whether an element brings code or a style of its own, which the policy does not know. */
function isCode(name: string, attributes: Attributes): boolean {
  return (
    FORBIDDEN.has(name) ||
    (name === 'script' && !attributes['src'] && attributes['type'] !== 'application/ld+json') ||
    (name === 'meta' &&
      !/^(?:content-security-policy|refresh|onion-location|)$/i.test(attributes['http-equiv'] ?? '')) ||
    Object.keys(attributes).some((attribute) => /^(?:on.*|style|srcdoc)$/.test(attribute))
  );
}

function addressesIn(name: string, attribute: string, value: string, attributes: Attributes): string[] {
  if (name === 'a' && attribute === 'href' && 'download' in attributes && SAVED.test(value)) return [];
  if (ADDRESS.has(attribute)) return [value];
  if (ADDRESSES.has(attribute)) return value.split(/[\s,]+/).filter((part) => !DESCRIPTOR.test(part));
  if (name === 'meta' && attribute === 'content') {
    if (/^refresh$/i.test(attributes['http-equiv'] ?? '')) return [value.replace(/^[^=]*=\s*["']?/, '')];
    return attributes['property'] === 'og:image' ? [value.replace(/^https?:\/\/[^/]+/, '')] : [];
  }
  // As in `fill`, where a drawing can ask for another.
  if (!/url\(/i.test(value)) return [];
  return [...value.matchAll(/url\(\s*["']?([^"')]*)/gi)].flatMap(([, address]) => address ?? []);
}

/** The address without what browsers pass over. */
const asBrowsersRead = (address: string) =>
  address.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');

const isOwn = (address: string) => /^(?:#|\/(?![/\\]))/.test(address);

/** Whether readers follow the address only if they like, so that it may be that of another site. */
const mayLeadOut = (name: string, attribute: string, attributes: Attributes) =>
  /^(?:xlink:)?href$|^cite$/.test(attribute) &&
  (/^(?:a|area|blockquote|q|del|ins)$/.test(name) ||
    (name === 'link' && (attributes['rel'] === 'canonical' || 'hreflang' in attributes)));

function attributeFault(address: string, leadsOut: boolean): string | undefined {
  if (isOwn(address) || (leadsOut && /^(?:https?:\/\/[^/\\]|mailto:)/i.test(address))) return undefined;
  return !leadsOut && /^(?:https?:|[/\\]{2})/i.test(address)
    ? `the page asks another origin: ${address}`
    : `a link has a form that is not allowed: ${address}`;
}
