import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../build/copy.ts';

const SAYS = `
  const { columnsIn, dictionaryFor, publisherIn } = await import('./src/i18n/dictionary.ts');
  const { messageFor } = await import('./src/checks/message-language.ts');
  console.log(JSON.stringify([
    dictionaryFor('fr').locale,
    columnsIn('fr')('A name.'),
    publisherIn('fr', 'The Daily'),
    messageFor('content/fr/news/2024/x.mdx', 'Take it out.'),
  ]));
`;

test('a language has its words, columns, publishers and messages as soon as it is named and their files are there', (t) => {
  const root = temporaryFolder(t);
  cpSync('src', join(root, 'src'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  const plan = readFileSync('src/site.ts', 'utf8');
  writeFileSync(
    join(root, 'src/site.ts'),
    plan.replace("languages: ['en', 'ko']", "languages: ['en', 'ko', 'fr']"),
  );
  for (const [path, own] of Object.entries({
    'src/i18n/fr.json': { locale: 'fr-FR' },
    'src/i18n/columns/fr.json': { 'A name.': 'Un nom.' },
    'src/i18n/publishers/fr.json': { 'The Daily': 'Le Quotidien' },
    'src/checks/messages/fr.json': { 'Take it out.': 'Retirez-le.' },
  })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(own));
  }

  const { stdout, stderr } = spawnSync('node', ['--input-type=module', '--eval', SAYS], {
    cwd: root,
    encoding: 'utf8',
  });

  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), ['fr-FR', 'Un nom.', 'Le Quotidien', 'Retirez-le.']);
});
