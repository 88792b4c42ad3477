import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/checks/check-content.ts';
import { put } from '../build/copy.ts';
import { randomNumbers } from '../random.ts';
import { THOROUGH } from '../thorough.ts';
import { inTree, TODAY, validContent } from './content-tree.ts';

/** FUZZ_SEED chooses other mutations, FUZZ_ROUNDS how many. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20240601);
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? (THOROUGH ? 10_000 : 200));
/** Seconds of work that one check may take at most. */
const SECONDS = 2;

const random = randomNumbers(SEED);
const below = (end: number) => Math.floor(random() * end);
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const SIGNS = [
  ...['<', '{', '[', '>', '`', '---', ':', '&', '*', '!', '"', "'"],
  ...['}', ']', '(', ')', '\\', '|', '#', '_', '~'],
  ...['\0', '\uFEFF', '\u202E', '\uFFFD', '\n', '\n\n', '\n---\n', '\t'],
  ...['\r', '  ', '👩‍👩‍👧', '김', '%', '@', '?', '=', '/>'],
  ...['<A', '</', '<!--', '-->', '{/*', '*/}', '<>', '```', '$', '!['],
  ...['](', '[^1]', '\nimport ', '\nexport ', '&#x202E;'],
  ...['{process.exit(1)}', '<script>', 'javascript:', '0x1', '1e999'],
  ...['null', 'true', '[]', '{}', '9,999', '--- ', '- ', '\n1. '],
];

type Mutation = (text: string, other: string) => string;

const MUTATIONS: Mutation[] = [
  // delete
  (text) => replaced(text, () => ''),
  // double
  (text) => replaced(text, (part) => part + part),
  // swap
  (text) => {
    const [a = 0, b = 0, c = 0] = [below(text.length), below(text.length), below(text.length)].sort(
      (x, y) => x - y,
    );
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c);
  },
  // insert a sign
  (text) => inserted(text, oneOf(SIGNS)),
  (text) => inserted(text, oneOf(SIGNS)),
  (text) => inserted(text, oneOf(SIGNS)),
  // a long run
  (text) => inserted(text, oneOf(SIGNS).repeat(1 + below(oneOf([10, 100, 1000, 20_000])))),
  // cut off
  (text) => text.slice(0, below(text.length)),
  // splice two files
  (text, other) => text.slice(0, below(text.length)) + other.slice(below(other.length)),
  // one sign for another
  (text) => replaced(text, (part) => oneOf(SIGNS) + part.slice(1)),
  // lines in another order
  (text) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(below(lines.length), 1);
    lines.splice(below(lines.length), 0, line);
    return lines.join('\n');
  },
  // indent a line
  (text) => text.replace(/^/gm, (empty) => (below(40) === 0 ? ' '.repeat(below(8)) : empty)),
];

function inserted(text: string, sign: string): string {
  const at = below(text.length + 1);
  return text.slice(0, at) + sign + text.slice(at);
}

function replaced(text: string, change: (part: string) => string): string {
  const start = below(text.length);
  const end = Math.min(text.length, start + 1 + below(oneOf([3, 30, 300])));
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

test(`answers ${ROUNDS} files changed at random with seed ${SEED}, each in time and in words`, async () => {
  const files = globSync('content/{en/**/*.mdx,data/*.json}').sort();
  const texts = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
  const small = validContent();

  await inTree(small, async (root) => {
    for (let round = 0; round < ROUNDS; round++) {
      // Every third file is data; there are fewer of them.
      const ending = round % 3 === 0 ? '.json' : '.mdx';
      const path = oneOf(files.filter((file) => file.endsWith(ending)));
      let text = texts.get(path) ?? '';
      for (let times = 1 + below(3); times > 0; times--)
        text = oneOf(MUTATIONS)(text, texts.get(oneOf(files)) ?? '');
      put(root, path, text);
      await assertAnswer(root, `round ${round} of seed ${SEED}: ${path}`);
      if (small[path] === undefined) rmSync(join(root, path));
      else put(root, path, small[path]);
    }
  });
});

/** Checks that the check neither throws nor takes long, and that its problems can be acted on. */
async function assertAnswer(root: string, name: string): Promise<void> {
  // Time of this process alone: other work on the machine does not count.
  const start = process.cpuUsage();
  const problems = await checkContent(root, { today: TODAY, words: ['Hidden Name'] }).catch(
    (error: unknown) => assert.fail(`${name} throws ${String(error)}`),
  );
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < SECONDS * 1_000_000, `${name} takes ${(user + system) / 1_000_000} s`);
  for (const { path, line, column, message } of problems) {
    const told = `${name}: ${path}:${line}:${column}: ${message}`;
    assert.ok(existsSync(join(root, path)) || path.startsWith('content/data/'), told);
    assert.ok(line >= 1 && column >= 1, told);
    assert.match(message, /^[^\n]+(?:\.|\/>|<\/\w+>)$/, told);
  }
}
