import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

test('each font that the site draws with stands beside the licence of its package', () => {
  const fonts = Object.keys(manifest.dependencies).filter((name) => name.startsWith('@fontsource/'));
  const text = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : `no ${path}`);

  assert.ok(fonts.length >= 3);
  for (const font of fonts)
    assert.equal(
      text(`src/assets/fonts/${font.replace('@fontsource/', '')}-licence.txt`),
      text(`node_modules/${font}/LICENSE`),
    );
});
