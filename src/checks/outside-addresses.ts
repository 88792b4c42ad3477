import { domainToUnicode } from 'node:url';
import { memoize } from '../rules/memoize.ts';
import { mailIn } from './contacts.ts';
import { percentDecoded, percentDecodedOnce } from './decoded.ts';
import { unseenIn } from './odd-words.ts';
import { faultFinder, quoted } from './problems.ts';
import { follows } from './trackers.ts';

/*
 * Addresses of other sites: that each leads straight to its page, follows nobody, and
 * holds nothing of the person who copied it.
 */

/** Fields that say nothing by their name; of these values they tell where an address was shared. */
const FROM = /^(?:source|src|via|cid|pp|from|origin|app|channel|medium|s)$/i;
const SHARED =
  /^(?:twitter|x|facebook|fb|instagram|kakao(?:talk|story)?|line|telegram|whatsapp|linkedin|reddit|naver|google|social(?:_?media)?|share\w*|copy(?:_?link)?|newsletter|e-?mail|rss|feed|push|serp\w*|search|news(?:stand|apps?)?|(?:ios|android)(?:_?app)?|ygU[\w%=]*)$/i;
/** The same page for telephones or printers, or made by another site for speed. */
const VARIANT = /^(?:amp|print(?:er|able)?|outputtype|usqp|amp_\w+|m|mobile|m_view)$/i;

const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sid|sessid|session(?:_?(?:id|key|token))?|cfid|cftoken|zenid|oscsid|phpbb3?_\w*sid|s?auth(?:_?(?:key|token|code))?|\w*_?token|tok|jwt|api_?key|secret|client_secret|password|passwd|pwd|pass|otp|pin|ticket|sso|saml\w*|nonce|csrf\w*|xsrf\w*|resourcekey|invite(?:_?code)?|magic)$/i;
const SIGNED =
  /^(?:x-(?:amz|goog|oss|cos|ms)-\w[\w-]*|signature|sig|sign|awsaccesskeyid|googleaccessid|ossaccesskeyid|key-pair-id|hmac|hdnt[sl]|hdnea|oh|oe|__gda__|se|sp|sv|skoid|md5|hash|expires|exp)$/i;
const PERSON =
  /^(?:e-?mail|mail|user(?:_?(?:id|name))?|uid|login|member_?id|subscriber(?:_?id)?|recipient|contact_?id|phone|tel|mobile|msisdn|name|first_?name|last_?name|ouid|cid_hash)$/i;

/** A token in JSON, by RFC 7519. */
const TOKEN = /eyJ[\w-]{8,}\.eyJ/;

/** Hosts that only lead on: where to, a browser finds out. */
const SHORTENERS =
  'a.co abit.ly adf.ly amzn.to apne.ws bbc.in bit.do bit.ly bitly.com bl.ink bloom.bg buff.ly buly.kr c11.kr cnn.it cutt.ly dlvr.it econ.st fb.me flip.it fxn.ws g.co goo.gl goo.su gofile.me han.gl hubs.la hubs.ly ift.tt is.gd j.mp kko.to kko.kakao.com lat.ms lnkd.in me2.do me2.kr msft.it mz.cm n.pr naver.me nbcnews.to nyti.ms on.ft.com on.wsj.com ow.ly po.st politi.co ppt.cc qr.ae qrco.de rb.gy rebrand.ly redd.it reut.rs s.id shar.es short.gy shorturl.asia shorturl.at shorturl.fm shrtco.de smarturl.it snip.ly spr.ly surl.li t.co t.ly t.me.link tiny.cc tiny.one tinyurl.com tr.ee trib.al u.to url.kr urlr.me v.gd vo.la share.google search.app apple.news m.site.naver.com msng.link w.wiki wapo.st wp.me wsj.com.short x.gd yhoo.it zpr.io 2u.pw clck.ru gg.gg lrl.kr tinyurl.kr u.nu url.cn vvd.bz';
/** Hosts that hold copies, whose addresses end in that of the page. */
export const ARCHIVES =
  /(?:^|\.)(?:archive\.(?:org|today|ph|is|li|md|vn|fo)|webcitation\.org|perma\.cc|ghostarchive\.org|megalodon\.jp|loc\.gov|webarchive\.org\.uk|nationalarchives\.gov\.uk|bnf\.fr|arquivo\.pt|nl\.go\.kr|oasis\.go\.kr|timetravel\.mementoweb\.org|webrecorder\.net|conifer\.rhizome\.org|freezepage\.com)$/;
/** Hosts of redirects that keep the address to themselves. */
const OPAQUE =
  /^(?:[^/]*\.)?(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com|us)|mimecast\.com|list-manage\.com|mailchi\.mp|sendgrid\.net|mandrillapp\.com|mailgun\.org|sparkpostmail\.com|awstrack\.me|click\.\w+\.\w+|email\.mg\.\w+\.\w+|linkprotect\.cudasvc\.com|cc\.bingj\.com|clicktime\.symantec\.com|clicks?\.hubspotlinks?\.com|hubspotlinks\.com|feedproxy\.google\.com|outbrain\.com|taboola\.com|doubleclick\.net|googleadservices\.com|goo\.gl)\/|^(?:[^/]*[.-])?(?:ez)?proxy\d?\.[\w-]+\.[\w.-]+\//;
/** Paths by which letters to subscribers and searches lead on. */
const LEADING_ON =
  /^[^/]*\/(?:f\/newsletter|ss\/c|c\/eJ\w*|[lw][sf]\/click|CL0|e3t|track\/click)\b|^(?:(?:old\.)?reddit\.com\/r\/\w+\/s|substack\.com\/redirect|(?:\w+\.)?news\.google\.com\/(?:rss\/)?(?:articles|read))\//;

/**
 * Addresses that lead to no page which lasts and is there for all, by host, path and query; on the
 * next line stands the whole address without its codes.
 */
const noPage = faultFinder({
  'leads into a folder of one person. Name a public page.': [
    /^[^/]*-my\.sharepoint\.com\/|^(?:1drv\.ms|onedrive\.live\.com|dl\.dropboxusercontent\.com)\//,
    /^[^/]*(?:docs|drive|mail|calendar|photos)\.google\.com(?=\/)[^?\n]*\/u\/\d/,
    /^[^?\n]*\/(?:personal|Users)\/[\w.-]+(?:_|@|\/)|\n[^]*[A-Z]:\\/,
  ],
  'leads to a shared document or a form, whose owner may see who reads it. Name a public page, or a copy in an archive.':
    /^(?:(?:docs|drive|forms)\.google\.com|forms\.gle|dropbox\.com\/(?:s|sh|scl|l)|notion\.so)\//,
  'leads into a messenger, where others see who comes. Name a public page.':
    /^(?:t\.me\/(?!s\/|\+?\d)|telegram\.me\/|(?:open|pf)\.kakao\.com\/|discord\.(?:gg|com\/invite)\/|chat\.whatsapp\.com\/|wa\.me\/(?!\+?\d)|line\.me\/|signal\.group\/)/,
  'is of the North Korean state, which may see who comes. Name a report on it, or a copy in an archive.':
    /^[^/]*(?:\.kp|\b(?:uriminzokkiri|dprktoday|arirangmeari)\.com|\bkcna\.co\.jp)\//,
  'holds a telephone number. Take it out.': /^(?:wa\.me\/\+?\d|t\.me\/\+\d)/,
  'holds the coordinates of a place. Name a page without them.':
    /\n[^]*(?:[@=,/(:][-−]?\d{1,2}\.\d{3,}\s?(?:,|%2C|\/)\s?[-−]?\d{1,3}\.\d{3,}|!3d-?\d+\.\d{3,})/i,
  'is a short one that hides where it leads. Open it, and write the address to which it leads.': new RegExp(
    `^(?:${SHORTENERS.split(' ').map(RegExp.escape).join('|')})/`,
  ),
  'leads there by way of another site. Open it, and write the address to which it leads.': [
    OPAQUE,
    LEADING_ON,
  ],
  'leads to a place on a map. Name a page without it.':
    /^(?:maps?\.|earth\.google\.|zoom\.earth|wikimapia\.org|what3words\.com|(?:osm|openstreetmap)\.org|geohack\.|plus\.codes|mapcarta\.com|waze\.com)|^(?:google|bing|yandex)\.[\w.]+\/maps/,
  'leads to the results of a search, which change. Write the address of the page that was meant.':
    /^(?:(?:news|scholar)\.)?(?:google|bing|yandex)\.[a-z.]+\/(?:search|scholar\?)|^(?:duckduckgo\.com|search\.\w+\.\w+)\/|^(?:x|twitter)\.com\/search/,
  'leads to a conversation with a program, which is no source. Write the address of the page on which its answer rests.':
    /^(?:chat\.openai|chatgpt|claude|gemini\.google|perplexity|copilot\.microsoft|grok|poe|chat\.deepseek)\.(?:com|ai)\//,
  'leads to a page for members or editors. Write an address that is there for all.':
    /^.*\/(?:wp-admin|wp-login|unsubscribe|log-?in|sign-?in|logout)(?:[/.?]|\n)/i,
  'names a computer, not a public site. Use the public address.':
    /^(?![^/]*\.(?!(?:local|internal|intranet|lan|home|corp|localdomain|localhost)\/)[\p{L}-][\p{L}\p{N}-]*\/)/u,
});
/** Signs of a sentence that stand at the end of an address. */
const AROUND = /[.,;:!’'"\]）」』】〉》。，、]$/;

/** What is wrong with an address of another site by itself, as a sentence; nothing where it leads straight to a page. */
export function addressFault(url: string): string | undefined {
  const parsed = URL.parse(url);
  const fault = (what: string) => `The address ${shown(url)} ${what}`;
  if (!parsed || !/^https?:\/\/[^/]/.test(url))
    return fault('cannot be read. Copy it again from the address bar.');
  if (url.includes('…')) return fault('is cut short. Copy the whole of it from the address bar.');
  const coded = /&(?:amp|quot|lt|gt|#\d+|#x[\da-f]+);/i.exec(url)?.[0];
  if (coded)
    return fault(
      `was copied from the code of a page: in it ${quoted(coded)} stands for a sign. Write the sign itself.`,
    );
  const isOpen = (url.match(/\)/g)?.length ?? 0) > (url.match(/\(/g)?.length ?? 0);
  if (AROUND.test(url) || isOpen)
    return fault(
      'takes in a sign of the sentence around it. Take it out; what belongs to it is written in percent codes, as %2E for a full stop.',
    );
  const text = percentDecoded(url);
  const unseen = unseenIn(text);
  if (unseen)
    return fault(`holds a sign that nobody sees (${unseen.code}). Copy it again from the address bar.`);
  const host = bareHost(parsed);
  /** Logs are public: of what is private they show no more than the host. */
  const secret = (what: string) => `The address “${parsed.protocol}//${host}/…” ${what}`;
  if (parsed.username || parsed.password) return secret('holds a name before an @ sign. Remove it.');
  const real = wrappedIn(parsed);
  if (real !== undefined)
    return fault(`leads there by way of another site. Write the real address: ${safeOf(real)}.`);
  if (mailIn(text.replace(/^https?:\/\/[^/]*\/@/, '')))
    return secret('holds an e-mail address. Copy the address of the page without it.');
  const parts = partsOf(parsed);
  const named = (looks: RegExp, holds = (_name: string, _value: string) => true) =>
    parts.find(([name, value]) => looks.test(name) && holds(name, value))?.[0];
  const session =
    named(/^preview(?:_\w+)?$/i) ??
    named(SESSION, (_, value) => !/^\d{1,4}$/.test(value)) ??
    (/;jsessionid=|\/\(S\(\w{10,}\)\)/i.test(text) ? 'jsessionid' : undefined) ??
    (TOKEN.test(text) ? 'a token' : undefined);
  const clean = shown(cleaned(parsed));
  if (session)
    return secret(`holds a session of yours (${quoted(session)}). Write ${clean}, if it leads there.`);
  const signed = named(SIGNED, (name, value) => value.length >= 16 || /^(?:x-|sig|aws|key-pair)/i.test(name));
  if (signed)
    return secret(
      `is signed for you and for a time (${quoted(signed)}). Write the lasting address of the page.`,
    );
  // Some sites number their pages so.
  const person = named(PERSON, (name, value) => name !== 'uid' || !/^\d{1,8}$/.test(value));
  if (person) return secret(`says who you are (${quoted(person)}). Write ${clean}, if it leads there.`);
  const tracking =
    parts.find(([name]) => follows(name, host))?.[0] ?? named(FROM, (_, value) => SHARED.test(value));
  if (tracking) return fault(`carries ${quoted(tracking)}, which follows the reader. Write ${clean}.`);
  const other = noPage(`${domainToUnicode(host)}${parsed.pathname}${parsed.search}\n${text}`);
  if (other) return fault(other.message);
  const variant = named(VARIANT, (_, value) => /^(?:amp|1|true|html)?$/i.test(value));
  if (variant !== undefined || AMP.test(parsed.pathname))
    return fault(`leads to a copy of the page that is made for telephones. Write ${clean}.`);
  return undefined;
}

/**
 * Where a path says that its page is made for telephones, and the page itself is known. Some
 * outlets show nothing but such a page, at /amp/… or amp.…; what the other address is cannot be told.
 */
const AMP = /\/amp(\/?)$/;

/** Names and values in the query and in what follows the #. */
function partsOf({ searchParams, hash }: URL): [string, string][] {
  const inHash =
    /^#!?[^=]*=/.test(hash) && !hash.includes(':~:') ? [...new URLSearchParams(hash.slice(1))] : [];
  return [...searchParams, ...inHash];
}

/** The host of an address, without www. */
export const bareHost = ({ hostname }: URL) => hostname.replace(/^www\./, '');

const WHOLE = /^https?:\/\/[^/\s]+\.[^/\s]/i;

/** The address that another one wraps; nothing where it wraps none. */
function wrappedIn(address: URL): string | undefined {
  const { hostname, pathname, search } = address;
  const host = bareHost(address);
  if (ARCHIVES.test(host)) return undefined;
  const translated = /^([\w-]+)\.translate\.goog$/.exec(hostname)?.[1];
  if (translated) {
    const real = translated.replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-');
    const query = new URLSearchParams(
      [...address.searchParams].filter(([name]) => !name.startsWith('_x_tr')),
    ).toString();
    return `https://${real}${pathname}${query && `?${query}`}`;
  }
  const amp = /^\/(?:amp\/|[cviwa]\/|wp\/)(?:s\/)?([^/]+\.[^/]+\/?.*)$/.exec(pathname)?.[1];
  if (amp && /(?:^|\.)(?:ampproject\.(?:org|net)|google\.[a-z.]+|bing-amp\.com)$/.test(host))
    return `https://${amp}${search}`;
  const proofpoint = host.startsWith('urldefense') && address.searchParams.get('u');
  if (proofpoint)
    return proofpoint
      .replaceAll('_', '/')
      .replace(/-([\da-f]{2})/gi, '%$1')
      .replace(/%3A/i, ':');
  const defended = /\/v3\/__(https?:\/+.*?)__;/.exec(pathname + search)?.[1];
  if (defended) return defended.replace(/^(https?:)\/+/, '$1//');
  // The query itself may be the address.
  for (const value of [search.slice(1), ...partsOf(address).map(([, part]) => part)]) {
    const decoded = percentDecoded(value).replace(
      /^cache:(?:[\w-]*:)?(?:https?:\/\/)?(?=[^/\s]+\.)/,
      'https://',
    );
    if (WHOLE.test(decoded) || /^\/\/[\w-]+\.[\w.-]+\//.test(decoded))
      return decoded.replace(/^\/\//, 'https://');
    const inBase64 = /^(?:a1)?(aHR0c[\w+/-]+=*)$/.exec(value)?.[1];
    const text = inBase64 && Buffer.from(inBase64, 'base64url').toString('utf8');
    if (text && WHOLE.test(text)) return text;
  }
  const within = /^.+?(https?:\/{1,2}[^/\s]+\.[^/\s].*)$/i.exec(percentDecoded(pathname))?.[1];
  return within && (within + search).replace(/^(https?:)\/{1,2}/i, '$1//').replace(/\/RK=\d.*$/, '');
}

/** The address that is meant, offered only where it is whole and good itself. */
function safeOf(real: string): string {
  const parsed = URL.parse(real.trim());
  return parsed ? shown(cleaned(parsed)) : 'it stands within this one';
}

/** The address without what follows or names anybody. */
function cleaned(address: URL): string {
  const url = new URL(address);
  url.username = url.password = '';
  for (const [name, value] of [...url.searchParams])
    if (
      TOKEN.test(value) ||
      (FROM.test(name) && SHARED.test(value)) ||
      follows(name, bareHost(url)) ||
      [SESSION, SIGNED, PERSON, VARIANT].some((rule) => rule.test(name))
    )
      url.searchParams.delete(name);
  if (/^#.*=/.test(url.hash) && !url.hash.includes(':~:')) url.hash = '';
  url.pathname = url.pathname.replace(/;jsessionid=[^/?]*/i, '').replace(AMP, '$1');
  const text = url.href.replace(/\?(?=#|$)/, '');
  return mailIn(percentDecoded(text)) ? `${url.origin}/` : text;
}

/** An address as a message quotes it; longer than other words, for it is to be copied. */
export const shown = (url: string) => quoted(url, 160);

/** Hosts that show the page of another for telephones. */
const DOORS = /^(?:www\d?|m|mobile|amp|touch|wap)\./;

/**
 * A name for the page behind an address: two addresses of one name lead to one page, as
 * browsers and servers read them. Nothing for what is no address.
 */
export const pageBehind = memoize((url: string): string | undefined => {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  const video = videoIn(parsed);
  if (video) return `youtube ${video}`;
  const { pathname, searchParams, port } = new URL(cleaned(parsed));
  const path = percentDecodedOnce(pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/(?:m|mobile|amp|print)(?=\/.)/, '')
    .replace(/\.(?:amp|print)(?=\.html?$)/, '')
    .replace(/\/(?:index\.(?:html?|php|asp)|amp)$/, '/')
    .replace(/\/$/, '');
  let host = parsed.hostname.replace(/\.$/, '');
  while (DOORS.test(host) && host.split('.').length > 2) host = host.replace(DOORS, '');
  host = host.replace(/^(\w{2})\.m\./, '$1.');
  searchParams.sort();
  return `${host}${port && `:${port}`}${path}?${searchParams}`;
});

function videoIn({ hostname, pathname, searchParams }: URL): string | undefined {
  if (hostname === 'youtu.be') return pathname.slice(1);
  if (!/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(hostname)) return undefined;
  return searchParams.get('v') ?? /^\/(?:embed|shorts|live|v)\/([\w-]+)/.exec(pathname)?.[1];
}
