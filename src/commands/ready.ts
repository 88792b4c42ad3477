import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkOptions, contentReader, type Reading } from '../checks/check-content.ts';
import { allTexts, isDraft, records } from '../checks/read-entries.ts';
import { isHostAddress } from '../rules/addresses.ts';
import { newestDay } from '../rules/changes.ts';
import { isPlaceholder } from '../rules/contact.ts';
import { defaultLanguage, site } from '../site.ts';
import { command, counted, leftToDo } from './command.ts';

/*
 * Says what must be done before the site is shown to the public, by whom and how. The exit
 * code is 1 until nothing is left.
 */

/** What must hold before the site is shown to the public, as it stands now: in the content, in the facts of the site, and around it. */
export interface LaunchState
  extends ReturnType<typeof stateOf>, Record<'signingKey' | 'securityExpires' | 'reviewed', string> {
  /** Day as YYYY-MM-DD. */
  today: string;
  /** Address of the site. */
  url: string;
  contact: { mail: string; key: string };
  /** Whether the public key of the contact lies in `public/`. */
  hasKey: boolean;
  /** Further hosts of the site, each with the day on which it was last compared. */
  hosts: readonly { address: string; checked: string }[];
  /** Whether the check was given a private word list. */
  hasPrivateWords: boolean;
}

/** The notice to readers, which is a draft until the day on which it is needed. */
const KEPT_READY = 'incident';

/** What the content says of itself, as far as a launch depends on it. */
export function stateOf({ data, texts }: Reading) {
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
    /** The newest day on which each text was written or changed. */
    textDays: shown.map(({ data }) => {
      const dated = [data, ...records(data['changes'])];
      const days = dated.flatMap(({ updated, added, date }) => [updated, added, date].map(String));
      return newestDay(days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)));
    }),
    /** Texts that are drafts, by path. */
    drafts: all.filter((entry) => isDraft(entry) && entry.id !== KEPT_READY).map(({ path }) => path),
    /** Organisations with an official address, and the day on which a person last opened it. */
    addresses: (data?.organisations ?? []).flatMap((entry) => {
      const { name, url, opened } = entry.data;
      return url === undefined
        ? []
        : { name: String(name), opened: opened === undefined ? undefined : String(opened) };
    }),
    /** How many sources with an address have no archived copy. */
    unarchived: cited.filter(({ url, archived }) => url !== undefined && archived === undefined).length,
    /** Feeds in which nothing stands, by the address of their page. */
    emptyFeeds: Object.entries(isEmpty).flatMap(([address, empty]) => (empty ? address : [])),
  };
}

/** A launch should not be followed by a renewal at once; RFC 9116 wants less than a year. */
const [LEAST_DAYS, MOST_DAYS] = [60, 364];

/** As long as readers are told that a further host was found whole. */
const COMPARED_DAYS = 90;

/** All that is left to do before a launch: what, by whom, how; nothing where the site is ready. */
export function tasksBeforeLaunch(state: LaunchState) {
  const { url, contact, signingKey, securityExpires, today, unarchived, emptyFeeds, drafts, reviewed } =
    state;
  const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const [soonest, latest] = [inDays(LEAST_DAYS), inDays(MOST_DAYS)];
  const hosts = state.hosts.filter(({ checked }) => checked < inDays(-COMPARED_DAYS));
  const unopened = state.addresses.filter(({ opened }) => !opened);
  const unread = state.textDays.filter((day) => day > reviewed);
  const tasks: [isLeft: boolean, what: string, who: string, how: string][] = [
    [
      isPlaceholder(url) || !isHostAddress(url),
      `The address of the site is ${isPlaceholder(url) ? 'a placeholder' : 'not that of a host alone'}: ${url}`,
      'who owns the domain',
      'set SITE_URL for this command and for the build, as in https://your.domain',
    ],
    [
      isPlaceholder(contact.mail),
      `The contact is a placeholder: ${contact.mail}`,
      'who answers the letters',
      'open a mailbox with SPF, DKIM and DMARC reject, then set contact.mail and contact.answerDays in src/site.ts',
    ],
    [
      !state.hasKey,
      `The public key is missing: public${contact.key}`,
      'who answers the letters',
      'make a key for the mailbox and put its public half there; contact.key in src/site.ts names it',
    ],
    [
      signingKey === '',
      'The checksums of the site are not signed',
      'who publishes the site',
      'make a key with minisign -G or ssh-keygen -t ed25519, keep it outside of the project, put its public half into signingKey in src/site.ts, and sign each build: npm run sign -- /path/to/the/key',
    ],
    [
      hosts.length > 0,
      `${counted(hosts.length, 'further host')} not compared for ${COMPARED_DAYS} days: ${hosts.map(({ address }) => address).join(', ')}`,
      'who publishes the site',
      'npm run verify -- and the address, an onion address through Tor; then set the day in src/site.ts, or take the host out',
    ],
    [
      securityExpires < soonest || securityExpires > latest,
      `security.txt holds until ${securityExpires}`,
      'a developer',
      `set securityExpires in src/site.ts to a day between ${soonest} and ${latest}`,
    ],
    [
      unopened.length > 0,
      `${counted(unopened.length, 'official address')} never opened: ${unopened.map(({ name }) => name).join(', ')}`,
      'an editor, from a network that is their own',
      'open each, find the organisation there, and add "opened" with the day in content/data/organisations.json',
    ],
    [
      unarchived > 0,
      `${counted(unarchived, 'source')} without an archived copy`,
      'an editor',
      'save each report at a public archive and add its address as “archived”; leave out what /safety/ keeps without a link',
    ],
    [
      emptyFeeds.length > 0,
      `Nothing stands in the feed of ${emptyFeeds.join(', ')}`,
      'an editor',
      'publish what the page is for, or ask a developer to take the feed out of src/site-plan.ts',
    ],
    [
      drafts.length > 0,
      `${counted(drafts.length, 'draft')}: ${drafts.join(', ')}`,
      'an editor',
      'publish each, or take it out',
    ],
    [
      !state.hasPrivateWords,
      'The texts were not checked for private words',
      'an editor who keeps the list',
      'PRIVATE_WORDS=/path/to/the/list npm run ready',
    ],
    [
      unread.length > 0,
      `${counted(unread.length, 'text')} that no second person has read`,
      'an editor who did not write them',
      'read them against “What never to publish” and the figures in words of npm run check, then set reviewed in src/site.ts',
    ],
  ];
  return tasks.flatMap(([isLeft, what, who, how]) => (isLeft ? { what, who, how } : []));
}

if (import.meta.main)
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
