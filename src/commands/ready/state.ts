import type { Reading } from '../../checks/check-content.ts';
import { allTexts, isDraft, records } from '../../checks/read-entries.ts';
import { newestDay } from '../../rules/changes.ts';
import { defaultLanguage } from '../../site.ts';

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
