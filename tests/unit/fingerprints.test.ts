import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  edited,
  EVENTS,
  HOME,
  LAWS,
  ORGANISATIONS,
  PAGE,
  POST,
  REDIRECTS,
  SOURCES,
  problemsIn,
  STATISTICS,
  SURVEYS,
  TERMS,
  TOPICS,
  TODAY,
  validContent,
  withFigure,
  type Content,
} from './content-tree.ts';
import { FINGERPRINT_KEY } from '../../src/checks/fingerprints.ts';
import { published, publishing, VERSIONS } from './published-content.ts';

const since = (content: Content) => problemsIn({ ...content, [VERSIONS]: published });

/** Each kind of record, with a passage and what became of it, and the field that differs. */
const CHANGES: Record<string, [path: string, passage: string, instead: string, field: string]> = {
  figure: [STATISTICS, '"value": 1000', '"value": 1001', 'value'],
  'day of a figure': [STATISTICS, '"asOf": "2021"', '"asOf": "2020"', 'asOf'],
  law: [LAWS, 'over the border', 'over a border', 'text'],
  event: [EVENTS, 'Parliament forbids', 'Parliament allows', 'text'],
  survey: [SURVEYS, 'In 2022', 'In 2021', 'fieldwork'],
  term: [TERMS, 'not arrived', 'perhaps arrived', 'meaning'],
  'title of a chart': [STATISTICS, 'Drives sent by year', 'Drives sent each year', 'title'],
  organisation: [ORGANISATIONS, '"name": "The senders"', '"name": "The sender"', 'name'],
  'address to which donors are sent': [
    ORGANISATIONS,
    'https://flashdrivesforfreedom.org/',
    'https://flash-drives.example.org/',
    'url',
  ],
  'host that others name': [
    ORGANISATIONS,
    '"name": "The senders",',
    '"name": "The senders", "namedByOthers": "senders.org",',
    'namedByOthers',
  ],
  topic: [TOPICS, 'what courts say', 'what judges say', 'description'],
  'title of a source': [SOURCES, '"title": "The report"', '"title": "A report"', 'title'],
  'title of a post': [POST, 'A law is passed', 'A law was passed', 'title'],
  'words of a page': [PAGE, 'Drives.', 'Drives and cards.', 'words'],
  'figure in a text': [POST, 'sent-2021', 'sent-2022', 'words'],
  'chart in a text': [PAGE, '<Chart id="sent" />', '<Chart id="windows" />', 'words'],
  'number of tags in a text': [PAGE, '<Chart id="sent" />', '', 'words'],
  'link to another site': [HOME, '[how to give](/give/)', '[how to give](https://example.org/)', 'words'],
  'number of citations': [POST, ' <Source id="the-report" />', '', 'words'],
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

test('refuses another kind of event than was published, for its address hangs on it', async () => {
  const withKind = (kind: string) => ({
    ...validContent(),
    [EVENTS]: JSON.stringify([
      ...(JSON.parse(String(validContent()[EVENTS])) as unknown[]),
      {
        id: 'law-answered',
        date: '2024-03-15',
        kind,
        title: 'The law is answered',
        text: 'The other side will answer, the report says.',
        sources: ['the-report'],
        certainty: 'reported',
      },
    ]),
  });
  const list = await publishing(withKind('reaction'));
  const [problem, ...others] = await problemsIn({ ...withKind('reporting'), [VERSIONS]: list });

  assert.deepEqual(others, []);
  assert.match(
    problem?.message ?? '',
    /“law-answered” was published, and says something else since in “kind”/,
  );
});

test('knows the name of a text or record in the list of versions, whatever its list or language is called', () => {
  for (const key of ['figures/sent-2021', 'openLetters/first', 'pt-br/news/2024/law-passed'])
    assert.match(key, FINGERPRINT_KEY);
  for (const key of ['/give/version-1.txt', 'figures', 'figures/', 'figures//sent'])
    assert.doesNotMatch(key, FINGERPRINT_KEY);
});

test('offers the day of the editor, not that of a place where tomorrow has begun', async () => {
  const content = { ...edited(PAGE, 'Drives.', 'Cards.'), [VERSIONS]: published };
  const [text] = await problemsIn(content, { day: '2024-05-31' });
  assert.equal(text?.block?.[1], '  - date: 2024-05-31');
});

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

/** The page with two citations; the post that is one of them has a name that may change. */
const citing = (first: string, second: string) =>
  edited(PAGE, 'Drives.', `Drives. <Source id="${first}" /> Cards. <Source id="${second}" />`);

test('refuses a source in place of another, and two that are exchanged', async () => {
  const cited = await publishing(citing('the-report', '2024/law-passed'));
  const since = (content: Content) => problemsIn({ ...content, [VERSIONS]: cited });

  assert.deepEqual(await since(citing('the-report', '2024/law-passed')), []);
  for (const second of ['the-report', '2024/law-passed'])
    assert.match(
      (await since(citing('2024/law-passed', second)))[0]?.message ?? '',
      /something else since in “words”/,
    );
});

test('takes the new name of a post that is cited for no change, where its readers are led there', async () => {
  const { [POST]: post, ...others } = citing('the-report', '2024/law-renamed');
  const content = {
    ...others,
    [POST.replace('law-passed', 'law-renamed')]: post ?? '',
    [REDIRECTS]: '[{ "from": "/news/2024/law-passed/", "to": "/news/2024/law-renamed/" }]',
    [VERSIONS]: await publishing(citing('the-report', '2024/law-passed')),
  };

  assert.deepEqual(await problemsIn(content), []);
  assert.equal((await problemsIn({ ...content, [REDIRECTS]: '[]' })).length, 1);
});

test('takes new names of posts and sources for no change also in records, and of some that were renamed before', async () => {
  const [old, next, last] = ['2024/law-passed', '2024/law-renamed', '2024/law-renamed-again'];
  /** The content with a post and a source under a name each, which a page and a law cite. */
  const named = (post: string, source: string, ...redirects: [from: string, to: string][]): Content => {
    const { [POST]: text = '', ...others } = citing(source, post);
    const named = Object.entries(others).map(([path, one]) => [path, one.replaceAll('the-report', source)]);
    return {
      ...Object.fromEntries(named),
      [POST.replace(old, post)]: text.replaceAll('the-report', source),
      [LAWS]: String(others[LAWS]).replace('"the-report"', `"${source}", "${post}"`),
      [REDIRECTS]: JSON.stringify(redirects.map(([from, to]) => ({ from, to }))),
    };
  };
  const newer = named(next, 'the-report', [`/news/${old}/`, `/news/${next}/`]);
  const newest = named(
    last,
    'a-report',
    [`/news/${next}/`, `/news/${last}/`],
    [`/news/${old}/`, `/news/${last}/`],
    ['/sources/the-report/', '/sources/a-report/'],
  );

  for (const [before, after] of [
    [named(old, 'the-report'), newer],
    [newer, newest],
    // The post was renamed long ago, the source just now.
    [{ ...newest, ...named(last, 'the-report') }, newest],
  ] as const)
    assert.deepEqual(await problemsIn({ ...after, [VERSIONS]: await publishing(before) }), []);
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

test('offers null for what a figure did not have before, and takes it', async () => {
  const note = { dateNote: 'The day is that of the copy.' };
  const [problem] = await since(withFigure(note));
  assert.match(problem?.block?.join('') ?? '', /"was": \{ "dateNote": null \}/);

  const change = { date: TODAY, kind: 'correction', what: 'It lacked the day.', was: { dateNote: null } };
  assert.deepEqual(await since(withFigure({ ...note, changes: [change] })), []);
});

/** Each kind of record that has no page, whose address would be missed, with its name in the list. */
const GONE: Record<string, [path: string, name: string]> = {
  law: [LAWS, 'laws/the-law'],
  event: [EVENTS, 'events/law-passed'],
  survey: [SURVEYS, 'surveys/a-survey'],
  term: [TERMS, 'terms/sent'],
  organisation: [ORGANISATIONS, 'organisations/senders'],
  topic: [TOPICS, 'topics/law'],
};

for (const [noun, [path, name]] of Object.entries(GONE)) {
  test(`notices that a published ${noun} is gone, and says what to do`, async () => {
    const [, id = ''] = name.split('/');
    const gone = (await since(edited(path, `"id": "${id}"`, `"id": "another-${id}"`))).filter(
      (problem) => problem.path === VERSIONS,
    );

    assert.deepEqual(
      gone.map(({ line, message }) => [line, message.replace(/Did you.*?\? /, '')]),
      [
        [
          1,
          `The ${noun} “${id}” was published and is gone. Put it back, for its id never changes. If it has to go, say so in a change of the page that showed it, and delete this line.`,
        ],
      ],
    );
  });
}

test('misses no record whose line was taken out of the list', async () => {
  const { 'topics/law': _, ...others } = JSON.parse(published) as Record<string, string>;
  const content = edited(TOPICS, '"id": "law"', '"id": "another-law"');
  const problems = await problemsIn({ ...content, [VERSIONS]: JSON.stringify(others) });

  assert.ok(problems.every(({ path }) => path !== VERSIONS));
});

test('takes a change of each kind of record, and none that is still to come or types a number', async () => {
  for (const [path, passage, instead] of [
    [STATISTICS, '"title": "Drives sent by year"', '"title": "Drives sent each year"'],
    [ORGANISATIONS, '"name": "The senders"', '"name": "The sender"'],
    [TOPICS, 'what courts say', 'what judges say'],
    [SOURCES, '"title": "The report"', '"title": "A report"'],
  ] as const) {
    const told = (date: string, what: string) => {
      const content = edited(path, passage, instead);
      const change = JSON.stringify([{ date, kind: 'correction', what }]);
      const id = path === STATISTICS ? '"id": "sent",' : '"id":';
      return { ...content, [path]: content[path]?.replace(id, `"changes": ${change}, ${id}`) ?? '' };
    };
    assert.deepEqual(await since(told('2024-05-01', 'A word was wrong.')), [], path);
    const [later] = await since(told('2024-07-01', 'A word was wrong.'));
    assert.match(later?.message ?? '', /still to come/, path);
    const [typed] = await since(told('2024-05-01', 'The number was 12,000.'));
    assert.match(typed?.message ?? '', /12,000/, path);
  }
});
