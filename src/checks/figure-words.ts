import { words, type Dictionary } from '../i18n/dictionary.ts';
import { formatStated, formatWhen } from '../rules/format.ts';
import type { Amount, When } from '../rules/statement.ts';
import type { Stage } from '../rules/vocabulary.ts';
import type { Reading } from './check-content.ts';
import { quoted } from './problems.ts';

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
