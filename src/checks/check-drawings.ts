import { linkFault } from './check-links.ts';
import { asRecord, records, reportFaults, strings, type Entry } from './read-entries.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';
import type { Known } from './targets.ts';

const NO_HEADINGS: ReadonlySet<string> = new Set();

/** Checks what drawings say in words, where their steps lead, and that what is counted has its figures. */
export function checkDrawings(drawings: readonly Entry[], figures: readonly Entry[], known: Known): void {
  const byId = new Map(figures.map((figure) => [figure.id, figure.data]));
  for (const drawing of drawings) {
    const instead = sayInWords('in figures');
    reportFaults(drawing, typedIn(drawing.data, ['title', 'description'], instead));
    const steps = records(drawing.data['steps']).map((step) => {
      const { link, look, sign } = step;
      const counted = strings(step['figures']).flatMap((id): Entry['data'][] => {
        const figure = byId.get(id);
        return figure ? [figure] : [];
      });
      const typed = typedIn(step, ['title', 'large', 'text', 'before'], instead);
      return {
        ...(typeof typed === 'object' && typed),
        link: typeof link === 'string' && linkFault(link, NO_HEADINGS, known),
        figures: countFault(sign, look, counted),
      };
    });
    reportFaults(drawing, { steps });
  }
}

/** What is missing where a sign is counted from figures. */
function countFault(sign: unknown, look: unknown, figures: readonly Entry['data'][]): string | false {
  const [first = {}, second = {}] = figures;
  // An outline stands for people whom nobody counted: one figure says how many are assumed.
  if (sign === 'people' && look === 'outline')
    return first['unit'] !== 'people' && 'Outlines of people are counted from a figure whose unit is people.';
  if (sign === 'people')
    return (
      (first['unit'] !== 'people' || (second['unit'] !== 'people' && second['unit'] !== 'percent')) &&
      'People are counted from two figures: how many were asked, then how many of them, or what share, said so.'
    );
  if (sign === 'packages')
    return (
      (first['unit'] !== 'packages' || asRecord(second['range'])['from'] === undefined) &&
      'Packages are counted from two figures: how many there were, then the range of drives in each.'
    );
  return false;
}
