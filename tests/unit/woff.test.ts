import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { create, type Font } from 'fontkit';
import { unpackedFont } from '../../src/site/lettering.ts';

const { resolve } = createRequire(import.meta.url);

for (const [family, text] of [
  ['newsreader/files/newsreader-latin-500-normal', 'Lit Windows, 2016–2026'],
  ['noto-sans-kr/files/noto-sans-kr-korean-600-normal', '불 켜진 창'],
] as const)
  test(`an unpacked font sets and draws each letter as the packed one: ${family}`, () => {
    const packed = readFileSync(resolve(`@fontsource/${family}.woff`));
    const drawn = (file: Buffer) => {
      const { glyphs, positions } = (create(file) as Font).layout(text);
      return glyphs.map((glyph, index) => [glyph.path.toSVG(), positions[index]?.xAdvance]);
    };

    const unpacked = unpackedFont(packed);

    assert.ok(unpacked.length > packed.length);
    assert.deepEqual(drawn(unpacked), drawn(packed));
  });
