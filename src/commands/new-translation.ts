import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { contentReader } from '../checks/check-content.ts';
import { asRecord, records, type TextEntry } from '../checks/read-entries.ts';
import { versionNow } from '../rules/translation.ts';
import { TEXT_KINDS, type TextKind } from '../schemas/lists.ts';
import { TRANSLATED_TEXTS } from '../schemas/translations.ts';
import { defaultLanguage, type Language } from '../site.ts';

/**
 * Writes the file of a translation, which begins as its original: the words of the front matter,
 * which version it follows, and the text with its tags. The translator writes over the words.
 * @returns its path
 * @throws with a sentence for the editor where it cannot be written
 */
export async function writeTranslation(root: string, original: string, language: Language): Promise<string> {
  const { texts } = await contentReader(root)();
  const found = TEXT_KINDS.flatMap((kind) => texts[defaultLanguage][kind].map((entry) => ({ kind, entry })));
  const text = found.find(({ entry }) => entry.path === original);
  if (!text?.entry.whole)
    throw new Error(
      `There is no text ${original} that can be read. Name one as in content/en/pages/give.mdx.`,
    );
  const path = original.replace(`content/${defaultLanguage}/`, `content/${language}/`);
  if (existsSync(join(root, path))) throw new Error(`${path} exists already and stays as it is.`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), translationOf(text.entry, text.kind), { flag: 'wx' });
  return path;
}

/** The words of a text, to be written over. */
function translationOf({ data, body, matterLength }: TextEntry, kind: TextKind): string {
  const words = Object.fromEntries(
    Object.keys(TRANSLATED_TEXTS[kind].shape).flatMap((field) => {
      if (field === 'changes' || data[field] === undefined) return [];
      const isList = Array.isArray(data[field]);
      return [[field, isList ? records(data[field]).map(({ title, why }) => ({ title, why })) : data[field]]];
    }),
  );
  const { title, summary, ...others } = asRecord(words);
  const matter = { title, summary, ...others, follows: versionNow(records(data['changes'])) };
  return `---\n${stringify(matter, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}---\n\n${body.slice(matterLength).replace(/^\n{1,2}/, '')}`;
}
