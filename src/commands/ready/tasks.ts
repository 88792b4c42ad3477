import { isPlaceholder } from '../../rules/contact.ts';
import { counted } from '../command.ts';
import type { LaunchState } from './state.ts';

/** What is left to do: what, by whom, how. */
type Task = Record<'what' | 'who' | 'how', string>;

/** A task for each thing that does not hold. */
const CHECKS: ((state: LaunchState) => Task | false)[] = [
  ({ url }) =>
    isPlaceholder(url) && {
      what: `The address of the site is a placeholder: ${url}`,
      who: 'who owns the domain',
      how: 'set SITE_URL for this command and for the build',
    },
  ({ contact: { mail } }) =>
    isPlaceholder(mail) && {
      what: `The contact is a placeholder: ${mail}`,
      who: 'who answers the letters',
      how: 'open a mailbox with SPF, DKIM and DMARC reject, then set contact.mail and contact.answerDays in src/site.ts',
    },
  ({ contact: { key }, hasKey }) =>
    !hasKey && {
      what: `The public key is missing: public${key}`,
      who: 'who answers the letters',
      how: 'make a key for the mailbox and put its public half there; contact.key in src/site.ts names it',
    },
  ({ signingKey }) =>
    signingKey === '' && {
      what: 'The checksums of the site are not signed',
      who: 'who publishes the site',
      how: 'make a key with minisign -G or ssh-keygen -t ed25519, keep it outside of the project, put its public half into signingKey in src/site.ts, and sign each build: npm run sign -- /path/to/the/key',
    },
  ({ hosts, today }) => {
    const old = hosts.filter(({ checked }) => checked < inDays(today, -COMPARED_DAYS));
    return (
      old.length > 0 && {
        what: `${counted(old.length, 'further host')} not compared for ${COMPARED_DAYS} days: ${old.map(({ address }) => address).join(', ')}`,
        who: 'who publishes the site',
        how: 'npm run verify -- and the address, an onion address through Tor; then set the day in src/site.ts, or take the host out',
      }
    );
  },
  ({ securityExpires, today }) =>
    (securityExpires < inDays(today, LEAST_DAYS) || securityExpires > inDays(today, MOST_DAYS)) && {
      what: `security.txt holds until ${securityExpires}`,
      who: 'a developer',
      how: `set securityExpires in src/site.ts to a day between ${inDays(today, LEAST_DAYS)} and ${inDays(today, MOST_DAYS)}`,
    },
  ({ addresses }) => {
    const names = addresses.filter(({ opened }) => !opened).map(({ name }) => name);
    return (
      names.length > 0 && {
        what: `${counted(names.length, 'official address')} never opened: ${names.join(', ')}`,
        who: 'an editor, from a network that is their own',
        how: 'open each, find the organisation there, and add "opened" with the day in content/data/organisations.json',
      }
    );
  },
  ({ unarchived }) =>
    unarchived > 0 && {
      what: `${counted(unarchived, 'source')} without an archived copy`,
      who: 'an editor',
      how: 'save each report at a public archive and add its address as “archived”; leave out what /safety/ keeps without a link',
    },
  ({ emptyFeeds }) =>
    emptyFeeds.length > 0 && {
      what: `Nothing stands in the feed of ${emptyFeeds.join(', ')}`,
      who: 'an editor',
      how: 'publish what the page is for, or ask a developer to take the feed out of src/site-plan.ts',
    },
  ({ drafts }) =>
    drafts.length > 0 && {
      what: `${counted(drafts.length, 'draft')}: ${drafts.join(', ')}`,
      who: 'an editor',
      how: 'publish each, or take it out',
    },
  ({ hasPrivateWords }) =>
    !hasPrivateWords && {
      what: 'The texts were not checked for private words',
      who: 'an editor who keeps the list',
      how: 'PRIVATE_WORDS=/path/to/the/list npm run ready',
    },
  ({ reviewed, textDays }) => {
    const since = textDays.filter((day) => day > reviewed).length;
    return (
      since > 0 && {
        what: `${counted(since, 'text')} that no second person has read`,
        who: 'an editor who did not write them',
        how: 'read them against “What never to publish” and the figures in words of npm run check, then set reviewed in src/site.ts',
      }
    );
  },
];

/** A launch should not be followed by a renewal at once; RFC 9116 wants less than a year. */
const [LEAST_DAYS, MOST_DAYS] = [60, 364];

/** As long as readers are told that a further host was found whole. */
const COMPARED_DAYS = 90;

/** All that is left to do before a launch; nothing where the site is ready. */
export const tasksBeforeLaunch = (state: LaunchState): Task[] =>
  CHECKS.map((check) => check(state)).filter((task) => task !== false);

/** The day so many days later. */
const inDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
