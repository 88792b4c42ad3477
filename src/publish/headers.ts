import { hash } from 'node:crypto';
import { localAddress } from '../rules/addresses.ts';
import { memoize } from '../rules/memoize.ts';
import { KINDS, PLAN } from '../site-plan.ts';
import { defaultLanguage, site } from '../site.ts';

/** The source expression that allows one inline sheet. Every page has the same. */
export const styleHash = memoize((css: string) => `'sha256-${hash('sha256', css, 'base64')}'`);

/**
 * The content security policy of every page: nothing from another origin, no inline
 * script, one inline sheet. `wasm-unsafe-eval` lets the search compile its index
 * reader; it does not allow JavaScript to be made from text.
 */
export function contentPolicy(sheet: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${sheet}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * Headers that every answer carries. `frame-ancestors` counts only here, not in a page. Each
 * page names its own address at the onion service, which Tor Browser puts before the header.
 */
export function securityHeaders(policy: string, onion = site.onion): Record<string, string> {
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    ...(onion && { 'Onion-Location': onion.address }),
  };
}

/** What answers carry whose path fits a pattern, in which one `*` stands for any signs. */
export interface HeaderRule {
  pattern: string;
  headers: Readonly<Record<string, string>>;
}

/** What the plan of the site gives some paths besides what every answer carries. */
const OF_PATHS: readonly HeaderRule[] = Object.values(KINDS).flatMap(({ headers = {}, local }) =>
  (local ? site.languages : [defaultLanguage]).flatMap((language) =>
    Object.entries(headers).map(([path, own]) => ({ pattern: localAddress(language, path), headers: own })),
  ),
);

/** Of files whose names change with their bytes, so that browsers keep them for ever. */
export const KEPT_PATTERNS = OF_PATHS.filter(({ headers }) =>
  headers['Cache-Control']?.includes('immutable'),
).map(({ pattern }) => pattern);

/**
 * The header file that Netlify, Cloudflare Pages and others read: what every answer
 * carries, then what the plan of the site gives some paths besides. A later line takes
 * the place of an earlier one of the same name. Cloudflare would join both with a comma,
 * and is told by `!` to forget the earlier; others pass over a line without a colon.
 */
export function headersFile(headers: Readonly<Record<string, string>>): string {
  const lines = [{ pattern: '/*', headers }, ...OF_PATHS].flatMap(({ pattern, headers: own }) => [
    pattern,
    ...Object.keys(own).flatMap((name) => (own !== headers && name in headers ? `  ! ${name}` : [])),
    ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return [...lines, ''].join('\n');
}

/** The rules of a header file, in their order. */
export function headerRules(file: string): HeaderRule[] {
  return file.split(/^(?=\/)/m).map((block) => {
    const [pattern = ''] = block.split('\n');
    const headers = block.matchAll(/^[ \t]+([^!:\s]+): (.*)$/gm).map(([, name, value]) => [name, value]);
    return { pattern, headers: Object.fromEntries(headers) };
  });
}

/** The headers that a header file gives a path; of one name, the last. */
export function headersFor(path: string, file: string): Map<string, string> {
  const fitting = headerRules(file).filter(({ pattern }) => RegExp(expressionOf(pattern)).test(path));
  return new Map(fitting.flatMap(({ headers }) => Object.entries(headers)));
}

/** A pattern of a header file as an expression that servers read too. */
export const expressionOf = (pattern: string) =>
  `^${pattern
    .split('*')
    .map((part) => part.replace(/[.+?()[\]{}|^$\\]/g, '\\$&'))
    .join('.*')}$`;

/** An old address of a page and the one that took its place. */
export interface Redirect {
  from: string;
  to: string;
}

/** The pages for wrong addresses below a path, that of the default language last. */
export const WRONG_ADDRESSES = site.languages.toReversed().map((language) => ({
  below: localAddress(language, '/'),
  page: localAddress(language, PLAN['wrong address'].path),
}));

/**
 * The file of renamed pages for the same hosts, and the page for wrong addresses in each
 * language. Netlify shows the page that stands at an old address for hosts without
 * redirects unless it is told by `!` not to; Cloudflare passes over that line, knows the
 * one behind it, and finds the pages for wrong addresses by itself.
 */
export function redirectsFile(redirects: readonly Redirect[]): string {
  const lines = redirects.flatMap(({ from, to }) => [`${from} ${to} 301!`, `${from} ${to} 301`]);
  const wrong = WRONG_ADDRESSES.map(({ below, page }) => `${below}* ${page} 404`);
  return [...lines, ...wrong, ''].join('\n');
}

/** The renamed pages of such a file. */
export function redirectsOf(file: string): Redirect[] {
  return [...file.matchAll(/^(\S+) (\S+) 301$/gm)].map(([, from = '', to = '']) => ({ from, to }));
}
