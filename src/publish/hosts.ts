import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPRESSIBLE } from './compress.ts';
import { expressionOf, headerRules, redirectsOf, WRONG_ADDRESSES, type HeaderRule } from './headers.ts';

/*
 * The configuration of servers that read no header file. Each is made of the header file
 * and the redirects of the built site, to be included where the server names the site.
 */

/** What a server is told of the site: its folder, its headers, of which the first are for all paths, and its redirects. */
export type Hosting = ReturnType<typeof hostingOf>;

/** Hosts that read a header file tell browsers by themselves to ask whether a page has changed. */
export const REVALIDATE = { 'Cache-Control': 'no-cache' };
/** Types of what the site publishes by the ends of names, so that every server gives the same. */
export const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  avif: 'image/avif',
  woff2: 'font/woff2',
  epub: 'application/epub+zip',
  zip: 'application/zip',
};
/** Files for the server: names that begin with a dot or a low line. */
const HIDDEN = '/[._](?!well-known/)';

/** The configuration of each server, by its name. */
export const HOSTS = {
  nginx: { file: 'nginx.conf', write: nginx },
  apache: { file: 'apache.conf', write: apache },
  caddy: { file: 'Caddyfile', write: caddy },
} as const satisfies Record<string, { file: string; write: (hosting: Hosting) => string }>;

/** What the built site in a folder says of itself, to be served from another, of an absolute path. */
export function hostingOf(dist: string, root: string) {
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  return { root, rules: headerRules(read('_headers')), redirects: redirectsOf(read('_redirects')) };
}

/**
 * The same, with the sheet of another release allowed too, whose pages are shown until all
 * is exchanged.
 * @param style source expression of that sheet, as `styleHash` gives it; what is none is passed over
 */
export function alsoAllowing(hosting: Hosting, style: string): Hosting {
  const [all, ...some] = hosting.rules;
  const policy = all?.headers['Content-Security-Policy'] ?? '';
  if (!all || !/^'sha256-[\w+/]+=*'$/.test(style) || policy.includes(style)) return hosting;
  const both = policy.replace(/(?<=style-src )[^;]+/, (own) => `${own} ${style}`);
  return {
    ...hosting,
    rules: [{ ...all, headers: { ...all.headers, 'Content-Security-Policy': both } }, ...some],
  };
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** A header of the paths that fit an expression. */
interface PathHeader {
  name: string;
  value: string;
  expression: string;
}

/** The headers of all answers, the types of some paths, and what else some paths are given. */
function partsOf([all, ...some]: readonly HeaderRule[]) {
  const ofPaths = some.flatMap(({ pattern, headers }) =>
    Object.entries(headers).map(([name, value]) => ({ name, value, expression: expressionOf(pattern) })),
  );
  const both = (one: PathHeader, { expression }: PathHeader) => ({
    ...one,
    expression: `${one.expression}|${expression}`,
  });
  const joined = Map.groupBy(ofPaths, ({ name, value }) => `${name}: ${value}`).values();
  const { types = [], special = [] } = Object.groupBy(
    joined.map((same) => same.reduce(both)),
    ({ name }) => (name === 'Content-Type' ? 'types' : 'special'),
  );
  return { common: Object.entries({ ...all?.headers, ...REVALIDATE }), types, special };
}

/** For a `server` block of nginx. */
function nginx({ root, rules, redirects }: Hosting): string {
  const { common, types, special } = partsOf(rules);
  const variable = (name: string) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;
  // A header of a location takes the place of all those of the server, so variables hold what differs.
  const usual = new Map(common);
  const differing = [...new Set(special.map(({ name }) => name))];
  const [general, ...languages] = WRONG_ADDRESSES.toReversed();
  return [
    `root ${quoted(root)};`,
    'index index.html;',
    'server_tokens off;',
    'absolute_redirect off;',
    'gzip_static on;',
    'gzip_vary on;',
    'default_type application/octet-stream;',
    'types {',
    ...Object.entries(TYPES).map(([end, type]) => `  ${quoted(type)} ${end};`),
    '}',
    'set $site_allow "";',
    'if ($request_method !~ "^(GET|HEAD)$") { set $site_allow "GET, HEAD"; }',
    'add_header Allow $site_allow always;',
    ...common.flatMap(([name, value]) =>
      differing.includes(name) ? [] : `add_header ${name} ${quoted(value)} always;`,
    ),
    ...differing.flatMap((name) => [
      `set ${variable(name)} ${quoted(usual.get(name) ?? '')};`,
      `add_header ${name} ${variable(name)} always;`,
    ]),
    ...special.map(
      ({ name, value, expression }) =>
        `if ($uri ~ "${expression}") { set ${variable(name)} ${quoted(value)}; }`,
    ),
    `set $site_wrong ${general?.page};`,
    ...languages.map(({ below, page }) => `if ($uri ~ "^${below}") { set $site_wrong ${page}; }`),
    'error_page 404 $site_wrong;',
    // A folder without a page is no page.
    'error_page 403 =404 $site_wrong;',
    ...redirects.map(({ from, to }) => `location = ${from} { return 301 ${to}; }`),
    `location ~ "${HIDDEN}" { return 404; }`,
    ...types.map(
      ({ value, expression }) => `location ~ "${expression}" { types {} default_type ${quoted(value)}; }`,
    ),
    '',
  ].join('\n');
}

/** For a `VirtualHost` of Apache. */
function apache({ root, rules, redirects }: Hosting): string {
  const { common, types, special } = partsOf(rules);
  const set = (name: string, value: string) => `Header always set ${name} ${quoted(value)}`;
  const place = (expression: string, ...lines: string[]) => [
    `<LocationMatch "${expression}">`,
    ...indented(lines),
    '</LocationMatch>',
  ];
  return [
    `DocumentRoot ${quoted(root)}`,
    `<Directory ${quoted(root)}>`,
    ...indented(['Require all granted', 'Options FollowSymLinks', 'AllowOverride None']),
    '</Directory>',
    'DirectoryIndex index.html',
    'ServerSignature Off',
    'TraceEnable off',
    'FileETag MTime Size',
    ...Object.entries(TYPES).map(([end, type]) => `AddType ${quoted(type)} .${end}`),
    // Elsewhere these are types and a language, Breton.
    'RemoveType .br .gz',
    'RemoveLanguage .br .gz',
    'AddEncoding br .br',
    'AddEncoding gzip .gz',
    ...common.map(([name, value]) => set(name, value)),
    'Header always set Allow "GET, HEAD" "expr=%{REQUEST_STATUS} == 405"',
    ...special.flatMap(({ name, value, expression }) => place(expression, set(name, value))),
    ...types.flatMap(({ value, expression }) => place(expression, `ForceType ${quoted(value)}`)),
    ...place(`/$|${COMPRESSIBLE}`, 'Header always merge Vary Accept-Encoding'),
    ...WRONG_ADDRESSES.toReversed().flatMap(({ below, page }) =>
      place(`^${below}`, `ErrorDocument 403 ${page}`, `ErrorDocument 404 ${page}`),
    ),
    'RewriteEngine On',
    'RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$',
    'RewriteRule ^ - [R=405,L]',
    ...redirects.map(({ from, to }) => `RewriteRule "^${from}$" "${to}" [R=301,L]`),
    `RewriteRule "${HIDDEN}" - [R=404,L]`,
    'RewriteRule "^/(.*/)?$" "/$1index.html"',
    ...Object.entries({ br: 'br', gzip: 'gz' }).flatMap(([coding, end]) => [
      `RewriteCond %{HTTP:Accept-Encoding} "\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))"`,
      `RewriteCond "%{DOCUMENT_ROOT}$0.${end}" -f`,
      `RewriteRule "^/.+${COMPRESSIBLE}" "$0.${end}" [L]`,
    ]),
    '',
  ].join('\n');
}

/** For the block of a site of Caddy. */
function caddy({ root, rules, redirects }: Hosting): string {
  const { common, types, special } = partsOf(rules);
  const set = (name: string, value: string) => `header ${name} ${quoted(value)}`;
  const place = ({ name, value, expression }: PathHeader, index: number) => [
    `@place${index} path_regexp "${expression}"`,
    `header @place${index} ${name} ${quoted(value)}`,
  ];
  const byEnd = Object.entries(TYPES).map(([end, value]) => ({
    name: 'Content-Type',
    value,
    // A page is asked for by its folder.
    expression: end === 'html' ? '/$|\\.html$' : `\\.${end}$`,
  }));
  const vary = { name: 'Vary', value: 'Accept-Encoding', expression: `/$|${COMPRESSIBLE}` };
  const files = ['file_server {', '  precompressed br gzip', '}'];
  const strict = [...common.map(([name, value]) => set(name, value)), 'header -Server'];
  return [
    `root * ${quoted(root)}`,
    'route {',
    ...indented([
      ...strict,
      ...[...byEnd, ...types, ...special, vary].flatMap(place),
      '@method not method GET HEAD',
      'header @method Allow "GET, HEAD"',
      'error @method 405',
      ...redirects.map(({ from, to }) => `redir ${from} ${to} 301`),
      '@hidden {',
      // The expressions of Go cannot look ahead.
      ...indented(['path_regexp "/[._]"', 'not path /.well-known/*']),
      '}',
      'error @hidden 404',
      ...files,
    ]),
    '}',
    'handle_errors {',
    ...indented([
      ...strict,
      'header -Access-Control-Allow-Origin',
      '@missing expression {http.error.status_code} == 404',
      'handle @missing {',
      ...indented([
        set('Content-Type', TYPES.html),
        ...WRONG_ADDRESSES.flatMap(({ below, page }) => [`handle ${below}* {`, `  rewrite * ${page}`, '}']),
        ...files,
      ]),
      '}',
      'handle {',
      ...indented([
        'header Content-Type text/plain',
        'respond "{http.error.status_code} {http.error.status_text}"',
      ]),
      '}',
    ]),
    '}',
    '',
  ].join('\n');
}
