import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  assertFailed,
  assertWorked,
  build,
  bytesOf,
  copyProject,
  preload,
  put,
  start,
  updateWithCode,
} from './copy.ts';
import { replaceAstro, replaceAstroByOnePage, writeOnePageSite } from './in-place-of-astro.ts';

/** How Astro begins to speak in every build of a site without redirects. */
const EMPTY_LIST = '12:00:00 [WARN] [file-loader] No items found in ./content/data/redirects.json';

const failures: Record<string, { script: string; words: RegExp }> = {
  'a warning': {
    script: `cp -R made/. "$out"
echo '12:00:00 [WARN] [glob-loader] Duplicate id "2024/one" found'`,
    words: /Duplicate id[^]*\nAstro warned of something \(above\)\./,
  },
  'an error that it passes over': {
    script: `cp -R made/. "$out"
echo '12:00:00 [ERROR] [glob-loader] A picture is lost' >&2`,
    words: /A picture is lost[^]*\nAstro warned of something \(above\)\./,
  },
  'a warning in colour': {
    script: `cp -R made/. "$out"
printf '12:00:00 [\\033[33mWARN\\033[39m] [router] Two pages at one address\\n'`,
    words: /Two pages at one address[^]*\nAstro warned of something \(above\)\./,
  },
  'an end with a stack': {
    script: `echo 'Something broke'
echo '  Location:'
echo '    /somewhere/file.js:450:13'
echo '  Stack trace:'
echo '    at Store.write (file:///somewhere/file.js:450:13)'
echo '    at async run (file:///somewhere/index.js:406:36)'
echo '    at /somewhere/index.js:1:2'
exit 1`,
    words: /Something broke[^]*\nAstro ended with code 1 \(above\)\./,
  },
  'an end by a signal': { script: 'kill -9 $$', words: /Astro ended by SIGKILL \(above\)\./ },
  'nothing at all': { script: 'exit 0', words: /The pages share one sheet; found 0\./ },
};

for (const [what, { script, words }] of Object.entries(failures)) {
  test(`${what} of Astro fails the build`, async (t) => {
    const root = copyProject(t);
    writeOnePageSite(root, 'a new site');
    replaceAstro(root, `mkdir -p "$out"\necho '${EMPTY_LIST}'\n${script}`);
    put(root, 'dist/index.html', 'the old site');
    const before = bytesOf(join(root, 'dist'));

    const end = await build(root);

    assertFailed(end, words);
    assert.match(end.output, / dist\/ was left as it was\.\n$/);
    assert.doesNotMatch(end.output, /Stack trace/);
    assert.deepEqual(bytesOf(join(root, 'dist')), before);
    assert.deepEqual(bytesOf(join(root, '.build')), {});
  });
}

test('a page that breaks off is a fault', async (t) => {
  const root = copyProject(t);
  writeOnePageSite(root, 'a new site');
  replaceAstro(root, `mkdir -p "$out"\nhead -c 100 made/index.html > "$out/index.html"`);
  put(root, 'dist/index.html', 'the old site');

  assertFailed(await build(root), /index\.html is not whole\. dist\/ was left as it was\.$/m);
});

test('a page that Astro hands over is finished while Astro draws others', async (t) => {
  const root = copyProject(t);
  writeOnePageSite(root, 'a new site');
  const page = readFileSync(join(root, 'made/index.html'), 'utf8');
  replaceAstro(root, 'mkdir -p "$out"\ncp -R made/. "$out"', {
    hands: { '/first/': page.replace('a new site', 'the first page'), '/404/': page },
    // Ends only when the page has its policy.
    then: `for turn in $(seq 600); do grep -q Content-Security-Policy "$out/first/index.html" && touch early && break; sleep 0.05; done`,
  });

  assertWorked(await build(root, { CI: 'true' }));

  assert.ok(existsSync(join(root, 'early')));
  assert.match(readFileSync(join(root, 'dist/first/index.html'), 'utf8'), /the first page/);
  assert.ok(existsSync(join(root, 'dist/404.html')), 'where hosts look for it');
});

test('an empty list is no warning', async (t) => {
  const root = copyProject(t);
  writeOnePageSite(root, 'a new site');
  replaceAstro(root, `mkdir -p "$out"\ncp -R made/. "$out"\necho '${EMPTY_LIST}'`);

  assertWorked(await build(root));
});

test('a missing Astro is named', async (t) => {
  const root = copyProject(t);
  replaceAstro(root, 'exit 1');
  rmSync(join(root, 'node_modules/astro/bin'), { recursive: true });

  assertFailed(await build(root), /^Astro cannot be started\. Type npm ci, .*left as it was\.$/m);
});

test('an Astro without memory is told in a sentence', async (t) => {
  const root = copyProject(t);
  put(root, 'fill.js', 'for (const all = []; ; ) all.push(new Array(1000).fill(all));');
  replaceAstro(root, 'exec node --max-old-space-size=20 fill.js');
  put(root, 'dist/index.html', 'the old site');
  const before = bytesOf(join(root, 'dist'));

  const end = await build(root);

  assertFailed(end, /^Astro ran out of memory\. Give it more: .*dist\/ was left as it was\.$/m);
  assert.doesNotMatch(end.output, /GCs|stack trace/i);
  assert.deepEqual(bytesOf(join(root, 'dist')), before);
});

/** Notes each process that is started, with the environment that it gets. */
const NOTE_PROCESSES = `import { appendFileSync } from 'node:fs';
import processes from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
const { spawn } = processes;
processes.spawn = (name, args, options) => {
  appendFileSync('started', JSON.stringify({ name, env: options?.env ?? process.env }) + '\\n');
  return spawn(name, args, options);
};
syncBuiltinESMExports();
`;

test('no process that the build starts gets a secret', async (t) => {
  const root = copyProject(t);
  replaceAstroByOnePage(root, 'a new site');
  put(root, 'made/robots.txt', '');
  const secrets = {
    SECRET_TOKEN: 'one-secret',
    GITHUB_TOKEN: 'another-secret',
    npm_config_token: 'a-third-secret',
  };
  const env = {
    ...secrets,
    ...preload(root, 'note.ts', NOTE_PROCESSES),
    SITE_URL: 'https://site.example',
    TZ: 'Asia/Seoul',
  };

  assertWorked(await build(root, env));

  const started = readFileSync(join(root, 'started'), 'utf8').trim().split('\n');
  assert.equal(started.length, 2, 'Astro and Pagefind');
  for (const line of started) {
    assert.doesNotMatch(line, /secret|SECRET/);
    const { env: got } = JSON.parse(line) as { env: Record<string, string> };
    assert.equal(got['SITE_URL'], 'https://site.example');
    assert.equal(got['TZ'], 'UTC');
  }
});

test('Astro itself sees nothing but what it needs', async (t) => {
  const root = copyProject(t);
  replaceAstro(root, 'env > seen\nexit 1');

  assertFailed(await build(root, { SECRET_TOKEN: 'one-secret' }), /Astro ended with code 1/);

  const seen = readFileSync(join(root, 'seen'), 'utf8');
  const names = seen.split('\n').map((line) => line.split('=')[0] ?? '');
  const allowed = [
    'PATH',
    'HOME',
    'TZ',
    'LANG',
    'ASTRO_TELEMETRY_DISABLED',
    'NODE_ENV',
    'MIMALLOC_ALLOW_THP',
    // That the content comes from the build, and the channel by which it comes.
    'CONTENT_FROM_BUILD',
    'NODE_CHANNEL_FD',
    'NODE_CHANNEL_SERIALIZATION_MODE',
    'PWD',
    'OLDPWD',
    '_',
    'SHLVL',
    '',
  ];
  assert.deepEqual(
    names.filter((name) => !allowed.includes(name)),
    [],
  );
});

test('a Pagefind that dies ends the build', async (t) => {
  const root = copyProject(t);
  replaceAstroByOnePage(root, 'a new site');
  put(root, 'dist/index.html', 'the old site');
  // Dies as soon as it is asked to write the index, as by the kernel for want of memory.
  const dying = preload(
    root,
    'dying.ts',
    `import processes from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
const { spawn } = processes;
processes.spawn = (name, args, options) => {
  const child = spawn(name, args, options);
  if (!args.includes('--service')) return child;
  const { stdin } = child;
  const write = stdin.write.bind(stdin);
  stdin.write = (text, done) => {
    if (!Buffer.from(text.slice(0, -1), 'base64').toString().includes('WriteFiles')) return write(text, done);
    child.kill('SIGKILL');
    return true;
  };
  return child;
};
syncBuiltinESMExports();
`,
  );

  const end = await build(root, dying);

  assertFailed(end, /Pagefind ended before the search index was whole\. .*dist\/ was left as it was\.$/m);
  assert.equal(readFileSync(join(root, 'dist/index.html'), 'utf8'), 'the old site');
});

test('Astro refuses what the check refuses, also without our command', async (t) => {
  const root = copyProject(t);
  put(root, 'content/en/news/2024/code.mdx', updateWithCode('{1 + 1}'));

  assertFailed(
    await start(root, ['astro', 'build', '--outDir', 'out'], { NODE_ENV: 'production' }).end,
    /^content\/en\/news\/2024\/code\.mdx:11:1: Braces are code/m,
  );
  assert.ok(!existsSync(join(root, 'out')));
});
