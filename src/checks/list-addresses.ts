import { ARCHIVES, bareHost } from './outside-addresses.ts';

/* Addresses, by host, path and query, of pages that list others or belong to an account: what stands there changes. */

const LISTS = [
  /^[^?]*\/(?:tags?|categor(?:y|ies)|topics?|authors?|keywords?|hashtag)\/[^/?]+\/?(?:\?|$)/i,
  /^[^?]*\/search(?:[./?]|$)/i,
  /^[^/]*\/(?:[a-z]{2}\/)?\?(?:s|q|query|search)=/i,
  /^(?:m\.)?youtube\.com\/(?:(?:@|channel\/|c\/|user\/)[^/?]+(?:\/(?:videos|shorts|streams|playlists|featured|about)?)?\/?(?:\?|$)|playlist\?|results\?|feed\/)/i,
  /^(?:x|twitter|instagram|tiktok|facebook)\.com\/@?[\w.]+\/?(?:\?|$)/i,
  /^threads\.(?:net|com)\/@[\w.]+\/?(?:\?|$)/i,
];
/** The pages of these are named by words that look like an account. */
const NO_ACCOUNT = /\/(?:watch|story\.php|photo|permalink\.php|share)\/?(?:\?|$)/;

/** Whether an address leads to a list, a search or an account, and not to one report. */
export function isList(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || ARCHIVES.test(parsed.hostname)) return false;
  const page = `${bareHost(parsed)}${parsed.pathname}${parsed.search}`;
  return LISTS.some((looks) => looks.test(page)) && !NO_ACCOUNT.test(page);
}
