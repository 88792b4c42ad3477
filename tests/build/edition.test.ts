import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { unzipSync, zipSync } from 'fflate';
import { DomUtils, parseDocument, Parser } from 'htmlparser2';
import { finishedSite, type FinishedSite } from '../../src/publish/editions/finished-site.ts';
import { makeFolder } from '../../src/publish/editions/folder.ts';
import { offerEditions } from '../../src/publish/editions/offer.ts';
import { inspectPage } from '../../src/publish/inspect-page.ts';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { editionAddress } from '../../src/rules/addresses.ts';
import { inTimeZone } from '../time-zone.ts';
import { temporaryFolder } from './copy.ts';

/** What stands in the main part of a page, without what is hidden. */
function seen(html: string): string {
  const [main] = DomUtils.getElementsByTagName('body', parseDocument(html));
  const hidden = DomUtils.findAll(({ attribs }) => 'hidden' in attribs, main?.children ?? []);
  for (const part of hidden) DomUtils.removeElement(part);
  return main ? DomUtils.getOuterHTML(main, { encodeEntities: 'utf8' }) : '';
}

suite('the edition that opens from a folder', () => {
  let [site, file, folder] = [{} as FinishedSite, '', ''];
  let files: string[] = [];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const work = mkdtempSync(join(tmpdir(), 'edition-'));
  after(() => rmSync(work, { recursive: true, force: true }));
  before(async () => {
    site = finishedSite('dist');
    file = join(work, `lit-windows-${site.version}.zip`);
    await makeFolder(site, file);
    folder = file.replace(/\.zip$/, '');
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  });

  test('every address in it is relative and leads to a file, and to a place in that file', () => {
    const ids = new Map<string, Set<string>>();
    const links: { from: string; to: string }[] = [];
    for (const path of files.filter((name) => name.endsWith('.html'))) {
      const own = new Set<string>();
      ids.set(path, own);
      const parser = new Parser({
        onopentag(name, attributes) {
          if (attributes['id']) own.add(attributes['id']);
          for (const attribute of ['href', 'src', 'srcset', 'action', 'poster', 'data', 'content']) {
            const to = attributes[attribute];
            const mayLeadOut = name === 'a' && /^(?:https?|mailto):/.test(to ?? '');
            if (to && !mayLeadOut && (name !== 'meta' || attributes['http-equiv']))
              links.push({ from: path, to: to.replace(/^0; url=/, '') });
          }
        },
      });
      parser.end(read(path));
    }
    const present = new Set(files);
    const wrong = links.filter(({ from, to }) => {
      const { protocol, pathname, hash } = new URL(to, `file:///top/${from}`);
      const path = decodeURIComponent(pathname.replace('/top/', ''));
      const anchor = decodeURIComponent(hash.slice(1));
      const hasPlace = ['', 'top'].includes(anchor) || (ids.get(path)?.has(anchor) ?? true);
      return to.startsWith('/') || protocol !== 'file:' || !present.has(path) || !hasPlace;
    });

    assert.ok(links.length > 50_000, `${links.length} links`);
    assert.deepEqual(wrong, []);
  });

  test('nothing in its pages and its sheet asks another place for anything', () => {
    for (const path of files.filter((name) => name.endsWith('.html')))
      assert.doesNotMatch(
        read(path),
        /<script(?![^>]* src="[./a-z]*assets\/site\.js" defer>)|<(?:style|iframe|object|embed|base)\b|<link rel="(?!icon|stylesheet)|\bcrossorigin\b|type="module"|<meta (?:property|http-equiv="Content)/,
        path,
      );
    assert.doesNotMatch(read('assets/site.css'), /@import|url\((?!data:|#)/);
    assert.doesNotMatch(
      read('assets/site.js'),
      /(?:^|[^.}\w])fetch\(|\bimport\(|XMLHttpRequest|sendBeacon|https?:\/\/(?!www\.w3\.org)/,
    );
  });

  test('each of its names can stand on a FAT32 drive and on Windows', () => {
    const paths = files.map((path) => `lit-windows-${site.version}/${path}`);
    const parts = new Set(paths.flatMap((path) => path.split('/')));

    for (const part of parts) {
      assert.match(part, /^[\w-][\w.-]*$/);
      assert.doesNotMatch(part, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/i);
    }
    assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, paths.length);
    // So much is left of the 260 signs of Windows for the folder that it is unpacked into.
    for (const path of paths) assert.ok(path.length <= 160, path);
  });

  test('no list begins with the sign that divides its parts, where the first of them is left out', () => {
    for (const path of files.filter((name) => name.endsWith('.html')))
      assert.doesNotMatch(read(path), /[:>]\s*<span>\s*·/, path);
  });

  test('every page of the site is in it but that of the feeds, and the one of wrong addresses', () => {
    const missing = site.files.filter(({ path }) => path.endsWith('.html') && !files.includes(path));

    assert.deepEqual(new Set(missing.map(({ kind }) => kind)), new Set(['wrong address', 'feeds']));
  });

  test('the first page in each language says what it is, which version, and that a copy is a trace', () => {
    for (const [path, language] of [
      ['index.html', 'en'],
      ['ko/index.html', 'ko'],
      ['download/index.html', 'en'],
    ] as const) {
      const html = seen(read(path));
      assert.ok(html.includes(`<span data-fact="version">${site.version}</span>`), path);
      assert.ok(html.includes(dictionaryFor(language).download.trace), path);
    }
  });

  test('the ZIP file has the same as the folder, and grows no faster than the site', () => {
    const zip = readFileSync(file);
    const entries = unzipSync(zip);

    // Of 2,260 files these are 8 MB.
    assert.ok(zip.length / files.length < 3540, `${zip.length} bytes, ${files.length} files`);
    assert.deepEqual(
      Object.keys(entries).sort(),
      files.map((path) => `lit-windows-${site.version}/${path}`).sort(),
    );
    for (const [name, bytes] of Object.entries(entries))
      assert.ok(readFileSync(join(dirname(folder), name)).equals(bytes), name);
  });

  test('the same site gives the same bytes, in another time zone, and while it offers others', async (t) => {
    const offering = join(temporaryFolder(t), 'dist');
    cpSync('dist', offering, { recursive: true });
    cpSync(file, join(offering, editionAddress('folder', site.version)));
    offerEditions(finishedSite(offering));
    const again = join(temporaryFolder(t), 'other.zip');

    await inTimeZone('Pacific/Kiritimati', () => makeFolder(finishedSite(offering), again));

    assert.ok(readFileSync(again).equals(readFileSync(file)));
  });
});

suite('the page of downloads', () => {
  /** A site with that page alone, and a file that is an edition of it. */
  const PAGES = ['download/index.html', 'ko/download/index.html', 'index.html', 'sitemap.xml'];
  const siteWith = (root: string) => {
    for (const page of PAGES) cpSync(join('dist', page), join(root, page));
    const site = finishedSite(root);
    offerEditions(site);
    return site;
  };
  const shown = (root: string, page: string) => seen(readFileSync(join(root, page), 'utf8'));

  test('says how to make editions while there is none', (t) => {
    const root = temporaryFolder(t);

    siteWith(root);

    assert.ok(shown(root, 'download/index.html').includes('npm run edition'));
    assert.ok(!shown(root, 'download/index.html').includes('SHA256SUMS'));
    assert.ok(!existsSync(join(root, 'download/SHA256SUMS')));
  });

  test('offers an edition with size, date, version and checksum, and takes an older one away', (t) => {
    const root = temporaryFolder(t);
    const site = siteWith(root);
    const name = `lit-windows-${site.version}.zip`;
    const inside = Buffer.alloc(4_240_000, 'x');
    const bytes = Buffer.from(zipSync({ 'top/give/index.html': inside }, { level: 0 }));
    const checksum = hash('sha256', bytes);
    writeFileSync(join(root, 'download', name), bytes);
    writeFileSync(join(root, 'download/lit-windows-2020-01-01-00000000.zip'), 'old');

    offerEditions(site);
    const [english, korean] = ['', 'ko/'].map((language) => shown(root, `${language}download/index.html`));

    for (const html of [english ?? '', korean ?? '']) {
      assert.ok(html.includes(`href="/download/${name}"`));
      assert.ok(html.includes(site.version) && html.includes(checksum));
      assert.ok(!html.includes('npm run edition'));
    }
    for (const page of PAGES.slice(0, 2))
      assert.deepEqual(inspectPage(readFileSync(join(root, page), 'utf8')).faults, []);
    assert.match(english ?? '', />4\.2 MB</);
    assert.match(korean ?? '', />4\.2MB</);
    const listed = hash('sha256', inside);
    assert.equal(readFileSync(join(root, 'download/SHA256SUMS'), 'utf8'), `${listed}  give/index.html\n`);
    assert.ok((english ?? '').includes('href="/download/SHA256SUMS"'));
    assert.ok(!existsSync(join(root, 'download/lit-windows-2020-01-01-00000000.zip')));
  });

  test('is as it was when the edition is gone, and the version never depends on it', (t) => {
    const root = temporaryFolder(t);
    const site = siteWith(root);
    const file = join(root, `download/lit-windows-${site.version}.zip`);
    const none = readFileSync(join(root, 'download/index.html'), 'utf8');
    writeFileSync(file, zipSync({ 'top/x': Buffer.from('x') }));
    offerEditions(site);
    const offering = finishedSite(root).version;
    rmSync(file);

    offerEditions(site);

    assert.equal(offering, site.version);
    assert.ok(shown(root, 'download/index.html') === seen(none));
  });
});

test('a version is the newest day of the site and digits that change with any page', (t) => {
  const root = temporaryFolder(t);
  const page = (text: string) => {
    mkdirSync(join(root, 'give'), { recursive: true });
    writeFileSync(join(root, 'give/index.html'), text);
    return finishedSite(root).version;
  };
  writeFileSync(
    join(root, 'sitemap.xml'),
    '<url><lastmod>2026-03-01</lastmod></url><url><lastmod>2026-11-02</lastmod></url><url><lastmod>2025-12-31</lastmod></url>',
  );

  const [first, other, again] = [page('a'), page('b'), page('a')];

  assert.match(first ?? '', /^2026-11-02-[0-9a-f]{8}$/);
  assert.notEqual(first, other);
  assert.equal(first, again);
});

test('without a built site one sentence says what to do', (t) => {
  assert.throws(
    () => finishedSite(temporaryFolder(t)),
    /^Error: There is no built site yet\. Run “npm run build”/,
  );
});
