import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentProblems } from '../commands/check.ts';
import { printed } from '../checks/print-problems.ts';
import type { Problem } from '../checks/problems.ts';

/** Where `astro dev` reads: a copy of the content as it last was without a problem. */
const GOOD = '.build/content';

/** Several files saved at once are checked once. */
const PAUSE_MS = 150;

/**
 * Shows in `astro dev` what the build would say, in the terminal and over the page.
 * Astro itself sees only content without a problem, so the last good page stays and a
 * fault never ends the server.
 */
export function liveCheck(): AstroIntegration {
  const root = process.cwd();
  let problems: Problem[] = [];
  const check = async (print: (text: string) => void) => {
    problems = await contentProblems(root);
    for (const problem of problems) print(printed(problem, root, { terminal: true, actions: false }));
    if (problems.length === 0) copyChanges(join(root, 'content'), join(root, GOOD));
  };
  return {
    name: 'live-check',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'dev') return;
        await check((text) => logger.error(text));
        if (problems.length > 0 && !existsSync(join(root, GOOD))) {
          throw new Error(
            'The content has problems (above). Mend them, then start again: later ones are shown over the page.',
          );
        }
        process.env['CONTENT_DIR'] = `./${GOOD}`;
      },
      'astro:server:setup': ({ server, logger }) => {
        const show = () => {
          const [first] = problems;
          if (first) server.ws.send({ type: 'error', err: overlay(problems, first) });
        };
        let timer: NodeJS.Timeout | undefined;
        // One check after the other, so that an older one never has the last word.
        let queue = Promise.resolve();
        const recheck = async () => {
          const broken = problems.length > 0;
          await check((text) => logger.error(text));
          show();
          if (broken && problems.length === 0) {
            logger.info('All problems of the content are mended.');
            server.ws.send({ type: 'full-reload' });
          }
        };
        const soon = (path: string) => {
          if (!path.startsWith(join(root, 'content')) && !path.startsWith(join(root, 'public'))) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            queue = queue.then(recheck).catch((error: unknown) => logger.error(String(error)));
          }, PAUSE_MS);
        };
        server.watcher.add(join(root, 'content'));
        server.watcher.on('change', soon).on('add', soon).on('unlink', soon);
        // A page that loads while something is wrong shows it too.
        server.ws.on('connection', show);
      },
    },
  };
}

/** Makes one folder like another, touching only files that differ, so that a watcher sees just these. */
function copyChanges(from: string, to: string): void {
  const files = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      : [];
  const wanted = new Set(files(from));
  for (const file of files(to)) if (!wanted.has(file)) rmSync(join(to, file));
  for (const file of wanted) {
    const [source, target] = [join(from, file), join(to, file)];
    if (existsSync(target) && readFileSync(source).equals(readFileSync(target))) continue;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(source, target);
  }
}

function overlay(problems: readonly Problem[], { path, line, column }: Problem) {
  const text = problems
    .map((problem) => `${problem.path}:${problem.line}:${problem.column}\n${problem.message}`)
    .join('\n\n');
  return { message: text, stack: '', loc: { file: path, line, column }, plugin: 'content check' };
}
