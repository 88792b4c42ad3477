import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fileAt, relativeAddress, storedText, toFolderPage } from '../../src/publish/editions/folder-page.ts';
import { parsePage, writtenPage } from '../../src/publish/editions/page.ts';

const FILES = new Set([
  'index.html',
  'assets/site.css',
  'assets/site.js',
  'assets/a.webp',
  'favicon.svg',
  'news/index.html',
  'news/2017/x/index.html',
  'ko/index.html',
  'search/index.html',
]);
const has = (file: string) => FILES.has(file);

/** What a page at news/2017/x/ becomes, its head and its body. */
function made(head: string, body: string, file = 'news/2017/x/index.html'): { head: string; body: string } {
  const page = parsePage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  toFolderPage(page, file, has);
  const [, headNow = '', bodyNow = ''] =
    /<head>(.*)<\/head><body>(.*)<\/body>/s.exec(writtenPage(page)) ?? [];
  return { head: headNow, body: bodyNow };
}
const bodyOf = (body: string, file?: string) => made('', body, file).body;

suite('addresses', () => {
  test('each leads to a file: that of a page is its index.html, before query and anchor', () => {
    assert.equal(fileAt('/'), 'index.html');
    assert.equal(fileAt('/news/?topic=law#top'), 'news/index.html?topic=law#top');
    assert.equal(fileAt('/data/news.csv'), 'data/news.csv');
    assert.equal(fileAt('/#main'), 'index.html#main');
  });

  test('each is relative to the file that holds it', () => {
    assert.equal(relativeAddress('index.html', '/news/', has), 'news/index.html');
    assert.equal(relativeAddress('news/2017/x/index.html', '/ko/', has), '../../../ko/index.html');
    assert.equal(relativeAddress('news/2017/x/index.html', '/news/2017/x/#a', has), 'index.html#a');
    assert.equal(relativeAddress('index.html', '/feeds/', has), undefined);
  });

  test('links, pictures and forms lead there, anchors of the page stay as they are', () => {
    assert.equal(
      bodyOf('<a href="/news/?a=1&amp;b=2">N</a><a href="#main">M</a>'),
      '<a href="../../index.html?a=1&amp;b=2">N</a><a href="#main">M</a>',
    );
    assert.equal(
      bodyOf('<img src="/assets/a.webp" alt="A">', 'index.html'),
      '<img src="assets/a.webp" alt="A">',
    );
    assert.match(bodyOf('<form action="/search/"></form>'), /action="\.\.\/\.\.\/\.\.\/search\/index\.html"/);
  });

  test('of a list of pictures each leads there, with its width', () => {
    assert.equal(
      bodyOf('<img src="/assets/a.webp" srcset="/assets/a.webp 480w, /favicon.svg 960w" alt="A">'),
      '<img src="../../../assets/a.webp" srcset="../../../assets/a.webp 480w, ../../../favicon.svg 960w" alt="A">',
    );
    assert.throws(
      () => bodyOf('<img srcset="/assets/a.webp 1w, /assets/b.webp 2w" alt="">'),
      /assets\/b\.webp/,
    );
  });

  test('a page that has moved leads on to a file', () => {
    const { head } = made('<meta http-equiv="refresh" content="0; url=/news/">', '');

    assert.ok(head.includes('content="0; url=../../index.html"'), head);
  });

  test('a picture that is not there stops the edition', () => {
    assert.throws(() => bodyOf('<img src="/assets/b.webp" alt="">'), /the edition has no \/assets\/b\.webp/);
  });
});

test('of the head stays what the page itself needs, with one sheet and one classic script', () => {
  const { head } = made(
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
     <meta name="viewport" content="width=device-width"><title>X</title><meta name="referrer" content="no-referrer">
     <link rel="canonical" href="https://a.example/"><link rel="alternate" hreflang="ko" href="https://a.example/ko/">
     <meta property="og:image" content="https://a.example/card.png"><meta name="citation_title" content="X">
     <link rel="preload" href="/assets/f.woff2" as="font" crossorigin><link rel="icon" href="/favicon.svg">
     <link rel="alternate" type="application/rss+xml" href="/news/rss.xml"><style>a{}</style>
     <script type="module" src="/assets/HeaderSearch.js"></script>`.replaceAll(/\n\s+/g, ''),
    '<p>Text</p><script type="application/ld+json">{}</script>',
  );

  assert.equal(
    head,
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>X</title>' +
      '<meta name="referrer" content="no-referrer"><link rel="icon" href="../../../favicon.svg">' +
      '<link rel="stylesheet" href="../../../assets/site.css">' +
      '<script src="../../../assets/site.js" defer></script>',
  );
});

test('scripts and data for search engines go out of the text', () => {
  assert.equal(bodyOf('<p>Text</p><script type="application/ld+json">{}</script>'), '<p>Text</p>');
});

suite('links', () => {
  test('one that leads out has a sign that is read aloud too, in the language of the page', () => {
    const link = '<a href="https://a.example/" rel="noopener">A</a>';

    assert.match(
      bodyOf(link),
      />A\u00A0<span role="img" aria-label="\(leads out[^"]*\)">↗\uFE0E<\/span><\/a>/,
    );
    assert.match(bodyOf(link, 'ko/index.html'), /aria-label="\(인터넷으로/);
  });

  test('one that has a sign already gets no second one', () => {
    const html = bodyOf('<a href="https://a.example/">A <span aria-hidden="true">↗</span></a>');

    assert.equal(html.split('↗').length, 2);
    assert.match(html, /aria-label/);
  });

  test('one to what the edition lacks leaves its words; in a menu its line goes', () => {
    assert.equal(
      bodyOf('<p>in the <a href="/feeds/">feed of <b>news</b></a>.</p>'),
      '<p>in the feed of <b>news</b>.</p>',
    );
    assert.equal(bodyOf('<ul><li>See <a href="/feeds/">feeds</a></li></ul>'), '<ul><li>See feeds</li></ul>');
    assert.equal(
      bodyOf(
        '<nav><ul><li><a href="/feeds/">Feeds</a></li><li><a href="/">Home</a></li></ul></nav>',
        'index.html',
      ),
      '<nav><ul><li><a href="index.html">Home</a></li></ul></nav>',
    );
  });

  test('what is of use with a connection only is left out', () => {
    assert.equal(bodyOf('<p>A<span data-online> <a href="/news/rss.xml">RSS</a></span></p>'), '<p>A</p>');
  });
});

test('the text for the search has title, filters and sentences, without what is not to be found', () => {
  const page = parsePage(
    `<article data-pagefind-body data-pagefind-sort="date:2017-10-14" data-filters="section:news topic:law"
     data-title="A &amp; B" data-date="14 Oct 2017"><p data-pagefind-ignore>Coverage</p><h1>A &amp; B</h1>
     <p>It <b>rose</b>, they said.</p><ul><li>one</li><li>two</li></ul></article><p>Foot</p>`,
  );

  assert.deepEqual(storedText(page, 'x/index.html'), {
    file: 'x/index.html',
    title: 'A & B',
    date: '14 Oct 2017',
    sort: '2017-10-14',
    filters: ['section:news', 'topic:law'],
    content: 'A & B It rose, they said. one. two.',
  });
  assert.equal(storedText(parsePage('<p>Text</p>'), 'x/index.html'), undefined);
});
