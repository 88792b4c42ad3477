import type { AstroIntegration } from 'astro';
import { contentProblems } from './check.ts';
import { printed } from './print.ts';
import type { Problem } from './problems.ts';

/** Several files saved at once are checked once. */
const PAUSE_MS = 150;

/**
 * Shows in `astro dev` what the build would say: in the terminal and over the page,
 * which stays as it last was. When all is well again, the page loads anew.
 */
export function liveCheck(): AstroIntegration {
  return {
    name: 'live-check',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const root = process.cwd();
        let [broken, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined];
        const check = async () => {
          const problems = await contentProblems(root);
          for (const problem of problems)
            logger.error(printed(problem, root, { terminal: true, actions: false }));
          const [first] = problems;
          if (first) server.ws.send({ type: 'error', err: overlay(problems, first) });
          else if (broken) {
            logger.info('All problems of the content are mended.');
            server.ws.send({ type: 'full-reload' });
          }
          broken = problems.length > 0;
        };
        const soon = (path: string) => {
          if (!/[/\\](?:content|public)[/\\]/.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(() => void check(), PAUSE_MS);
        };
        server.watcher.on('change', soon).on('add', soon).on('unlink', soon);
        void check();
      },
    },
  };
}

function overlay(problems: readonly Problem[], { path, line, column }: Problem) {
  const text = problems
    .map((problem) => `${problem.path}:${problem.line}:${problem.column}\n${problem.message}`)
    .join('\n\n');
  return { message: text, stack: '', loc: { file: path, line, column }, plugin: 'content check' };
}
