import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import { plainSentence } from '../../i18n/messages.ts';
import { addressOf, listPageAddress, localAddress, plainAddress } from '../../rules/addresses.ts';
import { addressOfFile } from '../../rules/kinds.ts';
import { escapeXml } from '../../rules/xml.ts';
import type { Language } from '../../site.ts';
import { gatherNotes, LEAD, textOf, tidy, xhtml } from './book-page.ts';
import type { FinishedSite } from './finished-site.ts';
import {
  above,
  all,
  append,
  first,
  isElement,
  readPage,
  setText,
  unwrap,
  type Page,
  type PageElement as Element,
} from './page.ts';

/** A chapter of the book. */
export interface Chapter {
  /** The name of its file, as in `strategy-law.xhtml`. */
  file: string;
  title: string;
  /** Whether it stands in the contents below a chapter before it. */
  isBelow: boolean;
  /** What stands in the body of its file, as XHTML. */
  body: string;
  /** The paths of its pictures within the site. */
  pictures: string[];
}

/**
 * The pages that become chapters, by their addresses in the default language. Below one
 * with a star stand the pages under it, in the order in which it leads to them.
 */
const CONTENTS = [
  '/about/',
  '/',
  '/program/',
  '/give/what-a-gift-does/',
  '/strategy/*',
  '/how-it-travels/',
  '/content/*',
  addressOf('time line'),
  '/method/',
  addressOf('statistics'),
  '/glossary/',
  addressOf('sources'),
];

/**
 * The explainers, the time line, the figures and their sources as chapters, in their order,
 * from the finished pages of a language.
 * @throws where the site lacks a page that is a chapter
 */
export function chaptersOf(site: FinishedSite, language: Language): Chapter[] {
  const t = dictionaryFor(language);
  /** What has a page on the site and a place in a chapter: the page, and the place there. */
  const places = new Map<string, { page: string; id: string }>();

  const drafts = CONTENTS.flatMap((path) => {
    const address = path.replace('*', '');
    const below = path === address ? [] : pagesBelow(address);
    return [draftOf(address), ...below.map((page) => draftOf(page, true))];
  });
  return drafts.map((draft) => {
    for (const link of all('a', draft.article)) leadOn(link, draft);
    const pictures = all('img', draft.article).map(({ attribs }) => {
      const path = (attribs['src'] ?? '').slice(1);
      attribs['src'] = basename(path);
      return path;
    });
    const text = xhtml(draft.article.children);
    return { ...draft, pictures, body: `<section epub:type="chapter" role="doc-chapter">${text}</section>` };
  });

  /** The page at an address of the default language, in the language of the book. */
  function pageAt(address: string): Page | undefined {
    const file = join(site.folder, localAddress(language, address), 'index.html');
    return existsSync(file) ? readPage(file) : undefined;
  }

  function articleAt(address: string): Element {
    const page = pageAt(address);
    const article = page && first('article', page);
    if (!article) throw new Error(`The built site lacks ${address}, a chapter of the book. Build it again.`);
    return article;
  }

  function pagesBelow(address: string): string[] {
    const links = all('a', articleAt(address));
    const pages = links.map(({ attribs }) => plainAddress(attribs['href'] ?? ''));
    return [...new Set(pages)].filter(
      (page) => page.startsWith(address) && /\w\/$/.test(page.slice(address.length)),
    );
  }

  /** The page at an address as a chapter whose links still lead about the site. */
  function draftOf(address: string, isBelow = false) {
    const article = articleAt(address);
    prepare(address, article);
    const notes = gatherNotes(article, (number) => plainSentence(t.notes.back({ number })));
    tidy(article);
    const heading = first('h1', article);
    if (heading && address === '/') setText(heading, t.inShort);
    if (notes !== '')
      append(
        article,
        `<section epub:type="footnotes" role="doc-endnotes" aria-label="${escapeXml(t.book.notes)}">${notes}</section>`,
      );
    const ids = new Set(all('[id]', article).flatMap(({ attribs }) => attribs['id'] ?? []));
    const file = `${idOf(address) || 'in-short'}.xhtml`;
    return { address, file, title: textOf(heading), isBelow, article, ids };
  }

  /** Does to the pages that are lists what makes each of them whole in one place. */
  function prepare(address: string, article: Element): void {
    if (address === '/') {
      // What follows leads to the newest of the site.
      for (const part of all('.prose ~ *, :has(> .prose) ~ *', article)) DomUtils.removeElement(part);
    } else if (address === addressOf('time line')) tellEvents(article);
    else if (address === addressOf('statistics')) {
      for (const row of all('[data-is]', article)) tellFigure(row);
    } else if (address === addressOf('sources')) {
      const list = first('dl', article);
      for (let number = 2, page; (page = pageAt(listPageAddress(address, number))); number++)
        for (const { children } of all('dl', page))
          for (const child of [...children]) if (list) DomUtils.appendChild(list, child);
      for (const entry of all('dd', article)) makePlace(entry, address);
      // It says where the entries lead on the site.
      for (const lead of all(LEAD, article)) DomUtils.removeElement(lead);
    }
  }

  /** Puts each event as its own time line tells it into the time line of all. */
  function tellEvents(article: Element): void {
    const told = new Map<string | undefined, Element>();
    for (const { path, kind } of site.files) {
      const address = addressOfFile(path);
      const plain = plainAddress(address);
      if (kind === 'time line of one kind' && address === localAddress(language, plain))
        for (const event of all(EVENT, articleAt(plain))) told.set(event.attribs['id'], event);
    }
    for (const event of all(EVENT, article)) {
      const whole = told.get(event.attribs['id']);
      if (whole) DomUtils.replaceElement(event, whole);
    }
    // It says that more stands elsewhere.
    const intro = all('*', article).find((element) => textOf(element) === t.timeline.intro);
    if (intro) DomUtils.removeElement(intro);
  }

  /** Says in the row of a figure what the figure does not mean, as its page does. */
  function tellFigure(row: Element): void {
    const figure = makePlace(row, addressOf('statistics'));
    const page = figure && pageAt(figure.address);
    const term = page && all('dt', page).find((one) => textOf(one) === t.statistics.not);
    const meaning = term?.next ?? null;
    if (figure && isElement(meaning)) append(figure.holder, `<p>${xhtml(meaning.children)}</p>`);
  }

  /** Makes an element the place in the book of the page to which its first link leads, and ends the link. */
  function makePlace(element: Element, page: string): { address: string; holder: Element } | undefined {
    const link = first('[href^="/"]', element);
    const holder = link?.parent ?? null;
    if (!link || !isElement(holder)) return undefined;
    const address = plainAddress(link.attribs['href'] ?? '');
    element.attribs['id'] = idOf(address);
    places.set(address, { page, id: idOf(address) });
    unwrap(link);
    return { address, holder };
  }

  /** Lets a link lead to its place in the book; where there is none, to the page on the site. */
  function leadOn(link: Element, from: (typeof drafts)[number]): void {
    const { href = '' } = link.attribs;
    const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/.exec(href) ?? [];
    if (path !== '' && !path.startsWith('/')) return;
    // It leads to the very entry in which it stands.
    if (above(link, `[id="${anchor}"]`)) return unwrap(link);
    if (path === '' && from.ids.has(anchor)) return;
    const plain = plainAddress(path);
    const place = places.get(plain);
    const page = place?.page ?? (plain.startsWith(addressOf('time line')) ? addressOf('time line') : plain);
    const chapter = drafts.find(({ address }) => address === page);
    const id = place?.id ?? anchor;
    if (!chapter) {
      const there = path || localAddress(language, from.address);
      link.attribs['href'] = site.address + there.slice(1) + (anchor && `#${anchor}`);
    } else if (chapter.ids.has(id)) link.attribs['href'] = `${chapter.file}#${id}`;
    else if (chapter === from) unwrap(link);
    else link.attribs['href'] = chapter.file;
    // A note names its source; what it leads to besides is the entry in the list.
    if (place?.page === addressOf('sources') && above(link, '[role=doc-footnote]'))
      setText(link, t.book.entry);
  }
}

const EVENT = '.ledger > li[id]';
const idOf = (address: string) => address.split('/').filter(Boolean).join('-');
