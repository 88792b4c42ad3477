import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gatherNotes, tidy, xhtml } from '../../src/publish/editions/book-page.ts';
import { parsePage } from '../../src/publish/editions/page.ts';
import { gives } from './tables.ts';

/** A piece of a page as it stands in a book. */
function tidied(html: string): string {
  const tree = parsePage(html);
  tidy(tree);
  return xhtml(tree.children);
}

const mark = (id: string, number: string) =>
  `<sup><a id="${id}" href="#note-${id}" role="doc-noteref" aria-label="Source ${number}: B">${number}</a></sup>`;
const note = (number: string, text: string, cite: string) =>
  `<div class="notes"><p class="note" tabindex="-1"><b>${number}</b> ${text} <a class="back" href="#${cite}">Back</a></p></div>`;

suite('a page as a chapter of a book', () => {
  test('keeps the text, and nothing that leads about the site or asks for input', () => {
    const html =
      '<nav><a href="/">Home</a></nav><p>One <em>word</em>.</p><form><input></form><button>Print</button>' +
      '<p class="no-print">Download</p><a class="skip" href="#x">Skip</a><span class="unseen">unseen</span>' +
      '<div><details class="cite"><summary>Cite</summary>Lit Windows, 2026</details></div>';

    assert.equal(tidied(html), '<p>One <em>word</em>.</p>');
  });

  gives(tidied, {
    'is well-formed where HTML need not be': {
      '<p>Rock &amp; roll<br>A &lt; B “”<img alt="x" hidden></p>':
        '<p>Rock &amp; roll<br/>A &lt; B “”<img alt="x"/></p>',
    },
    'says the language of a foreign word twice, as XHTML wants it': {
      '<span lang="ko" data-x="1" style="top:0">word</span>': '<span lang="ko" xml:lang="ko">word</span>',
    },
    'opens what is folded, under the words that opened it': {
      '<details data-stage="sent"><summary>Sent</summary><p>39</p></details>': '<h3>Sent</h3><p>39</p>',
    },
    'keeps the scale above the bars of a chart, which is seen and not read aloud': {
      '<tr class="text-quiet" aria-hidden="true"><td class="max-md:hidden!" colspan="3"></td><td><span class="@container flex justify-between"><span class="flex w-0"><span>2020</span></span></span></td></tr><p aria-hidden="true">·</p>':
        '<tr aria-hidden="true" class="small"><td><span class="scale"><span><span>2020</span></span></span></td></tr>',
    },
    'frames what is claimed, as the site does': {
      '<span class="claimed">Claimed</span> Source: A': '<span class="mark">Claimed</span> Source: A',
    },
    'draws with the ink of the reader and the amber of the site': {
      '<svg class="w-full" viewBox="0 0 9 9" aria-hidden="true"><path class="stroke-ink" fill="var(--lit)" d="M0 0"/><text class="max-sm:hidden">x</text></svg>':
        '<svg viewBox="0 0 9 9" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><path stroke="currentColor" fill="#f2b036" d="M0 0"/></svg>',
    },
  });

  test('has one note for each source, with all that was said of it and a way back to each number', () => {
    const page = parsePage(
      `<p>A.${mark('cite-1', '2')}</p>${note('2', '<a href="https://b.example">B</a> · first · <a href="/sources/b/">our entry</a>', 'cite-1')}` +
        `<p>C.${mark('cite-2', '1')} D.${mark('cite-3', '2b')}</p>${note('1', 'E', 'cite-2')}${note('2b', '<a href="https://b.example">B</a> · second', 'cite-3')}`,
    );
    const back = (href: string, name: string, letter = '') =>
      `<a href="#${href}" role="doc-backlink" aria-label="${name}">↩\ufe0e${letter}</a>`;
    const aside = (number: number, text: string) =>
      `<aside id="note-${number}" epub:type="footnote" role="doc-footnote"><p><b>${number}</b> ${text}</p></aside>`;

    assert.equal(
      gatherNotes(page, (number) => `Back at ${number}`),
      aside(1, `E ${back('cite-2', 'Back at 1')}`) +
        aside(
          2,
          `<a href="https://b.example">B</a> · first · second · <a href="/sources/b/">our entry</a> ${back('cite-1', 'Back at 2 a', 'a')} ${back('cite-3', 'Back at 2 b', 'b')}`,
        ),
    );
    assert.equal(
      xhtml(page.children).replaceAll(/<sup>|<\/sup>/g, ''),
      `<p>A.<a id="cite-1" href="#note-2" role="doc-noteref" aria-label="Source 2: B" epub:type="noteref">2</a></p><p>C.<a id="cite-2" href="#note-1" role="doc-noteref" aria-label="Source 1: B" epub:type="noteref">1</a> D.<a id="cite-3" href="#note-2" role="doc-noteref" aria-label="Source 2: B" epub:type="noteref">2</a></p>`,
    );
  });
});
