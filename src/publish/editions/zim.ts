import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdtempDisposableSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import { defaultLanguage, site as facts, type Language } from '../../site.ts';
import { identifierOf } from './epub.ts';
import type { FinishedSite } from './finished-site.ts';
import { folderFiles, writeFiles } from './folder.ts';

/* The site as a ZIM file, which Kiwix opens: the pages of the folder edition, and the search of Kiwix over them. */

/** Debian's packages for the programs that are needed. */
const TOOLS = { zimwriterfs: 'zim-tools', faketime: 'faketime' };
const PICTURE = 'illustration-48.png';
/** The languages of the site, as ISO 639-3 has them. */
const LANGUAGES: Readonly<Record<Language, string>> = { en: 'eng', ko: 'kor' };
/** How an index of Xapian begins; behind it stand two bytes of its version and sixteen that are drawn by chance. */
const INDEX = Buffer.from('\x0f\x0dXapian Glass', 'latin1');
/** Where the head of a ZIM file has its identifier, and the place of the MD5 sum over all before it. */
const HEAD = { identifier: 8, sum: 72 };

/**
 * Makes the ZIM file. The programs write the day into it and draw identifiers by chance:
 * they are told the day of the version, and the identifiers are made to follow from it.
 * The order of the files is that of the file system.
 * @throws where a program is missing or fails
 */
export async function makeZim(site: FinishedSite, file: string): Promise<void> {
  const missing = Object.entries(TOOLS).filter(([tool]) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0)
    throw new Error(
      `A ZIM file needs ${missing.map(([tool]) => tool).join(' and ')}. On Debian and Ubuntu, “apt install ${missing.map(([, name]) => name).join(' ')}” brings what is missing.`,
    );
  // In memory, a folder lists its files in the order in which they came, whatever the disk.
  using folder = mkdtempDisposableSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lit-windows-'));
  const files = await folderFiles(site);
  const icon = sharp(join(site.folder, 'favicon.svg'), { density: 384 });
  files.set(PICTURE, await icon.resize(48, 48).png().toBuffer());
  for (const [path, bytes] of files)
    if (path.endsWith('.html')) files.set(path, Buffer.from(textIndexed(bytes.toString())));
    // Kiwix names no encoding, and browsers then take another than ours.
    else if (path.endsWith('.txt')) files.set(path, Buffer.from(`\uFEFF${bytes.toString()}`));
  writeFiles(files, folder.path);
  rmSync(file, { force: true });
  write(site, folder.path, file);
  writeFileSync(file, withoutChance(readFileSync(file), `${site.address}zim ${site.version}`));
}

/** A page of which the search of Kiwix takes the text, not the menus around it. */
const textIndexed = (html: string) =>
  html
    .replace(/<body[^>]*>/, '$&<!--htdig_noindex-->')
    .replace(/<main[^>]*>/, '<!--/htdig_noindex-->$&')
    .replace('</main>', '</main><!--htdig_noindex-->');

function write({ version, date, address }: FinishedSite, folder: string, file: string): void {
  const t = dictionaryFor(defaultLanguage);
  const metadata = {
    welcome: 'index.html',
    illustration: PICTURE,
    language: facts.languages.map((language) => LANGUAGES[language]).join(','),
    title: facts.name,
    description: t.siteLine,
    creator: facts.name,
    publisher: facts.name,
    name: 'lit-windows_mul_all',
    source: address,
    scraper: `${facts.name} ${version}`,
    tags: '_category:other;_pictures:yes;_videos:no;_details:yes;north_korea',
    // With more, what is written first is a matter of chance.
    threads: '1',
  };
  const options = Object.entries(metadata).map(([name, value]) => `--${name}=${value}`);
  const { status, stdout, stderr } = spawnSync(
    'faketime',
    [`${date} 12:00:00`, 'zimwriterfs', ...options, folder, file],
    { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } },
  );
  if (status !== 0) throw new Error(`zimwriterfs could not write ${file}: ${(stderr || stdout).trim()}`);
}

/** The file with identifiers that follow from a name, in the place of those that were drawn by chance. */
export function withoutChance(zim: Buffer, name: string): Buffer {
  const fixed = Buffer.from(zim);
  const identifier = identifierOf(name);
  identifier.copy(fixed, HEAD.identifier);
  for (let at = fixed.indexOf(INDEX); at >= 0; at = fixed.indexOf(INDEX, at + 1))
    identifier.copy(fixed, at + INDEX.length + 2);
  const end = Number(fixed.readBigUInt64LE(HEAD.sum));
  hash('md5', fixed.subarray(0, end), 'buffer').copy(fixed, end);
  return fixed;
}
