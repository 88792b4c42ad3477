import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE, SOURCES, validContent } from './content-tree.ts';
import { contentAt, FINE, runs } from './links-runs.ts';
import { serve } from './links-servers.ts';

/** Path at which an archive is asked for a copy. */
const question = (url: string, timestamp: string) => `/available?${new URLSearchParams({ url, timestamp })}`;

const GONE = { ...FINE, '/report': { status: 404 }, '/law': { status: 410 } };

test('a page is called gone only when it failed on two days', async (t) => {
  const { at } = await serve(t, GONE);

  const { ends, memory } = await runs(contentAt(at), [0, 0, 7]);

  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0, 1],
  );
  for (const { said } of ends.slice(0, 2)) {
    assert.match(said, /^Failed for the first time: nothing to do, another day decides \(2\)\.\n/);
    assert.match(said, new RegExp(`${SOURCES}:5:12: .*#part is gone \\(404\\)\\.`));
  }
  assert.match(
    ends[2]?.said ?? '',
    /^Gone on two days: .* \(2\)\.\n.*\n.*\/law is gone \(410, since 2026-11-20\)\./,
  );
  assert.deepEqual(memory, { [at('/law')]: '2026-11-20', [at('/report')]: '2026-11-20' });
});

test('a page that comes back is forgotten', async (t) => {
  const { at } = await serve(t, { ...FINE, '/law': [{ status: 404 }, { status: 404 }, {}, { status: 404 }] });

  const { ends } = await runs(contentAt(at), [0, 7, 14]);

  assert.deepEqual(
    ends.map(({ code, said }) => [code, said.includes('Failed for the first time')]),
    [
      [0, true],
      [0, false],
      [0, true],
    ],
  );
});

test('a busy day between two failures changes nothing', async (t) => {
  const dead = [{ status: 404 }, { status: 404 }];
  const { at } = await serve(t, { ...FINE, '/law': [...dead, { status: 503 }, ...dead] });

  const { ends } = await runs(contentAt(at), [0, 7, 14]);

  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0, 1],
  );
});

test('the archive is asked for the copy nearest to the date of the source, and the line to add is printed', async (t) => {
  const copy = 'http://web.archive.org/web/20220304050607/http://example.org/page';
  const body = JSON.stringify({
    archived_snapshots: { closest: { available: true, status: '200', url: copy } },
  });
  const { at } = await serve(t, { ...GONE, '/link': { status: 404 } });
  const questions = [
    question(at('/law'), '20240314'),
    question(at('/link'), '20240401'),
    question(at('/report'), '2022'),
  ];
  const server = await serve(t, Object.fromEntries(questions.map((path) => [path, { body }])));

  const { last } = await runs(contentAt(at), [0, 7], [], { archive: server.at('/available') });

  const secure = copy.replace('http:', 'https:');
  const lines = last.said.split('\n').map((line) => line.replace(/.*since 2026-11-20\)\. /, ''));
  assert.deepEqual(lines.slice(1, 5), [
    `Add a line above it: "archived": "${secure}",`,
    `Add a line above it: archived: "${secure}"`,
    `Lead to the archived copy: ](${secure}).`,
    `Lead to the archived copy: ](${secure}).`,
  ]);
  assert.deepEqual(server.seen.map(({ path }) => path).sort(), ['/robots.txt', ...questions].sort());
});

const ANSWERS: Record<string, [body: string, words: RegExp]> = {
  'has no copy': ['{"archived_snapshots":{}}', /No archived copy was found\. .*put noUrl in place of url/],
  'names a copy elsewhere': [
    '{"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://evil.example/"}}}',
    /The archive could not be asked\. Look there for a copy: https:\/\/web\.archive\.org\/web\/\*\/http/,
  ],
  'answers nonsense': ['<html>', /The archive could not be asked\./],
};
for (const [what, [body, words]] of Object.entries(ANSWERS)) {
  test(`an archive that ${what} gives no line to add`, async (t) => {
    const { at } = await serve(t, { ...FINE, '/law': { status: 404 } });
    const server = await serve(t, { [question(at('/law'), '20240314')]: { body } });

    const { last } = await runs(contentAt(at), [0, 7], [], { archive: server.at('/available') });

    assert.equal(last.code, 1);
    assert.match(last.said, words);
    assert.doesNotMatch(last.said, /archived: "|evil/);
  });
}

test('a page that is gone waits for nobody once its copy stands beside it', async (t) => {
  const { at } = await serve(t, { ...FINE, '/official': {}, '/report': { status: 404 }, '/copy': {} });
  const content = contentAt(at);
  content[SOURCES] = String(content[SOURCES]).replace('"url"', `"archived": "${at('/copy')}",\n    "url"`);
  content[PAGE] = validContent()[PAGE] ?? '';

  const { last } = await runs(content, [0, 7]);

  assert.equal(last.code, 0);
  assert.match(last.said, /^Gone, but the archived copy stands beside it: nothing to do \(1\)\./);
});
