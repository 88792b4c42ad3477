import { createHash } from 'node:crypto';

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

/** Headers that every answer carries. `frame-ancestors` counts only here, not in a page. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  };
}

/** What files are whose ending says too little: without it a host may guess, and spoil every letter that is not ASCII. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
};

/** The header file that Netlify, Cloudflare Pages and others read. */
export function headersFile(headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  const types = Object.entries(FILE_TYPES).flatMap(([ending, type]) => [
    `/*.${ending}`,
    `  Content-Type: ${type}`,
  ]);
  return [
    '/*',
    ...lines,
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    ...types,
    '',
  ].join('\n');
}
