import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { begun } from './meter.ts';

/** How long an editor waits in `npm run dev`. */
export interface PreviewTimes {
  /** Until the first page is served. */
  startMs: number;
  /** From saving a new title until the page has it; the middle one of several. */
  titleMs: number;
}

const PORT = 4397;
const POST = 'content/en/news/2017/design-award.mdx';
const ADDRESS = `http://127.0.0.1:${PORT}/news/2017/design-award/`;
const TURNS = 5;
const POLL_MS = 20;
const LIMIT_MS = 600_000;

/**
 * Starts the preview of a project, changes the title of a post some times, and asks for the
 * page until it has it.
 * @throws if the server ends, or a page does not come in ten minutes
 */
export async function previewTimes(root: string): Promise<PreviewTimes> {
  const begin = performance.now();
  const { child, printed, end } = begun(
    ['astro', 'dev', '--port', String(PORT), '--host', '127.0.0.1'],
    root,
  );
  const death = once(child, 'close').then(() => {
    throw new Error(`The preview ended:\n${printed().slice(-2000)}`);
  });
  const shows = async (words: string) => {
    const limit = performance.now() + LIMIT_MS;
    while (performance.now() < limit) {
      const page = await fetch(ADDRESS).then(
        (answer) => answer.text(),
        () => '',
      );
      if (page.includes(words)) return;
      await wait(POLL_MS);
    }
    throw new Error(`The preview did not show “${words}”:\n${printed().slice(-2000)}`);
  };
  try {
    await Promise.race([shows('<main'), death]);
    const startMs = performance.now() - begin;
    const text = readFileSync(join(root, POST), 'utf8');
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const title = `A title that is new, ${'again '.repeat(turn)}for trials`;
      const saved = performance.now();
      writeFileSync(join(root, POST), text.replace(/^title: .*$/m, `title: "${title}"`));
      await Promise.race([shows(title), death]);
      times.push(performance.now() - saved);
    }
    return { startMs, titleMs: times.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? NaN };
  } finally {
    // Its end is no fault from here on.
    death.catch(() => {});
    end();
  }
}
