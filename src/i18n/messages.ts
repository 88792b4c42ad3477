import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { withParticles } from './particles.ts';
import { withInnerQuotes } from './quotes.ts';

/* How the messages of a language, written in ICU MessageFormat, become words that a page can draw. */

/** A sentence with parts that a page draws itself, links for example: each has the name of its tag. */
export type Sentence = readonly (string | { readonly tag: string; readonly text: string })[];

/** The words of a sentence alone, for a text without links. */
export const plainSentence = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** A sentence whose gaps are filled by texts that have quotation marks of their own. */
function withQuotesInside(sentence: Sentence): Sentence {
  const texts = withInnerQuotes(sentence.map((part) => plainSentence([part])));
  return sentence.map((part, index) => {
    const text = texts[index] ?? '';
    return typeof part === 'string' ? text : { ...part, text };
  });
}

/** A Korean sentence with the particles that fit what fills its gaps. */
function withFittingParticles(sentence: Sentence): Sentence {
  let before = '';
  return sentence.map((part) => {
    const text = withParticles(typeof part === 'string' ? part : part.text, before);
    before = text;
    return typeof part === 'string' ? text : { ...part, text };
  });
}

/** What an imported file of words holds. One that cannot be read has none: the check says what is wrong with it. */
export const readable = <Words extends object>(file: Promise<{ default: Words }>): Promise<Words> =>
  file.then((one) => one.default).catch(() => ({}) as Words);

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
  const gaps = [...gapsIn(format.getAst())];
  const tags = Object.fromEntries(
    gaps
      .filter(([, gap]) => gap === 'tag')
      .map(([tag]) => [tag, (inside: unknown[]) => ({ tag, text: inside.join('') })]),
  );
  const hasTags = Object.keys(tags).length > 0;
  const write = (values: Record<string, string | number> = {}) => {
    const written = withQuotesInside([format.format<unknown>({ ...values, ...tags })].flat() as Sentence);
    const fitting = locale.startsWith('ko') ? withFittingParticles(written) : written;
    return hasTags ? fitting : plainSentence(fitting);
  };
  return gaps.every(([, gap]) => gap === 'tag') ? write() : write;
}
