import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainHtml } from '../../src/site/plain-html.ts';

const page = new URL('https://example.org/news/2024/law/');

function plain(html: string): string {
  return plainHtml(html, page);
}

test('makes addresses whole, as seen from the page, and leaves whole ones as they are', () => {
  const links = ['/give/', '#more', '/search/?q=a&amp;b=c', 'https://a.example', 'mailto:a@example.org'];

  const made = links.map((href) => plain(`<a href="${href}">x</a>`));

  assert.deepEqual(made, [
    '<a href="https://example.org/give/">x</a>',
    '<a href="https://example.org/news/2024/law/#more">x</a>',
    '<a href="https://example.org/search/?q=a&amp;b=c">x</a>',
    '<a href="https://a.example">x</a>',
    '<a href="mailto:a@example.org">x</a>',
  ]);
});

test('keeps of a picture what a reader needs, without the widths for our own column', () => {
  const picture = plain(
    '<img class="block" src="/assets/a.webp" srcset="/assets/a.webp 480w" sizes="auto" width="480" height="300" alt="A &quot;drive&quot; > one" loading="lazy">',
  );

  assert.equal(
    picture,
    '<img src="https://example.org/assets/a.webp" width="480" height="300" alt="A &quot;drive&quot; &gt; one">',
  );
});

test('leaves out notes, forms, drawings, scripts and comments with all that is in them', () => {
  const html =
    '<p>One</p><details class="notes"><summary>Notes</summary><ul><li>a</li></ul></details><!-- b --><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>\n<form action="#c"><input id="c"></form><script src="/a.js"></script><p>Two</p>';

  assert.equal(plain(html), '<p>One</p>\n<p>Two</p>');
});

test('takes the tags off what readers do not know and keeps the words', () => {
  const html =
    '<section class="scroll" tabindex="0" aria-label="T"><readers-calculator data-readers="10"><p id="a" data-x hidden><data value="5">five</data><br /></p></readers-calculator></section>';

  assert.equal(plain(html), '<p>five<br></p>');
});

test('holds nothing that would end the section of XML around it', () => {
  assert.equal(plain('<p>a[b[0]]> c]]></p>'), '<p>a[b[0]]&gt; c]]&gt;</p>');
});
