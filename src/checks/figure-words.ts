import { words, type Dictionary } from '../i18n/dictionary.ts';
import { formatStated, formatWhen } from '../rules/format.ts';
import { attributeOf, nodesOf, placeOf, type MdxNode } from '../rules/markdown.ts';
import type { Amount, When } from '../rules/statement.ts';
import { QUALIFIERS, type Stage } from '../rules/vocabulary.ts';
import type { Language } from '../site.ts';
import type { Reading } from './check-content.ts';
import { quoted } from './problems.ts';
import type { Entry, TextEntry } from './read-entries.ts';
import { COUNTER_ENDS } from './typed-numbers.ts';

type Stated = Amount & When & { stage: Stage };

/**
 * Each figure that a text gives in words of its editor, beside what the figure states, so that
 * a second person can see that they agree: `content/en/pages/faq.mdx:12:5: “one in five” is 21.8% (2012)`.
 */
export function wordedFigures({ texts, data }: Reading): string[] {
  const figures = new Map(data?.figures.map(({ id, value }) => [id, value as Stated]));
  return Object.entries(texts).flatMap(([language, kinds]) => {
    const t = words(language as keyof typeof texts);
    return Object.values(kinds)
      .flat()
      .filter((text) => text.language === language)
      .flatMap(({ path, textReferences }) =>
        textReferences.flatMap(({ id, as, place }) => {
          const figure = figures.get(id);
          if (!as || !figure) return [];
          return `${path}:${place.line}:${place.column}: ${quoted(as)} is ${stated(figure, t)}`;
        }),
      );
  });
}

const stated = (figure: Stated, t: Dictionary) => `${formatStated(figure, t)} (${formatWhen(figure, t)})`;

/** Other words for a limit, and for what carries files, as editors write them. */
const LIMITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['around', 'roughly', 'approximately', 'almost'],
  ko: ['적어도', '대략'],
};
const CARRIERS = ['drives', 'devices', 'sticks', 'USB drives', 'USB sticks', 'flash drives'];
/** Counters of one letter that are also words of their own behind a space. */
const ALSO_WORD = /^[일분회대표점곳원년건장톤]$/;

/** Stands for the number in a message. */
const GAP = '\0';
/** What is printed before and behind a number. */
const around = (text: string): [before: string, behind: string] => {
  const [before = '', behind = ''] = text.split(GAP).map((part) => part.trim());
  return [before, behind];
};

/** Whether a text ends, or begins, with whole words; in Korean a particle may follow them. */
const endsWith = (text: string, part: string) =>
  part !== '' && new RegExp(`(?<!\\p{L})${RegExp.escape(part)}\\s*$`, 'iu').test(text);
const beginsWith = (text: string, part: string) =>
  part !== '' &&
  new RegExp(
    `^\\s*${RegExp.escape(part)}(?!(?!\\p{Script=Hangul})\\p{L})(?:(?<!\\p{Script=Hangul})|${COUNTER_ENDS})`,
    'iu',
  ).test(text);

/** Reports words around a figure that it prints itself: “about about 130,000 devices devices”. */
export function checkDoubled({ tree, language, report }: TextEntry, figures: readonly Entry[]): void {
  const t = words(language);
  const wordsOf = (node?: MdxNode) => (node?.type === 'text' ? (node.value ?? '') : '');
  for (const { children = [] } of tree ? nodesOf(tree) : [])
    for (const [index, node] of children.entries()) {
      const figure =
        node.name === 'Figure' && attributeOf(node, 'as') === undefined
          ? (figures.find(({ id }) => id === attributeOf(node, 'id'))?.value as Amount | undefined)
          : undefined;
      if (!figure) continue;
      const [before, after] = [wordsOf(children[index - 1]), wordsOf(children[index + 1])];
      const limit = doubledLimit(figure, before, after, language, t);
      const unit = attributeOf(node, 'unit') === 'hide' ? undefined : doubledUnit(figure, before, after, t);
      if (limit !== undefined) report(placeOf(node), limit);
      else if (unit !== undefined)
        report(
          placeOf(node),
          `The figure prints its unit itself, beside ${quoted(unit)}. Take that out, or write unit="hide" in the tag.`,
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
  const found =
    [...limits.map(([start]) => start), ...LIMITS[language]].find((limit) => endsWith(before, limit)) ??
    limits.map(([, end]) => end).find((limit) => beginsWith(after, limit));
  return (
    found && `The figure prints its limit ${quoted(own)} itself, beside ${quoted(found)}. Take that out.`
  );
}

/** The unit that stands beside a figure which prints it; nothing where none does. */
function doubledUnit({ unit, value, range }: Amount, before: string, after: string, t: Dictionary) {
  const [sign, behind] = around(t.units[unit]({ count: range?.to ?? value ?? 0, amount: GAP }));
  if (sign !== '' && before.trimEnd().endsWith(sign.slice(-1))) return sign.slice(-1);
  if (ALSO_WORD.test(behind) && /^\s/.test(after)) return undefined;
  // Of “hours a day” the end may stand twice as well.
  const parts = behind.split(' ').map((_, index, all) => all.slice(index).join(' '));
  const others = {
    ...{ percent: ['per cent', 'percent', '퍼센트', '프로'], usd: ['dollars', 'US dollars'] },
    ...{ drives: CARRIERS, devices: CARRIERS },
  }[unit as string];
  return [...parts, ...(others ?? [])].find((part) => beginsWith(after, part));
}
