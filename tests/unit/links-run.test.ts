import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { outsideAddresses } from '../../src/commands/links/addresses.ts';
import { publicOnly } from '../../src/commands/links/visitor.ts';
import { inTree, ORGANISATIONS, PAGE, POST, SOURCES, validContent } from './content-tree.ts';
import { contentAt, FINE, internet, redirect, runs, serve, visit } from './links-servers.ts';
import { KOREAN_POST, translated } from './translated-content.ts';
import { temporaryFolder } from '../build/copy.ts';

const [MONDAY, THURSDAY, NEXT_MONDAY] = ['2026-11-23', '2026-11-26', '2026-11-30'];

/** What stands at the end of the report, without the lines on each address. */
const headings = (said: string) => said.split('\n').filter((line) => /^\S/.test(line));
const codes = (ends: readonly { code: number }[]) => ends.map(({ code }) => code);

/* The addresses of the content. */

test('finds every outside address once, with all its places and the copy beside it', async () => {
  const content = contentAt((path) => `http://a.example${path}`);
  content[SOURCES] = String(content[SOURCES]).replace(
    '"url"',
    '"archived": "http://copy.example/",\n    "url"',
  );
  // A translation, whose day stands in its original.
  content[KOREAN_POST] = translated.replace('보냈습니다', '[보냈습니다](http://a.example/link)');

  const { addresses, unread } = await inTree(content, async (root) => outsideAddresses(root));

  const found = addresses.map(({ url, places }) => [
    url,
    ...places.map(
      ({ path, line, column, written, date, archived }) =>
        `${path}:${line}:${column} ${written} ${date} ${archived}`,
    ),
  ]);
  assert.deepEqual(unread, []);
  assert.deepEqual(found, [
    ['http://a.example/law', `${POST}:10:6 http://a.example/law 2024-03-14 undefined`],
    [
      'http://a.example/link',
      `${PAGE}:14:12 http://a.example/link 2024-04-01 undefined`,
      `${KOREAN_POST}:7:27 http://a.example/link 2024-03-14 undefined`,
    ],
    ['http://a.example/official', `${ORGANISATIONS}:15:12 http://a.example/official undefined undefined`],
    [
      'http://a.example/report',
      `${SOURCES}:6:12 http://a.example/report#part 2022 http://copy.example/`,
      `${PAGE}:14:45 http://a.example/report 2024-04-01 undefined`,
    ],
    ['http://copy.example/', `${SOURCES}:5:17 http://copy.example/ 2022 undefined`],
  ]);
});

test('every file of our own content can be read', () => {
  const { addresses, unread } = outsideAddresses('.');

  assert.ok(addresses.length > 200, `${addresses.length} addresses`);
  assert.deepEqual(unread, []);
});

test('content that cannot be read is no ground for a report', async () => {
  const content = { ...validContent(), [SOURCES]: '[{', [POST]: 'no front matter' };

  const { last } = await runs(content, [MONDAY]);

  assert.deepEqual(last, {
    code: 2,
    said: `${SOURCES}, ${POST}: Cannot be read. Run “npm run check” and fix what it says.`,
  });
});

/* The report. */

test('where all is well, one line says so', async (t) => {
  const { at } = await serve(t, FINE);

  const { last, memory } = await runs(contentAt(at), [MONDAY]);

  assert.deepEqual(last, { code: 0, said: 'Addresses: 4. Fine: 4. For an editor: none.' });
  assert.deepEqual(memory, {});
});

test('a page that moved is named at each of its places, with what follows the #', async (t) => {
  const { at } = await serve(t, { ...FINE, '/report': redirect(301, '/new'), '/new': {} });

  const { last } = await runs(contentAt(at), [MONDAY]);

  assert.equal(last.code, 1);
  // The columns depend on the length of the port.
  assert.deepEqual(
    last.said.split('\n').map((line) => line.replace(/(:\d+):\d+: /, '$1: ')),
    [
      'Moved for good: look whether it is the same page, then write the new address (1).',
      `  ${SOURCES}:5: ${at('/report#part')} → ${at('/new#part')}`,
      `  ${PAGE}:14: ${at('/report')} → ${at('/new')}`,
      '',
      'Addresses: 4. Fine: 3. For an editor: 1.',
    ],
  );
});

test('what is busy or refused is told, and waits for nobody', async (t) => {
  const { at } = await serve(t, {
    '/robots.txt': { body: 'User-agent: *\nDisallow: /official' },
    '/report': { status: 503 },
    '/law': { status: 403 },
    '/link': {},
  });

  const { last } = await runs(contentAt(at), [MONDAY]);

  assert.equal(last.code, 0);
  assert.deepEqual(headings(last.said), [
    'Busy, not judged: nothing to do, the next run asks again (1).',
    'Refused to a program: look by hand when there is time; readers may get the page (2).',
    'Addresses: 4. Fine: 1. For an editor: none.',
  ]);
});

test('an address inside the network of the computer that asks is to be corrected', async () => {
  const content = contentAt((path) => `http://127.0.0.1:9${path}`);

  const { last } = await runs(content, [MONDAY], [], visit({ dispatcher: publicOnly() }));

  assert.equal(last.code, 1);
  assert.equal(headings(last.said)[0], 'No public address: correct it (4).');
});

test('where no host at all answers, nobody is called dead and nothing is kept', async () => {
  const dispatcher = publicOnly((_host, _options, done) => done(new Error('no such host'), []));

  const { last, memory } = await runs(validContent(), [MONDAY, THURSDAY], [], visit({ dispatcher }));

  assert.equal(last.code, 2);
  assert.equal(memory, undefined);
  assert.match(last.said, /^No host could be reached\. Check that this computer is on the Internet/);
});

/* Pages that are gone, and their copies. */

const GONE = { ...FINE, '/report': { status: 404 }, '/law': { status: 410 } };

test('a page is called gone only when it failed on two days', async (t) => {
  const { at } = await serve(t, GONE);

  const { ends, memory } = await runs(contentAt(at), [MONDAY, MONDAY, THURSDAY]);

  assert.deepEqual(codes(ends), [0, 0, 1]);
  for (const { said } of ends.slice(0, 2))
    assert.match(said, /^Failed for the first time: nothing to do, another day decides \(2\)\.\n.*\(404\)\n/);
  assert.match(ends[2]?.said ?? '', /^Gone on two days: .* \(2\)\.\n.*\n.*\/law \(410; since 2026-11-23\) /);
  assert.deepEqual(memory, { [at('/law')]: MONDAY, [at('/report')]: MONDAY });
});

test('a page that comes back is forgotten', async (t) => {
  const { at } = await serve(t, { ...FINE, '/law': [{ status: 404 }, { status: 404 }, {}, { status: 404 }] });

  const { ends } = await runs(contentAt(at), [MONDAY, THURSDAY, NEXT_MONDAY]);

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
  const [dead, busy] = [{ status: 404 }, { status: 500 }];
  const { at } = await serve(t, { ...FINE, '/law': [dead, dead, busy, busy, dead, dead] });

  const { ends } = await runs(contentAt(at), [MONDAY, THURSDAY, NEXT_MONDAY]);

  assert.deepEqual(codes(ends), [0, 0, 1]);
});

test('a memory that is damaged is begun anew, and one of an address that left the content is dropped', async (t) => {
  const { at } = await serve(t, GONE);
  const memories = ['{"http://a', `{"${at('/left')}": "2026-01-01"}`];

  for (const kept of memories) {
    const { last, memory } = await runs({ ...contentAt(at), '.build/links.json': kept }, [MONDAY]);

    assert.equal(last.code, 0);
    assert.deepEqual(memory, { [at('/law')]: MONDAY, [at('/report')]: MONDAY });
  }
});

test('a page that is gone waits for nobody once its copy stands beside it', async (t) => {
  const { at } = await serve(t, { ...FINE, '/report': { status: 404 }, '/copy': {} });
  const content = contentAt(at);
  content[SOURCES] = String(content[SOURCES]).replace('"url"', `"archived": "${at('/copy')}",\n    "url"`);
  content[PAGE] = validContent()[PAGE] ?? '';

  const { last } = await runs(content, [MONDAY, THURSDAY]);

  assert.equal(last.code, 0);
  assert.equal(headings(last.said)[0], 'Gone, but the archived copy stands beside it: nothing to do (1).');
});

/** Path at which the archive is asked for a copy of the law, whose page is of 2024-03-14. */
const question = (url: string) => `/wayback/available?${new URLSearchParams({ url, timestamp: '20240314' })}`;
const closest = (url: string, status = '200') =>
  JSON.stringify({ archived_snapshots: { closest: { available: true, status, url } } });
const COPY = 'web.archive.org/web/20240315050607/http://example.org/law';
const UNKNOWN = /the archive could not be asked, look at https:\/\/web\.archive\.org\/web\/\*\/http.*\/law$/;

const ANSWERS: Record<string, [body: string, words: RegExp]> = {
  'has a copy of about that day': [closest(`http://${COPY}`), new RegExp(`archived copy: https://${COPY}$`)],
  'has no copy': ['{"archived_snapshots":{}}', /archived copy: none$/],
  'has only a copy of a fault': [closest(`http://${COPY}`, '404'), UNKNOWN],
  'names a copy elsewhere': [closest('https://evil.example/'), UNKNOWN],
  'answers nonsense': ['<html>', UNKNOWN],
};
for (const [what, [body, words]] of Object.entries(ANSWERS)) {
  test(`where the archive ${what}, the report says so`, async (t) => {
    const { at } = await serve(t, { ...FINE, '/law': { status: 404 } });
    const archive = await serve(t, { [question(at('/law'))]: { body } });
    const dispatcher = internet({ 'https://archive.org': archive.at('') });

    const { last } = await runs(contentAt(at), [MONDAY, THURSDAY], [], visit({ dispatcher }));

    assert.equal(last.code, 1);
    assert.match(last.said.split('\n')[1] ?? '', words);
    assert.equal(archive.seen.length, 1, 'only for what failed on two days');
  });
}

/* The command. */

test('asks only what failed before, where that is wished', async (t) => {
  const page = await serve(t, GONE);
  const kept = JSON.stringify({ [page.at('/law')]: MONDAY });

  await runs({ ...contentAt(page.at), '.build/links.json': kept }, [MONDAY], ['--failed']);

  assert.deepEqual([...new Set(page.seen.map(({ path }) => path))], ['/robots.txt', '/law']);
});

test('the report for programs holds the findings with their places', async (t) => {
  const { at } = await serve(t, { ...FINE, '/report': redirect(308, '/new'), '/new': {} });
  const folder = temporaryFolder(t);
  const file = join(folder, 'made/report.json');

  await runs(contentAt(at), [MONDAY], ['--json', file]);

  const { day, findings } = JSON.parse(readFileSync(file, 'utf8')) as {
    day: string;
    findings: { url: string; group: string; to?: string; places: { path: string; line: number }[] }[];
  };
  assert.equal(day, MONDAY);
  assert.deepEqual(
    findings.map(({ url, group }) => [url, group]),
    ['law', 'link', 'official', 'report'].map((name) => [
      at(`/${name}`),
      name === 'report' ? 'moved' : 'fine',
    ]),
  );
  const { to, places = [] } = findings[3] ?? {};
  assert.deepEqual(
    [to, ...places.map(({ path, line }) => `${path}:${line}`)],
    [at('/new'), `${SOURCES}:5`, `${PAGE}:14`],
  );
});

test('names its options, and answers a wrong one by a sentence', async () => {
  const help = await runs(validContent(), [MONDAY], ['--help']);
  const wrong = await runs(validContent(), [MONDAY], ['--fialed']);

  assert.equal(help.last.code, 0);
  assert.match(help.last.said, /--failed.*--json <file>.*Exit code/s);
  assert.equal(wrong.last.code, 2);
  assert.match(
    wrong.last.said,
    /^There is no option “--fialed”\. Did you mean “--failed”\? The options are --failed, --json, --help\.$/,
  );
});
