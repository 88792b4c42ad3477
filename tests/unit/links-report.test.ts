import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../src/commands/links.ts';
import { outsideAddresses } from '../../src/commands/links/addresses.ts';
import { UnreachableError } from '../../src/commands/links/request.ts';
import { inTree, ORGANISATIONS, PAGE, POST, SOURCES, validContent } from './content-tree.ts';
import { contentAt, FINE, runs } from './links-runs.ts';
import { redirect, serve, stillClock } from './links-servers.ts';

test('finds every outside address once, with all its places', async () => {
  const content = contentAt((path) => `http://a.example${path}`);

  const { addresses, unread } = await inTree(content, async (root) => outsideAddresses(root));

  assert.deepEqual(unread, []);
  assert.deepEqual(
    addresses.map(({ url, places }) => [
      url,
      ...places.map(({ path, line, column, form, date }) => `${path}:${line}:${column} ${form} ${date}`),
    ]),
    [
      ['http://a.example/law', `${POST}:10:6 matter 2024-03-14`],
      ['http://a.example/link', `${PAGE}:14:12 link 2024-04-01`],
      ['http://a.example/official', `${ORGANISATIONS}:15:12 json undefined`],
      ['http://a.example/report', `${SOURCES}:5:12 json 2022`, `${PAGE}:14:45 link 2024-04-01`],
    ],
  );
});

test('finds an archived copy, and names it beside its source', async () => {
  const content = contentAt((path) => `http://a.example${path}`);
  const copy = 'https://web.archive.org/web/2022/http://a.example/report';
  content[SOURCES] = String(content[SOURCES]).replace('"url"', `"archived": "${copy}",\n    "url"`);

  const { addresses } = await inTree(content, async (root) => outsideAddresses(root));

  const named = addresses
    .filter(({ url }) => /report$/.test(url))
    .map(({ url, places }) => [url, places[0]?.archived]);
  assert.deepEqual(named, [
    ['http://a.example/report', copy],
    [copy, undefined],
  ]);
});

test('content that cannot be read is no ground for a report', async () => {
  const content = { ...validContent(), [SOURCES]: '[{', [POST]: 'no front matter' };

  const { code, complained } = await inTree(content, async (root) => {
    const complained: string[] = [];
    const code = await run([], root, undefined, { complain: (text) => complained.push(text) });
    return { code, complained };
  });

  assert.equal(code, 2);
  assert.deepEqual(complained, [
    `${SOURCES}, ${POST}: This cannot be read. Run “npm run check” first and mend what it says.`,
  ]);
});

test('where all is well, one line says so', async (t) => {
  const { at, seen } = await serve(t, FINE);

  const { last, memory } = await runs(contentAt(at), [0]);

  assert.deepEqual(last, { code: 0, said: '4 addresses: 4 fine, none for an editor.', complained: '' });
  assert.deepEqual(memory, {});
  assert.match(
    String(seen[0]?.headers['user-agent']),
    /^LitWindowsLinkCheck\/1\.0 \(.* Lit Windows .*; \+https:\/\/site\.example\/\)$/,
  );
});

test('a page that moved is named at each of its places, as it is to be written there', async (t) => {
  const moves = Object.keys(FINE).map((path) => [path, redirect(301, `/new${path}`)]);
  const pages = Object.keys(FINE).map((path) => [`/new${path}`, {}]);
  const { at } = await serve(t, Object.fromEntries([...moves, ...pages]));

  const { last } = await runs(contentAt(at), [0]);

  assert.equal(last.code, 1);
  // The columns depend on the length of the port.
  const [heading, ...lines] = last.said.split('\n').map((line) => line.replace(/(:\d+):\d+: /, '$1: '));
  assert.equal(heading, 'Moved for good: write the new address (4).');
  assert.deepEqual(lines.slice(0, 5), [
    `  ${ORGANISATIONS}:15: ${at('/official')} has moved for good. It is an official address: compare the new one, letter by letter, with a second place before you write "url": "${at('/new/official')}".`,
    `  ${SOURCES}:5: ${at('/report#part')} has moved for good. Write "url": "${at('/new/report#part')}".`,
    `  ${POST}:10: ${at('/law')} has moved for good. Write url: "${at('/new/law')}".`,
    `  ${PAGE}:14: ${at('/link')} has moved for good. Write ](${at('/new/link')}).`,
    `  ${PAGE}:14: ${at('/report')} has moved for good. Write ](${at('/new/report')}).`,
  ]);
});

test('a page that moved to another host is to be looked at first', async (t) => {
  const { at } = await serve(t, { ...FINE, '/report': redirect(301, 'http://other.example/report') });
  const content = contentAt(at);
  const answers = async (url: URL) => {
    const moved = url.pathname === '/report' && url.hostname === '127.0.0.1';
    const location = moved ? 'http://other.example/report' : undefined;
    return { status: moved ? 301 : 200, location, retryAfter: undefined, body: '' };
  };

  const { last } = await runs(content, [0], [], { request: answers });

  assert.match(
    last.said,
    /sources\.json:5:12: .* Look whether it is the same page, then write "url": "http:\/\/other/,
  );
});

test('what is busy, refused or closed is told, and waits for nobody', async (t) => {
  const { at } = await serve(t, {
    '/robots.txt': { body: 'User-agent: *\nDisallow: /official' },
    '/report': { status: 503 },
    '/law': { status: 403 },
    '/link': redirect(302, '/en/'),
    '/en/': {},
  });

  const { last } = await runs(contentAt(at), [0]);

  assert.equal(last.code, 1, 'only for the page whose path is lost');
  assert.deepEqual(
    last.said.split('\n').filter((line) => /^\S/.test(line)),
    [
      'The path is lost: look in a browser (1).',
      'Busy, not judged: nothing to do, the next run asks again (1).',
      'Refused to a program: look by hand when there is time; readers may get the page (1).',
      'Not asked, as robots.txt wishes: look by hand when there is time (1).',
      '4 addresses: 0 fine, 1 for an editor.',
    ],
  );
});

test('an address inside the network of the computer that asks is to be corrected', async () => {
  const content = contentAt((path) => `http://127.0.0.1:9${path}`);

  const { last } = await runs(content, [0], [], { privateToo: false });

  assert.equal(last.code, 1);
  assert.match(
    last.said,
    /^No public address: correct it \(4\)\.\n.*127\.0\.0\.1:9\/official leads to a computer that is not public/,
  );
});

test('where no host answers at all, nobody is called dead and nothing is kept', async () => {
  const content = { ...validContent(), '.build/links.json': '{}' };
  const complained: string[] = [];

  const { code, memory } = await inTree(content, async (root) => ({
    code: await run([], root, undefined, {
      clock: stillClock(),
      request: () => Promise.reject(new UnreachableError('DNS')),
      complain: (text) => complained.push(text),
    }),
    memory: readFileSync(join(root, '.build/links.json'), 'utf8'),
  }));

  assert.equal(code, 2);
  assert.match(
    complained.join('\n'),
    /^No host could be reached\. Look whether this computer is on the Internet/,
  );
  assert.equal(memory, '{}');
});

/* The command. */

const GONE = { ...FINE, '/report': { status: 404 }, '/law': { status: 410 } };

test('asks only what is chosen by words, by number, or because it failed', async (t) => {
  const page = await serve(t, GONE);
  const asked = () =>
    [...new Set(page.seen.splice(0).map(({ path }) => path))].filter((path) => path !== '/robots.txt');
  const content = contentAt(page.at);

  await inTree(content, async (root) => {
    const chosen = async (...args: string[]) => {
      await run(args, root, undefined, {
        clock: stillClock(),
        privateToo: true,
        archive: 'http://127.0.0.1:1/',
        say: () => {},
      });
      return asked();
    };

    assert.deepEqual(await chosen('--only', 'sources.json'), ['/report']);
    assert.deepEqual(await chosen('--only', '/li'), ['/link']);
    assert.deepEqual(await chosen('--limit', '2'), ['/law', '/link']);
    assert.deepEqual(await chosen('--failed'), ['/law', '/report']);
  });
});

test('the report for programs holds what the one for people says', async (t) => {
  const { at } = await serve(t, { ...FINE, '/report': redirect(308, '/new'), '/new': {} });
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'made/report.json');

  const { last } = await runs(contentAt(at), [0], ['--json', file]);

  const { day, findings } = JSON.parse(readFileSync(file, 'utf8')) as {
    day: string;
    findings: {
      url: string;
      group: string;
      needsEditor: boolean;
      places: { place: string; todo: string }[];
    }[];
  };
  assert.equal(day, '2026-11-20');
  assert.deepEqual(
    findings.map(({ url, group, needsEditor }) => [url, group, needsEditor]),
    [
      [at('/law'), 'fine', false],
      [at('/link'), 'fine', false],
      [at('/official'), 'fine', false],
      [at('/report'), 'moved', true],
    ],
  );
  for (const { place, todo } of findings[3]?.places ?? []) assert.ok(last.said.includes(`${place}: ${todo}`));
});

const WRONG: Record<string, RegExp> = {
  '--onyl x': /^Unknown option '--onyl'.*“npm run links -- --help” names the options\.$/,
  words: /^Unexpected argument 'words'.* names the options\.$/,
  '--limit 0': /^--limit needs a whole number from 1 on\.$/,
  '--only nothing-of-that-name': /^No outside address and no place holds “nothing-of-that-name”\./,
};
for (const [args, words] of Object.entries(WRONG)) {
  test(`a command with ${args} is answered by a sentence`, async () => {
    const complained: string[] = [];

    const code = await inTree(validContent(), (root) =>
      run(args.split(' '), root, undefined, { complain: (text) => complained.push(text) }),
    );

    assert.equal(code, 2);
    assert.match(complained.join('\n'), words);
  });
}

test('names its options', async () => {
  const said: string[] = [];

  const code = await run(['--help'], '/nowhere', undefined, { say: (text) => said.push(text) });

  assert.equal(code, 0);
  assert.match(said.join('\n'), /--only <words>.*--failed.*--limit <n>.*--json <file>/s);
});

test('a memory that is damaged is begun anew', async (t) => {
  const { at } = await serve(t, GONE);
  const content = { ...contentAt(at), '.build/links.json': '{"http://a' };

  const { last, memory } = await runs(content, [0]);

  assert.equal(last.code, 0);
  assert.deepEqual(Object.keys(memory), [at('/law'), at('/report')]);
});
