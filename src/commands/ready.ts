import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { allTexts, isDraft, records } from '../checks/read-entries.ts';
import { tasksBeforeLaunch, type LaunchState } from '../rules/ready.ts';
import { defaultLanguage, site } from '../site.ts';

/*
 * Says what must be done before the site is shown to the public, by whom and how. The exit
 * code is 1 until nothing is left.
 */

/** The notice to readers, which is a draft until the day on which it is needed. */
const KEPT_READY = 'incident';

/** What the content says of itself, as far as a launch depends on it. */
function stateOf({ data, texts }: Reading) {
  const all = allTexts(texts);
  const shown = all.filter((entry) => !isDraft(entry));
  const { news: posts } = texts[defaultLanguage];
  const cited = [...(data?.sources ?? []), ...posts].map((entry) => entry.data);
  const figures = data?.figures ?? [];
  const hasChange = (entries: typeof figures) =>
    entries.some((entry) => records(entry.data['changes']).some(({ kind }) => kind !== 'rewording'));
  const isEmpty = {
    '/news/': posts.length === 0,
    '/corrections/': !hasChange([...shown, ...figures]),
    '/statistics/': !hasChange(figures),
  };
  return {
    textDays: shown.map(
      (entry) =>
        [entry.data, ...records(entry.data['changes'])]
          .flatMap(({ updated, added, date }) => [updated, added, date])
          .filter((day) => /^\d{4}-\d\d-\d\d$/.test(String(day)))
          .map(String)
          .toSorted()
          .at(-1) ?? '',
    ),
    drafts: all.filter((entry) => isDraft(entry) && entry.id !== KEPT_READY).map(({ path }) => path),
    addresses: (data?.organisations ?? []).flatMap((entry) => {
      const { name, url, opened } = entry.data;
      return url === undefined
        ? []
        : { name: String(name), opened: opened === undefined ? undefined : String(opened) };
    }),
    unarchived: cited.filter(({ url, archived }) => url !== undefined && archived === undefined).length,
    emptyFeeds: Object.entries(isEmpty).flatMap(([address, empty]) => (empty ? address : [])),
  } satisfies Partial<LaunchState>;
}

const root = process.cwd();
const options = checkOptions(root);
const reading = await contentReader(root)(options);
if (reading.problems.length > 0) {
  console.error('The content has problems. Run “npm run check” and correct them first.');
  process.exitCode = 1;
} else {
  const { contact, securityExpires, reviewed } = site;
  const tasks = tasksBeforeLaunch({
    ...stateOf(reading),
    today: options.today,
    url: process.env['SITE_URL'] ?? site.address,
    contact,
    hasKey: existsSync(join(root, 'public', contact.key)),
    securityExpires,
    signingKey: site.signingKey,
    hosts: [...site.mirrors, ...(site.onion ? [site.onion] : [])],
    reviewed,
    hasPrivateWords: (options.words ?? []).length > 0,
  });
  for (const { what, who, how } of tasks) console.log(`- ${what}.\n  Who: ${who}. How: ${how}.`);
  console.log(
    tasks.length === 0 ? 'Ready: nothing is left to do.' : `Not ready: ${tasks.length} things are left.`,
  );
  process.exitCode = tasks.length === 0 ? 0 : 1;
}
