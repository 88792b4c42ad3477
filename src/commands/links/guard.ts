import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/*
 * An entry of the content, or a redirect of somebody else's server, must not make the
 * machine that asks (a computer of CI, say) send requests inside its own network.
 */

/** An address that leads into a private network, or back to the computer itself. */
export class NotPublicError extends Error {}

/** Addresses of a host, as `dns.lookup` gives them. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

const resolveAll: Resolve = (host) => lookup(host, { all: true });

// Special-purpose registries of IANA: https://www.iana.org/assignments/iana-ipv4-special-registry
// and https://www.iana.org/assignments/iana-ipv6-special-registry, multicast besides.
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Within the public block: protocol assignments (Teredo too), documentation, and 6to4, which holds any IPv4 address. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** All addresses that IPv6 gives to the public Internet. */
const PUBLIC_6 = '2000::/3';

const blocks = (subnets: readonly string[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};
const hidden4 = blocks(NOT_PUBLIC_4, 'ipv4');
const hidden6 = blocks(NOT_PUBLIC_6, 'ipv6');
const public6 = blocks([PUBLIC_6], 'ipv6');

/** Whether an IP address belongs to a computer on the public Internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !hidden4.check(address, 'ipv4');
  // What stands for an IPv4 address (::ffff:10.0.0.1) lies outside of the public block.
  return isIP(address) === 6 && public6.check(address, 'ipv6') && !hidden6.check(address, 'ipv6');
}

/** @throws NotPublicError if the host of an address is written as a number that is not public */
export function refuseHiddenNumber(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isPublic(address)) throw new NotPublicError(hostname);
}

/**
 * Looks up a host for a connection and refuses it if any of its addresses is not public.
 * The connection goes to the very address that was looked at, so no second answer of the
 * name server can differ.
 */
export function publicLookup(resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address))) done(new NotPublicError(host), '', 0);
        else if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}
