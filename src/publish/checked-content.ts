import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { contentReader } from '../checks/check-content.ts';
import { printed } from '../checks/print-problems.ts';
import { formatProblem, type Problem } from '../checks/problems.ts';
import { liesLeftBehind } from '../checks/file-names.ts';
import { contentOf } from './content-of.ts';
import { TYPES } from './hosts.ts';
import { posixPath } from '../rules/posix-path.ts';
import { makeFile } from '../site/files.ts';
import { provideContent } from '../site/reading.ts';

/** Where `astro dev` finds the files that MDX compiles: the pages as they last were without a problem. */
const GOOD = '.build/content';

/** What the check reads: the content, and the words of the interface and of its own messages. */
const CHECKED = /^(?:content|public)\/|^src\/(?:i18n(?:\/columns)?|checks\/messages)\/[a-z]+\.json$/;

/** Several files saved at once are checked once. */
const PAUSE_MS = 30;

/**
 * Reads and checks the content for an Astro that was started by hand. `astro dev` reads
 * each change, shows what is wrong in the terminal and over the page, and goes on drawing
 * the last good content.
 */
export function checkedContent(): AstroIntegration {
  const root = process.cwd();
  const read = contentReader(root);
  let problems: Problem[] = [];
  let site = '';
  let isDev = false;
  /** Reads what changed, and provides it if nothing is wrong with it; `astro dev` is told what is. */
  const check = async (logger: AstroIntegrationLogger) => {
    const reading = await read();
    // Whoever writes sees a change before it is told; the terminal asks for it.
    problems = reading.problems.filter(({ isUntold }) => !(isDev && isUntold));
    if (problems.length === 0) provideContent(contentOf(reading, site, { withDrafts: isDev }));
    if (isDev)
      for (const problem of reading.problems) logger.error(printed(problem, root, { terminal: true }));
  };
  return {
    name: 'checked-content',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'dev' && command !== 'build') return;
        site = config.site ?? '';
        isDev = command === 'dev';
        await check(logger);
        if (!isDev) return problems.length > 0 ? end(problems) : undefined;
        process.env['CONTENT_DIR'] = `./${GOOD}`;
        if (problems.length === 0) return copyChanges(join(root, 'content'), join(root, GOOD));
        throw new Error(
          'The content has problems (above). Correct them, then start again: later ones are shown over the page.',
        );
      },
      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname = '' } = URL.parse(request.url ?? '', site) ?? {};
          // As a build writes them beside the pages.
          makeFile(pathname).then((body) => {
            if (body === undefined) return next();
            const [, type] = Object.entries(TYPES).find(([end]) => pathname.endsWith(`.${end}`)) ?? [];
            response.setHeader('Content-Type', type ?? 'text/plain; charset=utf-8').end(body);
          }, next);
        });
        const show = () => {
          const [first] = problems;
          if (first) server.ws.send({ type: 'error', err: overlay(problems, first) });
        };
        const recheck = async () => {
          const wasBroken = problems.length > 0;
          await check(logger);
          if (problems.length > 0) return show();
          if (wasBroken) logger.info('All problems of the content are corrected.');
          copyChanges(join(root, 'content'), join(root, GOOD));
          // Makes Astro ask again which pages there are.
          server.environments.ssr.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        };
        let timer: NodeJS.Timeout | undefined;
        // One check after the other, so that an older one never has the last word.
        let queue = Promise.resolve();
        const soon = (path: string) => {
          if (!CHECKED.test(posixPath(relative(root, path), sep))) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            queue = queue.then(recheck).catch((error: unknown) => logger.error(String(error)));
          }, PAUSE_MS);
        };
        server.watcher.add(join(root, 'content'));
        for (const event of ['change', 'add', 'unlink', 'addDir', 'unlinkDir'] as const)
          server.watcher.on(event, soon);
        // A page that loads while something is wrong shows it too.
        server.ws.on('connection', show);
      },
    },
  };
}

/** Ends a build that was started by hand. */
function end(problems: readonly Problem[]): never {
  console.error(problems.map(formatProblem).join('\n'));
  process.exit(1);
}

/** Makes the files below one folder that MDX compiles like those of another, touching only what differs. */
function copyChanges(from: string, to: string): void {
  const files = (cwd: string) =>
    globSync('*/pages/**/*.mdx', { cwd }).filter((file) => !liesLeftBehind(file));
  const wanted = new Set(files(from));
  for (const file of files(to)) if (!wanted.has(file)) rmSync(join(to, file));
  for (const file of wanted) {
    const [source, target] = [join(from, file), join(to, file)];
    if (!existsSync(target) || !readFileSync(source).equals(readFileSync(target))) cpSync(source, target);
  }
}

/** What Vite shows over the page. It would read the place from the file, so no place is given. */
function overlay(problems: readonly Problem[], { path }: Problem) {
  const text = problems.map((one) => `${one.path}:${one.line}:${one.column}\n${one.message}`).join('\n\n');
  return { message: text, stack: '', id: path, plugin: 'content check' };
}
