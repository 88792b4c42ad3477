import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';

const en = dictionaryFor('en');

/** `part.word` for every word that the code takes of a part of the dictionary, or of anything else. */
const TAKEN = new Set<string>();
/** Parts of which any word can be taken: `t.stages[stage]`, `Object.entries(t.nav)`, `{...t.search}`. */
const WHOLE = new Set<string>();

for (const file of globSync('src/**/*.{ts,astro}').filter((name) => !name.startsWith('src/i18n/'))) {
  const code = readFileSync(file, 'utf8');
  const all = (pattern: RegExp) =>
    [...code.matchAll(pattern)].map(([, first = '', second = '']) => [first, second] as const);
  // Constants that stand for a part: `const w = t.timeline;`.
  const parts = new Map(all(/const (\w+) = [\w.]+\.(\w+);/g));
  const take = (of: string, word: string) => TAKEN.add(`${parts.get(of) ?? of}.${word}`);
  // t.news.title
  for (const [of, word] of all(/(\w+)\??\.(?=(\w+))/g)) take(of, word);
  // const { title } = t.news; const { title } = kind ? w.kinds[kind] : w; ({ charts: { key } }: Dictionary)
  const patterns = [
    ...all(/\{([^{}=]*)\}[\w\s]*= (?:[\w.()]+\.)?(\w+)/g),
    ...all(/\{([^{}=]*)\} = [^;]* : (\w+);/g),
    ...all(/\{([^{}=]*)\}: (Dictionary)/g),
    ...all(/(\w+): \{([^{}]*)\}/g).map(([of, words]) => [words, of] as const),
  ];
  for (const [words, of] of patterns)
    for (const word of words.split(',')) take(of, word.trim().split(':')[0] ?? '');
  const dictionary = ['t', 'words', ...parts.keys()].join('|');
  for (const [part] of all(new RegExp(`\\b(?:${dictionary})(?:\\.\\w+)*\\.(\\w+)(?:\\[|\\)| as )`, 'g')))
    WHOLE.add(part);
  for (const [part] of all(/(?<![.\w])(\w+)\[/g)) WHOLE.add(parts.get(part) ?? part);
}

/** Words of a part of the dictionary that nothing takes. */
function unused(tree: object, names: readonly string[], path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    if (!names.some((name) => TAKEN.has(`${name}.${key}`))) return [`${path}${key}`];
    const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPart && !WHOLE.has(key) ? unused(value, [key], `${path}${key}.`) : [];
  });
}

test('holds no words that the site does not use', () => {
  assert.deepEqual(unused(en, ['t', 'words', 'Dictionary']), []);
});
