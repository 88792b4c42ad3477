import { Parser } from 'htmlparser2';
import { withParticles } from '../i18n/particles.ts';
import type { Language } from '../site.ts';

/*
 * What a drawn page of a language says in another one is marked, so that screen readers,
 * fonts and hyphens fit: names of reports, and whatever is not translated yet.
 */

const HANGUL = /\p{Script=Hangul}/u;
/** A word in small Latin letters; initials are read the same in every language. */
const LATIN = /[a-z]{3}/;

/** Whether a text is in another language than its page. */
const IS_FOREIGN: Record<Language, (text: string) => boolean> = {
  ko: (text) => LATIN.test(text) && !HANGUL.test(text),
  en: (text) => HANGUL.test(text) && !LATIN.test(text),
};
const OTHER: Record<Language, Language> = { ko: 'en', en: 'ko' };

/** In these nothing is read, or what is read is no language. */
const SILENT = new Set(['script', 'style', 'code', 'head']);

interface Open {
  /** Where a mark can be put: behind the name of the tag. */
  place: number;
  text: string;
  /** Marks of what stands within, which one around all takes the place of. */
  marks: number[];
  isSilent: boolean;
}

/**
 * A page with the particles that fit what was drawn before them, and a language on each
 * outermost element that is in another one.
 * @param isMarked whether elements are marked, or only particles fitted
 */
export function inPageLanguage(html: string, language: Language, isMarked = true): string {
  if (language === 'en' && (!isMarked || !HANGUL.test(html))) return html;
  const changes: { from: number; to: number; text: string }[] = [];
  const stack: Open[] = [];
  let before = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      const above = stack.at(-1);
      stack.push({
        place: parser.startIndex + 1 + name.length,
        text: '',
        marks: [],
        // Its language is known already.
        isSilent:
          (above?.isSilent ?? false) || SILENT.has(name) || (stack.length > 0 && 'lang' in attributes),
      });
    },
    ontext(part) {
      const open = stack.at(-1);
      if (!open) return;
      const after = before;
      if (part.trim() !== '') before = part;
      if (open.isSilent) return;
      open.text += part;
      if (language === 'ko') {
        const fitting = withParticles(part, after);
        if (fitting !== part)
          changes.push({ from: parser.startIndex, to: parser.endIndex + 1, text: fitting });
      }
    },
    onclosetag() {
      const open = stack.pop();
      const above = stack.at(-1);
      if (!open || !above) return;
      const isForeign = isMarked && !open.isSilent && IS_FOREIGN[language](open.text);
      above.marks.push(...(isForeign ? [open.place] : open.marks));
      if (!open.isSilent) above.text += open.text;
      if (stack.length === 1)
        for (const from of above.marks.splice(0))
          changes.push({ from, to: from, text: ` lang="${OTHER[language]}"` });
    },
  });
  parser.end(html);
  let [done, end] = ['', 0];
  for (const { from, to, text } of changes.toSorted((a, b) => a.from - b.from)) {
    done += html.slice(end, from) + text;
    end = to;
  }
  return done + html.slice(end);
}
