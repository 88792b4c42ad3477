import type { Entry } from './entries.ts';
import { checkIds, checkProse } from './figures.ts';
import type { Known } from './mentions.ts';
import { nearMiss, quoted } from './problems.ts';

/** Checks what surveys name, and that their words hold no number that only a figure may give. */
export function checkSurveys(surveys: readonly Entry[], { figures, sources, drafts }: Known): void {
  for (const entry of surveys) {
    checkIds(entry, 'results', 'figure', figures, drafts);
    checkIds(entry, 'sources', 'source', sources, drafts);
    checkAsked(entry, figures);
    checkProse(entry, ['title', 'who', 'bias']);
  }
}

/** The figure that says how many were asked is one, and no list. */
function checkAsked({ data: { asked }, base, source, report }: Entry, figures: ReadonlySet<string>): void {
  if (typeof asked !== 'string' || figures.has(asked)) return;
  report(
    source.place([...base, 'asked']),
    `asked: there is no figure ${quoted(asked)}.${nearMiss(asked, figures)} The ids stand in content/data/statistics.json.`,
  );
}
