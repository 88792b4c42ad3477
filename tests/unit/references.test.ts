import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { parseMdx } from '../../src/checks/check-markup.ts';
import { idsOf, referencesOf, usersByReference } from '../../src/rules/references.ts';
import { figureId, sourceId } from '../../src/schemas/fields.ts';
import { SCHEMAS, TEXTS } from '../../src/schemas/lists.ts';
import { referencesIn } from '../../src/schemas/references.ts';
import { gives } from './tables.ts';

/** What a text names, as words. */
function named(text: string): string[] {
  const tree = parseMdx(text, (_, message) => assert.fail(message));
  assert.ok(tree);
  return referencesOf(tree).map(({ kind, id }) => `${kind} ${id}`);
}

/** What a value names, as words. */
const fields = (schema: z.ZodType, value: unknown) =>
  referencesIn(schema, value).map(({ kind, id, path }) => `${path.join('.')}: ${kind} ${id}`);

gives(named, {
  'finds the figures, sources, charts and links of a text in their order': {
    'Some <Figure id="sent" /> were [sent](/give/) <Source id="2017/award" />.\n\n<Chart id="by-year" />': [
      'figures sent',
      'links /give/',
      'sources 2017/award',
      'charts by-year',
    ],
  },
  'finds pictures, organisations and the list of them': {
    '<Image src="a.jpg" alt="b" />\n\n<Official id="hrf" />\n\n<Organisations />': [
      'images a.jpg',
      'organisations hrf',
      'lists organisations',
    ],
  },
});

test('says where a tag or link stands, and by what words', () => {
  const tree = parseMdx('One\n\ntwo [three *four*](/a/) <Source id="b" />', () => {});

  const found = tree && referencesOf(tree).map(({ words, place }) => [words, place.line, place.column]);

  assert.deepEqual(found, [
    ['three four', 3, 5],
    ['Source', 3, 25],
  ]);
});

gives(named, {
  'takes no tag in code for a reference, in a line or in a block': {
    'Write `<Figure id="a" />`.\n\n```mdx\n<Source id="b" />\n[c](/d/)\n```\n\n~~~\n<Chart id="e" />\n~~~':
      [],
  },
  'leaves out tags in notes, which no reader sees': {
    '{/* <Figure id="a" />\nand <Organisations /> */}\n\nText {/* <Source id="c" /> */}': [],
  },
  'finds the id behind other attributes and line breaks': {
    'A <Figure unit="hide" id="sent" /> and <Figure\n  id="collected"\n/>': [
      'figures sent',
      'figures collected',
    ],
  },
});

test('finds the words in which an editor gives a figure', () => {
  const tree = parseMdx('A <Figure id="sent" as="one in five" /> and <Figure id="sent" />.', () => {});

  const found = tree && referencesOf(tree).map(({ as }) => as);

  assert.deepEqual(found, ['one in five', undefined]);
});

gives(named, {
  'counts the source of a quotation before what stands in it': {
    '<Quote by="Name" source="2017/award">\n\nWords <Source id="b" />\n\n</Quote>': [
      'sources 2017/award',
      'sources b',
    ],
  },
  'leaves out tags of other names and attributes that hold no id': {
    'A <Figures id="a" /> <Figure /> <Source title="x" /> <Figure id={b} /> id="b"': [],
  },
});

test('names each id once, in order of first mention', () => {
  const references = ['b', 'a', 'b'].map((id) => ({ kind: 'sources' as const, id }));

  assert.deepEqual(idsOf([...references, { kind: 'figures', id: 'c' }], 'sources'), ['b', 'a']);
});

test('finds ids in fields of every form, each with its path', () => {
  const schema = z.object({
    one: figureId.optional().describe('A figure.'),
    list: z.array(sourceId).min(1).default([]),
    by: z.record(z.string(), z.strictObject({ of: figureId }).partial()),
    read: z.preprocess((value) => value, figureId),
    kind: z.discriminatedUnion('is', [
      z.object({ is: z.literal('a'), id: figureId }),
      z.object({ is: z.literal('b'), id: sourceId }).refine(() => false),
    ]),
    either: z.union([z.array(figureId), sourceId]),
    words: z.string(),
  });

  const found = fields(schema, {
    one: 'f',
    list: ['s', 7, 't'],
    by: { x: { of: 'g' }, y: {} },
    read: 'h',
    kind: { is: 'b', id: 'u' },
    either: 'v',
    words: 'f',
  });

  assert.deepEqual(found, [
    'one: figures f',
    'list.0: sources s',
    'list.2: sources t',
    'by.x.of: figures g',
    'read: figures h',
    'kind.id: sources u',
    'either: sources v',
  ]);
});

test('finds nothing, and does not fail, where a value has another form than its schema', () => {
  const schemas: z.ZodType[] = [...Object.values(TEXTS), ...Object.values(SCHEMAS)];

  const found = schemas.flatMap((schema) =>
    [null, undefined, 7, 'a', [], [[]], { figures: 'a', topics: {}, sources: null, examples: ['b'] }].flatMap(
      (value) => fields(schema, value),
    ),
  );

  assert.deepEqual(found, []);
});

test('finds what a figure names, in its earlier versions too', () => {
  const found = fields(SCHEMAS.figures, {
    id: 'a',
    sources: ['s'],
    topics: ['law'],
    measure: 'm',
    crossChecks: [{ sum: ['b', 'c'], times: 'd' }],
    conflicts: ['e'],
    changes: [{ was: { sources: ['old'] } }],
  });

  assert.deepEqual(found, [
    'sources.0: sources s',
    'topics.0: topics law',
    'crossChecks.0.sum.0: figures b',
    'crossChecks.0.sum.1: figures c',
    'crossChecks.0.times: figures d',
    'conflicts.0: figures e',
    'changes.0.was.sources.0: sources old',
  ]);
});

test('takes a passage as it once stood for no reference', () => {
  const found = fields(TEXTS.pages, {
    figures: ['a'],
    changes: [{ was: 'Some <Figure id="b" />', now: 'Some <Figure id="c" />' }],
  });

  assert.deepEqual(found, ['figures.0: figures a']);
});

test('gives who names an id of a kind, each once', () => {
  const usersOf = usersByReference([
    [
      'page',
      [
        { kind: 'figures', id: 'a' },
        { kind: 'figures', id: 'a' },
      ],
    ],
    [
      'post',
      [
        { kind: 'sources', id: 'a' },
        { kind: 'figures', id: 'a' },
      ],
    ],
  ]);

  assert.deepEqual([...usersOf('figures', 'a')], ['page', 'post']);
  assert.deepEqual([...usersOf('sources', 'a')], ['post']);
  assert.deepEqual([...usersOf('laws', 'a')], []);
});
