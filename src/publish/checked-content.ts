import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { printed } from '../checks/print-problems.ts';
import { formatProblem, type Problem } from '../checks/problems.ts';
import { asRecord, isDraft, records, type TextEntry } from '../checks/read-entries.ts';
import { liesLeftBehind } from '../checks/file-names.ts';
import { fingerprints } from '../checks/fingerprints.ts';
import type { Versions } from '../checks/published.ts';
import { words } from '../i18n/dictionary.ts';
import { ascending } from '../rules/dates.ts';
import type { Change } from '../rules/statement.ts';
import { isOutdated } from '../rules/translation.ts';
import type { Language } from '../site.ts';
import type { Told } from './astro-process.ts';
import { slashed } from '../rules/paths.ts';
import { pageFile, writePageFiles } from '../site/cited-pages.ts';
import { provideContent, type Content } from '../site/reading.ts';

/** Where `astro dev` finds the files that MDX compiles: the pages as they last were without a problem. */
const GOOD = '.build/content';

/** Several files saved at once are checked once. */
const PAUSE_MS = 30;

/**
 * Reads and checks the content in the process that draws it. A build ends here if
 * something is wrong. `astro dev` reads each change, shows what is wrong in the terminal
 * and over the page, and goes on drawing the last good content.
 */
export function checkedContent(): AstroIntegration {
  const root = process.cwd();
  const read = contentReader(root);
  let problems: Problem[] = [];
  let site = '';
  let isDev = false;
  let folder: URL;
  let versions: Promise<Versions> = Promise.resolve({});
  let prints: Versions = {};
  /** Reads what changed, and provides it if nothing is wrong with it; `astro dev` is told what is. */
  const check = async (logger: AstroIntegrationLogger) => {
    const reading = await read(checkOptions(root));
    // Whoever writes sees a change before it is told; the terminal asks for it.
    problems = reading.problems.filter(({ isUntold }) => !(isDev && isUntold));
    if (problems.length === 0) provideContent(contentOf(reading, site, isDev));
    if (!isDev && reading.data) prints = fingerprints(reading.data, reading.texts);
    if (isDev)
      for (const problem of reading.problems) logger.error(printed(problem, root, { terminal: true }));
  };
  return {
    name: 'checked-content',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'dev' && command !== 'build') return;
        site = config.site ?? '';
        folder = config.outDir;
        isDev = command === 'dev';
        await check(logger);
        if (!isDev) return problems.length > 0 ? end(problems) : undefined;
        process.env['CONTENT_DIR'] = `./${GOOD}`;
        if (problems.length === 0) return copyChanges(join(root, 'content'), join(root, GOOD));
        throw new Error(
          'The content has problems (above). Correct them, then start again: later ones are shown over the page.',
        );
      },
      // Astro has emptied its folder by then, and bundles in threads of its own.
      'astro:build:setup': () => {
        versions = writePageFiles(fileURLToPath(folder));
        // An error is thrown in the end.
        versions.catch(() => {});
      },
      'astro:build:done': async () => {
        await tell({ versions: { ...(await versions), ...prints } });
      },
      'astro:server:setup': ({ server, logger }) => {
        // Files beside pages, as a build writes them.
        server.middlewares.use((request, response, next) => {
          pageFile(URL.parse(request.url ?? '', site)?.pathname ?? '').then((text) => {
            if (text === undefined) return next();
            response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(text);
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
          const [folder = ''] = slashed(relative(root, path), sep).split('/');
          if (!['content', 'public'].includes(folder)) return;
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

/** Ends this process, after the problems are told to the command that started it, or else printed. */
async function end(problems: readonly Problem[]): Promise<never> {
  if (!(await tell({ problems }))) console.error(problems.map(formatProblem).join('\n'));
  process.exit(1);
}

/** Tells the command that started this process; false where nobody did. */
async function tell(message: Partial<Told>): Promise<boolean> {
  const { send } = process;
  if (send) await new Promise((sent) => send.call(process, message, sent));
  return send !== undefined;
}

/** What the pages need of a reading without problems. Only `astro dev` shows drafts. */
function contentOf({ texts, data, listWords, ownLists }: Reading, site: string, isDev: boolean): Content {
  const textOf = ({
    id,
    language,
    original,
    source,
    value,
    body,
    matterLength,
    tree,
    ...named
  }: TextEntry) => ({
    id,
    language,
    ...(original && {
      isOutdated: isOutdated(changesIn(original.value), Number(asRecord(source.value)['follows'])),
    }),
    data: original ? withEdits(value, asRecord(source.value)['edits'], language) : value,
    body: body.slice(matterLength).replace(/^\n/, ''),
    tree,
    references: [...named.textReferences, ...named.references],
  });
  const mapped = <T, U>(record: Record<string, T>, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  return {
    site,
    texts: mapped(texts, (kinds) =>
      mapped({ ...kinds }, (entries) => entries.filter((entry) => isDev || !isDraft(entry)).map(textOf)),
    ),
    lists: mapped(data ?? {}, (entries) => entries.map(({ value }) => value)),
    listWords,
    ownLists: mapped(ownLists, ({ synonyms, bestBets }) =>
      mapped({ synonyms, bestBets }, (entries) => entries.map(({ value }) => value)),
    ),
  } as unknown as Content;
}

const changesIn = (value: unknown) => records(asRecord(value)['changes']) as unknown as Change[];

/** What a translation says, with its own changes among those of its original, the oldest first. */
function withEdits(value: unknown, edits: unknown, language: Language): unknown {
  const own = (records(edits) as unknown as Change[]).map((edit) => ({
    ...edit,
    what: words(language).changes.edit({ what: edit.what }),
  }));
  const changes = [...changesIn(value), ...own].toSorted((a, b) => ascending(a.date, b.date));
  return { ...asRecord(value), changes };
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
