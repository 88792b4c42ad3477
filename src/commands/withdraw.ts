import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { contentReader, type Reading } from '../checks/check-content.ts';
import { lineAt } from '../checks/content-files.ts';
import { printProblems } from '../checks/print-problems.ts';
import { publishedAddresses, publishedVersions } from '../checks/published.ts';
import { allTexts } from '../checks/read-entries.ts';
import { localAddress, plainAddress } from '../rules/addresses.ts';
import { entryAddress } from '../rules/kinds.ts';
import { posixPath } from '../rules/posix-path.ts';
import { TEXT_KINDS } from '../schemas/lists.ts';
import { defaultLanguage, site } from '../site.ts';
import { command } from './command.ts';
import { removeUnused, unusedIn, withdrawVersions } from './withdraw/records.ts';
import {
  passagePattern,
  REASONS,
  versionAfter,
  withdrawnText,
  withoutPassages,
  type Withdrawal,
} from './withdraw/texts.ts';

const HELP = `npm run withdraw -- <id> takes a text out of the content, in every language, with its earlier
versions, its pictures and the figures that nothing else uses. A page at the same address says that
it was withdrawn, and nothing of what it said.

  <id>                 as in 2017/design-award, give/wipe or books; with its kind where two have one name: pages/books;
                       or the address of its page
  --passage            only a passage, which is then pasted; a line --- divides several, as of each language
  --reason <reason>    ${REASONS.join(', ')}; readers are told. safety unless given

Exit code: 0 where the content can be built, 1 where an editor has to do the rest.`;

type Found = ReturnType<typeof originalsIn>[number];

/** Every text with its address, as the default language shows it: one that only another language has stands there too. */
const originalsIn = ({ texts }: Reading) =>
  TEXT_KINDS.flatMap((kind) =>
    texts[defaultLanguage][kind].map((entry) => ({ kind, entry, address: entryAddress(kind, entry.id) })),
  );

/** The text of an id. @throws with a sentence where there is none, or several */
function textOf(reading: Reading, id: string): Found {
  // In a hurry, the address is pasted as the letter had it.
  const name = plainAddress(URL.parse(id)?.pathname ?? id);
  const found = originalsIn(reading).filter(({ kind, entry, address }) =>
    [entry.id, `${kind}/${entry.id}`, address].includes(name),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  const named = found.map(({ kind }) => `${kind}/${id}`).join(' or ');
  throw new Error(
    only
      ? `Several texts are named so. Write ${named}.`
      : `There is no text of the id “${id}”. Write it as in 2017/design-award, give/wipe or books, or give its address.`,
  );
}

/** The files of a text, its own first, then those of its translations, with the version that these follow from now on. */
function filesOf(root: string, { entry }: Found) {
  const text = readFileSync(join(root, entry.path), 'utf8');
  return site.languages.flatMap((language) => {
    const path = entry.path.replace(`content/${entry.language}/`, `content/${language}/`);
    const follows = language === entry.language ? undefined : versionAfter(text);
    const file = join(root, path);
    return existsSync(file) ? { language, path, file, text: readFileSync(file, 'utf8'), follows } : [];
  });
}

/** Withdraws a whole text, with the pictures that no other text shows. */
function withdrawWhole(root: string, found: Found, { texts }: Reading, why: Withdrawal): void {
  const files = filesOf(root, found);
  const own = new Set(files.map(({ path }) => path));
  const shown = allTexts(texts).flatMap(({ path, textReferences }) =>
    textReferences.flatMap(({ kind, id }) => (kind === 'images' ? { id, isOwn: own.has(path) } : [])),
  );
  for (const [id, places] of Map.groupBy(shown, (picture) => picture.id))
    if (places.every(({ isOwn }) => isOwn)) rmSync(join(root, 'content/images', id), { force: true });
  for (const { file, text, language, follows } of files)
    writeFileSync(file, withdrawnText(text, language, why, follows));
}

/**
 * Withdraws passages from every text that holds one. A translation of such a text in which
 * none is found is removed, for it may say the same; its page is then shown in the other language.
 * @throws where the text that was named holds none
 */
function withdrawPassages(
  root: string,
  named: Found,
  reading: Reading,
  passages: readonly RegExp[],
  why: Withdrawal,
) {
  const holding = originalsIn(reading).filter((found) =>
    filesOf(root, found).some(({ text }) => passages.some((passage) => text.search(passage) >= 0)),
  );
  if (!holding.some(({ entry }) => entry === named.entry)) {
    const places = placesOf(root, passages);
    const todo =
      places.length === 0
        ? 'Copy it from the file, with its tags.'
        : `It stands here; content/INCIDENT.md tells what to do:\n${places.join('\n')}`;
    throw new Error(`The passage does not stand in ${named.entry.path}. ${todo}`);
  }
  for (const { file, text, language, follows } of holding.flatMap((found) => filesOf(root, found))) {
    const left = withoutPassages(text, passages, language, why, follows);
    if (left === undefined) rmSync(file);
    else writeFileSync(file, left);
  }
  return holding;
}

/** Where files of the content hold something, as lines to look at. */
function placesOf(root: string, patterns: readonly RegExp[]): string[] {
  const paths = globSync('{content,public}/**/*.{mdx,json,md,txt}', { cwd: root });
  const places = paths.toSorted().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(({ index }) => `  ${posixPath(path, sep)}:${lineAt(text, index).line}`);
  });
  return [...new Set(places)];
}

/** Lists that name every address, and templates, which tell nothing of what stood there. */
const TELLS_NOTHING = /\/(?:published|versions|redirects)\.json:|\/templates\/|\.md:/;

const TAKES = {
  help: HELP,
  allowPositionals: true,
  options: { passage: { type: 'boolean' }, reason: { type: 'string' } },
} as const;

process.exitCode = await command(TAKES, async ({ values, positionals: [id, ...others] }) => {
  const reason = REASONS.find((one) => one === (values.reason ?? REASONS[0]));
  if (id === undefined || others.length > 0 || !reason) throw new Error(HELP);
  const root = process.cwd();
  const read = contentReader(root);
  const before = await read();
  // Both lists are changed last: one that cannot be read would leave the work half done.
  publishedAddresses(root);
  publishedVersions(root);
  const unused = unusedIn(before);
  const named = textOf(before, id);
  const why = { day: new Date().toISOString().slice(0, 10), reason };
  let passages: RegExp[] = [];
  let changed = [named];
  if (values.passage) {
    if (process.stdin.isTTY)
      console.log('Paste the passage. Then press Ctrl+D, or on Windows Ctrl+Z and Enter.');
    const pasted = readFileSync(0, 'utf8').split(/^---[ \t]*\r?$/m);
    passages = pasted.filter((text) => text.trim() !== '').map(passagePattern);
    changed = withdrawPassages(root, named, before, passages, why);
  } else withdrawWhole(root, named, before, why);

  for (const { kind, entry, address } of changed) withdrawVersions(root, address, `${kind}/${entry.id}`);
  const [{ address: first } = named] = changed;
  // A figure that goes may leave its source without use.
  const gone: string[] = [];
  for (let ids; (ids = removeUnused(root, await read(), first, unused)).length > 0;) gone.push(...ids);
  const pages = changed.flatMap(({ address }) =>
    site.languages.map((language) => localAddress(language, address)),
  );
  console.log(`Withdrawn: ${pages.join(', ')}`);
  if (gone.length > 0) console.log(`Taken out with it, for nothing else used it: ${gone.join(', ')}`);
  const left = placesOf(root, passages);
  if (left.length > 0) console.log(`The passage stands here too. Take it out by hand:\n${left.join('\n')}`);
  const name = `"${RegExp.escape(named.entry.id)}"|${RegExp.escape(first)}(?=["')#])`;
  const naming = values.passage
    ? []
    : placesOf(root, [new RegExp(name, 'g')]).filter((place) => !TELLS_NOTHING.test(place));
  if (naming.length > 0)
    console.log(`These name it. Read whether they tell what was withdrawn:\n${naming.join('\n')}`);
  console.log(
    'Go on with content/INCIDENT.md: build, make the editions anew, sign, publish. Git and copies keep the rest.',
  );
  const { problems } = await read();
  if (problems.length > 0) printProblems(problems, root, { actions: false });
  return problems.length + left.length > 0 ? 1 : 0;
});
