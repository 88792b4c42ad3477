import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainSheet } from '../../src/publish/plain-sheet.ts';

const properties =
  '@layer properties{@supports (x){*,:before{--tw-border-style:solid;--tw-leading:initial}::backdrop{--tw-border-style:solid}}}';
const registered = '@property --tw-border-style{syntax:"*";inherits:false;initial-value:solid}';

test('leaves out of the sheet the registers that no class reads', () => {
  const css =
    `${properties}@layer base{p{margin:0}}.border-t{border-top-style:var(--tw-border-style);border-top-width:1px}` +
    `.dashed{--tw-border-style:dashed;border-style:dashed}.bold{--tw-font-weight:700;font-weight:700}${registered}`;

  assert.equal(
    plainSheet(css),
    '@layer base{p{margin:0}}.border-t{border-top-width:1px}.dashed{border-style:dashed}.bold{font-weight:700}',
  );
});

test('leaves a sheet as it is that uses another register', () => {
  const css = `${properties}.shadow{--tw-shadow:0 0;box-shadow:var(--tw-shadow)}`;

  assert.equal(plainSheet(css), css);
});
