import { reportAt, strings, type Entry } from './read-entries.ts';
import { quoted } from './problems.ts';
import { checkProse, sayInWords } from './check-prose.ts';

/** Fields of a survey that are read as prose. */
const PROSE = ['title', 'by', 'fieldwork', 'who', 'bias'];

/** Small counts may be typed elsewhere; of a survey they are its size or its result. */
const COUNTED = /(?<![\d.,-])\d{1,4} (?:people|persons|men|women|answers|interviews|respondents|in \d+)\b/;

/**
 * Checks what surveys say of figures. A share is shown with whom the survey
 * asked and how it leans, so each belongs to one survey.
 */
export function checkSurveys(surveys: readonly Entry[], figures: readonly Entry[]): void {
  const byId = new Map(figures.map((entry) => [entry.id, entry]));
  const surveyOf = new Map<string, Entry>();
  for (const survey of surveys) {
    checkProse(survey, PROSE, sayInWords('in asked and results'), { counts: COUNTED });
    checkAsked(survey, byId);
    for (const [index, id] of strings(survey.data['results']).entries()) {
      const fail = (message: string) => reportAt(survey, ['results', index], `results: ${message}`);
      const figure = byId.get(id);
      const other = surveyOf.get(id);
      if (figure && !isShare(figure))
        fail(
          `${quoted(id)} is no share: it has the stage ${quoted(String(figure.data['stage']))} and the unit ${quoted(String(figure.data['unit']))}. A result has the stage “share” and the unit “percent”. Name another figure, or correct that one.`,
        );
      if (other && other !== survey)
        fail(`${quoted(id)} is a result of ${quoted(other.id)} already. Keep it at the survey that gave it.`);
      surveyOf.set(id, survey);
    }
  }
  for (const figure of figures.filter(isShare)) {
    if (figure.id !== '' && !surveyOf.has(figure.id))
      reportAt(
        figure,
        ['id'],
        `id: no survey names the share ${quoted(figure.id)}, so nobody is told who was asked. Add it to the results of its survey in content/data/surveys.json.`,
      );
  }
}

/** Whether a figure is a result of a survey. */
export const isShare = ({ data: { stage, unit } }: Entry) => stage === 'share' && unit === 'percent';

/** How many were asked is a figure of people who were asked. */
function checkAsked(survey: Entry, byId: ReadonlyMap<string, Entry>): void {
  const { asked } = survey.data;
  if (typeof asked !== 'string') return;
  const figure = byId.get(asked);
  if (figure && (figure.data['stage'] !== 'asked' || figure.data['unit'] !== 'people'))
    reportAt(
      survey,
      ['asked'],
      `asked: ${quoted(asked)} does not say how many were asked. Name a figure with the stage “asked” and the unit “people”, or leave asked out.`,
    );
}
