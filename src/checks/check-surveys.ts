import { reportFaults, strings, type Entry } from './read-entries.ts';
import { quoted } from './problems.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';

/** Fields of a survey that are read as prose. */
const PROSE = ['title', 'by', 'fieldwork', 'who', 'bias'];

/** Small counts may be typed elsewhere; of a survey they are its size or its result. */
const COUNTED = /(?<![\d.,-])\d{1,4} (?:people|persons|men|women|answers|interviews|respondents|in \d+)\b/;

/**
 * Checks what surveys say of figures. A share is shown with whom the survey
 * asked and how it leans, so each belongs to one survey.
 */
export function checkSurveys(surveys: readonly Entry[], figures: readonly Entry[]): void {
  const byId = new Map<unknown, Entry>(figures.map((entry) => [entry.id, entry]));
  const surveyOf = new Map<string, Entry>();
  for (const survey of surveys) {
    const asked = byId.get(survey.data['asked']);
    reportFaults(survey, typedIn(survey.data, PROSE, sayInWords('in asked and results'), COUNTED));
    reportFaults(survey, {
      asked:
        asked &&
        (asked.data['stage'] !== 'asked' || asked.data['unit'] !== 'people') &&
        `${quoted(asked.id)} does not say how many were asked. Name a figure with the stage “asked” and the unit “people”, or leave asked out.`,
      results: strings(survey.data['results']).map((id) => {
        const figure = byId.get(id);
        const other = surveyOf.get(id) ?? survey;
        surveyOf.set(id, survey);
        if (figure && !isShare(figure))
          return `${quoted(id)} is not a share: it has the stage ${quoted(String(figure.data['stage']))} and the unit ${quoted(String(figure.data['unit']))}. A result has the stage “share” and the unit “percent”. Name another figure, or correct that one.`;
        return (
          other !== survey &&
          `${quoted(id)} is a result of ${quoted(other.id)} already. Keep it at the survey that gave it.`
        );
      }),
    });
  }
  for (const figure of figures.filter(isShare)) {
    reportFaults(figure, {
      id:
        figure.id !== '' &&
        !surveyOf.has(figure.id) &&
        `no survey names the share ${quoted(figure.id)}, so nobody is told who was asked. Add it to the results of its survey in content/data/surveys.json.`,
    });
  }
}

/** Whether a figure is a result of a survey. */
export const isShare = ({ data: { stage, unit } }: Entry) => stage === 'share' && unit === 'percent';
