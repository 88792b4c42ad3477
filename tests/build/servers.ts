import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HOSTS } from '../../src/publish/hosts.ts';
import { setUp, type Need } from '../programs.ts';
import { killGroup, PROJECT, put, start, until, type Running } from './copy.ts';

/*
 * The servers of Debian, each started as a process of its own with the configuration that
 * the project writes, on a port of its own, from a folder of its own.
 */

export type ServerName = keyof typeof HOSTS | 'npm run serve';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const APACHE_MODULES = '/usr/lib/apache2/modules';
const SERVERS: readonly Need[] = [
  ['/usr/sbin/nginx', 'nginx'],
  [BROTLI, 'libnginx-mod-http-brotli-static'],
  ['/usr/sbin/apache2', 'apache2'],
  ['/usr/bin/caddy', 'caddy'],
];

/** Installs the servers that are missing. @throws as `setUp` */
export const setUpServers = () => setUp(...SERVERS);

/** How a server is started in a folder: what its own configuration says around ours, and its command. */
const FRAMES: Record<keyof typeof HOSTS, (root: string, port: number, file: string) => string[]> = {
  nginx(root, port, file) {
    put(
      root,
      'frame.conf',
      `daemon off; pid ${root}/nginx.pid; error_log ${root}/error.log;
      load_module ${BROTLI};
      events { worker_connections 1024; }
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/tmp/${name};`).join('\n')}
        server { listen 127.0.0.1:${port}; brotli_static on; include ${file}; }
      }\n`,
    );
    mkdirSync(join(root, 'tmp'), { recursive: true });
    return ['/usr/sbin/nginx', '-c', `${root}/frame.conf`, '-e', `${root}/error.log`];
  },
  apache(root, port, file) {
    const modules = ['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite'];
    put(
      root,
      'frame.conf',
      `${modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
      ServerRoot ${root}
      PidFile ${root}/apache.pid
      ErrorLog ${root}/error.log
      TypesConfig /dev/null
      User www-data
      Group www-data
      Listen 127.0.0.1:${port}
      ServerName localhost
      ServerTokens Prod
      <VirtualHost *:${port}>
        Include ${file}
      </VirtualHost>\n`,
    );
    return ['/usr/sbin/apache2', '-f', `${root}/frame.conf`, '-DFOREGROUND'];
  },
  caddy(root, port, file) {
    put(
      root,
      'Caddyframe',
      `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\n import ${file}\n}\n`,
    );
    return ['/usr/bin/caddy', 'run', '--config', `${root}/Caddyframe`, '--adapter', 'caddyfile'];
  },
};

export interface Server {
  name: ServerName;
  port: number;
  stop: () => Promise<void>;
}

/**
 * Starts a server and waits until it answers.
 * @param root a folder for its own files; for `npm run serve` the one that holds `dist/`
 * @param file its configuration for the site
 */
export async function startServer(name: ServerName, root: string, file: string): Promise<Server> {
  const port = await freePort();
  const command =
    name === 'npm run serve'
      ? ['node', join(PROJECT, 'src/commands/serve.ts')]
      : FRAMES[name](root, port, file);
  return { name, ...(await startProgram(name, root, command, port)) };
}

/** Starts a program in a folder and waits until it answers at a port. */
export async function startProgram(name: string, root: string, command: string[], port: number) {
  const running = start(root, command, { PORT: `${port}`, HOME: root });
  const stop = () => stopped(running);
  try {
    await answering(port, running);
  } catch (error) {
    await stop();
    const log = join(root, 'error.log');
    const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw new Error(`${name} does not answer. ${running.output()}${logged}`, { cause: error });
  }
  return { port, stop };
}

async function stopped({ pid, end }: Running): Promise<void> {
  killGroup(pid);
  await end;
}

/** A port that nobody holds. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(port: number, running: Running): Promise<void> {
  let answers = false;
  let hasEnded = false;
  void running.end.then(() => (hasEnded = true));
  const ask = () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      answers = true;
      socket.destroy();
    });
    socket.on('error', () => setTimeout(() => !hasEnded && ask(), 20));
  };
  ask();
  await until(() => answers || hasEnded);
  assert.ok(answers);
}
