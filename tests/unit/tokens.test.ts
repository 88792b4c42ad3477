import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { colour } from '../../src/site/tokens.ts';

test('pictures take their colours from the sheet, by day and by night', () => {
  const sheet = readFileSync('src/styles/tokens.css', 'utf8');

  assert.match(sheet, new RegExp(`--paper: ${colour('paper')};`));
  assert.notEqual(colour('paper'), colour('paper', 'dark'));
  // What the night does not change is as by day.
  assert.equal(colour('dawn', 'dark'), colour('dawn'));
  assert.throws(() => colour('mauve'), /has no colour “--mauve”/);
});

test('a colour is written down in one place only', () => {
  const copies = globSync('src/**/*.{ts,astro,css,svg}')
    .filter((path) => path !== 'src/styles/tokens.css')
    .filter((path) =>
      /["'`: ]#(?:[\da-f]{6}|[\da-f]{3})["'`; )]|oklch\(|rgba?\(/i.test(readFileSync(path, 'utf8')),
    );

  assert.deepEqual(copies, []);
});
