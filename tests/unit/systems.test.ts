import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, posix, win32 } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { renameFolder } from '../../src/publish/swap.ts';
import { addressOfFile, kindOf } from '../../src/rules/kinds.ts';
import { posixPath } from '../../src/rules/posix-path.ts';
import { temporaryFolder } from '../build/copy.ts';

test('a page that lies behind backslashes is the page of its address', () => {
  const path = win32.relative(
    'C:\\site\\dist',
    win32.join('C:\\site\\dist', 'news', '2017', 'x', 'index.html'),
  );

  const file = posixPath(path, win32.sep);

  assert.equal(addressOfFile(file), '/news/2017/x/');
  assert.equal(kindOf(addressOfFile(file)), 'post');
});

test('elsewhere a backslash is a letter of a name, and no way into a folder', () => {
  const file = posixPath('news\\2017\\x\\index.html', posix.sep);

  assert.equal(kindOf(addressOfFile(file)), undefined);
});

suite('a folder that somebody looks into', () => {
  /** A system on which a folder is renamed after so many faults. @returns how often that was tried */
  const renaming = (t: TestContext, platform: NodeJS.Platform, code: string, times: number) => {
    t.mock.property(process, 'platform', platform);
    const { mock } = t.mock.method(fs, 'renameSync', () => {
      if (mock.callCount() < times) throw Object.assign(new Error(code), { code });
    });
    syncBuiltinESMExports();
    t.after(() => {
      t.mock.restoreAll();
      syncBuiltinESMExports();
    });
    return () => mock.callCount();
  };

  test('is renamed on Windows as soon as it is free', (t) => {
    const tries = renaming(t, 'win32', 'EPERM', 2);
    renameFolder('a', 'b');
    assert.equal(tries(), 3);
  });

  for (const [platform, code] of [
    ['win32', 'ENOSPC'],
    ['linux', 'EPERM'],
  ] as const)
    test(`is given up at once on ${platform} for ${code}`, (t) => {
      const tries = renaming(t, platform, code, 1);
      assert.throws(() => renameFolder('a', 'b'), { code });
      assert.equal(tries(), 1);
    });
});

test('a clone has the same bytes where git is told to change line ends', (t) => {
  const folder = temporaryFolder(t);
  const git = (cwd: string, ...args: string[]) => {
    const settings = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'core.autocrlf=true'];
    const { status, stderr } = spawnSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  const [whole, clone] = [join(folder, 'whole'), join(folder, 'clone')];
  mkdirSync(whole);
  const names = ['.gitattributes', 'package.json', 'content/README.md', 'src/site.ts'];
  const fonts = ['src/assets/fonts/newsreader-500-latin.woff2'];
  for (const name of [...names, ...fonts]) cpSync(name, join(whole, name));
  git(whole, 'init', '-q');
  git(whole, 'add', '.');
  git(whole, 'commit', '-qm', 'All');
  git(folder, 'clone', '-q', whole, clone);

  for (const name of [...names, ...fonts])
    assert.ok(readFileSync(join(clone, name)).equals(readFileSync(join(whole, name))), name);
});

suite('a command that cannot run ends in a sentence', () => {
  /** Runs a command of TypeScript below the guard, in a project of its own. */
  const guarded = (t: TestContext, hasPackages: boolean, version = process.version) => {
    const root = temporaryFolder(t);
    mkdirSync(join(root, 'src'));
    cpSync('src/node.cjs', join(root, 'src/node.cjs'));
    writeFileSync(join(root, 'src/command.ts'), 'const word: string = "runs"; console.log(word);');
    writeFileSync(
      join(root, 'version.cjs'),
      `Object.defineProperties(process, { version: { value: '${version}' }, versions: { value: { node: '${version.slice(1)}' } } });`,
    );
    if (hasPackages) symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['-r', './version.cjs', '-r', './src/node.cjs', 'src/command.ts'],
      { cwd: root, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  test('without packages', (t) => {
    const { status, stderr } = guarded(t, false);
    assert.equal(stderr, 'The packages of the project are not here yet. Type: npm ci\n');
    assert.equal(status, 1);
  });

  test('in a Node that is too old', (t) => {
    const { status, stdout, stderr } = guarded(t, true, 'v20.20.2');
    assert.match(stderr, /^This is Node v20\.20\.2, and the project runs on 24 or newer, .*nodejs\.org\.\n$/);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });

  test('and otherwise runs', (t) => {
    assert.deepEqual(guarded(t, true), { status: 0, stdout: 'runs\n', stderr: '' });
  });
});

test('every command of the project asks first whether it can run', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const bare = Object.values(scripts).filter((script) => /\bnode (?!-r \.\/src\/node\.cjs )/.test(script));

  assert.deepEqual(bare, []);
});

suite('what npm installs is what the lock file names', () => {
  interface Entry {
    version: string;
    integrity?: string;
    link?: boolean;
    os?: string | string[];
    cpu?: string | string[];
    hasInstallScript?: boolean;
  }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  test('each with the checksum of its bytes', () => {
    const without = installed.filter(([, { integrity = '' }]) => !/^sha512-.{86}==/.test(integrity));
    assert.deepEqual(
      without.map(([path]) => path),
      [],
    );
  });

  test('Node among them, for six systems, and none is fetched by a script', () => {
    const nodes = installed.filter(([path]) =>
      /^node_modules\/node-(?:bin-)?(?:darwin|linux|win)-/.test(path),
    );
    const systems = nodes.map(([, { os, cpu }]) => `${String(os)} ${String(cpu)}`).sort();
    assert.deepEqual(systems, [
      'darwin arm64',
      'darwin x64',
      'linux arm64',
      'linux x64',
      'win32 arm64',
      'win32 x64',
    ]);
    assert.deepEqual(
      nodes.filter(([, { hasInstallScript }]) => hasInstallScript),
      [],
    );
  });
});
