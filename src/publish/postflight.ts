import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { hiddenMetadata } from '../checks/check-images.ts';
import { OPEN_DATA } from '../checks/check-links.ts';

/** Bytes with Brotli that a page with its sheet may have: what one round trip carries over HTTP/3. */
export const PAGE_BUDGET = 11_000;
/** The same for the long lists. */
export const LIST_BUDGET = 14_600;
const LISTS = /^(?:[a-z]{2}\/)?(?:news|statistics|sources)\/index\.html$/;
/** Lists that grow with the content. No editor could shorten them, so only the tests hold them. */
const GROWING =
  /^(?:[a-z]{2}\/)?(?:sources|statistics|corrections|glossary|timeline|charts|data|feeds)\/|^(?:[a-z]{2}\/)?news\/(?:\d{4}|undated|topic\/[^/]+)\/index\.html$/;

/** Files that the build makes; nothing else belongs into the site. */
const BELONGS =
  /^(?:_headers|[^/]*\.txt|\.well-known\/[^/]+\.txt|favicon\.svg|sitemap\.xml|(?:[a-z]{2}\/)?charts\/[a-z0-9-]+\.svg|(?:[a-z0-9-]+\/)*(?:index|404)\.html|(?:[a-z0-9-]+\/)*(?:rss\.xml|feed\.json)|assets\/[\w.-]+\.(?:js|woff2|webp|jpeg)|pagefind\/[\w./-]+|(?!assets\/)[a-z0-9/-]+\.(?:jpe?g|png|webp|avif))$/;
/** What stands below the address of a page: its citations and its versions. */
const OF_PAGES = /^(?:[a-z0-9-]+\/)*(?:cite\.(?:bib|ris|json|(?:apa\.|chicago\.)?txt)|version-\d+\.txt)$/;

/**
 * Looks at the bytes that would be published and gives what is wrong with them, one
 * sentence each. It trusts nothing that came before: not the preflight, not Astro.
 */
export async function postflight(dist: string): Promise<string[]> {
  const entries = entriesBelow(dist);
  const named = (kind: (entry: Dirent) => boolean) =>
    entries
      .filter(kind)
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length))
      .sort();
  const files = named((entry) => entry.isFile());
  const present = new Set(files);
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readFileSync(join(dist, file), 'utf8')]),
  );
  const anchors = new Map([...pages].map(([file, html]) => [file, new Set(all(html, /\sid="([^"]+)"/g))]));
  const belongs = (file: string) => BELONGS.test(file) || OPEN_DATA.test(`/${file}`) || OF_PAGES.test(file);
  const faults = [...files.filter((file) => !belongs(file)), ...named((entry) => !entry.isFile())].map(
    (file) => `${file} does not belong into the site.`,
  );
  for (const [file, html] of pages) {
    for (const fault of [...pageFaults(file, html), ...linkFaults(file, html, present, anchors)])
      faults.push(`${file}: ${fault}`);
  }
  for (const file of files.filter((name) => /\.(?:jpe?g|png|webp|avif)$/.test(name))) {
    const found = await hiddenMetadata(readFileSync(join(dist, file)));
    if (found.length > 0) faults.push(`${file} carries ${found.join(', ')}.`);
  }
  return faults;
}

/** Everything below a folder but the folders, with what a glob passes over: hidden files, and links as links. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry],
  );
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

function pageFaults(file: string, html: string): string[] {
  const faults: string[] = [];
  const budget = LISTS.test(file) ? LIST_BUDGET : PAGE_BUDGET;
  const bytes = brotliBytes(html, budget);
  if (bytes > budget && !GROWING.test(file))
    faults.push(`the page has ${bytes} bytes with Brotli; ${budget} is the most. Shorten its text.`);

  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  if (policy === '') faults.push('the page has no content security policy.');
  for (const css of all(html, /<style>(.*?)<\/style>/gs)) {
    const hash = createHash('sha256').update(css).digest('base64');
    if (!policy.includes(`'sha256-${hash}'`))
      faults.push('a sheet stands in the page that the policy does not allow.');
  }
  const bare = html
    .replace(/<script type="application\/ld\+json">.*?<\/script>/gs, '')
    .replace(/<style>.*?<\/style>/gs, '');
  const inline =
    /<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\son[a-z]+\s*=|<[a-z][^>]*\sstyle\s*=|<(?:iframe|object|embed|base|applet)\b/i.exec(
      bare,
    )?.[0];
  if (inline) faults.push(`code or a style stands in the page: ${inline.slice(0, 60)}`);
  const outside = all(
    bare,
    /\s(?:src|srcset|action|formaction|data|poster|ping|background)="\s*(?:[a-z][a-z0-9+.-]*:)?(\/\/[^"]*)"/gi,
  )
    .concat(all(bare, /\ssrcset="[^"]*((?:https?:)?\/\/[^"]*)"/gi))
    .concat(all(bare, /<link(?![^>]*rel="canonical")[^>]*\shref="((?:https?:)?\/\/[^"]*)"/gi));
  for (const address of outside) faults.push(`the page asks another origin: ${address}`);
  for (const address of all(bare, /\shref="((?!https?:|mailto:|\/(?!\/)|#)[^"]*)"/gi))
    faults.push(`a link has a form that is not allowed: ${address}`);
  return faults;
}

/** Bytes with Brotli. The quick way answers for most pages; only what is too long for it is pressed harder. */
function brotliBytes(html: string, budget: number): number {
  const quick = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  return quick <= budget ? quick : brotliCompressSync(html).length;
}

function linkFaults(
  file: string,
  html: string,
  present: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const own = `/${file.replace(/index\.html$/, '')}`;
  return [
    ...new Set([
      ...all(html, /\s(?:href|src)="([/#][^"]*)"/g),
      ...all(html, /<meta property="og:image" content="https?:\/\/[^/"]+(\/[^"]*)"/g),
      ...all(html, /\ssrcset="([^"]*)"/g).flatMap((set) =>
        set.split(',').map((part) => part.trim().split(' ')[0] ?? ''),
      ),
    ]),
  ].flatMap((href) => {
    const [path, anchor] = placeOf(href.replaceAll('&amp;', '&'), `http://site${own}`) ?? [''];
    if (!present.has(path)) return [`the link ${href} leads nowhere.`];
    return anchor && anchors.get(path)?.has(anchor) === false
      ? [`the link ${href} leads to no place in that page.`]
      : [];
  });
}

/** File and anchor that a link of the site leads to; nothing where the link cannot be read. */
function placeOf(href: string, own: string): [path: string, anchor: string] | undefined {
  try {
    const { pathname, hash } = new URL(href, own);
    const path = decodeURIComponent(pathname.slice(1));
    return [path + (pathname.endsWith('/') ? 'index.html' : ''), decodeURIComponent(hash.slice(1))];
  } catch {
    return undefined;
  }
}
