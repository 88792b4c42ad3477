import { en } from '../i18n/en.ts';
import { UNDATED } from '../rules/dates.ts';
import { cleaned, faultsOfOne, type Answers, type Surroundings } from './new-post.ts';

/** How `npm run new` talks with the editor. */
export interface Conversation {
  ask: (question: string) => Promise<string>;
  say: (line: string) => void;
}

interface Question {
  field: keyof Answers;
  text: string;
  /** Lines to choose from, printed above the question. */
  choices?: (known: Surroundings) => readonly string[];
  /** Whether the answers so far make the question needed. */
  when?: (answers: Answers, faults: readonly string[]) => boolean;
  /** Whether the answer may be empty. */
  optional?: boolean;
}

const isCoverage = ({ kind }: Answers) => kind === 'coverage';
const column = (id: string, words: string) => `  ${id.padEnd(12)}${words}`;

const QUESTIONS: readonly Question[] = [
  {
    field: 'kind',
    text: 'Kind (coverage or update)',
    choices: () => [
      column('coverage', 'somebody else’s report: we name it, sum it up and link to it'),
      column('update', 'our own notice'),
    ],
  },
  { field: 'title', text: 'Title, in your own words, without a figure (5 to 90 characters)' },
  { field: 'date', text: 'Date, as far as it is known (2026-03-14, 2026-03, 2026 or undated)' },
  {
    field: 'dateNote',
    text: 'What is known about its date (a sentence)',
    when: ({ date }) => date === UNDATED,
  },
  { field: 'name', text: 'Short name for the address', when: (_, faults) => faults.length > 0 },
  { field: 'publisher', text: 'Publisher, as spelt in other posts', when: isCoverage },
  {
    field: 'url',
    text: 'Address of the report (empty if none can be given)',
    when: isCoverage,
    optional: true,
  },
  {
    field: 'noUrl',
    text: 'Why no address is given (a sentence)',
    when: (answers) => isCoverage(answers) && answers.url === undefined,
  },
  { field: 'language', text: 'Language of the report (en, ko or de)', when: isCoverage },
  {
    field: 'topics',
    text: 'Topics, one to six ids with commas between them',
    choices: ({ topics }) => [...topics].map(([id, label]) => column(id, label)),
  },
  {
    field: 'certainty',
    text: 'How sure it is (official, reported or claimed)',
    choices: () => Object.entries(en.certainty).map(([id, label]) => column(id, label)),
  },
  { field: 'summary', text: 'Summary, one or two sentences without a figure (40 to 220 characters)' },
];

/** Several ids in one answer. */
export function listed(answer: string): string[] {
  return [...new Set(answer.split(/[\s,]+/).filter((id) => id !== ''))];
}

/**
 * Asks for everything that a post needs. An answer that the check would refuse is
 * answered with the reason, and asked for again.
 */
export async function askAll(
  { ask, say }: Conversation,
  added: string,
  known: Surroundings,
): Promise<Answers> {
  let answers: Answers = {};
  for (const { field, text, choices, when, optional = false } of QUESTIONS) {
    let faults = faultsOfOne(field, answers, added, known);
    if (when && !when(answers, faults)) continue;
    for (const line of choices?.(known) ?? []) say(line);
    if (field === 'name') say(faults.join(' '));
    for (;;) {
      const answer = cleaned(await ask(`${text}: `));
      if (answer === '' && optional) break;
      const tried = { ...answers, [field]: field === 'topics' ? listed(answer) : answer };
      faults = faultsOfOne(field, tried, added, known);
      if (faults.length === 0) {
        answers = tried;
        break;
      }
      say(faults.join(' '));
    }
  }
  return answers;
}
