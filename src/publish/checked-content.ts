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
import type { Change } from '../rules/statement.ts';
import { isOutdated } from '../rules/translation.ts';
import type { ListName } from '../schemas/lists.ts';
import type { Language } from '../site.ts';
import type { Told } from './astro-process.ts';
import { slashed } from '../rules/paths.ts';
import { pageFile, writePageFiles } from '../site/cited-pages.ts';
import { withEdits } from '../site/changed.ts';
import { provideContent, type Content } from '../site/reading.ts';

/** Where `astro dev` finds the files that MDX compiles: the pages as they last were without a problem. */
const GOOD = '.build/content';

/** What the check reads: the content, and the words of the interface and of its own messages. */
const CHECKED = /^(?:content|public)\/|^src\/(?:i18n(?:\/columns)?|checks\/messages)\/[a-z]+\.json$/;

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
    if (!isDev && reading.data) prints = fingerprints({ ...reading, data: reading.data });
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
          if (!CHECKED.test(slashed(relative(root, path), sep))) return;
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
function contentOf({ texts, data, words, ownLists }: Reading, site: string, isDev: boolean): Content {
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
    data: original
      ? {
          ...asRecord(value),
          changes: withEdits(changesIn(value), asRecord(source.value)['edits'], language),
        }
      : value,
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
    listWords: listWords(words),
    ownLists: mapped(ownLists, ({ synonyms, bestBets }) =>
      mapped({ synonyms, bestBets }, (entries) => entries.map(({ value }) => value)),
    ),
  } as unknown as Content;
}

/** The words that fit, by language, list and id. */
function listWords(words: Reading['words']): Content['listWords'] {
  const listed: Partial<Record<Language, Partial<Record<ListName, Record<string, unknown>>>>> = {};
  for (const { language, list, id, value } of words)
    if (value !== undefined) ((listed[language] ??= {})[list] ??= {})[id] = value;
  return listed;
}

const changesIn = (value: unknown) => records(asRecord(value)['changes']) as unknown as Change[];

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
