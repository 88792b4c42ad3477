import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SourceData } from '../../src/checks/positions.ts';
import { checkShape } from '../../src/checks/schema-sentences.ts';
import { plain } from '../../src/schemas/fields.ts';
import { LISTS_OF_FILE } from '../../src/rules/lists.ts';
import { SCHEMAS, TEXTS } from '../../src/schemas/lists.ts';

const ODD = [
  null,
  '',
  ' ',
  'x',
  'x'.repeat(1000),
  0,
  -1,
  1.5,
  Infinity,
  NaN,
  true,
  [],
  [null],
  ['', 7],
  {},
  { x: 1 },
  [[{}]],
];

const source: SourceData = {
  value: {},
  place: () => ({ line: 1, column: 1 }),
  placeOfKey: () => ({ line: 1, column: 1 }),
  spoken: () => [],
  remarks: () => [],
};

/** The fields that a schema knows, in all its shapes and at all depths, as paths. */
function fields(schema: unknown, path: string[] = []): string[][] {
  const { def } = schema as { def: Record<string, unknown> };
  const inner = [def['innerType'], def['in'], def['out'], def['element'], def['options']]
    .flat()
    .filter(Boolean);
  const shape = Object.entries((def['shape'] ?? {}) as Record<string, unknown>);
  return [
    ...inner.flatMap((part) => fields(part, path)),
    ...shape.flatMap(([name, part]) => [[...path, name], ...fields(part, [...path, name])]),
  ];
}

/** An object with a value at a path; lists hold one object. */
function nested([first = '', ...rest]: string[], value: unknown): Record<string, unknown>[] {
  const inside = rest.length === 0 ? [value] : nested(rest, value).flatMap((part) => [part, [part]]);
  return inside.map((part) => ({ [first]: part }));
}

const lists = Object.entries(SCHEMAS);

for (const [name, schema] of [...Object.entries(TEXTS), ...lists]) {
  test(`says in whole sentences what is wrong with an entry of “${name}”, never in words of the library`, () => {
    const told = new Set<string>();
    const data = [
      ...ODD,
      ...fields(schema).flatMap((path) => ODD.flatMap((value) => nested(path, value))),
    ].flatMap((value) => [
      value,
      { kind: 'coverage', ...Object(value) },
      { kind: 'update', ...Object(value) },
    ]);

    for (const value of data)
      checkShape(schema, value, source, ['figures', 0], (_, message) => told.add(message));

    assert.ok(told.size > 5, 'faults are found');
    for (const message of told) {
      assert.doesNotMatch(
        message,
        /\b(?:Invalid|expected|received|Too (?:small|big)|Unrecognized|undefined|NaN)\b/i,
      );
      assert.match(message, /^.{20,}\.$/);
    }
  });
}

for (const [name, schema, kind, sentence] of [
  [
    'news',
    TEXTS.news,
    'update',
    'There is no field “titel” in a post of kind “update”. Did you mean “title”?',
  ],
  ['events', SCHEMAS.events, 'law', 'There is no field “titel”. Did you mean “title”?'],
] as const) {
  test(`tells the kind of a post where it chooses the fields: an entry of “${name}”`, () => {
    const told: string[] = [];

    checkShape(schema, { kind, titel: 'x' }, source, [], (_, message) => told.push(message));

    assert.ok(
      told.some((message) => message.startsWith(sentence)),
      told.join('\n'),
    );
  });
}

test('a value stands on one line, so that a citation of it does', () => {
  for (const text of ['A law\nis passed', ' A law \n\n is passed\n'])
    assert.equal(plain('a title', 2, 20).parse(text), 'A law is passed');
  assert.throws(() => plain('a title', 2, 20).parse(' \n '), /too short/);
});

test('helps in VS Code with every data file, by the shape of its lists', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const settings = read('.vscode/settings.json') as {
    'json.schemas': { fileMatch: string[]; url: string }[];
  };
  const helped = settings['json.schemas'].flatMap(({ fileMatch, url }) => {
    const { properties } = url.startsWith('./.vscode/')
      ? (read(url) as { properties: Record<string, { $ref: string }> })
      : { properties: { only: { $ref: url } } };
    const lists = Object.values(properties).map(
      ({ $ref }) => /collections\/(.*)\.schema\.json$/.exec($ref)?.[1],
    );
    return fileMatch.flatMap((file) => lists.map((list) => `${list} in ${file}`));
  });
  const wanted = [...LISTS_OF_FILE].flatMap(([file, lists]) =>
    lists.map((list) => `${list} in content/data/${file}.json`),
  );

  const [known, needed] = [new Set(helped), new Set(wanted)];
  assert.deepEqual(
    [...needed.difference(known)],
    [],
    'Add a line to .vscode/settings.json for each of these, like those of other lists.',
  );
  assert.deepEqual(
    [...known.difference(needed)],
    [],
    'Take these out of .vscode/settings.json, for there is no such list.',
  );
});
