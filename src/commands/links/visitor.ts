import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import robotsParser, { type Robot } from 'robots-parser';
import { Agent, buildConnector, interceptors, request, type Dispatcher } from 'undici';
import { memoize } from '../../rules/memoize.ts';
import { site } from '../../site.ts';

/** Why there is no answer: none came, the host cannot or will not give one, or it is not to be asked. */
export class NoAnswer extends Error {
  readonly kind: 'unreachable' | 'busy' | 'refused' | 'private';

  /** @param message in a few words, as `DNS` */
  constructor(kind: NoAnswer['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Whether an IP address belongs to a computer on the public Internet. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(PUBLIC_IPV6));
}

/**
 * Connects to public computers alone: an entry of the content, or a redirect, must not make a
 * computer of CI send requests inside its own network. A connection goes to the very address
 * that was looked at, so a name server cannot give another one afterwards.
 */
export function publicOnly(lookup: LookupFunction = dns.lookup): Agent {
  const connect = buildConnector({
    autoSelectFamily: true,
    lookup: (host, options, done) =>
      lookup(host, { ...options, all: true }, (error, found) => {
        const all = Array.isArray(found) ? found : [];
        const isOpen = all.length > 0 && all.every(({ address }) => isPublic(address));
        done(error ?? (isOpen ? null : new NoAnswer('private', host)), all);
      }),
  });
  return new Agent({
    connect: (options, done) => {
      // A host that is written as a number is not looked up.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) === 0 || isPublic(host)) connect(options, done);
      else done(new NoAnswer('private', host), null);
    },
  });
}

/** As much of a file as RFC 9309 wants to be read. */
const LONGEST_TEXT = 512_000;

/** What `visitor` gives. */
export type Visitor = ReturnType<typeof visitor>;

/**
 * Asks other hosts as robots.txt wishes, each one request at a time, with a rest between two.
 * A host that says it is too busy is left alone from then on. Both functions throw NoAnswer.
 * @param home address of this site, which those who are asked may look up
 */
export function visitor(
  home = '',
  { dispatcher = publicOnly() as Dispatcher, gapMs = 2_000, longestGapMs = 60_000, limitMs = 30_000 } = {},
) {
  const address = URL.canParse(home) ? `; +${new URL(home).origin}/` : '';
  const purpose = `asks now and then whether the sources of the site ${site.name} can still be read`;
  const agent = `${site.name.replace(/\W/g, '')}LinkCheck/1.0 (${purpose}${address})`;
  const following = dispatcher.compose(interceptors.redirect({ maxRedirections: 5 }));

  const last: Promise<unknown> = Promise.resolve();
  const hosts = memoize(() => ({ last, lastEnd: -Infinity, gapMs, isBusy: false }));
  /** A computer that goes by two names, or by two protocols, is one. */
  const hostOf = (url: URL) => hosts(url.host.replace(/^www\./, ''));

  const robotsOf = memoize((origin: string) => {
    const file = new URL('/robots.txt', origin);
    return readRobots(file).catch(() => readRobots(file));
  });

  /** The answer to HEAD, or to GET where that fails: many servers know only this one. */
  async function ask(url: URL) {
    const rules = await robotsOf(url.origin);
    if (rules.isAllowed(url.href, agent) === false) throw new NoAnswer('refused', 'robots.txt');
    const first = await send(url, 'HEAD').catch((error: unknown) => {
      if (!(error instanceof NoAnswer) || error.kind !== 'unreachable') throw error;
    });
    return first && first.status < 400 ? first : send(url, 'GET');
  }

  /** The beginning of a file, wherever it has moved to. */
  const read = (url: URL) => send(url, 'GET', true);

  /** A file that is missing allows all, one that the server fails to give allows nothing (RFC 9309). */
  async function readRobots(file: URL): Promise<Robot> {
    const { status, text } = await read(file);
    if (status >= 500) throw new NoAnswer('busy', 'robots.txt cannot be read');
    const rules = robotsParser(file.href, status < 300 ? text : '');
    const delayMs = (rules.getCrawlDelay(agent) ?? 0) * 1000;
    hostOf(file).gapMs = Math.min(Math.max(delayMs, gapMs), longestGapMs);
    return rules;
  }

  /** Sends a request when those before it to the same host are answered and the host has had its rest. */
  function send(url: URL, method: 'HEAD' | 'GET', isText = false) {
    const host = hostOf(url);
    const turn = host.last.then(async () => {
      if (host.isBusy) throw new NoAnswer('busy', 'asks to be left alone');
      const restMs = host.lastEnd + host.gapMs - performance.now();
      if (restMs > 0) await wait(restMs);
      return exchange(url, method, isText).finally(() => (host.lastEnd = performance.now()));
    });
    host.last = turn.catch(() => {});
    return turn;
  }

  /** One request without cookie, referrer or any word about the reader. */
  async function exchange(url: URL, method: 'HEAD' | 'GET', isText: boolean) {
    try {
      const { statusCode, headers, body } = await request(url, {
        method,
        headers: { 'user-agent': agent, accept: '*/*' },
        reset: true,
        dispatcher: isText ? following : dispatcher,
        signal: AbortSignal.timeout(limitMs),
      });
      if (statusCode === 429 || (statusCode === 503 && headers['retry-after'])) hostOf(url).isBusy = true;
      let text = '';
      // The rest of a page is not fetched, and to stop is no fault.
      body.setEncoding('utf8').on('error', () => {});
      if (isText)
        for await (const part of body as AsyncIterable<string>)
          if ((text += part).length > LONGEST_TEXT) break;
      body.destroy();
      return { status: statusCode, location: headers.location?.toString(), text };
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      const { message, code = '' } = error as NodeJS.ErrnoException;
      throw new NoAnswer('unreachable', message || code, { cause: error });
    }
  }

  return { ask, read };
}
