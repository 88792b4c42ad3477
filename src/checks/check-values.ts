import { memoize } from '../rules/memoize.ts';
import { plain } from '../rules/search/words.ts';
import { MARK_UP } from '../schemas/fields.ts';
import { dayFault } from './check-dates.ts';
import { outsideFault } from './check-links.ts';
import { traceIn } from './contacts.ts';
import { oddCharacter } from './content-files.ts';
import { isList } from './list-addresses.ts';
import { leftOver } from './left-over.ts';
import { oddWord } from './odd-words.ts';
import { capital, quoted } from './problems.ts';
import { BEGINS_SMALL, ENDS_OPEN, signsFault } from './signs.ts';
import { records, reportFaults, reportTexts, type Entry } from './read-entries.ts';

/*
 * What holds for every value of front matter and data, whatever its field: an address
 * leads straight to its page, nothing leads to a person, no sign is hidden in a word, and
 * no program left its marks.
 */

/** Earlier passages, whose tags and links are checked as a text: their marks are those of Markdown. */
const PASSAGES = new Set(['was', 'now']);
const ADDRESS = /https?:\/\/[^\s"“”<>()]+/g;

/** A text with a space in place of each whole address. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, ' ');

/** What is wrong with a passage of an earlier version, which anybody can still read. */
function passageFault(passage: unknown, hosts: ReadonlySet<string>): string | undefined {
  if (typeof passage !== 'string' || passage.length > MOST) return undefined;
  const odd = oddCharacter(passage) ? undefined : oddWord(passage)?.message;
  const fault = odd ?? addressesFault(passage, hosts) ?? traceIn(withoutAddresses(passage))?.message;
  return fault && `${capital(fault)} The earlier version would show it: see content/INCIDENT.md.`;
}

/** What is wrong with the first address in a text that is not good. */
const addressesFault = (text: string, hosts: ReadonlySet<string>) =>
  (text.match(ADDRESS) ?? []).flatMap(
    (address) => outsideFault(address.replace(/[.,;:!?]+$/, ''), hosts) ?? [],
  )[0];

/** What the schema of a date looks at. */
const BARE_DATE = /^[\d./-]+$/;

/** What is wrong with a text by itself. It is kept, for the preview asks for every text again after each change. */
const ownFaults = memoize((text: string) => {
  const words = withoutAddresses(text);
  // Signs that no text may hold are reported where the file is read, tags by the schema.
  const odd =
    oddCharacter(text) || MARK_UP.test(text)
      ? undefined
      : (oddWord(text) ?? leftOver(words) ?? (BARE_DATE.test(text) ? undefined : dayFault(words)));
  return { odd: odd?.message, trace: traceIn(words)?.message, signs: signsFault(words)?.message };
});

/** What is wrong with a text that stands in a field, whatever the field; nothing where it is good. */
export function valueFault(text: string, hosts: ReadonlySet<string> = new Set()): string | undefined {
  if (text.length > MOST) return undefined;
  const { odd, trace } = ownFaults(text);
  return odd ?? addressesFault(text, hosts) ?? trace;
}

/** Fields that name something, in which no sentence stands; and fields that hold whole sentences. */
const TITLES = /^(?:title|label|term)$/;
const SENTENCES =
  /^(?:summary|description|text|what|dateNote|counted|method|notMeaning|conflictNote|checkedHow|sentence|noUrl|who|bias|meaning|change)$/;
const fieldOf = (path: readonly PropertyKey[]) => String(path.findLast((part) => typeof part === 'string'));
/** Whether a field, by its path, is a title. */
export const isTitleField = (path: readonly PropertyKey[]): boolean => TITLES.test(fieldOf(path));

/** What is wrong with the signs of a text in a field; nothing where they are good. */
export function signsOfValue(text: string, path: readonly PropertyKey[]): string | undefined {
  // Spellings of others stand as they are; mark-up is reported by the schema.
  if (text.length > MOST || MARK_UP.test(text) || path.includes('variants')) return undefined;
  return ownFaults(text).signs ?? endsFault(text.trim(), path);
}

/** What is wrong with how a text in a field begins or ends. */
function endsFault(text: string, path: readonly PropertyKey[]): string | undefined {
  const [isWhole, isTitle] = [SENTENCES.test(fieldOf(path)), isTitleField(path)];
  // A term may be a word as it stands in a sentence.
  if ((isWhole || (isTitle && fieldOf(path) !== 'term')) && BEGINS_SMALL.test(text))
    return 'it begins with a small letter. Write a capital, or what is missing before it.';
  if (isWhole && ENDS_OPEN.test(text))
    return 'it ends without a full stop. Write one, or what is missing behind it.';
  // Of several sentences, each has its full stop.
  return isTitle && /^[^.?!]*\.$/.test(text) ? 'a title ends without a full stop. Take it out.' : undefined;
}

const FRONT_PAGE = /^https?:\/\/[^/]*\/?$/;
const OF_FRONT_PAGE =
  'this is the front page of a site, which changes. Write the address of the report itself, or of a copy of the front page in an archive.';

const OF_A_LIST =
  'this is a list, a search or an account, which changes. Write the address of the report itself.';

/** Checks every text in the fields of an entry. */
export function checkValues(entry: Entry, hosts: ReadonlySet<string>, isOrganisation = false): void {
  // What is no address at all is reported by the schema.
  const { url, archived, ...others } = entry.data;
  reportTexts(entry, others, (text, path) => valueFault(text, hosts) ?? signsOfValue(text, path), PASSAGES);
  const passages = records(others['changes']).map(({ was, now }) => ({
    was: passageFault(was, hosts),
    now: passageFault(now, hosts),
  }));
  reportFaults(entry, { changes: passages });
  for (const [field, value] of Object.entries({ url, archived }))
    if (typeof value === 'string' && /^https?:\/\/[^/\s]\S*$/.test(value))
      // An address of an organisation is official by being named here.
      reportFaults(entry, {
        [field]: /[“”„«»]/.test(value)
          ? 'quotes stand in the address. Take them out.'
          : (outsideFault(value, isOrganisation ? new Set() : hosts) ??
            (field === 'url' &&
              !isOrganisation &&
              ((FRONT_PAGE.test(value) && OF_FRONT_PAGE) || (isList(value) && OF_A_LIST)))),
      });
}

/** Longer than any value that the schemas allow. */
const MOST = 10_000;

/** Words that say no more than what kind of outlet it is. */
const OF_ITS_KIND =
  /\b(?:the|news ?agency|agency|news|newspaper|daily|online|magazine|website|inc|ltd|com|org|co\.? ?kr)\b|(?:뉴스|신문|통신|일보|방송)$/g;

/** The letters and digits of a text, in small letters. */
export const lettersOf = (text: string) => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The name without what nobody would tell two outlets apart by; the whole of a short one. */
function kernelOf(name: string): string {
  const kernel = lettersOf(
    plain(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
      .replace(/[._-]+/g, ' ')
      .replace(OF_ITS_KIND, ' '),
  );
  return kernel.length >= 5 ? kernel : lettersOf(name).replace(/^the(?=.{4})/, '');
}

/** A publisher has one spelling: it is a choice in the search. Of several, that of most reports is taken for right. */
export function checkPublishers(entries: readonly Entry[]): void {
  const withPublisher = entries.filter(({ data: { publisher } }) => typeof publisher === 'string');
  // As the schema makes it.
  const nameOf = ({ data }: Entry) => String(data['publisher']).replace(/\s+/g, ' ').trim();
  const spellings = Map.groupBy(withPublisher, (entry) => kernelOf(nameOf(entry)));
  for (const group of spellings.values()) {
    const byName = Map.groupBy(group, nameOf);
    if (byName.size < 2) continue;
    const [[own, [first]] = ['', []]] = [...byName].toSorted(([, a], [, b]) => b.length - a.length);
    for (const entry of group.filter((one) => nameOf(one) !== own))
      reportFaults(entry, {
        publisher: `${quoted(String(entry.data['publisher']))} is spelt ${quoted(own)} in ${first?.path}. Write it the same way; if it is another, say so in its name, as in “${own} (Seoul)”.`,
      });
  }
}
