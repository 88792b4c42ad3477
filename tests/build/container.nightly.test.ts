import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { PROJECT, put } from './copy.ts';
import { firstRelease } from './release-sites.ts';
import { setUp } from '../programs.ts';
import { freePort, startProgram } from './servers.ts';

const FILE = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8');

test('the file of the container has no fault', () => {
  assert.deepEqual(
    validate(FILE).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    [],
  );
});

test('the last stage runs without rights, without a shell, and says how it is', () => {
  const last = FILE.slice(FILE.lastIndexOf('\nFROM '));

  assert.match(last, /^USER www-data$/m);
  assert.match(last, /^HEALTHCHECK .*CMD \["curl", /m);
  assert.match(last, /^CMD \["nginx", /m);
  assert.doesNotMatch(last, /^ENTRYPOINT|^(?:CMD|ENTRYPOINT) [^[]/m);
});

test('compose starts it with a file system that cannot be written to and no capability', () => {
  const { services } = parse(readFileSync(join(PROJECT, 'compose.yaml'), 'utf8')) as {
    services: Record<string, object>;
  };
  const { site = {} } = services;

  assert.deepEqual(
    { ...site, build: undefined, ports: undefined, restart: undefined },
    {
      build: undefined,
      ports: undefined,
      restart: undefined,
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    },
  );
});

test('its steps by hand give a server that needs no rights and writes only below /tmp', async (t) => {
  setUp('curl');
  const { root, target } = await firstRelease(t, 'one');
  const port = await freePort();
  const writable = join(root, 'tmp');
  mkdirSync(writable);
  chmodSync(writable, 0o777);
  const [, text = ''] = /<<"EOF" \/etc\/nginx\/nginx\.conf\n(.*?\n)EOF\n/s.exec(FILE) ?? [];
  const here = text
    .replaceAll('/tmp/', `${writable}/`)
    .replaceAll('/srv/lit-windows', target)
    .replace('8080', `127.0.0.1:${port}`);
  put(root, 'nginx.conf', here);
  execFileSync('chmod', ['-R', 'a-w', target]);
  // As root, a process of another user; else there are no rights to give up.
  const asNobody =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=www-data', '--regid=www-data', '--clear-groups'] : [];
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(FILE) ?? [];
  const [program = '', ...args] = JSON.parse(command) as string[];
  const nginx = [...asNobody, `/usr/sbin/${program}`, ...args, '-c', `${root}/nginx.conf`];
  const [first = '', ...others] = [...nginx, '-t'];
  execFileSync(first, others, { stdio: 'pipe' });

  const server = await startProgram(program, root, nginx, port);
  t.after(server.stop);
  const [, health = '[]'] = /^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(FILE) ?? [];
  const [asked = '', ...how] = JSON.parse(health.replace('8080', `${port}`)) as string[];
  execFileSync(asked, how);
  execFileSync('chmod', ['-R', 'u+w', target]);
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'Accept-Encoding': 'br' } });

  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(page.headers.get('content-encoding'), 'br');
  assert.match(await page.text(), /site\.one\.js/);
});
