import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyProject, put, start, updateWithCode } from './copy.ts';

const FRONT_MATTER = `title: "A text with code in it"
summary: "It would run code while the site is built, if anybody let it."
updated: 2026-01-01`;
const RUN = "globalThis.process.getBuiltinModule('node:fs').writeFileSync('code-has-run', '')";
const code: Record<string, string> = {
  'in a line of export': `Text.\n\nexport const ran = ${RUN};\n`,
  'in braces': `Text {${RUN}} goes on.\n`,
  'in an attribute': `Text <Figure id={${RUN}} /> goes on.\n`,
};

/** A copy with texts that hold code, in which the check passes everything. */
function unchecked(...args: Parameters<typeof copyProject>): string {
  const root = copyProject(...args);
  const checked = join(root, 'src/publish/checked-content.ts');
  const text = readFileSync(checked, 'utf8');
  const passing = text.replace(/problems = reading\.problems.*/, 'problems = [];');
  assert.notEqual(passing, text);
  writeFileSync(checked, passing);
  return root;
}

const buildOf = (root: string) =>
  start(root, ['astro', 'build', '--outDir', 'out'], { NODE_ENV: 'production' }).end;

test('code in a post does not run in Astro, even where the check is passed by', async (t) => {
  const root = unchecked(t);
  for (const [index, text] of Object.values(code).entries())
    put(root, `content/en/news/2024/code-${index}.mdx`, updateWithCode(text));

  await buildOf(root);

  assert.ok(!existsSync(join(root, 'code-has-run')));
  // A post is drawn as data, so its code is nothing at all.
  for (const page of globSync('out/news/2024/code-*/index.html', { cwd: root }))
    assert.doesNotMatch(readFileSync(join(root, page), 'utf8'), /getBuiltinModule/);
});

for (const [where, text] of Object.entries(code)) {
  test(`code ${where} of a page does not run in Astro, even where the check is passed by`, async (t) => {
    const root = unchecked(t);
    put(root, 'content/en/pages/code.mdx', `---\n${FRONT_MATTER}\n---\n\n${text}`);

    assert.notEqual((await buildOf(root)).code, 0);

    assert.ok(!existsSync(join(root, 'code-has-run')));
  });
}
