import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkOptions, contentReader } from '../checks/check-content.ts';
import { site } from '../site.ts';
import { command, leftToDo } from './command.ts';
import { stateOf } from './ready/state.ts';
import { tasksBeforeLaunch } from './ready/tasks.ts';

/*
 * Says what must be done before the site is shown to the public, by whom and how. The exit
 * code is 1 until nothing is left.
 */

process.exitCode = await command({}, async () => {
  const root = process.cwd();
  const options = checkOptions(root);
  const reading = await contentReader(root)(options);
  if (reading.problems.length > 0)
    throw new Error('The content has problems. Run “npm run check” and correct them first.');
  const tasks = tasksBeforeLaunch({
    ...site,
    ...stateOf(reading),
    today: options.today,
    url: process.env['SITE_URL'] ?? site.address,
    hasKey: existsSync(join(root, 'public', site.contact.key)),
    hosts: [...site.mirrors, ...(site.onion ? [site.onion] : [])],
    hasPrivateWords: (options.words ?? []).length > 0,
  });
  for (const { what, who, how } of tasks) console.log(`- ${what}.\n  Who: ${who}. How: ${how}.`);
  console.log(
    tasks.length === 0 ? 'Ready: nothing is left to do.' : `Not ready: ${leftToDo(tasks.length, 'thing')}.`,
  );
  return tasks.length === 0 ? 0 : 1;
});
