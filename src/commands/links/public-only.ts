import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

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
