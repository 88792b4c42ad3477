import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import type { SourceData } from '../../src/checks/positions.ts';
import { checkShape } from '../../src/checks/schema-sentences.ts';
import { collections } from '../../src/content.config.ts';

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
  lacks: () => false,
  placeOfKey: () => ({ line: 1, column: 1 }),
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

for (const [name, { schema }] of Object.entries(collections)) {
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
      checkShape(schema as unknown as z.ZodType, value, source, ['figures', 0], (_, message) =>
        told.add(message),
      );

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

for (const [name, kind, sentence] of [
  ['news', 'update', 'There is no field “titel” in a post of kind “update”. Did you mean “title”?'],
  ['events', 'law', 'There is no field “titel”. Did you mean “title”?'],
] as const) {
  test(`tells the kind of a post where it chooses the fields: an entry of “${name}”`, () => {
    const told: string[] = [];

    const schema = collections[name].schema as unknown as z.ZodType;
    checkShape(schema, { kind, titel: 'x' }, source, [], (_, message) => told.push(message));

    assert.ok(
      told.some((message) => message.startsWith(sentence)),
      told.join('\n'),
    );
  });
}
