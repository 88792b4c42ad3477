import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strToU8, type Zippable } from 'fflate';
import { dictionaryFor, type Dictionary } from '../../i18n/dictionary.ts';
import { formatDate } from '../../rules/format.ts';
import { escapeXml } from '../../rules/xml.ts';
import { site as facts, type Language } from '../../site.ts';
import { bookCoverSvg } from '../../site/cards.ts';
import { pngOf } from '../../site/pictures.ts';
import { chaptersOf, type Chapter } from './book.ts';
import { zipped, type FinishedSite } from './finished-site.ts';

/* The book of a language: chapters of the site as an EPUB 3.3, with the files and metadata that it asks for. */

const SHEET = new URL('book.css', import.meta.url);
const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const FEATURES =
  'tableOfContents readingOrder structuralNavigation alternativeText displayTransformability'.split(' ');
/** What a reader can perceive of the book and how, in the words of schema.org. */
const ACCESS: readonly [property: string, value: string][] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ...FEATURES.map((feature): [string, string] => ['accessibilityFeature', feature]),
  ['accessibilityHazard', 'none'],
];

type Pages = readonly [name: string, content: string][];

/** Makes the book of a language. The same site gives the same bytes. */
export const makeBook = (language: Language) => async (site: FinishedSite, file: string) =>
  writeFileSync(file, await bookOf(site, language));

async function bookOf(site: FinishedSite, language: Language): Promise<Uint8Array> {
  const t = dictionaryFor(language);
  const chapters = chaptersOf(site, language);
  const image = `<img src="cover.png" alt="${escapeXml(t.book.coverIs)}" role="doc-cover"/>`;
  const pages: Pages = [
    ['cover.xhtml', pageOf(t, t.book.cover, image, 'cover')],
    ['title.xhtml', pageOf(t, facts.name, titlePage(site, t), 'frontmatter')],
    ['nav.xhtml', pageOf(t, t.book.contents, contentsOf(t, chapters), 'frontmatter')],
    ...chapters.map(({ file, title, body }): [string, string] => [file, pageOf(t, title, body)]),
  ];
  const cover = await pngOf(bookCoverSvg(t), 'card');
  const pictures = new Set(chapters.flatMap((chapter) => chapter.pictures));
  const files: Zippable = {
    // The kind of file is told by its first bytes.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(packageOf(site, language, pages, [...pictures])),
    'EPUB/book.css': readFileSync(SHEET),
    'EPUB/cover.png': cover,
    ...Object.fromEntries(
      [...pictures].map((path) => [`EPUB/${basename(path)}`, readFileSync(join(site.folder, path))]),
    ),
    ...Object.fromEntries(pages.map(([name, content]) => [`EPUB/${name}`, strToU8(content)])),
  };
  return zipped(site, files);
}

function pageOf({ locale }: Dictionary, title: string, body: string, type = 'bodymatter'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${locale}" xml:lang="${locale}">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body epub:type="${type}">${body}</body>
</html>
`;
}

function titlePage({ version, date, address }: FinishedSite, t: Dictionary): string {
  const state = t.book.state({ date: formatDate(date, t), version, address });
  const lines = [t.independent, state, t.licence, t.book.links, t.download.trace];
  const text = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
  return `<section epub:type="titlepage"><h1>${facts.name}</h1><p><b>${escapeXml(t.siteLine)}</b></p>${text}</section>`;
}

/** The contents, which stand in the book too, and the landmarks, which only programs read. */
function contentsOf(t: Dictionary, chapters: readonly Chapter[]): string {
  const item = ({ file, title }: Pick<Chapter, 'file' | 'title'>, inside = '') =>
    `<li><a href="${file}">${escapeXml(title)}</a>${inside && `<ol>${inside}</ol>`}</li>`;
  const items = chapters.flatMap((chapter, index) => {
    if (chapter.isBelow) return [];
    const rest = chapters.slice(index + 1);
    const end = rest.findIndex(({ isBelow }) => !isBelow);
    const below = rest.slice(0, end < 0 ? undefined : end);
    return item(chapter, below.map((one) => item(one)).join(''));
  });
  const marks = [
    ['cover', 'cover.xhtml', t.book.cover],
    ['toc', 'nav.xhtml', t.book.contents],
    ['bodymatter', chapters[0]?.file ?? '', t.book.begin],
  ].map(([type, file, name = '']) => `<li><a epub:type="${type}" href="${file}">${escapeXml(name)}</a></li>`);
  return `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents"><h1 id="contents">${escapeXml(t.book.contents)}</h1><ol>${items.join('')}</ol></nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="${escapeXml(t.book.landmarks)}"><ol>${marks.join('')}</ol></nav>`;
}

function packageOf(
  site: FinishedSite,
  language: Language,
  pages: Pages,
  pictures: readonly string[],
): string {
  const t = dictionaryFor(language);
  const property = (name: string, content: string) =>
    name === 'nav.xhtml' ? ' properties="nav"' : content.includes('<svg') ? ' properties="svg"' : '';
  const idOf = (name: string) => name.replace('.', '-');
  const text = {
    title: `${facts.name}: ${t.siteLine}`,
    language: t.locale,
    creator: facts.name,
    publisher: facts.name,
    date: site.date,
    description: t.book.about,
    rights: t.licence,
    source: site.address,
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${t.locale}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${uuidOf(`${site.address}${language}`)}</dc:identifier>
${Object.entries(text)
  .map(([name, value]) => `<dc:${name}>${escapeXml(value)}</dc:${name}>`)
  .join('\n')}
<meta property="dcterms:modified">${site.date}T00:00:00Z</meta>
<meta property="schema:version">${site.version}</meta>
${[...ACCESS, ['accessibilitySummary', t.book.access]]
  .map(([name, value = '']) => `<meta property="schema:${name}">${escapeXml(value)}</meta>`)
  .join('\n')}
</metadata>
<manifest>
<item id="book-css" href="book.css" media-type="text/css"/>
<item id="cover-png" href="cover.png" media-type="image/png" properties="cover-image"/>
${pictures.map((path, index) => `<item id="picture-${index + 1}" href="${basename(path)}" media-type="image/webp"/>\n`).join('')}${pages
    .map(
      ([name, content]) =>
        `<item id="${idOf(name)}" href="${name}" media-type="application/xhtml+xml"${property(name, content)}/>`,
    )
    .join('\n')}
</manifest>
<spine>
${pages.map(([name]) => `<itemref idref="${idOf(name)}"/>`).join('\n')}
</spine>
</package>
`;
}

/** An identifier that follows from a name, as RFC 9562 has it for checksums of one's own choice (version 8). */
export function identifierOf(name: string): Buffer {
  const bytes = hash('sha256', name, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

const uuidOf = (name: string) =>
  identifierOf(name)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
