import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFeed, readRss } from '../../feeds.ts';
import { OWN_TOPIC, PROJECT, put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const ADDRESS = '/news/2024/every-construct/';
const HOST = 'https://lit-windows.example';
const HERE = HOST + ADDRESS;
const VALUE = 'about 130,000 devices';

/** The figure on the day of the version, before the revision that changes.ts beside this file makes. */
const STOOD = '100,000 to 120,000 devices (Nov 2022)';

/** What a reader meets in the page, in feeds where that differs, and in the version that can be cited. */
const CONSTRUCTS: Record<string, { page: string; feed?: string; file: string }> = {
  'emphasis, withdrawn words, code and a line break': {
    page: 'A <em>slanted</em>, a <strong>strong</strong>, a <em><strong>doubly strong</strong></em> and a <del>withdrawn</del> word, <code>some code &lt;here&gt;</code>, a break<br/> of the line',
    feed: 'A <em>slanted</em>, a <strong>strong</strong>, a <em><strong>doubly strong</strong></em> and a <del>withdrawn</del> word, <code>some code &lt;here&gt;</code>, a break<br> of the line',
    file: 'A slanted, a strong, a doubly strong and a ~~withdrawn~~ word, some code <here>, a break\nof the line',
  },
  'entities and signs that are no mark-up': {
    page: 'an entity: © &amp; &lt;b&gt;. Signs kept as they are: *, _, {, }, &lt;.',
    file: 'an entity: © & <b>. Signs kept as they are: *, _, {, }, <.',
  },
  'smart punctuation': {
    page: '“Double quotes”, ‘single ones’, it’s, two – and three — hyphens, three dots…',
    file: '“Double quotes”, ‘single ones’, it’s, two – and three — hyphens, three dots…',
  },
  'a heading': {
    page: '<h2 id="a-heading-with-emphasis-and-code">A heading with <em>emphasis</em> and <code>code</code></h2>',
    feed: '<h2>A heading with <em>emphasis</em> and <code>code</code></h2>',
    file: '\nA heading with emphasis and code\n',
  },
  'a heading below it': {
    page: '<h3 id="a-heading-below-it">A heading below it</h3>',
    feed: '<h3>A heading below it</h3>',
    file: '\nA heading below it\n',
  },
  'a link within the site': {
    page: 'A <a href="/program/">link within the site</a>',
    feed: `A <a href="${HOST}/program/">link within the site</a>`,
    file: 'A link within the site, one with a title',
  },
  'a link with a title': {
    page: '<a href="/sources/" title="All sources">one with a title</a>',
    feed: `<a href="${HOST}/sources/" title="All sources">one with a title</a>`,
    file: 'one with a title, one by name',
  },
  'a link by its words alone, with a title': {
    page: '<a href="https://example.org/so" title="A title" rel="noopener noreferrer">named so</a>',
    feed: '<a href="https://example.org/so" rel="noopener noreferrer" title="A title">named so</a>',
    file: 'named so <https://example.org/so>',
  },
  'a break by two spaces, signs by number, marks within marks': {
    page: 'with a break<br/> by two spaces, signs by number: © —, and <del>a <strong>strong</strong> word withdrawn</del>.',
    feed: 'with a break<br> by two spaces, signs by number: © —, and <del>a <strong>strong</strong> word withdrawn</del>.',
    file: 'with a break\nby two spaces, signs by number: © —, and ~~a strong word withdrawn~~.',
  },
  'marks in the cells of a table': {
    page: '<td class="text-left"><a href="/about/">a <em>link</em></a></td><td class="text-center"><del>x</del></td><td class="text-right"><code>y | z</code></td>',
    feed: `<td><a href="${HOST}/about/">a <em>link</em></a></td><td><del>x</del></td><td><code>y | z</code></td>`,
    file: '\na link | ~~x~~ | y | z\n',
  },
  'a list in a quotation': {
    page: '<blockquote><ul><li>with a list</li></ul></blockquote>',
    file: '\n> - with a list\n',
  },
  'a note of two paragraphs, named in a list': {
    page: '<li id="user-content-fn-two"><p>The first of two.</p><p>The second, with <code>code</code>.',
    feed: '<li><p>The first of two.</p><p>The second, with <code>code</code>.',
    file: '[^two] The first of two.\n\nThe second, with code.',
  },
  'a mail address': {
    page: '<a href="mailto:post@example.org">words</a>',
    file: 'words <mailto:post@example.org>',
  },
  'an address without words': {
    page: '<a href="https://example.org/bare?a=1&amp;b=2" rel="noopener noreferrer">https://example.org/bare?a=1&amp;b=2</a>.',
    file: 'a bare one: https://example.org/bare?a=1&b=2.',
  },
  'lists within lists': {
    page: '<p>second</p><ul><li>nested below the second <ol><li>numbered and nested</li><li>its second</li></ol></li></ul></li>',
    file: '\n- second\n\n   - nested below the second\n\n      1. numbered and nested\n      2. its second\n',
  },
  'an item of two paragraphs': {
    page: '<li><p>third, of two paragraphs</p><p>the second paragraph</p></li>',
    file: '\n- third, of two paragraphs\n\n   the second paragraph\n',
  },
  'a list that goes on with its numbers': {
    page: '<ol start="3"><li>begins with three</li><li>goes on with four</li></ol>',
    file: '\n3. begins with three\n4. goes on with four\n',
  },
  'a list of tasks': {
    page: '<li class="task-list-item">☑ a task that is done</li><li class="task-list-item">☐ a task that is open</li>',
    feed: '<li>☑ a task that is done</li><li>☐ a task that is open</li>',
    file: '\n- ☑ a task that is done\n- ☐ a task that is open\n',
  },
  'a table with aligned columns': {
    page: '<th class="text-left">left</th><th class="text-center">middle</th><th class="text-right">right</th>',
    feed: '<th>left</th><th>middle</th><th>right</th>',
    file: '\nleft | middle | right\none | two | three\n',
  },
  'a figure in a cell': {
    page: `<td class="text-left">a | b</td><td class="text-center"><a class="amount decoration-dotted" tabindex="-1" href="/statistics/fdff-sent-total-2022/"><data value="130000">${VALUE}</data></a><sup class="marks"`,
    feed: `<td>a | b</td><td><a href="${HOST}/statistics/fdff-sent-total-2022/">${VALUE}</a> [<a href=`,
    file: `\na | b | ${STOOD} [1] | four\n`,
  },
  'quotations within quotations': {
    page: '<blockquote><p>A quotation over two lines</p><blockquote><p>and one within it</p></blockquote></blockquote>',
    file: '\n> A quotation over two lines\n\n> > and one within it\n',
  },
  'code on lines of its own, in which no tag counts': {
    page: 'code  with   spaces\n&lt;Figure id=&quot;no-such-figure&quot; /&gt;\n</code></pre>',
    file: '\ncode  with   spaces\n<Figure id="no-such-figure" />\n',
  },
  'what is indented, which is no code in MDX': {
    page: '<p>code by indenting</p>',
    file: '\ncode by indenting\n',
  },
  'a footnote that is named twice': {
    page: 'A claim with a note.<sup><a href="#user-content-fn-one" id="user-content-fnref-one"',
    feed: `A claim with a note.<sup><a href="${HERE}#user-content-fn-one">1</a></sup> Another with the same.<sup><a href="${HERE}#user-content-fn-one">1</a></sup>`,
    file: 'A claim with a note.[^one] Another with the same.[^one]',
  },
  'the text of a footnote': {
    page: '<li id="user-content-fn-one"><p>The note has <em>words</em> and a <a href="/method/">link</a>.',
    feed: `<li><p>The note has <em>words</em> and a <a href="${HOST}/method/">link</a>.`,
    file: '[^one] The note has words and a link.',
  },
  'a line between parts': { page: '<hr/>', feed: '<hr>', file: '\n* * *\n' },
  'a figure and a source': {
    page: `A figure, <a class="amount decoration-dotted" tabindex="-1" href="/statistics/fdff-sent-total-2022/"><data value="130000">${VALUE}</data></a>, and its source.<sup class="marks"`,
    feed: `A figure, <a href="${HOST}/statistics/fdff-sent-total-2022/">${VALUE}</a>, and its source. [<a href=`,
    file: `A figure, ${STOOD} [1], and its source. [1]`,
  },
  'a callout': {
    page: '>Not proven</b><p>What is <em>not</em> known.</p><ul><li>in a list</li></ul>',
    file: '\nNot proven:\n\nWhat is not known.\n\n- in a list\n',
  },
  'a quote': {
    page: '><p>The words of a judge.</p></blockquote><figcaption>A judge, <a',
    feed: '<blockquote><p>The words of a judge.</p></blockquote><p>A judge, <a',
    file: '\n> The words of a judge.\n\n(A judge, [2])\n',
  },
  'a drawing': {
    page: '<figure data-drawing="path"',
    feed: `<p>A drawing stands here on the page: <a href="${HOST}/drawings/path.svg">A drive is followed up to the border, and no further</a>`,
    file: '\n[Here the page shows the drawing “path”, from the data of the site.]\n',
  },
  'a chart': {
    page: '>HRF’s total grew by about 20,000 in a year for which it said about 2,000 were sent</b>',
    file: '\n[Here the page shows the chart “fdff-sent-total”, from the data of the site.]\n',
  },
  'an official address': {
    page: '>Open the official page of Flash Drives for Freedom</a>',
    file: 'the official address of an organisation',
  },
};

/** HTML in which a line break between words is a space, and none stands between tags. */
const even = (html: string) => html.replace(/>\s+</g, '><').replace(/\s+/g, ' ');

/** A text holds every construct of Markdown, and every tag of posts that needs no picture. */
export const markdown: Change = {
  name: 'every construct of Markdown reaches the page, the feeds and the version to cite',
  make(root) {
    const text = readFileSync(join(PROJECT, 'tests/fixtures/every-construct.mdx'), 'utf8');
    put(
      root,
      'content/en/news/2024/every-construct.mdx',
      text.replace('topics: [law]', `topics: [${OWN_TOPIC}]`),
    );
  },

  async check({ read }, t) {
    const page = read(`${ADDRESS}index.html`);
    const folder = `news/topic/${OWN_TOPIC}/`;
    const items = [readRss(read(`${folder}rss.xml`)), readJsonFeed(read(`${folder}feed.json`))].map(
      (feed) => {
        assert.deepEqual(feed.faults, []);
        return feed.items.find(({ url }) => url.endsWith(ADDRESS))?.html ?? '';
      },
    );
    const file = read(`${ADDRESS}version-1.txt`);

    for (const [what, shown] of Object.entries(CONSTRUCTS)) {
      await t.test(what, () => {
        assert.ok(even(page).includes(even(shown.page)), 'in the page');
        for (const html of items) assert.ok(even(html).includes(even(shown.feed ?? shown.page)), html);
        assert.ok(file.includes(shown.file), file);
      });
    }
    await t.test('a note for editors stands nowhere', () => {
      for (const text of [page, ...items, file]) assert.ok(!text.includes('a note for editors'));
    });
  },
};
