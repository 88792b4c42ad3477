import { formsOf, type Name } from '../rules/names.ts';
import { sentenceEnds } from '../rules/sentences.ts';
import type { SpokenText } from './block-text.ts';
import { dateAhead } from './check-dates.ts';
import { donor, homeIn, MAYBE_SOMEBODY } from './people.ts';
import {
  ADRIFT,
  CARRIER,
  NO_LAUNCH,
  NORTH,
  OTHER_USE,
  PASSING,
  SENDING,
  PART_OF_YEAR,
  SOON,
  SOUTH,
  THING,
  WHEN,
} from './places-and-days.ts';
import { capital, quoted } from './problems.ts';
import { allowedWords, textsIn, type Entry } from './read-entries.ts';

/*
 * Words that are harmless alone and together lead to somebody (content/guide/never-publish.md):
 * a town of the North beside a person, what is sent beside its place, its day, its hour or how
 * often it is. They are looked for within one sentence, in whatever order and with whatever verb;
 * what a court or the police did about a launch is no launch.
 */

const PLACE = new RegExp(`${NORTH}|${SOUTH}`, 'iu');
const TIME = new RegExp(WHEN, 'iu');
const LATER = new RegExp(PART_OF_YEAR, 'iu');
/** What is sent, or who carries it. */
const SENT = new RegExp(`${THING.source}|${CARRIER.source}`, 'iu');

const OF_SOMEBODY =
  'by the age, name, family or work beside it, somebody can be recognised. Write no more than the country.';
const OF_A_LAUNCH =
  'it tells where or when something is sent. Write no more than the country and the month, and nothing of what is still to come.';
const OF_A_CHECK = 'it tells how goods pass checks. Leave it out.';
const OF_A_DONOR = 'it names a donor. Thank nobody by name.';

/** The words of a sentence by which somebody could be found, and why. */
function exposed(plain: string, sentence: string, today: string): [word: string, why: string] | undefined {
  const home = homeIn(plain);
  if (home) return [home, OF_SOMEBODY];
  const given = donor(plain);
  if (given) return [given, OF_A_DONOR];
  const passing = PASSING.exec(plain)?.[0];
  const isSent = SENT.test(sentence);
  if (passing && (isSent || /^(?:bribe|뇌물)/i.test(passing))) return [passing, OF_A_CHECK];
  if (!isSent || NO_LAUNCH.test(sentence)) return undefined;
  const isSoon = SOON.test(plain);
  const where = PLACE.exec(plain);
  const isOfOther = OTHER_USE.test(sentence) || !(ADRIFT.test(sentence) || SENDING.test(sentence));
  const when = (isSoon || !isOfOther) && (TIME.exec(plain) ?? (isSoon && LATER.exec(plain)));
  const found = [where, when].filter((one) => !!one).toSorted((a, b) => a.index - b.index);
  const word = found[0]?.[0] ?? dateAhead(plain, today);
  return word === undefined ? undefined : [word, OF_A_LAUNCH];
}

/** What every such text has in it, quick to look for: somebody, or something beside a place or a time. */
const SPOT = new RegExp(`${NORTH}|${SOUTH}|${WHEN}|${PART_OF_YEAR}`, 'iu');
const mayExpose = (text: string, year: string) =>
  MAYBE_SOMEBODY.test(text) ||
  PASSING.test(text) ||
  (SENT.test(text) && (SPOT.test(text) || !!text.match(/20\d\d/g)?.some((one) => one >= year)));

/** What is spoken by nobody. */
const ADDRESS = /^https?:\S+$/;

/** Finds a sentence by which somebody could be recognised or found. */
export type ExposureFinder = ReturnType<typeof exposureFinder>;

/**
 * @param names those of content/data/names.json: who is named there has chosen to be public
 * @param today the day after which everything is still to come
 */
export function exposureFinder(names: readonly Pick<Entry, 'value'>[], today: string) {
  const known = names.flatMap(({ value }) => (value ? formsOf(value as Name) : []));
  /** @param allowed words that the entry allows, which are passed over */
  return (text: string, allowed: readonly string[] = []) => {
    if (ADDRESS.test(text) || !mayExpose(text, today.slice(0, 4))) return undefined;
    const passed = [...allowed, ...known].filter((word) => text.includes(word));
    const plain = passed.reduce((rest, word) => rest.replaceAll(word, '·'.repeat(word.length)), text);
    let start = 0;
    for (const end of sentenceEnds(plain)) {
      const [word, why] = exposed(plain.slice(start, end), text.slice(start, end), today) ?? [];
      if (word !== undefined) return { start, word, message: `take ${quoted(word)} out: ${why}` };
      start = end;
    }
    return undefined;
  };
}

/** Reports what exposes somebody in a text: in its fields, and in what is spoken besides, as its attributes and notes. */
export function checkExposure(entry: Entry, spoken: readonly SpokenText[], find: ExposureFinder): void {
  const allowed = allowedWords(entry);
  const { source } = entry;
  const fields = textsIn(source.value).map(({ text, path }) => ({ text, placeAt: () => source.place(path) }));
  const lines = new Set<number>();
  for (const { text, placeAt } of [...fields, ...spoken]) {
    const fault = find(text, allowed);
    const place = fault && placeAt(text.indexOf(fault.word, fault.start));
    // The cells of a row are read once more as its words.
    if (!place || lines.has(place.line)) continue;
    lines.add(place.line);
    entry.report(
      place,
      `${capital(fault.message)} Where it is public and harms nobody, as in a ruling of a court, mark ${quoted(fault.word)} under allowedWords with the reason.`,
    );
  }
}
