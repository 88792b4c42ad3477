import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Surroundings } from '../../src/commands/links.ts';
import { inTree, ORGANISATIONS, PAGE, POST, SOURCES, validContent, type Content } from './content-tree.ts';
import { NOON, stillClock } from './links-servers.ts';

/* The command that asks outside addresses, run over a small content tree. */

const DAY_MS = 86_400_000;

/** The valid content with all its outside addresses on one host, and two more in a text. */
export function contentAt(at: (path: string) => string): Content {
  const content = validContent();
  const replaced = (path: string, passage: string, instead: string) => {
    assert.ok(content[path]?.includes(passage), `${path} has ${passage}`);
    content[path] = content[path]?.replace(passage, () => instead) ?? '';
  };
  replaced(SOURCES, 'https://example.org/report', at('/report#part'));
  replaced(POST, 'https://example.org/law', at('/law'));
  replaced(ORGANISATIONS, 'https://flashdrivesforfreedom.org/', at('/official'));
  replaced(PAGE, 'Drives.', `Drives, as [one](${at('/link')}) and [another](${at('/report')}) say.`);
  return content;
}

/** A server on which every page of that content is there. */
export const FINE = { '/report': {}, '/law': {}, '/official': {}, '/link': {} };

/** Runs of the command over one content tree, on the days given, counted from the first. */
export async function runs(
  content: Content,
  days: readonly number[],
  args: readonly string[] = [],
  more: Surroundings = {},
) {
  return inTree(content, async (root) => {
    const ends: { code: number; said: string; complained: string }[] = [];
    for (const day of days) {
      const [said, complained]: string[][] = [[], []];
      const code = await run(args, root, 'https://site.example/path', {
        clock: stillClock(NOON + day * DAY_MS),
        privateToo: true,
        limitMs: 5_000,
        archive: 'http://127.0.0.1:1/',
        say: (text) => said?.push(text),
        complain: (text) => complained?.push(text),
        ...more,
      });
      ends.push({ code, said: said?.join('\n') ?? '', complained: complained?.join('\n') ?? '' });
    }
    const memory = JSON.parse(readFileSync(join(root, '.build/links.json'), 'utf8')) as object;
    return { ends, last: ends.at(-1) ?? assert.fail(), memory };
  });
}
