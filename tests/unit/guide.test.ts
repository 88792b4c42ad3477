import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import GithubSlugger from 'github-slugger';
import { tags } from '../../src/rules/tags.ts';

/* The guide for editors has the same chapters in both languages, and they tell of the same. */

const files = globSync('content/{guide/*,README*,INCIDENT*,STYLE*}.md').sort();
const isKorean = (file: string) => file.endsWith('.ko.md');
const counterpart = (file: string) =>
  isKorean(file) ? file.replace('.ko.md', '.md') : file.replace('.md', '.ko.md');
/** The style of each language is its own. */
const chapters = files.filter((file) => !isKorean(file) && !file.includes('STYLE'));
const textOf = (file: string) => readFileSync(file, 'utf8');

const BLOCK = /^```.*?^```$/gms;
const blocksOf = (text: string) => text.match(BLOCK) ?? [];
const withoutBlocks = (text: string) => text.replace(BLOCK, '');
const isKoreanText = (text: string) => /\p{Script=Hangul}/u.test(text);
/** Commands, tags, fields, files and messages that a chapter names. */
const namedIn = (text: string) =>
  new Set(
    (withoutBlocks(text).match(/(?<!`)`[^`\n]+`/g) ?? []).filter(
      (span) => !isKoreanText(span.replace(/김철수|은\(는\)|이\(가\)|을\(를\)|\(으\)로/, '')),
    ),
  );

test('no chapter of the guide lacks its counterpart in the other language', () => {
  assert.ok(chapters.length > 20, chapters.join());
  assert.deepEqual(
    files.filter((file) => !existsSync(counterpart(file))),
    [],
  );
});

for (const file of chapters)
  test(`${file} and its counterpart name the same, and show the same examples`, () => {
    const [english, korean] = [textOf(file), textOf(counterpart(file))];

    assert.deepEqual([...namedIn(english).difference(namedIn(korean))], [], 'the Korean one lacks these');
    assert.deepEqual([...namedIn(korean).difference(namedIn(english))], [], 'the English one lacks these');
    const [shown, others] = [blocksOf(english), blocksOf(korean)];
    assert.equal(shown.length, others.length);
    assert.deepEqual(
      others.filter((block, index) => block !== shown[index] && !isKoreanText(block)),
      [],
    );
    const parts = (text: string) => withoutBlocks(text).match(/^#+ |^- |^\d+\. |^\|/gm)?.length;
    assert.ok((parts(korean) ?? 0) >= (parts(english) ?? 0), 'a part, item or row is missing');
  });

test('the guide names every tag', () => {
  const text = chapters.map(textOf).join('\n');
  const named = new Set([...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name));

  assert.deepEqual([...new Set(Object.keys(tags)).difference(named)], []);
});

test('the guide names the parts of a run of the tests as they are printed', () => {
  const parts = new Set(
    [...textOf('tests/run.ts').matchAll(/name: '([^']+)'|nodeTests\('([^']+)'/g)].map(
      ([, one, other]) => one ?? other,
    ),
  );
  const [, named = ''] =
    /the line that begins with `([^`:]+):`/.exec(textOf('content/guide/pull-requests.md')) ?? [];

  assert.ok(parts.has(named), named);
});

const anchorsOf = (text: string) => {
  const slugger = new GithubSlugger();
  return new Set(
    [...withoutBlocks(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugger.slug(heading)),
  );
};

test('every link of the guide leads to a file and a heading, in its own language where there is one', () => {
  const wrong = files.flatMap((file) =>
    [...withoutBlocks(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^(?:https?:|words|address)|^[/…]/.test(link)) return [];
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      const isWrong =
        !existsSync(target) ||
        (anchor !== undefined && !anchorsOf(textOf(target)).has(anchor)) ||
        (isKorean(file) !== isKorean(target) &&
          !target.includes('STYLE') &&
          counterpart(file) !== target &&
          existsSync(counterpart(target)));
      return isWrong ? [`${file}: ${link}`] : [];
    }),
  );

  assert.deepEqual(wrong, []);
});
