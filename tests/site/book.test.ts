import assert from 'node:assert/strict';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { unzipSync } from 'fflate';
import { XMLValidator } from 'fast-xml-parser';
import { DomUtils, parseDocument } from 'htmlparser2';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { chaptersOf } from '../../src/publish/editions/book.ts';
import { makeBook } from '../../src/publish/editions/epub.ts';
import { finishedSite } from '../../src/publish/editions/finished-site.ts';
import { site as facts } from '../../src/site.ts';
import { contentData } from '../pages.ts';

const site = finishedSite('dist');

test('carries the pictures of its chapters', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of readdirSync('dist'))
    if (name !== 'about') symlinkSync(resolve('dist', name), join(folder, name));
  const about = readFileSync('dist/about/index.html', 'utf8');
  const image = '<p><img src="/about/a.webp" srcset="/about/a.webp 480w" alt="A window"></p>';
  mkdirSync(join(folder, 'about'));
  writeFileSync(join(folder, 'about/a.webp'), 'as drawn');
  writeFileSync(join(folder, 'about/index.html'), about.replace('<h2 id=', `${image}<h2 id=`));

  await makeBook('en')({ ...site, folder }, join(folder, 'book.epub'));

  const files = unzipSync(readFileSync(join(folder, 'book.epub')));
  const textOf = (name: string) => Buffer.from(files[`EPUB/${name}`] ?? []).toString();
  assert.equal(textOf('a.webp'), 'as drawn');
  assert.match(textOf('package.opf'), /<item id="[^"]+" href="a\.webp" media-type="image\/webp"\/>/);
  assert.match(textOf('about.xhtml'), /<img src="a\.webp" alt="A window"\/>/);
});

for (const language of facts.languages) {
  const t = dictionaryFor(language);
  const chapters = chaptersOf(site, language);
  const trees = new Map(chapters.map(({ file, body }) => [file, parseDocument(body)]));
  const all = (test: (element: Element, file: string) => boolean) =>
    [...trees].flatMap(([file, tree]) =>
      DomUtils.findAll((element) => test(element, file), tree.children).map((element) => ({ file, element })),
    );
  type Element = Parameters<Parameters<typeof DomUtils.findAll>[0]>[0];
  const textOf = (file: string) => DomUtils.textContent(trees.get(file) ?? []);

  suite(`the book in ${language}`, () => {
    test('goes from what it is to its sources', () => {
      const parts = chapters.filter(({ isBelow }) => !isBelow).map(({ file }) => file.replace('.xhtml', ''));

      assert.deepEqual(parts, [
        ...['about', 'in-short', 'program', 'give-what-a-gift-does', 'strategy', 'how-it-travels', 'content'],
        ...['timeline', 'method', 'statistics', 'glossary', 'sources'],
      ]);
    });

    test('has every explainer and every kind of content', () => {
      const texts = globSync('content/en/{pages,categories}/**/*.mdx').filter(
        (path) => path.includes('categories') || /^kind: explainer$/m.test(readFileSync(path, 'utf8')),
      );
      const missing = texts
        .map((path) =>
          path.replace('categories', 'content').replace(/^content\/en\/(?:pages\/)?|\.mdx$/g, ''),
        )
        .filter((path) => !trees.has(`${path.replaceAll('/', '-')}.xhtml`));

      assert.ok(texts.length > 10, `${texts.length} texts`);
      assert.deepEqual(missing, []);
    });

    test('is well-formed, and each chapter has one title, a name of its own', () => {
      for (const { file, title, body } of chapters) {
        assert.equal(XMLValidator.validate(body), true, file);
        assert.equal(all((element, at) => at === file && element.name === 'h1').length, 1, file);
        assert.notEqual(title, '', file);
      }
      assert.equal(new Set(chapters.map(({ title }) => title)).size, chapters.length);
    });

    test('each link leads to a place in it, or out to a whole address', () => {
      const places = new Set(
        all(({ attribs }) => 'id' in attribs).map(({ file, element }) => `${file}#${element.attribs['id']}`),
      );
      const links = all(({ name }) => name === 'a').map(({ file, element }) => ({
        file,
        to: element.attribs['href'] ?? '',
      }));
      const wrong = links.filter(
        ({ file, to }) =>
          !/^(?:https?:\/\/|mailto:)/.test(to) &&
          !(to.includes('#') ? places.has(to.startsWith('#') ? file + to : to) : trees.has(to)),
      );

      assert.ok(links.length > 1500, `${links.length} links`);
      assert.deepEqual(wrong, []);
    });

    test('leads to its own chapters where it has them, and not to the site', () => {
      const out = all(({ attribs }) => attribs['href']?.startsWith(site.address) ?? false);
      const own = out.filter(({ element }) =>
        /\/(?:strategy|program|timeline|statistics|sources|glossary|method|content)\/(?:[^#]*\/)?$/.test(
          element.attribs['href'] ?? '',
        ),
      );

      assert.deepEqual(
        own.map(({ element }) => element.attribs['href']),
        [],
      );
    });

    test('a number leads to the note of its source, which leads back to it', () => {
      const marks = all(({ attribs }) => attribs['role'] === 'doc-noteref');
      const notes = all(({ attribs }) => attribs['role'] === 'doc-footnote');
      const wrong = marks.filter(({ file, element }) => {
        const note = notes.find(
          (one) => one.file === file && `#${one.element.attribs['id']}` === element.attribs['href'],
        );
        const back = DomUtils.findAll(
          ({ attribs }) => attribs['role'] === 'doc-backlink',
          note?.element.children ?? [],
        );
        return !back.some(({ attribs }) => attribs['href'] === `#${element.attribs['id']}`);
      });

      assert.ok(marks.length > 150, `${marks.length} numbers`);
      assert.deepEqual(wrong, []);
      // One for each source of a chapter.
      const ids = notes.map(({ file, element }) => `${file}#${element.attribs['id']}`);
      assert.equal(new Set(ids).size, ids.length);
    });

    test('has each figure with its amount, its date, its source and what it does not mean', () => {
      const { figures } = contentData<{
        figures: { id: string }[];
      }>('statistics');
      const rows = new Map(
        all(({ name, attribs }) => name === 'tr' && 'id' in attribs).map(({ element }) => [
          element.attribs['id'],
          element,
        ]),
      );
      for (const { id } of figures) {
        const row = rows.get(`statistics-${id}`);
        assert.ok(row, id);
        const cells = row.children.map((cell) => DomUtils.textContent(cell).trim());
        assert.equal(cells.filter(Boolean).length, 3, `${id}: ${cells.join(' | ')}`);
        assert.equal(DomUtils.findAll(({ name }) => name === 'p', row.children).length, 1, id);
        const links = DomUtils.findAll(({ name }) => name === 'a', row.children).map(
          ({ attribs }) => attribs['href'],
        );
        assert.ok(
          links.some((to) => to?.startsWith('sources.xhtml#')),
          `${id}: ${links.join(' ')}`,
        );
      }
    });

    test('tells of each event what its own time line does', () => {
      const titles = all(({ name }, file) => name === 'li' && file === 'timeline.xhtml').filter(
        ({ element }) => 'id' in element.attribs,
      );
      const untold = titles.filter(
        ({ element }) => DomUtils.findAll(({ name }) => name === 'p', element.children).length < 2,
      );

      assert.ok(titles.length > 80, `${titles.length} events`);
      assert.deepEqual(
        untold.map(({ element }) => element.attribs['id']),
        [],
      );
    });

    test('holds nothing that works only on the site', () => {
      const left = all(
        ({ name, attribs }) => /^(?:nav|form|script|button|input|details)$/.test(name) || 'style' in attribs,
      );

      assert.deepEqual(
        left.map(({ file, element }) => `${file}: ${element.name}`),
        [],
      );
      assert.ok(!textOf('sources.xhtml').includes(t.sourcesPage.summary));
      assert.ok(!textOf('timeline.xhtml').includes(t.timeline.intro));
      assert.ok(!textOf('about.xhtml').includes(t.cite.title));
    });
  });
}
