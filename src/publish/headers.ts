import { createHash } from 'node:crypto';
import { KINDS } from '../site-plan.ts';
import { site } from '../site.ts';

/** The source expression that allows one inline sheet. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}

/**
 * The content security policy of every page: nothing from another origin, no inline
 * script, one inline sheet. `wasm-unsafe-eval` lets the search compile its index
 * reader; it does not allow JavaScript to be made from text.
 * @param sheet hash of the site's sheet, from `styleHash`
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

/**
 * The header file that Netlify, Cloudflare Pages and others read: what every answer
 * carries, then what the plan of the site gives some paths besides. A later line takes
 * the place of an earlier one of the same name.
 */
export function headersFile(headers: Readonly<Record<string, string>>): string {
  const ofPaths = Object.values(KINDS).flatMap((kind) => Object.entries(kind.headers ?? {}));
  const blocks = [['/*', headers] as const, ...ofPaths].flatMap(([pattern, lines]) => [
    pattern,
    ...Object.entries(lines).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return [...blocks, ''].join('\n');
}

/** The headers that a header file gives a path; of one name, the last. */
export function headersFor(path: string, file: string): Map<string, string> {
  const headers = new Map<string, string>();
  let applies = false;
  for (const line of file.split('\n')) {
    const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) applies = patternOf(line).test(path);
    else if (applies && name && value) headers.set(name, value);
  }
  return headers;
}

/** A path of a header file as an expression: `*` stands for any signs. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`);
}
