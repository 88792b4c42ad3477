import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy, styleHash } from '../../src/publish/headers.ts';
import { inspectPage } from '../../src/publish/inspect-page.ts';
import { SharedParts } from '../../src/publish/shared-parts.ts';
import { placeOfPart } from '../../src/site/shared-part.ts';

const SHEET = '<style>p { color: red }</style>';
const POLICY = contentPolicy(styleHash('p { color: red }'));
const META = `<meta http-equiv="content-security-policy" content="${POLICY}">`;
const FOOT = '<footer id="foot"><a href="/about/">About</a><p onclick="go()"></p></footer>';

function partsOf(parts: Readonly<Record<string, string>>): SharedParts {
  const shared = new SharedParts();
  for (const [name, html] of Object.entries(parts)) shared.add({ name, html });
  return shared;
}

const PAGES: Readonly<Record<string, string>> = {
  'in its place': `<head>${META}${placeOfPart('sheet')}</head><p id="a">a</p>${placeOfPart('foot')}`,
  twice: `<head>${META}${placeOfPart('sheet')}</head>${placeOfPart('foot')}<a href="/b/"></a>${placeOfPart('foot')}`,
  'before the policy': `<head>${placeOfPart('sheet')}${META}</head>`,
  'within an attribute': `<head>${META}</head><p title="${placeOfPart('foot')}">a</p>`,
  'within a sheet': `<head>${META}<style>${placeOfPart('foot')}</style></head>`,
  'within a comment that goes on': `<head>${META}</head><!-- <!-- ${placeOfPart('sheet')} --><i id="i">`,
};

for (const [where, page] of Object.entries(PAGES))
  test(`a part ${where} is seen as in the whole page`, () => {
    const parts = partsOf({ sheet: SHEET, foot: FOOT });
    const whole = parts.filled(page) ?? '';
    assert.ok(whole.includes('color: red') || whole.includes('onclick'));
    assert.deepEqual(parts.inspect(page), inspectPage(whole));
  });

test('a link in a part is looked up for the first page that has it, a place within the page for each', () => {
  const parts = partsOf({ foot: '<a href="/about/">About</a><a href="#top">Up</a>' });
  const addresses = () => [...parts.inspect(`<p>a</p>${placeOfPart('foot')}`).addresses];
  assert.deepEqual(addresses(), ['/about/', '#top']);
  assert.deepEqual(addresses(), ['#top']);
});

test('a page is not whole while one of its parts is missing', () => {
  const parts = partsOf({ sheet: SHEET });
  const page = `${placeOfPart('sheet')}<p>a</p>${placeOfPart('foot')}`;
  assert.equal(parts.filled(page), undefined);
  parts.add({ name: 'foot', html: '<footer>$&</footer>' });
  assert.equal(parts.filled(page), `${SHEET}<p>a</p><footer>$&</footer>`);
});
