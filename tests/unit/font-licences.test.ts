import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

/** A licence in two parts: the lines that say whose the fonts are, and what it allows. */
function licenceAt(path: string): { owners: string[]; terms: string } {
  const [owners = '', ...terms] = readFileSync(path, 'utf8').split('\n\n');
  return { owners: owners.split('\n'), terms: terms.join('\n\n') };
}

test('the licence beside the fonts names whose each font is that the site draws with, in the words of its package', () => {
  const fonts = Object.keys(manifest.dependencies).filter((name) => name.startsWith('@fontsource/'));
  const packages = fonts.map((font) => licenceAt(`node_modules/${font}/LICENSE`));
  const ours = licenceAt('src/assets/fonts/licence.txt');

  assert.ok(fonts.length >= 3);
  assert.deepEqual(
    ours.owners,
    packages.flatMap(({ owners }) => owners),
  );
  for (const { terms } of packages) assert.equal(ours.terms, terms);
});
