import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { site, type Language } from '../site.ts';
import { withParticles } from './particles.ts';

/* How the messages of a language, written in ICU MessageFormat, become words that a page can draw. */

/** A sentence with parts that a page draws itself, links for example: each has the name of its tag. */
export type Sentence = readonly (string | { readonly tag: string; readonly text: string })[];

/** The words of a sentence alone, for a text without links. */
export const plainSentence = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** Quotation marks that open, each with the one that closes. */
const PAIRS: Readonly<Partial<Record<string, string>>> = { '“': '”', '「': '」' };
const OPENING = /[“「]/;

/**
 * Parts of one sentence in which a quotation inside a quotation of the same marks has single
 * ones: `“‘Scum’ and ‘enemy zero’, says the North”`.
 */
export function withInnerQuotes(parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => OPENING.test(part))) return parts;
  const open: { close: string; isInner: boolean }[] = [];
  return parts.map((part) =>
    part.replace(/[“”「」]/gu, (mark) => {
      const close = PAIRS[mark];
      if (close !== undefined) {
        const isInner = open.some((outer) => outer.close === close);
        open.push({ close, isInner });
        return isInner ? '‘' : mark;
      }
      if (open.at(-1)?.close !== mark) return mark;
      return open.pop()?.isInner ? '’' : mark;
    }),
  );
}

/** A sentence with quotation marks that fit each other and, in Korean, particles that fit what fills its gaps. */
function fitted(sentence: Sentence, locale: string): Sentence {
  const texts = withInnerQuotes(sentence.map((part) => (typeof part === 'string' ? part : part.text)));
  let before = '';
  return sentence.map((part, index) => {
    const text = texts[index] ?? '';
    before = locale.startsWith('ko') ? withParticles(text, before) : text;
    return typeof part === 'string' ? before : { ...part, text: before };
  });
}

/**
 * What the files of words hold, one a language. One that is missing or cannot be read has none:
 * the check says what is wrong with it.
 */
export const loadByLanguage = async <Words extends object>(
  importOf: (language: Language) => Promise<{ default: Words }>,
) =>
  Object.fromEntries(
    await Promise.all(
      site.languages.map(async (language) => [
        language,
        await importOf(language)
          .then((file) => file.default)
          .catch(() => ({}) as Words),
      ]),
    ),
  ) as Readonly<Record<Language, Words>>;

/** A word of the interface, or a list of words as one text, with the keys that lead to it. */
export type Message = readonly [path: readonly string[], message: string];

/** Whether a value holds words by their names. */
export const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each message with its path. */
export function messagesOf(words: object, path: readonly string[] = []): Message[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): Message[] =>
    isPart(value) ? messagesOf(value, [...path, key]) : [[[...path, key], String(value)]],
  );
}

/** What fills a gap of a message: a number where it decides a plural, and a tag draws what stands in it. */
export type Gap = 'text' | 'number' | 'tag';

/**
 * The gaps of a message by name.
 * @throws if the message is not in ICU MessageFormat
 */
export const gapsOf = (message: string): Map<string, Gap> => gapsIn(new IntlMessageFormat(message).getAst());

function gapsIn(elements: readonly MessageFormatElement[], gaps = new Map<string, Gap>()): Map<string, Gap> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type === TYPE.tag) gaps.set(element.value, 'tag');
    else if (element.type === TYPE.plural) gaps.set(element.value, 'number');
    else if (!gaps.has(element.value)) gaps.set(element.value, 'text');
    if ('children' in element) gapsIn(element.children, gaps);
    if ('options' in element) for (const { value } of Object.values(element.options)) gapsIn(value, gaps);
  }
  return gaps;
}

/**
 * A message that can be used: a text, or where it has tags a sentence; where it has other
 * gaps, a function of what fills them.
 * @throws if the message is not in ICU MessageFormat
 */
export function compiled(message: string, locale: string): unknown {
  const format = new IntlMessageFormat(message, locale);
  const parts = format.getAst();
  const gaps = [...gapsIn(parts)];
  const tags = Object.fromEntries(
    gaps
      .filter(([, gap]) => gap === 'tag')
      .map(([tag]) => [tag, (inside: unknown[]) => ({ tag, text: inside.join('') })]),
  );
  const hasTags = Object.keys(tags).length > 0;
  // Gaps without a choice are filled here, which takes a fifth of the time.
  const isPlain = parts.every(({ type }) => type === TYPE.literal || type === TYPE.argument);
  const texts = parts.map((part) => ('value' in part ? part.value : ''));
  const filled = (values: Record<string, string | number>) =>
    texts.map((text, index) => (parts[index]?.type === TYPE.argument ? values[text] : text)).join('');
  const write = (values: Record<string, string | number> = {}) => {
    const sentence = isPlain ? [filled(values)] : [format.format<unknown>({ ...values, ...tags })].flat();
    const fitting = fitted(sentence as Sentence, locale);
    return hasTags ? fitting : fitting.join('');
  };
  return gaps.every(([, gap]) => gap === 'tag') ? write() : write;
}
