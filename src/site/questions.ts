import { dictionaryFor } from '../i18n/dictionary.ts';
import { formatStated, withEstimate } from '../rules/format.ts';
import { wordsOf, type MdxNode } from '../rules/markdown.ts';
import { plainText } from '../rules/plain-text.ts';
import type { Language } from '../site.ts';
import { byId, getFigures } from './content.ts';

/** Each heading of a text that asks something, with what stands below it as plain text, without marks of sources. */
export function questionsIn(
  { children = [] }: MdxNode,
  language: Language,
): { question: string; answer: string }[] {
  const t = dictionaryFor(language);
  const figures = byId(getFigures(language));
  const writer = {
    figure(id: string, { as }: { as: string | undefined }) {
      const figure = figures.get(id);
      if (!figure) return '';
      const estimate = withEstimate('', figure.stage, t);
      return as === undefined ? formatStated(figure, t) : as + estimate;
    },
    source: () => '',
    link: () => undefined,
    drawn: () => '',
    inShort: '',
  };
  const heads = children.flatMap(({ type }, index) => (type === 'heading' ? index : []));
  return heads.flatMap((at, index) => {
    const question = wordsOf(children[at] ?? { type: 'heading' });
    const below = children.slice(at + 1, heads[index + 1]);
    if (!question.endsWith('?') || below.length === 0) return [];
    const answer = plainText({ type: 'root', children: below }, writer).replace(/\s+/g, ' ');
    return { question, answer: answer.replace(/ (?=[.,;])/g, '') };
  });
}
