import { contentReader, type Reading } from '../checks/check-content.ts';
import { asRecord, isDraft, records, type TextEntry } from '../checks/read-entries.ts';
import { isOutdated, versionNow } from '../rules/translation.ts';
import { TEXT_KINDS } from '../schemas/lists.ts';
import { TRANSLATED_LISTS } from '../schemas/translations.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { command, leftToDo } from './command.ts';

/* Says which texts and words are missing in a language, and which follow an older version of their original. */

/** What is left to do in a file. */
export interface Left {
  path: string;
  state: 'missing' | 'older' | 'partly';
  what: string;
}

/** Everything that is left to translate into a language, the texts first. */
export const leftToTranslate = (reading: Reading, language: Language): Left[] => [
  ...TEXT_KINDS.flatMap((kind) => reading.texts[language][kind].flatMap((entry) => ofText(entry, language))),
  ...ofLists(reading, language),
];

function ofText(entry: TextEntry, language: Language): Left[] {
  if (isDraft(entry)) return [];
  if (entry.language !== language) {
    const path = entry.path.replace(`content/${entry.language}/`, `content/${language}/`);
    return [{ path, state: 'missing', what: `translate ${entry.path}` }];
  }
  if (!entry.original) return [];
  const changes = records(entry.original.data['changes']) as { kind: string }[];
  const written = asRecord(entry.source.value);
  const follows = Number(written['follows']);
  const untold = changes.length - records(written['changes']).filter(({ what }) => what !== undefined).length;
  const left = (state: Left['state'], what: string): Left[] => [{ path: entry.path, state, what }];
  if (follows < versionNow(changes)) {
    const weight = isOutdated(changes, follows) ? 'changed in substance since' : 'was only reworded since';
    return left('older', `follows version ${follows} of ${versionNow(changes)}; the original ${weight}`);
  }
  const entries = untold === 1 ? 'entry is' : 'entries are';
  return untold > 0 ? left('partly', `of what was changed, ${untold} ${entries} not translated`) : [];
}

/** Names, which may be the same in every language. */
const NAMES = new Set(['organisations.short', 'names.name', 'sources.title']);

function ofLists({ data, words }: Reading, language: Language): Left[] {
  if (language === defaultLanguage) return [];
  return [...TRANSLATED_LISTS].flatMap(([list, schema]): Left[] => {
    const entries = data?.[list] ?? [];
    const ofList = words.filter((one) => one.language === language && one.list === list);
    const own = new Map(ofList.map((entry) => [entry.id, entry.data]));
    const fields = Object.keys(schema.shape).filter((field) => !NAMES.has(`${list}.${field}`));
    const lacks = entries.flatMap((entry) => {
      const words = own.get(entry.id);
      // Of a list of changes each is to be translated.
      const isLeft = (field: string) =>
        field === 'changes'
          ? records(words?.[field]).length < records(entry.data[field]).length
          : entry.data[field] !== undefined && words?.[field] === undefined;
      return fields.filter(isLeft).map((field) => `${entry.id}.${field}`);
    });
    const [first, ...others] = lacks;
    if (first === undefined) return [];
    const what =
      others.length > 0 ? `${lacks.length} words are missing, the first ${first}` : `${first} is missing`;
    const path = `content/${language}/data/${list}.json`;
    return [{ path, state: own.size === 0 ? 'missing' : 'partly', what }];
  });
}

if (import.meta.main)
  process.exitCode = await command({}, async () => {
    const reading = await contentReader(process.cwd())();
    for (const language of site.languages) {
      const left = leftToTranslate(reading, language);
      for (const { path, state, what } of left) console.log(`${path}: ${state}: ${what}`);
      console.log(
        `${language}: ${left.length === 0 ? 'nothing is left to translate' : leftToDo(left.length, 'file')}.`,
      );
    }
    if (reading.problems.length > 0)
      throw new Error(
        'The content has problems, and more may be left. Run “npm run check” and correct them.',
      );
  });
