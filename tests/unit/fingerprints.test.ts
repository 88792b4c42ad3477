import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentReader } from '../../src/checks/check-content.ts';
import { fingerprints } from '../../src/checks/fingerprints.ts';
import {
  edited,
  EVENTS,
  inTree,
  LAWS,
  PAGE,
  POST,
  problemsIn,
  STATISTICS,
  SURVEYS,
  TERMS,
  TODAY,
  validContent,
  type Content,
} from './content-tree.ts';

const VERSIONS = 'content/data/versions.json';

/** The list of versions as the build would write it for the valid content. */
const published = await inTree(validContent(), async (root) => {
  const { data, texts } = await contentReader(root)({ today: TODAY });
  assert.ok(data);
  return JSON.stringify(fingerprints(data, texts));
});

const since = (content: Content) => problemsIn({ ...content, [VERSIONS]: published });

/** Each kind of record, with a passage and what became of it, and the field that differs. */
const CHANGES: Record<string, [path: string, passage: string, instead: string, field: string]> = {
  figure: [STATISTICS, '"value": 1000', '"value": 1001', 'value'],
  'day of a figure': [STATISTICS, '"asOf": "2021"', '"asOf": "2020"', 'asOf'],
  law: [LAWS, 'over the border', 'over a border', 'text'],
  event: [EVENTS, 'Parliament forbids', 'Parliament allows', 'text'],
  survey: [SURVEYS, 'In 2022', 'In 2021', 'fieldwork'],
  term: [TERMS, 'not arrived', 'perhaps arrived', 'meaning'],
  'title of a post': [POST, 'A law is passed', 'A law was passed', 'title'],
  'words of a page': [PAGE, 'Drives.', 'Drives and cards.', 'text'],
  'figure in a text': [POST, 'sent-2021', 'sent-2022', 'text'],
};

for (const [name, [path, passage, instead, field]] of Object.entries(CHANGES)) {
  test(`refuses another ${name} than was published, and says where`, async () => {
    const problems = await since(edited(path, passage, instead));

    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0]?.path, path);
    assert.match(
      problems[0]?.message ?? '',
      new RegExp(`published, and says something else since in “${field}”`),
    );
    assert.match(problems[0]?.block?.join('\n') ?? '', /changes/);
  });
}

test('finds nothing where all stands as it was published, and nothing in what is new', async () => {
  assert.deepEqual(await since(validContent()), []);
  assert.deepEqual(await problemsIn({ ...edited(PAGE, 'Drives.', 'Cards.'), [VERSIONS]: '{}' }), []);
});

test('takes spaces, notes, marks, days of work and addresses that moved for no change', async () => {
  const content = edited(PAGE, 'Drives.', '**Drives**. {/* To be looked at. */}');
  content[POST] = String(content[POST])
    .replace('Some <Figure', 'Some\n<Figure')
    .replace('example.org/law', 'example.org/laws');
  content[STATISTICS] = String(content[STATISTICS]).replaceAll(
    '"checked": "2024-04-01"',
    '"checked": "2024-04-02"',
  );

  assert.deepEqual(await since(content), []);
});

test('takes a change that is told, be it by one word', async () => {
  const content = edited(
    LAWS,
    '"status"',
    '"changes": [{ "date": "2024-05-01", "kind": "rewording", "what": "Spelling." }], "status"',
  );
  content[LAWS] = String(content[LAWS]).replace('over the border', 'over the Border');
  content[PAGE] = String(content[PAGE])
    .replace('Drives.', 'Drives!')
    .replace(
      'updated: 2024-04-01',
      'updated: 2024-05-01\nchanges:\n  - date: 2024-05-01\n    kind: rewording\n    what: Spelling.',
    );

  assert.deepEqual(await since(content), []);
});

test('offers the lines to paste, below the changes that stand there', async () => {
  const [first] = await since(edited(STATISTICS, '"value": 1000', '"value": 1001'));
  assert.match(
    first?.block?.join('\n') ?? '',
    /^"changes": \[\{ "date": "2024-06-01", .*"was": \{ "value": … \} \}\]$/,
  );

  const [text] = await since(edited(PAGE, 'Drives.', 'Cards.'));
  assert.equal(text?.block?.[0], 'changes:');
  assert.equal(text.block[1], '  - date: 2024-06-01');
});
