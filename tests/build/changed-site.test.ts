import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { changes } from './changed/changes.ts';
import { contact } from './changed/contact.ts';
import { goodCorpus } from './changed/good-corpus.ts';
import { language } from './changed/language.ts';
import { markdown } from './changed/markdown.ts';
import { pictures } from './changed/pictures.ts';
import { OLD_VERSIONS, redirects } from './changed/redirects.ts';
import { addOwnTopic, assertWorked, build, copyProject, keepPictures, leaveOutChanges, put } from './copy.ts';

/*
 * One copy of the project with many changes, which is built once. Each change says what it
 * does to the content, and what must stand in the built site.
 */

/** The built copy. */
export interface ChangedSite {
  root: string;
  /** A file of the site as text. */
  read(path: string): string;
}

export interface Change {
  /** What must be so, as the name of a test. */
  name: string;
  make(root: string): void | Promise<void>;
  check(site: ChangedSite, t: TestContext): void | Promise<void>;
}

/** The language copies the texts that those before it have written. */
const CHANGES = [pictures, changes, contact, redirects, markdown, language, goodCorpus];

test('a copy of the project with many changes', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  leaveOutChanges(root);
  addOwnTopic(root);
  for (const { make } of CHANGES) await make(root);
  // The changes make figures say that they said something else before.
  put(root, 'content/data/versions.json', JSON.stringify(OLD_VERSIONS));

  assertWorked(await build(root));

  const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  for (const { name, check } of CHANGES) await t.test(name, (t) => check({ root, read }, t));
});
