import { DomUtils } from 'htmlparser2';
import { escapeXml } from '../../rules/xml.ts';
import { letterOf } from '../../rules/source-marks.ts';
import { colour } from '../../site/tokens.ts';
import {
  all,
  first,
  parsePage,
  setText,
  unwrap,
  withoutEntities,
  type Page,
  type PageElement as Element,
  type PagePart,
} from './page.ts';

/* A page of the site as a chapter of a book: its text without what only a site needs. */

type Tree = Page | Element;

/** Parts of a tree as XHTML. */
export const xhtml = (parts: PagePart[]) =>
  DomUtils.getOuterHTML(parts, { xmlMode: true, decodeEntities: false });

/** The text of an element as it is read. */
export const textOf = (element: Element | undefined) =>
  element ? withoutEntities(DomUtils.textContent(element)).trim() : '';

/** Classes of what leads about the site, or stands there for one kind of screen. */
const UNSEEN =
  'no-print skip unseen h-0 lg:hidden max-lg:hidden max-md:hidden! max-sm:hidden print:hidden not-print:hidden'
    .split(' ')
    .map((name) => `[class~="${name}"]`)
    .join();
/** The lines below and above the title of a page. */
export const LEAD = 'header > p';
/** What is no part of a book. */
const DROPPED = [
  UNSEEN,
  'nav, script, style, form, button, input, select, label, figure-filter, [role=status], [data-online]',
  // Drawings, and the scale above the bars of a chart, are seen and not read aloud.
  '[aria-hidden=true]:not(svg, tr, svg *)',
  // A list beside a drawing that is dropped stands for itself.
  'figure summary',
  // The foot of a page: its changes, and how to cite it.
  ':has(> .cite)',
  // The head of a page: its kind, and the day of its last change.
  `${LEAD}[data-pagefind-ignore]`,
].join();
/** Classes of the site that mean something in a book, with those that the sheet of the book has for them. */
const CLASSES: Readonly<Partial<Record<string, string>>> = {
  'in-short': 'in-short',
  ledger: 'plain',
  'list-none': 'plain',
  meta: 'small',
  when: 'small',
  'text-quiet': 'small',
  block: 'block',
  border: 'mark',
  claimed: 'mark',
  'justify-between': 'scale',
  'font-head': 'head',
  'max-md:stacked': 'stacked',
};
const ATTRIBUTES =
  'id href src alt lang datetime value role aria-hidden aria-label scope colspan start epub:type'.split(' ');
/** Colours of the sheet in drawings. Ink is the reader's own, also by night. */
const COLOURS: Readonly<Record<string, string>> = {
  ink: 'currentColor',
  rule: 'currentColor',
  paper: 'none',
};
const PAINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fill-(--lit)': { fill: 'var(--lit)' },
  'fill-none': { fill: 'none' },
  'stroke-ink': { stroke: 'var(--ink)' },
  hatched: { fill: 'url(#hatch)', stroke: 'var(--ink)' },
};

/** Takes from a tree what only a site needs, and leaves what is valid in a book. */
export function tidy(tree: Tree): void {
  for (const element of all(DROPPED, tree)) DomUtils.removeElement(element);
  for (const element of all(':not(svg, svg *)', tree)) {
    if (element.name === 'summary') element.name = 'h3';
    element.attribs = attributesOf(element);
  }
  // Only what they hold is kept.
  for (const element of all('details, readers-calculator', tree)) unwrap(element);
  for (const svg of all('svg', tree)) tidyDrawing(svg);
}

const classesOf = ({ attribs }: Element) => (attribs['class'] ?? '').split(' ');

function attributesOf(element: Element): Record<string, string> {
  const kept = Object.entries(element.attribs).filter(([name]) => ATTRIBUTES.includes(name));
  const classes = new Set(classesOf(element).flatMap((one) => CLASSES[one] ?? []));
  const { lang } = element.attribs;
  return {
    ...Object.fromEntries(kept),
    ...(lang !== undefined && { 'xml:lang': lang }),
    ...(classes.size > 0 && { class: [...classes].join(' ') }),
  };
}

function tidyDrawing(svg: Element): void {
  for (const part of [svg, ...all('*', svg)]) {
    const painted = Object.assign({}, ...classesOf(part).map((one) => PAINTS[one] ?? {}), part.attribs);
    part.attribs = Object.fromEntries(
      Object.entries(painted as Record<string, string>)
        .filter(([name]) => name !== 'class' && !name.startsWith('data-'))
        .map(([name, value]) => [
          name,
          value.replace(/var\(--([a-z]+)\)/g, (_, ink: string) => COLOURS[ink] ?? colour(ink)),
        ]),
    );
  }
  svg.attribs['xmlns'] = 'http://www.w3.org/2000/svg';
}

/** The number of a source, of which each further note has a letter besides: `1b` is of the first. */
const sourceOf = (mark: string) => mark.replace(/\D+$/, '');

/**
 * Gathers the notes that stand beside the passages of a page into one for each source, as
 * XHTML. The numbers of the text lead to them, and they lead back to each number.
 * @param back what is read aloud at a way back
 */
export function gatherNotes(tree: Tree, back: (number: string) => string): string {
  const notes = new Map<string, Set<string>>();
  for (const note of all('.note', tree)) {
    const number = sourceOf(textOf(first('b', note)));
    const rest = parsePage(xhtml(note.children));
    for (const part of all(':root:is(b, .back)', rest)) DomUtils.removeElement(part);
    tidy(rest);
    const [name = '', ...more] = xhtml(rest.children).trim().split(' · ');
    // The name of a source stands in its first note in full.
    const parts = notes.get(number) ?? new Set([name]);
    notes.set(number, parts.union(new Set(more)));
  }
  for (const group of all('.notes', tree)) DomUtils.removeElement(group);
  const marks = all('[role=doc-noteref]', tree);
  for (const mark of marks) {
    const [before, number] = [textOf(mark), sourceOf(textOf(mark))];
    const label = mark.attribs['aria-label']?.replace(before, number);
    Object.assign(mark.attribs, {
      href: `#note-${number}`,
      'epub:type': 'noteref',
      ...(label && { 'aria-label': label }),
    });
    setText(mark, number);
  }
  return [...notes]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([number, parts]) => {
      const places = marks.filter((mark) => textOf(mark) === number);
      const ways = places.map(({ attribs }, index) => {
        const letter = places.length > 1 ? letterOf(index) : '';
        const label = [back(number), letter].join(' ').trim();
        return `<a href="#${attribs['id']}" role="doc-backlink" aria-label="${escapeXml(label)}">↩\ufe0e${letter}</a>`;
      });
      // The way to our own entry stands last.
      const ordered = [...parts].toSorted(
        (a, b) => Number(a.startsWith('<a href="/')) - Number(b.startsWith('<a href="/')),
      );
      return `<aside id="note-${number}" epub:type="footnote" role="doc-footnote"><p><b>${number}</b> ${[ordered.join(' · '), ...ways].join(' ')}</p></aside>`;
    })
    .join('');
}
