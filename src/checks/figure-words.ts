import { dictionaryFor, type Dictionary } from '../i18n/dictionary.ts';
import { inBothForms, withParticles } from '../i18n/particles.ts';
import { formatAmount, formatStated, formatValue, formatWhen } from '../rules/format.ts';
import { memoize } from '../rules/memoize.ts';
import { attributeOf, nodesOf, placeOf, type MdxNode } from '../rules/markdown.ts';
import { numberOf } from '../rules/numbers.ts';
import type { Amount, When } from '../rules/statement.ts';
import { QUALIFIERS, UNITS, type Stage, type Unit } from '../rules/vocabulary.ts';
import type { Language } from '../site.ts';
import type { Reading } from './check-content.ts';
import { quoted } from './problems.ts';
import { allTexts, type Entry, type TextEntry } from './read-entries.ts';
import { COUNTER_ENDS, plainDigits } from './typed-numbers.ts';

type Stated = Amount & When & { stage: Stage };

/**
 * Each figure that a text gives in words of its editor, beside what the figure states, so that
 * a second person can see that they agree: `content/en/pages/faq.mdx:12:5: “one in five” is 21.8% (2012)`.
 */
export function wordedFigures({ texts, data }: Reading): string[] {
  const figures = new Map(data?.figures.map(({ id, value }) => [id, value as Stated]));
  return allTexts(texts).flatMap(({ path, language, textReferences }) =>
    textReferences.flatMap(({ id, as, place }) => {
      const figure = figures.get(id);
      if (!as || !figure) return [];
      return `${path}:${place.line}:${place.column}: ${quoted(as)} is ${stated(figure, dictionaryFor(language))}`;
    }),
  );
}

const stated = (figure: Stated, t: Dictionary) => `${formatStated(figure, t)} (${formatWhen(figure, t)})`;

/** Other words for a limit, and for what carries files, as editors write them. */
const LIMITS: Readonly<Partial<Record<Language, { before: readonly string[]; behind: readonly string[] }>>> =
  {
    en: {
      before: ['around', 'roughly', 'approximately', 'almost', 'exactly', 'precisely'],
      behind: ['or more', 'or less', 'or fewer', 'or so', 'or thereabouts', 'at least', 'at most'],
    },
    ko: { before: ['적어도', '대략', '정확히'], behind: ['정도', '가량', '남짓', '안팎', '이하', '이내'] },
  };
const CARRIERS = ['drives', 'devices', 'sticks', 'USB drives', 'USB sticks', 'flash drives', 'discs'];
/** Counters of one letter that are also words of their own behind a space. */
const ALSO_WORD = /^[일분회대표점곳원년건장톤]$/;

/** Stands for the number in a message. */
const GAP = '\0';
/** What is printed before and behind a number. */
const around = (text: string): [before: string, behind: string] => {
  const [before = '', behind = ''] = text.split(GAP).map((part) => part.trim());
  return [before, behind];
};

/** Expressions for a text that ends, or begins, with whole words; in Korean a particle may follow them. */
const endWith = memoize((part: string) => new RegExp(`(?<!\\p{L})${RegExp.escape(part)}\\s*$`, 'iu'));
const beginWith = memoize(
  (part: string) =>
    new RegExp(
      `^\\s*${RegExp.escape(part)}(?!(?!\\p{Script=Hangul})\\p{L})(?:(?<!\\p{Script=Hangul})|${COUNTER_ENDS})`,
      'iu',
    ),
);
const endsWith = (text: string, part: string) => part !== '' && endWith(part).test(text);
const beginsWith = (text: string, part: string) => part !== '' && beginWith(part).test(text);

/**
 * Reports words beside a figure that do not go with what it prints: those that it prints itself,
 * as in “about about 130,000 devices devices”, and in Korean a particle of another form.
 */
export function checkBesideFigures({ tree, language, report }: TextEntry, figures: readonly Entry[]): void {
  const t = dictionaryFor(language);
  // Where the dictionary cannot be read, the figures stand in English words.
  const isKorean = language === 'ko' && t.locale.startsWith('ko');
  const wordsOf = (node?: MdxNode) => (node?.type === 'text' ? (node.value ?? '') : '');
  for (const { children = [] } of tree ? nodesOf(tree) : [])
    for (const [index, node] of children.entries()) {
      if (node.name !== 'Figure') continue;
      const id = attributeOf(node, 'id');
      const figure = figures.find((one) => one.id === id)?.value as Amount | undefined;
      if (!figure) continue;
      const [as, isWithout] = [attributeOf(node, 'as'), attributeOf(node, 'unit') === 'hide'];
      const next = children[index + 1];
      const [before, after] = [wordsOf(children[index - 1]), wordsOf(next)];
      const fault =
        as === undefined
          ? (doubledLimit(figure, before, after, language, t) ??
            unitFault(figure, before, after, isWithout, t))
          : amountFault(figure, as, t);
      if (fault) report(placeOf(node), fault);
      const [particle = ''] = /^[가-힣]{1,2}(?=[\s.,]|$)/.exec(next?.value ?? '') ?? [];
      const bothForms = inBothForms(particle);
      if (!isKorean || !next || bothForms === undefined) continue;
      const printed = as ?? (isWithout ? formatValue : formatAmount)(figure, t);
      const fitting = withParticles(bothForms, printed);
      if (fitting !== particle)
        report(
          placeOf(next),
          `Behind ${quoted(printed)} the particle is ${quoted(fitting)}, not ${quoted(particle)}. Write both forms, and the page chooses.`,
        );
    }
}

function doubledLimit(
  { qualifier }: Amount,
  before: string,
  after: string,
  language: Language,
  t: Dictionary,
) {
  const limitOf = (one: Amount['qualifier']) => around(t.qualifiers[one]({ amount: GAP }));
  const own = limitOf(qualifier).join('');
  if (own === '') return undefined;
  const limits = QUALIFIERS.map(limitOf);
  const others = LIMITS[language] ?? { before: [], behind: [] };
  const found =
    [...limits.map(([start]) => start), ...others.before].find((limit) => endsWith(before, limit)) ??
    [...limits.map(([, end]) => end), ...others.behind].find((limit) => beginsWith(after, limit));
  return (
    found && `The figure prints its limit ${quoted(own)} itself, beside ${quoted(found)}. Take that out.`
  );
}

const OTHER_WORDS: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  ...{ percent: ['per cent', 'percent', '퍼센트', '프로'], usd: ['dollars', 'US dollars'] },
  ...{ drives: CARRIERS, devices: CARRIERS, kilograms: ['kilograms', 'grams'], gigabytes: ['gigabytes'] },
  ...{ events: ['launches'], launches: ['events'], entries: ['articles'], articles: ['entries'] },
  people: 'persons readers users viewers listeners members students pupils escapees refugees'.split(' '),
};

/** A unit that stands beside a figure; nothing where it does not. Of “hours a day” the end may stand there alone. */
function unitBeside(unit: Unit, count: number, before: string, after: string, t: Dictionary) {
  const [sign, behind] = around(t.units[unit]({ count, amount: GAP }));
  if (sign !== '' && before.trimEnd().endsWith(sign.slice(-1))) return sign.slice(-1);
  if (ALSO_WORD.test(behind) && /^\s/.test(after)) return undefined;
  const parts = behind.split(' ').map((_, index, all) => all.slice(index).join(' '));
  return [...parts, ...(OTHER_WORDS[unit] ?? [])].find((part) => beginsWith(after, part));
}

/** What is wrong with the unit beside a figure: it is printed twice, or is not that of the figure. */
function unitFault(figure: Amount, before: string, after: string, isWithout: boolean, t: Dictionary) {
  const { unit, value, range } = figure;
  const own = unitBeside(unit, range?.to ?? value ?? 0, before, after, t);
  if (own !== undefined && !isWithout)
    return `The figure prints its unit itself, beside ${quoted(own)}. Take that out, or write unit="hide" in the tag.`;
  // A Korean unit depends on how the number ends.
  if (own !== undefined && t.locale.startsWith('ko'))
    return `The unit ${quoted(own)} is typed beside a figure that could print it. Take it and unit="hide" out.`;
  // The end of “hours a day” goes with every unit.
  const others = own === undefined && isWithout ? UNITS.filter((one) => one !== 'hours-a-day') : [];
  const [other] = others.flatMap((one) => unitBeside(one, 2, before, after, t) ?? []);
  return (
    other &&
    `The figure is ${quoted(formatAmount(figure, t))}, and ${quoted(other)} stands beside it. Name what it counts, or another figure.`
  );
}

const ONES = '일이삼사오육칠팔구';
/** A number in digits or, in Korean, in letters, with what multiplies it. */
const NUMBER =
  /(?<![가-힣])(?:(?:\d[\d,]*(?:\.\d+)?|[일이삼사오육칠팔구](?=[십백천만억])|[십백천만억]|thousand|[mb]illion|bn|[km](?![a-z]))[ -]?)+/giu;

/** What is wrong with an amount in words of an editor: its digits are those of the figure. A round number in words may be less exact. */
function amountFault(figure: Amount, as: string, t: Dictionary) {
  // Digits alone are refused with the tag.
  if (!/\p{L}/u.test(as)) return undefined;
  const { value, range } = figure;
  const isOwn = (number: number) =>
    [value, range?.from, range?.to].some((one) => Math.abs((one ?? NaN) - number) < 0.001);
  const found = (plainDigits(as).match(NUMBER) ?? []).find((text) => {
    const digits = text.toLowerCase().replace(/[일이삼사오육칠팔구]/g, (one) => `${ONES.indexOf(one) + 1}`);
    const number = numberOf(digits);
    return (/\d/.test(text) || !/^[1-9]0*$/.test(String(number))) && !isOwn(number);
  });
  return (
    found &&
    `as="…" says ${quoted(found)}, and the figure is ${quoted(formatAmount(figure, t))}. Give the same number, words without digits as in as="one in five", or no as="…" to print it.`
  );
}
