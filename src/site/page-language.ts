import { Parser } from 'htmlparser2';
import { withParticles } from '../i18n/particles.ts';
import { withoutBadBreaks } from '../rules/korean.ts';
import { isLatin, otherScripts, scriptLetters } from '../rules/languages.ts';
import { memoize } from '../rules/memoize.ts';
import { hasShortPart, withShortPartsKept } from '../rules/line-breaks.ts';
import type { Language } from '../site.ts';

/*
 * What a drawn page of a language says in another one is marked, so that screen readers,
 * fonts and hyphens fit: names of reports, and whatever is not translated yet.
 */

/** A word of a language; in Latin letters a small one, for initials are read the same in every language. */
const wordOf = memoize((language: Language) =>
  isLatin(language) ? /[a-z]{3}/ : new RegExp(scriptLetters(language).source, 'u'),
);
/** Words that are more than a name: between those of another script, such are marked by themselves. */
const SENTENCE = /(?:\b[a-z]{3,}\b[^a-z]*){3}/;

/** The other language in which a text of a page stands, if it does. Its letters tell, so one of the same script is not seen. */
const foreignIn = (text: string, language: Language): Language | undefined =>
  wordOf(language).test(text) ? undefined : otherScripts(language).find((other) => wordOf(other).test(text));

/** In these nothing is read, or what is read is no language. */
const SILENT = new Set(['script', 'style', 'code', 'head']);
/** These hold words and nothing else, so that no words in them can be marked. */
const WORDS_ONLY = new Set(['option', 'textarea', 'text', 'title', 'desc']);

/** Tags that stand within a line. */
const WITHIN_LINE = new Set(['a', 'b', 'cite', 'data', 'em', 'i', 'small', 'span', 'strong', 'time']);

/** What is put in the place of a part of the page. */
interface Change {
  from: number;
  to: number;
  text: string;
}

interface Open {
  name: string;
  /** Where the name of its tag ends. */
  place: number;
  text: string;
  /** Words between two tags. */
  run: Change;
  /** Marks of what stands within; one around all takes their place. */
  marks: Change[];
  isSilent: boolean;
}

const onOneLine = (words: string) => `<span data-whole>${words}</span>`;
const put = (at: number, text: string): Change => ({ from: at, to: at, text });

/**
 * A page as it is published, in its own language: what it says in `<main>` as `inPageLanguage`
 * gives it. What stands around that is written in the language of the page.
 */
export function markedPage(html: string, language: Language): string {
  const [from, to] = [html.indexOf('<main'), html.lastIndexOf('</main>')];
  if (from < 0 || to < from) return html;
  return html.slice(0, from) + inPageLanguage(html.slice(from, to), language) + html.slice(to);
}

/**
 * Drawn text with the particles that fit what was drawn before them, in lines that break where
 * they may, and a language on each outermost element that is in another one.
 * @param isMarked whether elements are marked, or only Korean words fitted
 */
export function inPageLanguage(html: string, language: Language, isMarked = true): string {
  const isKorean = language === 'ko';
  const isForeignIn = (other: Language) => wordOf(other).test(html);
  if (!isKorean && !(isMarked && (hasShortPart(html) || otherScripts(language).some(isForeignIn))))
    return html;
  const markOf = (text: string) => {
    const other = foreignIn(text, language);
    return other && ` lang="${other}"`;
  };
  const changes: Change[] = [];
  const stack: Open[] = [];
  let before = '';
  /** What stands before in the same line, without a tag between that could break it. */
  let beside = '';
  /** Ends the words between two tags, and marks them if they are a sentence of the other language. */
  const endRun = (open: Open | undefined) => {
    if (!open || open.isSilent || WORDS_ONLY.has(open.name)) return;
    const { from, to, text } = open.run;
    open.run = put(0, '');
    const mark = SENTENCE.test(text) && markOf(text);
    if (mark) open.marks.push(put(from, `<span${mark}>`), put(to, '</span>'));
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const above = stack.at(-1);
      if (!WITHIN_LINE.has(name)) beside = '';
      endRun(above);
      stack.push({
        name,
        place: parser.startIndex + 1 + name.length,
        text: '',
        run: put(0, ''),
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
      const directly = beside;
      beside = part;
      if (part.trim() !== '') before = part;
      if (open.isSilent) return;
      const [from, to] = [parser.startIndex, parser.endIndex + 1];
      open.text += part;
      open.run =
        open.run.text === '' ? { from, to, text: part } : { ...open.run, to, text: open.run.text + part };
      const fitting = isKorean ? withoutBadBreaks(withParticles(part, after), directly) : part;
      const kept = isMarked && !WORDS_ONLY.has(open.name) ? withShortPartsKept(fitting, onOneLine) : fitting;
      if (kept !== part) changes.push({ from, to, text: kept });
    },
    onclosetag(name) {
      if (!WITHIN_LINE.has(name)) beside = '';
      const open = stack.pop();
      const above = stack.at(-1);
      endRun(open);
      if (!open || !above) return;
      const mark = open.isSilent ? undefined : markOf(open.text);
      above.marks.push(...(mark ? [put(open.place, mark)] : open.marks));
      if (!open.isSilent) above.text += open.text;
      if (stack.length > 1) return;
      if (isMarked) changes.push(...above.marks);
      above.marks = [];
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
