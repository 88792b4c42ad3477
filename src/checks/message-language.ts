import { loadByLanguage } from '../i18n/messages.ts';
import { withParticles } from '../i18n/particles.ts';
import { memoize } from '../rules/memoize.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { PRIVATE_WORD } from './private-words.ts';

/*
 * Messages in the language of the file that they tell of. They are written in English where
 * a fault is found; the dictionary of another language has their sentences, in which {1},
 * {2} … stand for what changes. What it lacks is told in English.
 */

const GAP = /\{\d\}/;

/** The sentences to be recognised, each with its translation. */
const sentences = (dictionary: object) =>
  Object.entries(dictionary)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([english, own]) => {
      const parts = english.split(GAP);
      return {
        // The same fault begins a sentence, or follows the name of a field with a small letter.
        looks: new RegExp(`^${parts.map(RegExp.escape).join('(“[^”]*”|.+?)')}(?=\\s|$)`, 'is'),
        own,
        /** Letters that do not change: the sentence with the most is tried first. */
        fixed: parts.join('').length,
      };
    })
    .toSorted((a, b) => b.fixed - a.fixed);

const DICTIONARIES = await loadByLanguage<object>(
  (language) => import(`./messages/${language}.json`, { with: { type: 'json' } }),
);
const sentencesIn = memoize((language: Language) => sentences(DICTIONARIES[language]));

/** The field that a message begins with, or its number in a list. */
const FIELD = /^[A-Za-z\d][\w.]*: /;

/** The language of an editor who writes a file. */
function languageOf(path: string): Language {
  const [, named] =
    /^(?:content|src\/i18n(?:\/columns|\/publishers)?|src\/checks\/messages)\/([a-z]{2})[/.]/.exec(path) ??
    [];
  return site.languages.find((language) => language === named) ?? defaultLanguage;
}

/** A message of a file in the language of that file; as it is where a sentence of it has no translation. */
export function messageFor(path: string, message: string): string {
  // A private word is told of in the same words everywhere: by these it is recognised, and not shown.
  if (message.startsWith(PRIVATE_WORD)) return message;
  const known = sentencesIn(languageOf(path));
  let told = '';
  let rest = message;
  while (rest !== '') {
    const field = FIELD.exec(rest)?.[0] ?? '';
    const [found] = known.values().flatMap(({ looks, own }) =>
      ['', field].flatMap((before) => {
        const match = looks.exec(rest.slice(before.length));
        return match ? [{ match, own, before }] : [];
      }),
    );
    if (!found) return message;
    const { match, own, before } = found;
    const filled = own.replace(/\{(\d)\}/g, (_, number: string) => match[Number(number)] ?? '');
    told += `${told && ' '}${before}${withParticles(filled)}`;
    rest = rest.slice(before.length + match[0].length).trimStart();
  }
  return told;
}
